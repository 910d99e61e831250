"""Addresses of coaching beyond its sessions."""

from django.urls import path

from bina.guidance.coaching.views import coach, kesepakatan

URLS = [
    path("coaching/<nomor:pk>/kesepakatan/", kesepakatan.kesepakatan, name="kesepakatan"),
    path("coaching/<nomor:pk>/kesepakatan/tulis/", kesepakatan.tulis, name="kesepakatan_tulis"),
    path(
        "coaching/<nomor:pk>/kesepakatan/tanda-tangan/",
        kesepakatan.tanda_tangan,
        name="kesepakatan_tanda_tangan",
    ),
    path("coaching/<nomor:pk>/langkah/<slug:name>/", kesepakatan.langkah, name="coaching_langkah"),
    path("coaching/<nomor:pk>/tutup/", kesepakatan.tutup, name="tutup"),
    path("coaching/<nomor:pk>/coach/", kesepakatan.tugaskan, name="tugaskan"),
    path("sesi/<nomor:pk>/reaksi/", coach.reaksi, name="reaksi"),
    path("catatan/<nomor:pk>/cabut/", coach.cabut, name="catatan_cabut"),
    path("coach/", coach.sertifikat, name="sertifikat"),
    path("coach/instansi/", coach.daftar_coach, name="daftar_coach"),
    path("coach/sertifikat/<nomor:pk>/", coach.berkas, name="sertifikat_berkas"),
    path("coach/sertifikat/<nomor:pk>/periksa/", coach.periksa, name="sertifikat_periksa"),
    path("pertanyaan/", coach.pertanyaan, name="pertanyaan"),
    path("pertanyaan/<nomor:pk>/tarik/", coach.tarik, name="pertanyaan_tarik"),
]
