"""What the people of Puskesmas Kampung Laut plan for the year. All of it is made up."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bina.planning.isi import IsiHasil, IsiIndikator


@dataclass(frozen=True, slots=True)
class Rencana:
    """One person's plan and how far it got.

    `tempo` is progress against the time elapsed; `dukung` says, by number, which result of the
    pimpinan each result supports.
    """

    nip: str
    hasil: tuple[IsiHasil, ...]
    tempo: tuple[float, ...] = ()
    dukung: tuple[int, ...] = (0,)
    berhenti_di: str = "ditetapkan"
    ekspektasi: tuple[tuple[str, str], ...] = ()


def iki(
    uraian: str, target: int, satuan: str, aspek: str = "kuantitas", **rest: Any
) -> IsiIndikator:
    return IsiIndikator(uraian, aspek, Decimal(target), satuan=satuan, **rest)


def hasil(uraian: str, manfaat: str, untuk: str, *indikator: IsiIndikator, **rest: Any) -> IsiHasil:
    return IsiHasil(uraian, manfaat=manfaat, penerima_manfaat=untuk, indikator=indikator, **rest)


DINAS = Rencana(
    "197501152006031011",  # Lanjar Latupono, Kepala Dinas Kesehatan
    (
        hasil(
            "Angka kesakitan ibu dan bayi menurun",
            "Ibu dan bayi lebih sehat",
            "Ibu hamil dan bayi di kabupaten",
            IsiIndikator("Ibu hamil dengan enam kunjungan lengkap", "", Decimal(95), satuan="%",
                         cara_hitung="terakhir"),
            perspektif="penerima_layanan",
        ),
        hasil(
            "Persediaan farmasi terkendali di semua puskesmas",
            "Obat tersedia saat dibutuhkan",
            "Pasien puskesmas",
            IsiIndikator("Puskesmas tanpa kekosongan obat esensial", "", Decimal(20),
                         satuan="puskesmas", cara_hitung="terakhir"),
            perspektif="proses_bisnis",
        ),
    ),
    (0.98,),
)  # fmt: skip

PUSKESMAS = Rencana(
    "197802102000122026",  # Latika Maryati, Kepala Puskesmas Kampung Laut
    (
        hasil(
            "Pelayanan ibu dan anak di wilayah Kampung Laut sesuai standar",
            "Kehamilan berisiko ditemukan lebih awal",
            "Ibu hamil dan keluarganya",
            iki("Ibu hamil dengan enam kunjungan lengkap", 240, "orang"),
            iki("Kepuasan pasien", 85, "%", "kualitas", cara_hitung="terakhir"),
        ),
        hasil(
            "Persediaan obat dan alat puskesmas tertib",
            "Pelayanan tidak terhenti karena kekosongan obat",
            "Pasien puskesmas",
            iki("Laporan stok tepat waktu", 12, "laporan", "waktu"),
        ),
        hasil(
            "Administrasi puskesmas tertib dan tepat waktu",
            "Keputusan diambil dari data yang benar",
            "Dinas Kesehatan dan pegawai puskesmas",
            iki("Laporan bulanan lengkap", 12, "laporan"),
            jenis="tambahan",
        ),
    ),
    (0.97,),
    dukung=(0, 1, 0),
)

SALIMAH = Rencana(
    "198609052017122035",  # Bidan Mahir
    (
        hasil(
            "Ibu hamil di wilayah Kampung Laut mendapat pelayanan antenatal sesuai standar",
            "Risiko kehamilan diketahui lebih awal",
            "Ibu hamil di enam desa",
            iki("Ibu hamil dengan enam kunjungan lengkap", 240, "orang"),
            iki("Kunjungan tercatat lengkap di buku KIA", 95, "%", "kualitas",
                cara_hitung="terakhir"),
        ),
        hasil(
            "Kelas ibu hamil berjalan di enam desa dan diikuti keluarga",
            "Keluarga siap mendampingi persalinan",
            "Ibu hamil dan keluarganya",
            iki("Sesi kelas yang terlaksana", 36, "sesi"),
        ),
        hasil(
            "Pencatatan obat dan alat KIA tertib setiap akhir bulan",
            "Kebutuhan KIA terpenuhi tepat waktu",
            "Tim farmasi puskesmas",
            iki("Laporan stok tepat waktu", 12, "laporan", "waktu"),
            jenis="tambahan",
        ),
    ),
    (0.97, 0.6, 1.0),
    dukung=(0, 0, 1),
    ekspektasi=(
        ("berorientasi_pelayanan", "Menjawab pesan ibu hamil risiko tinggi pada hari yang sama"),
        ("kolaboratif", "Mengajak kader desa menyusun jadwal kelas"),
    ),
)  # fmt: skip

JATI = Rencana(
    "197805152007011035",  # Perawat Terampil
    (
        hasil(
            "Pasien hipertensi terpantau setiap bulan",
            "Komplikasi dicegah",
            "Pasien hipertensi di wilayah Kampung Laut",
            iki("Kunjungan rumah pasien hipertensi", 180, "kunjungan"),
        ),
        hasil(
            "Ruang tindakan siap pakai setiap hari",
            "Pasien gawat darurat tertolong cepat",
            "Pasien puskesmas",
            iki("Pemeriksaan alat harian", 240, "kali", "kualitas"),
        ),
    ),
    (0.55, 0.9),
)

MUJUR = Rencana(
    "197108012023211008",  # Apoteker Ahli Pertama
    (
        hasil(
            "Obat esensial tersedia sepanjang tahun",
            "Pasien pulang dengan obat yang dibutuhkan",
            "Pasien puskesmas",
            iki("Hari tanpa kekosongan obat esensial", 300, "hari"),
            iki("Waktu tunggu resep", 15, "menit", "waktu", arah="turun", cara_hitung="terakhir"),
        ),
    ),
    (0.98,),
    dukung=(1,),
)
HANA = Rencana(
    "199202182024212034",  # Dokter Ahli Pertama
    (
        hasil(
            "Pasien rawat jalan mendapat pemeriksaan sesuai standar",
            "Diagnosis tepat sejak kunjungan pertama",
            "Pasien puskesmas",
            iki("Pasien diperiksa", 4800, "pasien"),
            iki("Rekam medis lengkap", 95, "%", "kualitas", cara_hitung="terakhir"),
        ),
    ),
    (1.05,),
)
HENDRI = Rencana(
    "199511102022031028",  # Pengadministrasi Umum
    (
        hasil(
            "Surat masuk dan keluar tercatat pada hari yang sama",
            "Permintaan warga tidak terlambat dijawab",
            "Warga dan pegawai puskesmas",
            iki("Surat tercatat pada hari yang sama", 1200, "surat"),
        ),
    ),
    (0.9,),
    dukung=(2,),
)
BAKIANTO = Rencana(
    "197011232025211009",  # Operator Layanan Operasional
    (
        hasil(
            "Lingkungan puskesmas bersih setiap hari",
            "Pasien merasa nyaman dan aman",
            "Pasien dan pegawai puskesmas",
            iki("Pemeriksaan kebersihan harian", 240, "kali"),
        ),
    ),
    dukung=(2,),
    berhenti_di="dikembalikan",
)
ZELAYA = Rencana(
    "199602152020212025",  # Dokter Ahli Muda
    (
        hasil(
            "Kasus rujukan tertangani sesuai pedoman",
            "Pasien gawat tertangani tanpa penundaan",
            "Pasien rujukan",
            iki("Rujukan sesuai pedoman", 90, "%", "kualitas", cara_hitung="terakhir"),
        ),
    ),
    berhenti_di="diajukan",
)

# In the order in which they can be written: who is supported comes first.
ALL = (DINAS, PUSKESMAS, SALIMAH, JATI, MUJUR, HANA, HENDRI, BAKIANTO, ZELAYA)
SEND_BACK = "Target 240 kali belum menyebut hari libur. Sesuaikan dengan hari kerja tahun ini."
