"""After guidance: Format B.1.8 and Format B.1.9 (PermenPANRB 6/2022, Lampiran)."""
