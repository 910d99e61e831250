"""Manual Indikator Kinerja."""

from dataclasses import dataclass
from typing import Any, ClassVar

from bina.documents.forms.formulir import Formulir
from bina.documents.forms.invalid import require


@dataclass(frozen=True, slots=True)
class Manual:
    """The manual of one indicator, as printed: choices are words already."""

    rencana: str
    indikator: str
    target: str
    tujuan: str
    definisi: str
    formula: str
    satuan: str
    kendali: str
    sumber_data: str
    periode: str

    def baris(self) -> list[list[str]]:
        return [
            ["Rencana Hasil Kerja", self.rencana],
            ["Ukuran Keberhasilan/Indikator Kinerja Individu", self.indikator],
            ["Target", self.target],
            ["Tujuan", self.tujuan],
            ["Deskripsi: Definisi", self.definisi],
            ["Deskripsi: Formula", self.formula],
            ["Satuan Pengukuran", self.satuan],
            ["Kualitas dan Tingkat Kendali", self.kendali],
            ["Sumber Data", self.sumber_data],
            ["Periode Pelaporan", self.periode],
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualIndikator(Formulir):
    """How each indicator is defined, measured and reported.

    PermenPANRB 6/2022, Lampiran. Code and layout not found: the items are those one application
    prints (kinerja.md 1.4), their order is ours.
    """

    template: ClassVar[str] = "manual_indikator.typ"
    nama: ClassVar[str] = "Manual Indikator Kinerja"

    manual: tuple[Manual, ...]

    @property
    def judul(self) -> tuple[str, ...]:
        return ("MANUAL INDIKATOR KINERJA", f"BAGI {self.kepala.kelompok.cetak}")

    def periksa(self) -> None:
        require(self.manual, "Belum ada manual indikator yang diisi.")

    def isi(self) -> dict[str, Any]:
        return {"manual": [satu.baris() for satu in self.manual]}
