"""Whose result supports which: tree, matrix, coverage (kinerja.md 1.4)."""
