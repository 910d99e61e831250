from bina.monitoring.models.realisasi import Bukti, Realisasi
from bina.monitoring.models.rencana_aksi import RencanaAksi
from bina.monitoring.models.sinyal import JenisSinyal, Sinyal
from bina.monitoring.models.tautan import TautanUmpanBalik
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
    "JenisSinyal",
    "Pembaca",
    "PermintaanUmpanBalik",
    "Realisasi",
    "RencanaAksi",
    "Sifat",
    "Sinyal",
    "TautanUmpanBalik",
    "UmpanBalik",
]
