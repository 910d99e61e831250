"""Bina: perencanaan, pemantauan, pembinaan, dan penilaian kinerja ASN."""
