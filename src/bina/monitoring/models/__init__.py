from bina.monitoring.models.realisasi import Bukti, Realisasi
from bina.monitoring.models.umpan_balik import (
    Hubungan,
    Pembaca,
    PermintaanUmpanBalik,
    Sifat,
    UmpanBalik,
)

__all__ = [
    "Bukti",
    "Hubungan",
    "Pembaca",
    "PermintaanUmpanBalik",
    "Realisasi",
    "Sifat",
    "UmpanBalik",
]
