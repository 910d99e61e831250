"""Samples of the official forms: made-up people of the invented Kabupaten Nusa Bahari."""

from datetime import UTC, date, datetime, timedelta, timezone

from bina.documents import door as documents
from bina.documents.door import (
    Aspek,
    HasilKerja,
    HasilKerjaDinilai,
    Indikator,
    Keadaan,
    Kelompok,
    Kepala,
    Nilai,
    Pendekatan,
    Pengesahan,
    PerilakuKerja,
    Periode,
    Perspektif,
    Pihak,
    UmpanBalik,
)

WITA = timezone(timedelta(hours=8))
TAHUN = Periode(date(2026, 1, 1), date(2026, 12, 31))
INSTANSI = "PEMERINTAH KABUPATEN NUSA BAHARI"

ANI = Pihak(
    nama="Ani Rahmawati, S.A.P.",
    nip="199403122019032004",
    pangkat="Penata Muda/ III/a",
    jabatan="Analis Tata Laksana Ahli Pertama",
    unit_kerja="Bagian Organisasi, Sekretariat Daerah",
)
BUDI = Pihak(
    nama="Budi Santoso, S.Sos., M.Si.",
    nip="197811052005011007",
    pangkat="Pembina/ IV/a",
    jabatan="Kepala Bagian Organisasi",
    unit_kerja="Bagian Organisasi, Sekretariat Daerah",
)
RATNA = Pihak(
    nama="Dra. Ratna Wulandari, M.M.",
    nip="196909171994032005",
    pangkat="Pembina Utama Madya/ IV/d",
    jabatan="Sekretaris Daerah",
    unit_kerja="Sekretariat Daerah",
)
BUPATI = Pihak(nama="H. Syamsul Arifin", nip=None, jabatan="Bupati Nusa Bahari", instansi=INSTANSI)

KEPALA_JA_JF = Kepala(INSTANSI, TAHUN, Kelompok.JA_JF, ANI, BUDI)
KEPALA_JPT = Kepala(INSTANSI, TAHUN, Kelompok.JPT, RATNA, BUPATI)

DRAF = Pengesahan(Keadaan.DRAF, "Nusa Bahari")
MENUNGGU = Pengesahan(
    Keadaan.BELUM_DITETAPKAN,
    "Nusa Bahari",
    pegawai_pada=datetime(2026, 1, 14, 9, 5, tzinfo=WITA),
)
DITETAPKAN = Pengesahan(
    Keadaan.DITETAPKAN,
    "Nusa Bahari",
    date(2026, 1, 20),
    pegawai_pada=datetime(2026, 1, 14, 9, 5, tzinfo=WITA),
    penilai_pada=datetime(2026, 1, 20, 14, 30, tzinfo=WITA),
)
DITETAPKAN_PENILAI = Pengesahan(
    Keadaan.DITETAPKAN,
    "Nusa Bahari",
    date(2026, 10, 7),
    penilai_pada=datetime(2026, 10, 7, 10, 15, tzinfo=WITA),
)
DITETAPKAN_PEGAWAI = Pengesahan(
    Keadaan.DITETAPKAN,
    "Nusa Bahari",
    date(2026, 7, 3),
    pegawai_pada=datetime(2026, 7, 3, 8, 40, tzinfo=WITA),
)
DITETAPKAN_COACHING = Pengesahan(
    Keadaan.DITETAPKAN,
    "Nusa Bahari",
    date(2026, 6, 12),
    pegawai_pada=datetime(2026, 6, 12, 11, 20, tzinfo=WITA),
    penilai_pada=datetime(2026, 6, 12, 11, 42, tzinfo=WITA),
)

EKSPEKTASI = {
    Nilai.BERORIENTASI_PELAYANAN: "Menjawab permintaan perangkat daerah paling lambat dua hari.",
    Nilai.AKUNTABEL: "Mencantumkan sumber data pada setiap bahan yang disampaikan.",
    Nilai.KOLABORATIF: "Melibatkan Dinas Kominfo sejak penyusunan rancangan.",
}
PERILAKU = tuple(PerilakuKerja(nilai, EKSPEKTASI.get(nilai, "")) for nilai in Nilai)
PERILAKU_DINILAI = tuple(
    PerilakuKerja(
        nilai,
        EKSPEKTASI.get(nilai, ""),
        (UmpanBalik("Pimpinan", "Konsisten, terlihat dalam rapat mingguan dan surat balasan."),),
    )
    for nilai in Nilai
)

