"""Addresses of what is used again: texts, templates, copies."""

from django.urls import path

from bina.planning.pakai_ulang.views import bagikan, salin, teks, templat

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
    path("<nomor:pk>/salin/", salin.salin, name="salin"),
    path("<nomor:pk>/tawarkan/", salin.tawarkan, name="tawarkan"),
]
