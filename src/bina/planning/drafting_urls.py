"""Addresses of drafting in the space of planning: what is used again, and the dialogue."""

from django.urls import path

from bina.planning.views import bagikan, klarifikasi, salin, teks, templat

urlpatterns = [
    path("teks-lampiran/", teks.daftar, name="teks_lampiran"),
    path("teks-lampiran/<nomor:pk>/hentikan/", teks.hentikan, name="hentikan_teks"),
    path("templat/", templat.daftar, name="templat"),
    path("templat/baru/", templat.baru, name="templat_baru"),
    path("templat/<nomor:pk>/", templat.rinci, name="templat_rinci"),
    path("templat/<nomor:pk>/hasil/baru/", templat.hasil, name="templat_hasil_baru"),
    path("templat/<nomor:pk>/hasil/<nomor:nomor>/", templat.hasil, name="templat_hasil"),
    path(
        "templat/<nomor:pk>/hasil/<nomor:nomor>/hapus/",
        templat.hapus_hasil,
        name="templat_hapus_hasil",
    ),
    path("templat/<nomor:pk>/hentikan/", templat.hentikan, name="hentikan_templat"),
    path("templat/<nomor:pk>/bagikan/", bagikan.bagikan, name="bagikan"),
    path("pembagian/<nomor:pk>/", bagikan.pembagian, name="pembagian"),
    path("pembagian/<nomor:pk>/kemajuan/", bagikan.kemajuan, name="pembagian_kemajuan"),
    path("<nomor:pk>/klarifikasi/", klarifikasi.klarifikasi, name="klarifikasi"),
    path(
        "<nomor:pk>/klarifikasi/catatan/<nomor:hasil_pk>/",
        klarifikasi.catatan,
        name="catatan_klarifikasi",
    ),
    path("<nomor:pk>/klarifikasi/sepakat/", klarifikasi.sepakat, name="sepakat"),
    path(
        "<nomor:pk>/klarifikasi/sepakat/<nomor:butir_pk>/batal/",
        klarifikasi.batal_sepakat,
        name="batal_sepakat",
    ),
    path("<nomor:pk>/klarifikasi/paraf/", klarifikasi.paraf, name="paraf_klarifikasi"),
    path("<nomor:pk>/salin/", salin.salin, name="salin"),
    path("<nomor:pk>/tawarkan/", salin.tawarkan, name="tawarkan"),
]