_PETA_PROSES = HasilKerja(
    rencana="Tersusunnya peta proses bisnis perangkat daerah",
    diintervensi="Meningkatnya kualitas tata laksana pemerintah kabupaten",
    indikator=(
        Indikator("Perangkat daerah yang peta prosesnya disahkan", "24 unit", Aspek.KUANTITAS),
        Indikator("Peta proses sesuai pedoman tanpa perbaikan besar", "90 persen", Aspek.KUALITAS),
        Indikator("Penyelesaian seluruh peta proses", "30 September 2026", Aspek.WAKTU),
    ),
)  # fmt: skip
_SURVEI = HasilKerja(
    rencana="Terlaksananya survei kepuasan masyarakat pada unit pelayanan",
    diintervensi="Meningkatnya mutu pelayanan publik",
    indikator=(
        Indikator("Unit pelayanan yang disurvei dan dilaporkan", "12 unit", Aspek.KUANTITAS),
    ),
)
_TIM_SPBE = HasilKerja(
    rencana="Terselenggaranya pertanggungjawaban kegiatan tim SPBE",
    penugasan_dari="Kepala Dinas Komunikasi dan Informatika",
    indikator=(Indikator("Laporan triwulanan tim", "4 laporan", Aspek.KUANTITAS),),
)
_RB = HasilKerja(
    rencana="Meningkatnya indeks reformasi birokrasi kabupaten",
    indikator=(
        Indikator("Nilai indeks reformasi birokrasi", "78,50", None, Perspektif.PENERIMA_LAYANAN),
        Indikator("Rencana aksi yang selesai", "85 persen", None, Perspektif.PROSES_BISNIS),
    ),
)
_SAKIP = HasilKerja(
    rencana="Terkendalinya anggaran sekretariat daerah",
    penugasan_dari="Bupati Nusa Bahari",
    indikator=(Indikator("Realisasi anggaran", "95 persen", None, Perspektif.ANGGARAN),),
)


def _tanpa_kolom(hasil: HasilKerja) -> HasilKerja:
    """The same result for the kualitatif form, which has no such columns."""
    indikator = tuple(Indikator(satu.uraian, satu.target) for satu in hasil.indikator)
    return HasilKerja(hasil.rencana, indikator, penugasan_dari=hasil.penugasan_dari)


UTAMA = {
    (Kelompok.JA_JF, Pendekatan.KUANTITATIF): (_PETA_PROSES, _SURVEI),
    (Kelompok.JA_JF, Pendekatan.KUALITATIF): (_tanpa_kolom(_PETA_PROSES), _tanpa_kolom(_SURVEI)),
    (Kelompok.JPT, Pendekatan.KUANTITATIF): (_RB,),
    (Kelompok.JPT, Pendekatan.KUALITATIF): (_RB,),
}
TAMBAHAN = {
    (Kelompok.JA_JF, Pendekatan.KUANTITATIF): (_TIM_SPBE,),
    (Kelompok.JA_JF, Pendekatan.KUALITATIF): (_tanpa_kolom(_TIM_SPBE),),
    (Kelompok.JPT, Pendekatan.KUANTITATIF): (_SAKIP,),
    (Kelompok.JPT, Pendekatan.KUALITATIF): (_SAKIP,),
}


def _kepala(kelompok: Kelompok) -> Kepala:
    return KEPALA_JPT if kelompok is Kelompok.JPT else KEPALA_JA_JF


def _dinilai(hasil: HasilKerja) -> HasilKerjaDinilai:
    return HasilKerjaDinilai(
        hasil,
        tuple(f"{satu.target}, sesuai bukti dukung triwulan III" for satu in hasil.indikator),
        (
            UmpanBalik("Pimpinan", "Hasil sesuai dengan yang disepakati; pertahankan ketelitian."),
            UmpanBalik("Rekan kerja", "Cepat menanggapi pertanyaan."),
        ),
    )


def skp(
    kelompok: Kelompok, pendekatan: Pendekatan, pengesahan: Pengesahan = DITETAPKAN
) -> documents.Skp:
    return documents.Skp(
        kepala=_kepala(kelompok),
        pengesahan=pengesahan,
        pendekatan=pendekatan,
        utama=UTAMA[kelompok, pendekatan],
        tambahan=TAMBAHAN[kelompok, pendekatan],
        perilaku=PERILAKU,
    )


def evaluasi(kelompok: Kelompok, pendekatan: Pendekatan) -> documents.EvaluasiKinerja:
    return documents.EvaluasiKinerja(
        kepala=_kepala(kelompok),
        pengesahan=DITETAPKAN_PENILAI,
        pendekatan=pendekatan,
        periode_evaluasi=documents.PeriodeEvaluasi.TRIWULAN_III,
        utama=tuple(_dinilai(satu) for satu in UTAMA[kelompok, pendekatan]),
        tambahan=tuple(_dinilai(satu) for satu in TAMBAHAN[kelompok, pendekatan]),
        perilaku=PERILAKU_DINILAI,
        capaian_organisasi=documents.CapaianOrganisasi.BAIK,
        rating_hasil_kerja=documents.Rating.SESUAI,
        rating_perilaku_kerja=documents.Rating.DI_ATAS,
        predikat=documents.Predikat.BAIK,
    )


def lampiran_skp() -> documents.LampiranSkp:
    return documents.LampiranSkp(
        kepala=KEPALA_JA_JF,
        pengesahan=DITETAPKAN,
        dukungan_sumber_daya=(
            "Dua anggota tim dari bagian perencanaan selama triwulan II dan III",
            "Akses ke aplikasi tata naskah dinas elektronik",
        ),
        skema_pertanggungjawaban=("Laporan kemajuan setiap Jumat kepada Kepala Bagian",),
        konsekuensi=("Keterlambatan dibahas dalam dialog kinerja bulan berikutnya",),
    )


