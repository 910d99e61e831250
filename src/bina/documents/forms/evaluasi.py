"""Evaluasi Kinerja Pegawai."""

from dataclasses import dataclass
from typing import Any, ClassVar

from bina.documents.forms.formulir import Formulir
from bina.documents.forms.hasil_kerja import HasilKerja, Ragam, with_height
from bina.documents.forms.invalid import require
from bina.documents.forms.istilah import (
    CapaianOrganisasi,
    Istilah,
    Pendekatan,
    PeriodeEvaluasi,
    Predikat,
    Rating,
)
from bina.documents.forms.pengesahan import penanda_tangan
from bina.documents.forms.perilaku import PerilakuKerja, require_seven_in_order
from bina.documents.forms.umpan_balik import UmpanBalik, paragraf

PILIHAN: dict[str, type[Istilah]] = {
    "capaian_organisasi": CapaianOrganisasi,
    "rating_hasil_kerja": Rating,
    "rating_perilaku_kerja": Rating,
    "predikat": Predikat,
}


@dataclass(frozen=True, slots=True)
class HasilKerjaDinilai:
    """A result with what was achieved (one text an indicator) and what was said of it."""

    hasil: HasilKerja
    realisasi: tuple[str, ...] = ()
    umpan_balik: tuple[UmpanBalik, ...] = ()

    def __post_init__(self) -> None:
        require(
            not self.realisasi or len(self.realisasi) == len(self.hasil.indikator),
            "Realisasi diisi satu untuk setiap indikator.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluasiKinerja(Formulir):
    """The appraisal of a period: ratings and predicate; the penilai alone signs.

    PermenPANRB 6/2022, Lampiran, Evaluasi Kinerja Pegawai (four variants; Anak Lampiran 4).
    Codes (C.x) not found. The form prints what the penilai set; it derives no predicate.
    """

    template: ClassVar[str] = "evaluasi.typ"
    nama: ClassVar[str] = "Evaluasi Kinerja Pegawai"

    pendekatan: Pendekatan
    periode_evaluasi: PeriodeEvaluasi
    utama: tuple[HasilKerjaDinilai, ...]
    tambahan: tuple[HasilKerjaDinilai, ...] = ()
    perilaku: tuple[PerilakuKerja, ...]
    capaian_organisasi: CapaianOrganisasi | None = None
    rating_hasil_kerja: Rating | None = None
    rating_perilaku_kerja: Rating | None = None
    predikat: Predikat | None = None

    @property
    def ragam(self) -> Ragam:
        return Ragam(self.kepala.kelompok, self.pendekatan)

    @property
    def judul(self) -> tuple[str, ...]:
        periode = f"PERIODE: {self.periode_evaluasi.cetak}*"
        return ("EVALUASI KINERJA PEGAWAI", *self.ragam.judul, periode)

    def periksa(self) -> None:
        require_seven_in_order(self.perilaku)
        self.ragam.periksa(self._hasil())
        require(self.pengesahan.pegawai_pada is None, "Evaluasi hanya ditandatangani penilai.")
        require(
            isinstance(self.periode_evaluasi, PeriodeEvaluasi), "Periode evaluasi tidak dikenal."
        )
        for nama, jenis in PILIHAN.items():
            nilai = getattr(self, nama)
            require(nilai is None or isinstance(nilai, jenis), f"{_sebutan(nama)} tidak dikenal.")

    def periksa_lengkap(self) -> None:
        require(self.utama, "Evaluasi memuat sedikitnya satu hasil kerja utama.")
        self.ragam.periksa_lengkap(self._hasil())
        for satu in self.utama + self.tambahan:
            require(satu.realisasi, f"Realisasi “{satu.hasil.rencana}” belum diisi.")
        if self.pengesahan.selesai:
            for nama in PILIHAN:
                require(getattr(self, nama), f"{_sebutan(nama)} belum ditetapkan.")

    def penanda_tangan(self) -> list[dict[str, str | None]]:
        penilai = self.kepala.penilai
        return [
            penanda_tangan(
                "Pejabat Penilai Kinerja", penilai.nama, penilai.nip, self.pengesahan.penilai_pada
            )
        ]

    def kode(self) -> dict[str, str | None]:
        return {"ragam": self.ragam.kode, "pola": self.capaian_organisasi}

    def isi(self) -> dict[str, Any]:
        return {
            "utama": [self._dinilai(satu) for satu in self.utama],
            "tambahan": [self._dinilai(satu) for satu in self.tambahan],
            "perilaku": [satu.isi() for satu in self.perilaku],
            "pilihan": {nama: self._pilihan(nama) for nama in PILIHAN},
        }

    def _hasil(self) -> tuple[HasilKerja, ...]:
        return tuple(satu.hasil for satu in self.utama + self.tambahan)

    def _dinilai(self, dinilai: HasilKerjaDinilai) -> dict[str, Any]:
        isi = self.ragam.isi(dinilai.hasil)
        realisasi = dinilai.realisasi or ("",) * len(dinilai.hasil.indikator)
        isi["akhir"] = [paragraf(dinilai.umpan_balik)]
        if self.ragam.kuantitatif:
            pasangan = zip(isi["baris"], realisasi, strict=True)
            isi["baris"] = [[*baris, satu] for baris, satu in pasangan]
        else:
            isi["akhir"].insert(0, {"butir": [satu for satu in realisasi if satu]})
        return with_height(isi)

    def _pilihan(self, nama: str) -> dict[str, Any]:
        """The chosen word, or all of them where nothing is chosen yet."""
        nilai = getattr(self, nama)
        semua = [satu.cetak for satu in PILIHAN[nama]]
        return {"terpilih": nilai is not None, "teks": nilai.cetak if nilai else "/ ".join(semua)}


def _sebutan(nama: str) -> str:
    return nama.replace("_", " ").capitalize()
