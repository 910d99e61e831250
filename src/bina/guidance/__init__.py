"""Bimbingan: triage, coaching and mentoring; training follows (PermenPANRB 6/2022, 20-21)."""
