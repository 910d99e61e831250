"""Under /skp/perjanjian/: what the units of the agency undertake for a year."""

from django.urls import path

from bina.planning.views import perjanjian, sasaran

urlpatterns = [
    path("", perjanjian.daftar, name="daftar_perjanjian"),
    path("unit/<nomor:unit_pk>/<nomor:tahun>/mulai/", perjanjian.mulai, name="mulai_perjanjian"),
    path("<nomor:pk>/", perjanjian.perjanjian, name="perjanjian"),
    path("<nomor:pk>/sasaran/baru/", sasaran.sasaran_baru, name="sasaran_baru"),
    path("<nomor:pk>/sasaran/<nomor:sasaran_pk>/", sasaran.sasaran, name="sasaran"),
    path(
        "<nomor:pk>/sasaran/<nomor:sasaran_pk>/hapus/", sasaran.hapus_sasaran, name="hapus_sasaran"
    ),
    path("<nomor:pk>/anggaran/", sasaran.anggaran, name="anggaran"),
    path("<nomor:pk>/perubahan/", perjanjian.perubahan, name="perubahan_perjanjian"),
    path("<nomor:pk>/langkah/<slug:nama>/", perjanjian.langkah, name="langkah_perjanjian"),
]
