"""The SKP and what it is made of."""

from bina.planning.models.bagian import (
    ButirLampiran,
    EkspektasiPerilaku,
    JenisLampiran,
    NilaiPerilaku,
)
from bina.planning.models.hasil import (
    Arah,
    Aspek,
    CaraHitung,
    HasilKerja,
    Indikator,
    JenisHasil,
    Perspektif,
)
from bina.planning.models.masa import JenisPerubahanMasa, MasaPerencanaan, PerubahanMasa
from bina.planning.models.pembatalan import Pembatalan, SebabBatal
from bina.planning.models.pengingat import Pengingat
from bina.planning.models.penilai import PenggantiPenilai, SerahTerima
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
    "Arah",
    "Aspek",
    "ButirLampiran",
    "CaraHitung",
    "EkspektasiPerilaku",
    "HasilKerja",
    "Indikator",
    "JenisHasil",
    "JenisLampiran",
    "JenisPerubahanMasa",
    "JenisSkp",
    "MasaPerencanaan",
    "NilaiPerilaku",
    "Pembatalan",
    "Pendekatan",
    "Pengembalian",
    "PenggantiPenilai",
    "Pengingat",
    "Perspektif",
    "PerubahanMasa",
    "SebabBatal",
    "SerahTerima",
    "Skp",
    "SkpQuerySet",
    "UsulPerubahan",
]
