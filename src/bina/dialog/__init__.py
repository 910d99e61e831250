"""Dialog kinerja: the two talk through the year; what they agree carries forward until done."""
