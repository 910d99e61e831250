"""Pemantauan: progress with its evidence, continuous feedback (PermenPANRB 6/2022 Pasal 5)."""
