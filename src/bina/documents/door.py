"""The documents room's door: the forms, and the one act that prints them."""

from bina.documents.forms.bimbingan import (
    SUBJEK,
    EvaluasiKompetensi,
    Kompetensi,
    UmpanBalikBimbingan,
)
from bina.documents.forms.coaching import (
    JenisMasalah,
    Masalah,
    Pelaksana,
    PelaksanaanCoaching,
    PenyesuaianEkspektasi,
    TindakLanjut,
)
from bina.documents.forms.evaluasi import EvaluasiKinerja, HasilKerjaDinilai
from bina.documents.forms.formulir import Formulir
from bina.documents.forms.hasil_kerja import HasilKerja, Indikator
from bina.documents.forms.identitas import Kepala, Periode, Pihak
from bina.documents.forms.invalid import InvalidForm
from bina.documents.forms.istilah import (
    Aspek,
    CapaianOrganisasi,
    Keadaan,
    Kelompok,
    Pendekatan,
    PeriodeEvaluasi,
    Perspektif,
    Predikat,
    Rating,
)
from bina.documents.forms.lampiran_skp import LampiranSkp
from bina.documents.forms.manual_indikator import Manual, ManualIndikator
from bina.documents.forms.pengesahan import Pengesahan
from bina.documents.forms.perilaku import Nilai, PerilakuKerja
from bina.documents.forms.skp import Skp
from bina.documents.forms.umpan_balik import UmpanBalik
from bina.documents.render import RenderFailed, render

__all__ = [
    "SUBJEK",
    "Aspek",
    "CapaianOrganisasi",
    "EvaluasiKinerja",
    "EvaluasiKompetensi",
    "Formulir",
    "HasilKerja",
    "HasilKerjaDinilai",
    "Indikator",
    "InvalidForm",
    "JenisMasalah",
    "Keadaan",
    "Kelompok",
    "Kepala",
    "Kompetensi",
    "LampiranSkp",
    "Manual",
    "ManualIndikator",
    "Masalah",
    "Nilai",
    "Pelaksana",
    "PelaksanaanCoaching",
    "Pendekatan",
    "Pengesahan",
    "PenyesuaianEkspektasi",
    "PerilakuKerja",
    "Periode",
    "PeriodeEvaluasi",
    "Perspektif",
    "Pihak",
    "Predikat",
    "Rating",
    "RenderFailed",
    "Skp",
    "TindakLanjut",
    "UmpanBalik",
    "UmpanBalikBimbingan",
    "render",
]
