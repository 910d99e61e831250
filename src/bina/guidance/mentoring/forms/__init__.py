"""What mentee, mentor, pimpinan and personnel unit may fill in, and nothing else (T5)."""
