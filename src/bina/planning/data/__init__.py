"""Texts and tables of the planning room, each with its source and how well it is known."""
