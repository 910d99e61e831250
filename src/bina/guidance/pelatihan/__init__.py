"""Formal and informal training assigned as guidance (PermenPANRB 6/2022 Pasal 21)."""
