"""Perencanaan: the SKP, its results, indicators, conduct and annex (PermenPANRB 6/2022 Pasal 5)."""
