"""Instansi, units, positions, who holds them, teams, offices; the import of staff files."""
