"""Penilaian: the organisation's rating, the evaluation of a period, its predicate (Pasal 24-25)."""
