"""What an agency may choose from, by parameter: the words and bounds the rules understand."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from bina.rules.kesenjangan import KelasKinerja
from bina.rules.pembinaan import Penyebab, Rekomendasi
from bina.rules.permenpanrb6_2022 import Rating

KELAS: Final = tuple(KelasKinerja)
# Those a triage can hold and a page can lead on from; conduct and health have ways of their own.
SARAN: Final = (
    Rekomendasi.COACHING,
    Rekomendasi.MENTORING,
    Rekomendasi.PELATIHAN,
    Rekomendasi.SESUAIKAN_EKSPEKTASI,
    Rekomendasi.EKSPLORASI,
    Rekomendasi.TIDAK_PERLU,
)

# As staff files write them, in small letters.
KEDUDUKAN: Final = (
    "tugas belajar",
    "cltn",
    "cuti di luar tanggungan negara",
    "mpp",
    "masa persiapan pensiun",
    "pemberhentian sementara",
    "diberhentikan sementara",
    "pejabat negara",
    "cuti besar",
    "penerima uang tunggu",
)
DASAR_PERUBAHAN: Final = (
    "pejabat", "strategi", "perjanjian_kinerja", "keadaan_kahar", "cuti", "lainnya",
)  # fmt: skip

# parameter -> last word of the path ("" for all) -> choices
PILIHAN: Final[dict[str, dict[str, tuple[Any, ...]]]] = {
    "permenpanrb6_2022.rating_pimpinan_unit": {"": tuple(Rating)},
    "semenpanrb3_2023.pembulatan": {"": ("tanpa", "ke_bawah", "ke_atas", "terdekat")},
    "pemantauan.periode_rencana_aksi": {"": ("triwulan", "bulan")},
    "pemantauan.butir_catatan": {"": ("hari", "minggu", "bulan")},
    # Of rekan, bawahan, ketua tim; the pimpinan is one, and a group of them would never be full.
    "pemantauan.nama_pemberi": {"": ("disembunyikan", "disebut")},
    "pembinaan.penyebab_di_luar_pegawai": {"": SARAN},
    "pembinaan.tanpa_penyebab": {"": SARAN},
    "pembinaan.tinjauan_penilai": {"": KELAS},
    "pembinaan.coach_tanpa_sertifikat": {"": ("diperbolehkan", "ditolak")},
    "pp11_2017.kesenjangan_dari_predikat": {
        "klasifikasi": KELAS,
        "penyebab": tuple(one for one in Penyebab if one is not Penyebab.KESEHATAN),
    },
    "perencanaan.manual_indikator": {"": ("jpt", "semua", "tidak")},
    "perencanaan.klarifikasi": {"": ("diingatkan", "wajib", "tidak")},
    "pp30_2019.hari_kerja": {"": (1, 2, 3, 4, 5, 6, 7)},
    "permenpanrb6_2022.tenggat_langkah_keberatan": {"satuan": ("hari", "hari_kerja")},
    "perlan15_2020.batas_pppk": {"": ("diterapkan", "tidak_diterapkan")},
    "perencanaan.skp_pelaksana_tugas": {"": ("terpisah", "tambahan")},
    "perencanaan.bebas_skp": {"": KEDUDUKAN},
    "perencanaan.dasar_perubahan": {"": DASAR_PERUBAHAN},
    "hari_libur.hitungan_cuti_bersama": {"": ("dilewati", "dihitung")},
}
# What is nobody's to set: health is always referred to those who heal, and no gap is no gap.
TETAP: Final[dict[str, frozenset[str]]] = {
    "pembinaan.penyebab_di_luar_pegawai": frozenset({"kesehatan"}),
    "pp11_2017.kelas_kesenjangan_kompetensi": frozenset({"tidak_ada"}),
    "perbkn8_2019.kategori": frozenset({"sangat_rendah"}),
}


@dataclass(frozen=True, slots=True)
class Batas:
    """Between which numbers a value lies; for a list, how many it holds at least (`least`)."""

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Bagian:
    """One part to fill in. `jenis`: angka, bulat, pilihan, banyak (several of `pilihan`)."""

    nama: str
    jenis: str
    pilihan: tuple[Any, ...] = ()
    batas: Batas = Batas()
    wajib: bool = True


LUAS: Final = Batas()
PERSEN: Final = Batas(Decimal(0), Decimal(100))
BATAS: Final[dict[str, Batas]] = {
    "pemantauan.poin_tertinggal": Batas(Decimal(1), Decimal(100)),
    "perencanaan.akhir_penetapan": Batas(Decimal(1), Decimal(31)),
    "perencanaan.penempatan_baru": Batas(Decimal(1), Decimal(366)),
    "pemantauan.hari_tanpa_catatan": Batas(Decimal(1), Decimal(366)),
    "pemantauan.hari_tautan_umpan_balik": Batas(Decimal(1), Decimal(90)),
    "pemantauan.kelompok_umpan_balik": Batas(Decimal(2), Decimal(20)),
    "pemantauan.umpan_balik_berbalik": Batas(Decimal(1), Decimal(366)),
    "perencanaan.tingkat_unit_mandiri": Batas(Decimal(-1), Decimal(9)),
    "perencanaan.bagikan_di_latar": Batas(Decimal(1), Decimal(5000)),
    "perlan10_2018.kenaikan_internasional": PERSEN,
    "perbkn26_2019.persen_maksimum": Batas(Decimal(100), Decimal(500)),
    "semenpanrb3_2023.jumlah_minimum": Batas(Decimal(1), Decimal(100_000)),
    "pp30_2019.hari_kerja": Batas(Decimal(1), Decimal(7)),
    "pembinaan.pilihan_mentor": Batas(Decimal(1), Decimal(10)),
    "pembinaan.hari_jawab_mentor": Batas(Decimal(1), Decimal(60)),
    "pembinaan.hari_pengingat": Batas(Decimal(1), Decimal(90)),
    "pembinaan.hari_eskalasi": Batas(Decimal(2), Decimal(180)),
    "pembinaan.hari_tanpa_log_mentoring": Batas(Decimal(7), Decimal(366)),
    "pembinaan.hari_kalender_lampau": Batas(Decimal(0), Decimal(366)),
    "pembinaan.bobot_kecocokan_mentor": PERSEN,
    "pembinaan.peringatan_anggaran_jp": Batas(Decimal(1), Decimal(100)),
    "pp11_2017.kelas_kesenjangan_kinerja": PERSEN,
    "pp11_2017.kelas_kesenjangan_kompetensi": Batas(Decimal(0), Decimal(5)),
}
# Bands are read in their order: a rule that finds them out of it would give wrong answers.
NAIK: Final = frozenset({"pp11_2017.kelas_kesenjangan_kinerja"})
TURUN: Final = frozenset({"pp11_2017.kelas_kesenjangan_kompetensi", "perbkn8_2019.kategori"})
