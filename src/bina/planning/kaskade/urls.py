"""Under /skp/kaskade/: whose result supports which, unit by unit."""

from django.urls import path

from bina.planning.kaskade.views import kaskade, matriks

urlpatterns = [
    path("<nomor:unit_pk>/", kaskade.pohon, name="kaskade"),
    path("<nomor:unit_pk>/matriks/", matriks.matriks, name="matriks"),
    path("<nomor:unit_pk>/matriks/isi/", matriks.isi, name="isi_matriks"),
    path("<nomor:unit_pk>/cakupan/", kaskade.cakupan, name="cakupan"),
    path("<nomor:unit_pk>/cakupan/<slug:daftar>/", kaskade.cakupan_daftar, name="cakupan_daftar"),
    path("<nomor:unit_pk>/unduh/<slug:apa>/", kaskade.unduh, name="unduh_kaskade"),
]
