"""Lampiran Sasaran Kinerja Pegawai."""

from dataclasses import dataclass
from typing import Any, ClassVar

from bina.documents.forms.formulir import Formulir
from bina.documents.forms.invalid import require


@dataclass(frozen=True, slots=True, kw_only=True)
class LampiranSkp(Formulir):
    """What was agreed besides results: resources, accountability, consequences.

    PermenPANRB 6/2022, Lampiran, Lampiran SKP. Code not found; layout as five
    applications print it.
    """

    template: ClassVar[str] = "lampiran_skp.typ"
    nama: ClassVar[str] = "Lampiran Sasaran Kinerja Pegawai"

    dukungan_sumber_daya: tuple[str, ...] = ()
    skema_pertanggungjawaban: tuple[str, ...] = ()
    konsekuensi: tuple[str, ...] = ()

    @property
    def judul(self) -> tuple[str, ...]:
        return ("LAMPIRAN SASARAN KINERJA PEGAWAI",)

    def periksa(self) -> None:
        semua = self.dukungan_sumber_daya + self.skema_pertanggungjawaban + self.konsekuensi
        require(all(butir.strip() for butir in semua), "Butir lampiran SKP tidak boleh kosong.")

    def isi(self) -> dict[str, Any]:
        return {
            "daftar": [
                {"judul": "DUKUNGAN SUMBER DAYA", "butir": list(self.dukungan_sumber_daya)},
                {"judul": "SKEMA PERTANGGUNGJAWABAN", "butir": list(self.skema_pertanggungjawaban)},
                {"judul": "KONSEKUENSI", "butir": list(self.konsekuensi)},
            ]
        }
