"""Kompetensi: standards, gaps, plans, learning hours. So far the hours."""
