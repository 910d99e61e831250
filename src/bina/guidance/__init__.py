"""Bimbingan: triage and coaching; mentoring and training follow (PermenPANRB 6/2022, 20-21)."""
