"""Sasaran Kinerja Pegawai."""

from dataclasses import dataclass
from typing import Any, ClassVar

from bina.documents.forms.formulir import Formulir
from bina.documents.forms.hasil_kerja import HasilKerja, Ragam, with_height
from bina.documents.forms.invalid import require
from bina.documents.forms.istilah import Pendekatan
from bina.documents.forms.perilaku import PerilakuKerja, require_seven_in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Skp(Formulir):
    """What one employee is to achieve in one period, in one of four tables.

    PermenPANRB 6/2022, Lampiran, SKP kuantitatif and kualitatif, for JPT/pimpinan unit
    kerja mandiri and for JA/JF. Codes (A.x) not found.
    """

    template: ClassVar[str] = "skp.typ"
    nama: ClassVar[str] = "Sasaran Kinerja Pegawai"

    pendekatan: Pendekatan
    utama: tuple[HasilKerja, ...]
    tambahan: tuple[HasilKerja, ...] = ()
    perilaku: tuple[PerilakuKerja, ...]

    @property
    def ragam(self) -> Ragam:
        return Ragam(self.kepala.kelompok, self.pendekatan)

    @property
    def judul(self) -> tuple[str, ...]:
        return ("SASARAN KINERJA PEGAWAI", *self.ragam.judul)

    def periksa(self) -> None:
        require_seven_in_order(self.perilaku)
        self.ragam.periksa(self.utama + self.tambahan)

    def periksa_lengkap(self) -> None:
        require(self.utama, "SKP memuat sedikitnya satu hasil kerja utama.")
        self.ragam.periksa_lengkap(self.utama + self.tambahan)

    def kode(self) -> dict[str, str | None]:
        return {"ragam": self.ragam.kode}

    def isi(self) -> dict[str, Any]:
        return {
            "utama": [self._hasil(satu) for satu in self.utama],
            "tambahan": [self._hasil(satu) for satu in self.tambahan],
            "perilaku": [satu.isi() for satu in self.perilaku],
        }

    def _hasil(self, hasil: HasilKerja) -> dict[str, Any]:
        return with_height(self.ragam.isi(hasil))
