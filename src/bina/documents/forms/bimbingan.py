"""The two forms after bimbingan kinerja: B.1.8 by the pegawai, B.1.9 about the pegawai."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final

from bina.documents.forms.formulir import Formulir
from bina.documents.forms.identitas import Pihak
from bina.documents.forms.invalid import require
from bina.documents.forms.pengesahan import penanda_tangan

# SUBJEK and KRITERIA as the annex prints them (PermenPANRB 6/2022, Lampiran, hlm. 83 [copy]).
SUBJEK: Final = (
    (
        "TENTANG PEGAWAI",
        (
            "Saya merasa diperhatikan dan dipahami",
            "Saya merasa tindakan/langkah yang telah saya lakukan dihargai",
            "Saya merasa dapat dengan bebas mengemukakan pendapat/pemikiran saya",
        ),
    ),
    (
        "TENTANG PIMPINAN/ PIHAK LAIN YANG DIBERIKAN PENUGASAN KHUSUS",
        (
            "Saya merasa bahwa pandangan yang diberikan berdasarkan data/fakta yang akurat",
            "Saya merasa bahwa pandangan/pendapat yang diberikan kepada saya bersifat positif",
            "Lebih banyak menggunakan metode bertanya dibandingkan menggurui",
        ),
    ),
    (
        "TENTANG PEGAWAI DAN PIMPINAN/ PIHAK LAIN YANG DIBERIKAN PENUGASAN KHUSUS",
        (
            "Saya merasa dibantu dalam mencari solusi dan aksi tindak lanjut",
            (
                "Saya tahu apa yang harus saya lakukan setelah mengikuti kegiatan bimbingan "
                "kinerja ini"
            ),
            "Saya memahami maksud dan tujuan kegiatan bimbingan kinerja ini",
        ),
    ),
)
KRITERIA: Final = tuple(one for _subjek, criteria in SUBJEK for one in criteria)
LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class UmpanBalikBimbingan(Formulir):
    """What the pegawai says about the guidance, for the superior of whoever guided.

    PermenPANRB 6/2022, Lampiran hlm. 83, Format B.1.8 [copy]: no scale is printed, nine cells of
    free text, and the pegawai alone signs.
    """

    template: ClassVar[str] = "umpan_balik_bimbingan.typ"
    nama: ClassVar[str] = "Umpan Balik Pelaksanaan Bimbingan Kinerja"
    menunggu: ClassVar[str] = "BELUM DITANDATANGANI"
    kode_format: str | None = "B.1.8"

    jawaban: tuple[str, ...]

    @property
    def judul(self) -> tuple[str, ...]:
        return ("UMPAN BALIK PELAKSANAAN BIMBINGAN KINERJA",)

    def periksa(self) -> None:
        require(len(self.jawaban) == len(KRITERIA), "Umpan balik memuat sembilan kriteria.")

    def periksa_lengkap(self) -> None:
        require(all(one.strip() for one in self.jawaban), "Umpan balik belum diisi semua.")

    def penanda_tangan(self) -> list[dict[str, str | None]]:
        pegawai, pada = self.kepala.pegawai, self.pengesahan.pegawai_pada
        return [penanda_tangan("Pegawai yang Dinilai", pegawai.nama, pegawai.nip, pada)]

    def isi(self) -> dict[str, Any]:
        said = iter(self.jawaban)
        return {
            "subjek": [
                {"nama": subjek, "baris": [[one, next(said)] for one in criteria]}
                for subjek, criteria in SUBJEK
            ]
        }


@dataclass(frozen=True, slots=True)
class Kompetensi:
    """One row of B.1.9."""

    nama: str
    nilai: int
    alasan: str

    def __post_init__(self) -> None:
        require(self.nama.strip(), "Nama kompetensi belum diisi.")
        require(LOWEST <= self.nilai <= HIGHEST, "Nilai kompetensi dari 1 sampai 5.")
        require(self.alasan.strip(), f"Alasan nilai {self.nama} belum diisi.")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluasiKompetensi(Formulir):
    """Competency by 1 to 5 with grounds, by the Pimpinan or whoever was assigned.

    PermenPANRB 6/2022, Lampiran hlm. 84, Format B.1.9. The copy is cut: the end of the last head,
    the footnote of the asterisk, the meaning of 1 to 5 and the signatures were not found and are
    not made up; the evaluator signs [proposal].
    """

    template: ClassVar[str] = "evaluasi_kompetensi.typ"
    nama: ClassVar[str] = "Evaluasi Kompetensi Pegawai"
    menunggu: ClassVar[str] = "BELUM DITANDATANGANI"
    kode_format: str | None = "B.1.9"

    kompetensi: tuple[Kompetensi, ...]
    penilai_kompetensi: Pihak
    pihak_lain: bool = False
    dinilai_pada: datetime | None = None

    @property
    def judul(self) -> tuple[str, ...]:
        return ("EVALUASI KOMPETENSI PEGAWAI", "SEBAGAI TINDAK LANJUT BIMBINGAN KINERJA")

    def periksa(self) -> None:
        require(self.kompetensi, "Belum ada kompetensi yang dinilai.")

    def penanda_tangan(self) -> list[dict[str, str | None]]:
        who = self.penilai_kompetensi
        as_what = "Pihak lain yang diberikan penugasan khusus" if self.pihak_lain else "Pimpinan"
        return [penanda_tangan(as_what, who.nama, who.nip, self.dinilai_pada)]

    def isi(self) -> dict[str, Any]:
        return {"baris": [[one.nama, str(one.nilai), one.alasan] for one in self.kompetensi]}
