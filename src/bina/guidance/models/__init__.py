from bina.guidance.models.coaching import Coaching, JenisCoach
from bina.guidance.models.isi import Bagian, Catatan, Pembaca, Penyesuaian, TandaTangan, Tindakan
from bina.guidance.models.sesi import JenisMasalah, Sesi
from bina.guidance.models.triase import AsalTriase, KebutuhanKarier, Penyebab, Pilihan, Triase

__all__ = [
    "AsalTriase",
    "Bagian",
    "Catatan",
    "Coaching",
    "JenisCoach",
    "JenisMasalah",
    "KebutuhanKarier",
    "Pembaca",
    "Penyebab",
    "Penyesuaian",
    "Pilihan",
    "Sesi",
    "TandaTangan",
    "Tindakan",
    "Triase",
]