_MASALAH = (
    documents.Masalah(documents.JenisMasalah.PROSES, "Pengesahan menunggu rata-rata tiga pekan."),
    documents.Masalah(documents.JenisMasalah.METODE, "Lokakarya tidak dihadiri pemilik proses."),
)


def coaching() -> documents.PelaksanaanCoaching:
    return documents.PelaksanaanCoaching(
        kepala=KEPALA_JA_JF,
        pengesahan=DITETAPKAN_COACHING,
        pelaksana=documents.Pelaksana(BUDI),
        tanggal=date(2026, 6, 12),
        tempat="Ruang rapat Bagian Organisasi",
        sesi_ke=2,
        rhk=(_PETA_PROSES.rencana,),
        progres_strategi="Sembilan dari 24 unit selesai. Strategi: lokakarya per rumpun.",
        masalah=_MASALAH,
        penyebab="Undangan dikirim ke sekretariat dinas, bukan kepada pemilik proses.",
        alternatif_solusi=("Klinik satu lawan satu setiap Selasa", "Pengesahan per gelombang"),
        tindak_lanjut=(
            documents.TindakLanjut(
                "Menyusun jadwal klinik untuk 15 perangkat daerah", date(2026, 6, 19)
            ),
        ),
        penyesuaian=(
            documents.PenyesuaianEkspektasi(
                item="Penyelesaian seluruh peta proses",
                semula="paling lambat 30 September 2026",
                menjadi="paling lambat 31 Oktober 2026",
                alasan="Tiga perangkat daerah baru dibentuk pada bulan Mei.",
            ),
        ),
    )


def umpan_balik_bimbingan() -> documents.UmpanBalikBimbingan:
    return documents.UmpanBalikBimbingan(
        kepala=KEPALA_JA_JF,
        pengesahan=DITETAPKAN_PEGAWAI,
        jawaban=(
            "Ya. Keberatan saya didengar sampai selesai.",
            "Ya; kerja bulan lalu disebut satu per satu.",
            "Sebagian besar. Tentang beban kerja saya masih ragu.",
            "Ya, memakai angka dari aplikasi.",
            "Ya.",
            "Lebih banyak bertanya; hanya sekali memberi contoh.",
            "Ya, saya menemukan dua cara yang belum saya coba.",
            "Ya: jadwal klinik setiap Selasa.",
            "Ya, dijelaskan pada awal pertemuan.",
        ),
    )


def evaluasi_kompetensi() -> documents.EvaluasiKompetensi:
    return documents.EvaluasiKompetensi(
        kepala=KEPALA_JA_JF,
        pengesahan=DITETAPKAN_PENILAI,
        kompetensi=(
            documents.Kompetensi(
                "Menyusun peta proses bisnis", 4, "Tiga peta terakhir sah tanpa perbaikan besar."
            ),
            documents.Kompetensi(
                "Memimpin lokakarya", 3, "Peserta terlibat, waktunya belum terjaga."
            ),
        ),
        penilai_kompetensi=BUDI,
        dinilai_pada=DITETAPKAN_PENILAI.penilai_pada,
    )


def manual_indikator() -> documents.ManualIndikator:
    return documents.ManualIndikator(
        kepala=KEPALA_JPT,
        pengesahan=DITETAPKAN,
        manual=(
            documents.Manual(
                rencana="Pelayanan administrasi perangkat daerah makin cepat",
                indikator="Indeks kepuasan perangkat daerah",
                target="85 sampai 90 poin",
                tujuan="Mengetahui apakah perangkat daerah terbantu oleh Sekretariat Daerah",
                definisi="Rata-rata jawaban survei tengah tahun dan akhir tahun",
                formula="Jumlah nilai jawaban dibagi jumlah responden",
                satuan="poin",
                kendali="Outcome Antara",
                sumber_data="Survei Bagian Organisasi",
                periode="Semesteran",
            ),
        ),
    )


DICETAK_PADA = datetime(2026, 10, 7, 2, 30, tzinfo=UTC).astimezone(WITA)


def all_forms() -> dict[str, documents.Formulir]:
    """One of each form, by a name for its file."""
    forms: dict[str, documents.Formulir] = {
        "lampiran_skp": lampiran_skp(),
        "manual_indikator": manual_indikator(),
        "coaching": coaching(),
        "umpan_balik_bimbingan": umpan_balik_bimbingan(),
        "evaluasi_kompetensi": evaluasi_kompetensi(),
    }
    for kelompok, pendekatan in UTAMA:
        forms[f"skp_{kelompok}_{pendekatan}"] = skp(kelompok, pendekatan)
        forms[f"evaluasi_{kelompok}_{pendekatan}"] = evaluasi(kelompok, pendekatan)
    return forms
