"""Mentoring: an experienced person shares what they know (PermenPANRB 6/2022, Lampiran)."""
