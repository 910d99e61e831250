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
from bina.planning.models.klarifikasi import ButirSepakat, CatatanKlarifikasi, Klarifikasi
from bina.planning.models.manual import ManualIndikator
from bina.planning.models.pakai_ulang import PembagianTemplat, TeksLampiran, TemplatSkp
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
    "ButirSepakat",
    "CaraHitung",
    "CatatanKlarifikasi",
    "EkspektasiPerilaku",
    "HasilKerja",
    "Indikator",
    "JenisHasil",
    "JenisLampiran",
    "JenisSkp",
    "Klarifikasi",
    "ManualIndikator",
    "NilaiPerilaku",
    "PembagianTemplat",
    "Pendekatan",
    "Pengembalian",
    "Perspektif",
    "Skp",
    "SkpQuerySet",
    "TeksLampiran",
    "TemplatSkp",
    "UsulPerubahan",
]
