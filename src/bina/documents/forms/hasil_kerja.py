"""Hasil kerja: the rows of the SKP and evaluation tables, in four variants.

What a variant has no column for is refused, so nothing a person wrote is left off the
paper in silence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bina.documents.forms.invalid import require
from bina.documents.forms.istilah import Aspek, Kelompok, Pendekatan, Perspektif
from bina.documents.forms.sel import utuh


@dataclass(frozen=True, slots=True)
class Indikator:
    """Indikator kinerja individu with its target.

    `aspek` is a column of JA/JF kuantitatif, `perspektif` of JPT.
    """

    uraian: str
    target: str = ""
    aspek: Aspek | None = None
    perspektif: Perspektif | None = None

    def __post_init__(self) -> None:
        require(self.aspek is None or isinstance(self.aspek, Aspek), "Aspek tidak dikenal.")
        require(
            self.perspektif is None or isinstance(self.perspektif, Perspektif),
            "Perspektif tidak dikenal.",
        )


@dataclass(frozen=True, slots=True)
class HasilKerja:
    """Rencana hasil kerja with its indicators.

    `diintervensi` is the pimpinan's result it supports (JA/JF kuantitatif only);
    `penugasan_dari` names who assigned it, where somebody else did.
    """

    rencana: str
    indikator: tuple[Indikator, ...] = ()
    diintervensi: str | None = None
    penugasan_dari: str | None = None


@dataclass(frozen=True, slots=True)
class Ragam:
    """Which of the four tables: kelompok and pendekatan together."""

    kelompok: Kelompok
    pendekatan: Pendekatan

    def __post_init__(self) -> None:
        require(isinstance(self.pendekatan, Pendekatan), "Pendekatan hasil kerja tidak dikenal.")

    @property
    def kode(self) -> str:
        return f"{self.kelompok}_{self.pendekatan}"

    @property
    def judul(self) -> tuple[str, str]:
        return (
            f"PENDEKATAN HASIL KERJA {self.pendekatan.upper()}",
            f"BAGI {self.kelompok.cetak}",
        )

    @property
    def kuantitatif(self) -> bool:
        return self.pendekatan is Pendekatan.KUANTITATIF

    @property
    def jpt(self) -> bool:
        return self.kelompok is Kelompok.JPT

    @property
    def beraspek(self) -> bool:
        return self.kuantitatif and not self.jpt

    def periksa(self, hasil: Iterable[HasilKerja]) -> None:
        """No value may stand where this variant has no column."""
        for satu in hasil:
            require(
                self.beraspek or satu.diintervensi is None,
                "Rencana hasil kerja pimpinan yang diintervensi hanya ada pada SKP kuantitatif "
                "pejabat administrasi dan fungsional.",
            )
            for indikator in satu.indikator:
                self._periksa_indikator(indikator)

    def _periksa_indikator(self, indikator: Indikator) -> None:
        require(
            self.beraspek or indikator.aspek is None,
            "Aspek hanya ada pada SKP kuantitatif pejabat administrasi dan fungsional.",
        )
        require(
            self.jpt or indikator.perspektif is None,
            "Perspektif hanya ada pada SKP pejabat pimpinan tinggi dan pimpinan unit kerja "
            "mandiri.",
        )

    def periksa_lengkap(self, hasil: Iterable[HasilKerja]) -> None:
        for satu in hasil:
            require(satu.rencana.strip(), "Rencana hasil kerja belum diisi.")
            require(satu.indikator, f"Hasil kerja “{satu.rencana}” belum berindikator.")
            for indikator in satu.indikator:
                self._periksa_indikator_lengkap(indikator)

    def _periksa_indikator_lengkap(self, indikator: Indikator) -> None:
        nama = indikator.uraian
        require(nama.strip(), "Uraian indikator belum diisi.")
        require(not self.kuantitatif or indikator.target.strip(), f"Target “{nama}” belum diisi.")
        require(not self.beraspek or indikator.aspek, f"Aspek “{nama}” belum dipilih.")
        require(not self.jpt or indikator.perspektif, f"Perspektif “{nama}” belum dipilih.")

    def sel_awal(self, hasil: HasilKerja) -> list[Any]:
        rencana = [hasil.rencana, *_penugasan(hasil, "penugasan")]
        return [hasil.diintervensi, rencana] if self.beraspek else [rencana]

    def sel_indikator(self, indikator: Indikator) -> list[str | None]:
        if self.jpt:
            return [indikator.uraian, indikator.target, _cetak(indikator.perspektif)]
        return [_cetak(indikator.aspek), indikator.uraian, indikator.target]

    def isi(self, hasil: HasilKerja) -> dict[str, Any]:
        """One result as the table's cells; the evaluation adds to `baris` and `akhir`."""
        if self.kuantitatif:
            return {
                "awal": self.sel_awal(hasil),
                "baris": [self.sel_indikator(satu) for satu in hasil.indikator],
                "akhir": [],
            }
        return {
            "rencana": [hasil.rencana, *_penugasan(hasil, "Penugasan")],
            "butir": [self.butir(satu) for satu in hasil.indikator],
            "akhir": [],
        }

    def butir(self, indikator: Indikator) -> str:
        """An indicator as one line of the kualitatif list."""
        bagian = [indikator.uraian]
        if indikator.target:
            bagian.append(f"target: {indikator.target}")
        if indikator.perspektif:
            bagian.append(f"perspektif: {indikator.perspektif.cetak}")
        return "; ".join(bagian)


def with_height(isi: dict[str, Any]) -> dict[str, Any]:
    """The cells, and whether the row is short enough to be kept whole.

    Over several indicators the row may break between them: each line is judged alone.
    """
    baris = [sel for satu in isi.get("baris", []) for sel in satu]
    samping = [*isi.get("awal", []), isi.get("rencana"), isi.get("butir"), *isi["akhir"]]
    return {**isi, "utuh": utuh(*baris, *samping)}


def _penugasan(hasil: HasilKerja, kata: str) -> list[str]:
    titik = ":" if kata.istitle() else ""
    return [f"({kata} dari{titik} {hasil.penugasan_dari.strip()})"] if hasil.penugasan_dari else []


def _cetak(istilah: Aspek | Perspektif | None) -> str | None:
    return istilah.cetak if istilah else None
