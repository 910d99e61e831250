"""What all forms share: header, foot, state, and how they become data for a template."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from bina.documents.forms.identitas import Kepala
from bina.documents.forms.istilah import Keadaan
from bina.documents.forms.pengesahan import Pengesahan, penanda_tangan

LONGEST_NAME = 80  # in the title of the file and the head of later pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulir(ABC):
    """A form of PermenPANRB 6/2022.

    `kode_format` is printed only where it is given: most codes of the annex were not
    found, so an agency that knows one fills it in.
    """

    template: ClassVar[str]
    nama: ClassVar[str]
    menunggu: ClassVar[str] = "BELUM DITETAPKAN"

    kepala: Kepala
    pengesahan: Pengesahan
    kode_format: str | None = None

    def __post_init__(self) -> None:
        self.periksa()
        if self.pengesahan.keadaan is not Keadaan.DRAF:
            self.periksa_lengkap()

    @abstractmethod
    def periksa(self) -> None:
        """What holds for this form in every state."""

    def periksa_lengkap(self) -> None:  # noqa: B027  the annex of an SKP asks no more
        """What must be filled in once it is no longer a draft."""

    @property
    @abstractmethod
    def judul(self) -> tuple[str, ...]:
        """The lines of the title, as the annex prints them."""

    @abstractmethod
    def isi(self) -> dict[str, Any]:
        """What only this form prints."""

    def kode(self) -> dict[str, str | None]:
        """What the template chooses its layout by: codes of ours, never a person's text."""
        return {}

    def penanda_tangan(self) -> list[dict[str, str | None]]:
        """The signature cells from left to right."""
        kepala, sah = self.kepala, self.pengesahan
        return [
            penanda_tangan(
                "Pegawai yang Dinilai", kepala.pegawai.nama, kepala.pegawai.nip, sah.pegawai_pada
            ),
            penanda_tangan(
                "Pejabat Penilai Kinerja", kepala.penilai.nama, kepala.penilai.nip, sah.penilai_pada
            ),
        ]

    def data(self) -> dict[str, Any]:
        """The whole form as plain values, ready for the template."""
        pegawai = self.kepala.pegawai
        return {
            "judul": list(self.judul),
            "nama": self.nama,
            "kode_format": self.kode_format,
            "ringkas": f"{self.nama}, {pegawai.nama[:LONGEST_NAME]}, NIP {pegawai.nip}",
            "tanda": self._tanda(),
            "kepala": self.kepala.isi(),
            "tempat_tanggal": self.pengesahan.tempat_tanggal,
            "penanda_tangan": self.penanda_tangan(),
            "isi": self.isi(),
        }

    def _tanda(self) -> dict[str, str] | None:
        """The mark of a paper that binds nobody yet."""
        if self.pengesahan.keadaan is Keadaan.DRAF:
            return {"kata": "DRAF", "arti": "Belum diajukan dan masih dapat berubah."}
        if self.pengesahan.keadaan is Keadaan.BELUM_DITETAPKAN:
            return {"kata": self.menunggu, "arti": "Menunggu persetujuan dan belum berlaku."}
        if self.pengesahan.keadaan is Keadaan.BATAL:
            return {"kata": "BATAL", "arti": "Dinyatakan batal karena dibuat keliru."}
        return None
