"""Manual Indikator Kinerja of a draft's indicators."""
