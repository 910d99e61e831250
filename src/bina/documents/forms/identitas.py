"""The header block of every form: two parties, an agency, a period.

PermenPANRB 6/2022, Lampiran, as printed in Anak Lampiran 4 [copy].
"""

from dataclasses import dataclass
from datetime import date

from bina.documents.forms.invalid import require
from bina.documents.forms.istilah import Kelompok
from bina.documents.waktu import BULAN

NIP_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Pihak:
    """A party as the form names it on that day.

    `nip` may be missing for a penilai or a coach (a regent or a minister has none),
    `pangkat` for a PPPK or an official without rank.
    """

    nama: str
    nip: str | None
    jabatan: str
    pangkat: str | None = None
    unit_kerja: str | None = None
    instansi: str | None = None

    def __post_init__(self) -> None:
        require(self.nama.strip(), "Nama belum diisi.")
        require(self.jabatan.strip(), f"Jabatan {self.nama} belum diisi.")
        require(
            self.nip is None or _is_nip(self.nip),
            f"NIP {self.nama} harus {NIP_DIGITS} angka.",
        )


@dataclass(frozen=True, slots=True)
class Periode:
    mulai: date
    selesai: date

    def __post_init__(self) -> None:
        require(self.mulai <= self.selesai, "Periode berakhir sebelum dimulai.")

    @property
    def cetak(self) -> str:
        """`1 JANUARI SD 31 DESEMBER TAHUN 2026`, as the form prints it."""
        mulai, selesai = _hari(self.mulai), _hari(self.selesai)
        if self.mulai.year == self.selesai.year:
            return f"{mulai} SD {selesai} TAHUN {self.selesai.year}"
        return f"{mulai} {self.mulai.year} SD {selesai} {self.selesai.year}"


@dataclass(frozen=True, slots=True)
class Kepala:
    """Who is appraised, by whom, where and for when."""

    instansi: str
    periode: Periode
    kelompok: Kelompok
    pegawai: Pihak
    penilai: Pihak

    def __post_init__(self) -> None:
        require(isinstance(self.kelompok, Kelompok), "Kelompok jabatan tidak dikenal.")
        require(self.instansi.strip(), "Nama instansi belum diisi.")
        require(self.pegawai.nip, "NIP pegawai yang dinilai belum diisi.")
        require(self.pegawai.unit_kerja, "Unit kerja pegawai yang dinilai belum diisi.")
        require(self._penilai_di, f"{self._baris_kelima.capitalize()} penilai belum diisi.")

    @property
    def _baris_kelima(self) -> str:
        """The JPT variant asks for the penilai's agency where the other asks for the unit."""
        return "INSTANSI" if self.kelompok is Kelompok.JPT else "UNIT KERJA"

    @property
    def _penilai_di(self) -> str | None:
        jpt = self.kelompok is Kelompok.JPT
        return self.penilai.instansi if jpt else self.penilai.unit_kerja

    def isi(self) -> dict[str, object]:
        kiri, kanan = self.pegawai, self.penilai
        return {
            "instansi": self.instansi,
            "periode": self.periode.cetak,
            "baris": [
                ["NAMA", kiri.nama, "NAMA", kanan.nama],
                ["NIP", kiri.nip, "NIP", kanan.nip],
                ["PANGKAT/GOL. RUANG", kiri.pangkat, "PANGKAT/GOL. RUANG", kanan.pangkat],
                ["JABATAN", kiri.jabatan, "JABATAN", kanan.jabatan],
                ["UNIT KERJA", kiri.unit_kerja, self._baris_kelima, self._penilai_di],
            ],
        }


def _is_nip(text: str) -> bool:
    return len(text) == NIP_DIGITS and text.isascii() and text.isdigit()


def _hari(day: date) -> str:
    return f"{day.day} {BULAN[day.month - 1].upper()}"
