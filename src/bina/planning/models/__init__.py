"""The SKP and what it is made of; the perjanjian kinerja it supports."""

from bina.planning.models.bagian import (
    ButirLampiran,
    EkspektasiPerilaku,
    JenisLampiran,
    NilaiPerilaku,
)
from bina.planning.models.ekspektasi_tim import EkspektasiTim
from bina.planning.models.hasil import (
    Arah,
    Aspek,
    CaraHitung,
    HasilKerja,
    Indikator,
    JenisHasil,
    Perspektif,
)
from bina.planning.models.impor_perjanjian import ImporPerjanjian
from bina.planning.models.klarifikasi import ButirSepakat, CatatanKlarifikasi, Klarifikasi
from bina.planning.models.manual import ManualIndikator
from bina.planning.models.masa import JenisPerubahanMasa, MasaPerencanaan, PerubahanMasa
from bina.planning.models.pakai_ulang import PembagianTemplat, TeksLampiran, TemplatSkp
from bina.planning.models.pembatalan import Pembatalan, SebabBatal
from bina.planning.models.pengingat import Pengingat
from bina.planning.models.penilai import PenggantiPenilai, SerahTerima
from bina.planning.models.perjanjian import (
    AnggaranUnit,
    IndikatorUnit,
    PerjanjianKinerja,
    SasaranUnit,
)
from bina.planning.models.skp import (
    JenisSkp,
    Pendekatan,
    Pengembalian,
    Skp,
    SkpQuerySet,
)
from bina.planning.models.usul import (
    UsulPerubahan,
)

__all__ = [
    "AnggaranUnit",
    "Arah",
    "Aspek",
    "ButirLampiran",
    "ButirSepakat",
    "CaraHitung",
    "CatatanKlarifikasi",
    "EkspektasiPerilaku",
    "EkspektasiTim",
    "HasilKerja",
    "ImporPerjanjian",
    "Indikator",
    "IndikatorUnit",
    "JenisHasil",
    "JenisLampiran",
    "JenisPerubahanMasa",
    "JenisSkp",
    "Klarifikasi",
    "ManualIndikator",
    "MasaPerencanaan",
    "NilaiPerilaku",
    "PembagianTemplat",
    "Pembatalan",
    "Pendekatan",
    "Pengembalian",
    "PenggantiPenilai",
    "Pengingat",
    "PerjanjianKinerja",
    "Perspektif",
    "PerubahanMasa",
    "SasaranUnit",
    "SebabBatal",
    "SerahTerima",
    "Skp",
    "SkpQuerySet",
    "TeksLampiran",
    "TemplatSkp",
    "UsulPerubahan",
]
