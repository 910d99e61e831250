"""Format Pelaksanaan Coaching."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from bina.documents.forms.formulir import Formulir
from bina.documents.forms.identitas import Pihak
from bina.documents.forms.invalid import require
from bina.documents.forms.istilah import Istilah
from bina.documents.forms.pengesahan import penanda_tangan
from bina.documents.waktu import tanggal


class JenisMasalah(Istilah):
    METODE = "metode"
    PROSES = "proses"
    KUALITAS = "kualitas"

    @property
    def cetak(self) -> str:
        return f"{self.value.capitalize()} kerja"


@dataclass(frozen=True, slots=True)
class Masalah:
    jenis: JenisMasalah
    uraian: str

    def __post_init__(self) -> None:
        require(isinstance(self.jenis, JenisMasalah), "Jenis masalah tidak dikenal.")


@dataclass(frozen=True, slots=True)
class TindakLanjut:
    aksi: str
    tenggat: date


@dataclass(frozen=True, slots=True)
class PenyesuaianEkspektasi:
    """An expectation the Pimpinan changed in the session: what it was, what it is, why."""

    item: str
    semula: str
    menjadi: str
    alasan: str

    def __post_init__(self) -> None:
        require(self.alasan.strip(), "Penyesuaian Ekspektasi harus beralasan.")


@dataclass(frozen=True, slots=True)
class Pelaksana:
    """Who coached: the Pimpinan, or another person given a special assignment."""

    pihak: Pihak
    pihak_lain: bool = False
    surat_tugas: str | None = None

    @property
    def peran(self) -> str:
        return "Pihak lain yang diberikan penugasan khusus" if self.pihak_lain else "Pimpinan"


@dataclass(frozen=True, slots=True, kw_only=True)
class PelaksanaanCoaching(Formulir):
    """The record of one coaching session; both fill it in and sign.

    PermenPANRB 6/2022, Lampiran, Format Pelaksanaan Coaching (in B.1.1 to B.1.7, code
    not found). The layout was not found either: the items are ours [proposal], made of
    what the regulation asks before, during and after a session.
    """

    template: ClassVar[str] = "coaching.typ"
    nama: ClassVar[str] = "Pelaksanaan Coaching"
    menunggu: ClassVar[str] = "BELUM DITANDATANGANI"

    pelaksana: Pelaksana
    tanggal: date
    tempat: str
    sesi_ke: int
    rhk: tuple[str, ...] = ()
    progres_strategi: str = ""
    masalah: tuple[Masalah, ...] = ()
    penyebab: str = ""
    alternatif_solusi: tuple[str, ...] = ()
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    penyesuaian: tuple[PenyesuaianEkspektasi, ...] = ()

    @property
    def judul(self) -> tuple[str, ...]:
        return ("FORMAT PELAKSANAAN COACHING",)

    def periksa(self) -> None:
        require(self.sesi_ke >= 1, "Sesi coaching dihitung mulai dari satu.")

    def periksa_lengkap(self) -> None:
        require(self.rhk, "Rencana hasil kerja yang dibahas belum disebut.")
        require(self.progres_strategi.strip(), "Progres dan strategi belum diisi.")
        require(self.masalah, "Permasalahan dan hambatan belum diisi.")

    def penanda_tangan(self) -> list[dict[str, str | None]]:
        pegawai, coach, sah = self.kepala.pegawai, self.pelaksana, self.pengesahan
        return [
            penanda_tangan("Pegawai", pegawai.nama, pegawai.nip, sah.pegawai_pada),
            penanda_tangan(coach.peran, coach.pihak.nama, coach.pihak.nip, sah.penilai_pada),
        ]

    def isi(self) -> dict[str, Any]:
        return {
            "baris": [
                ["Pelaksana coaching", self._pelaksana()],
                ["Waktu dan tempat", self._pertemuan()],
                ["Rencana hasil kerja yang dibahas", _daftar(self.rhk)],
                ["Progres hasil kerja dan strategi yang telah dilakukan", self.progres_strategi],
                ["Permasalahan dan hambatan", self._masalah()],
                ["Penyebab", self.penyebab],
                ["Alternatif solusi", _daftar(self.alternatif_solusi)],
                ["Rencana tindak lanjut", _daftar(self._tindak_lanjut())],
            ],
            "penyesuaian": [
                [satu.item, satu.semula, satu.menjadi, satu.alasan] for satu in self.penyesuaian
            ],
        }

    def _pelaksana(self) -> list[dict[str, str | None]]:
        coach = self.pelaksana
        baris: list[dict[str, str | None]] = [
            {"label": "Sebagai:", "teks": coach.peran},
            {"label": "Nama:", "teks": coach.pihak.nama},
            {"label": "NIP:", "teks": coach.pihak.nip},
            {"label": "Jabatan:", "teks": coach.pihak.jabatan},
        ]
        if coach.pihak_lain:
            baris.append({"label": "Nomor surat tugas:", "teks": coach.surat_tugas})
        return baris

    def _pertemuan(self) -> list[dict[str, str]]:
        return [
            {"label": "Tanggal:", "teks": tanggal(self.tanggal)},
            {"label": "Tempat:", "teks": self.tempat},
            {"label": "Sesi ke-:", "teks": str(self.sesi_ke)},
        ]

    def _masalah(self) -> list[dict[str, str]]:
        return [{"label": f"{satu.jenis.cetak}:", "teks": satu.uraian} for satu in self.masalah]

    def _tindak_lanjut(self) -> list[str]:
        return [
            f"{satu.aksi} (paling lambat {tanggal(satu.tenggat)})" for satu in self.tindak_lanjut
        ]


def _daftar(butir: tuple[str, ...] | list[str]) -> dict[str, list[str]]:
    """A numbered list in a cell."""
    return {"daftar": list(butir)}
