"""Klarifikasi ekspektasi: the dialogue at planning."""
