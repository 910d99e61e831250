"""Under /skp/perjanjian/: what the units of the agency undertake for a year."""

from django.urls import path

from bina.planning.perjanjian.views import impor as impor_perjanjian
from bina.planning.perjanjian.views import perjanjian, sasaran

urlpatterns = [
    path("", perjanjian.daftar, name="daftar_perjanjian"),
    path("unit/<nomor:unit_pk>/<nomor:tahun>/mulai/", perjanjian.mulai, name="mulai_perjanjian"),
    path("impor/", impor_perjanjian.impor, name="impor_perjanjian"),
    path("impor/contoh/", impor_perjanjian.contoh, name="contoh_perjanjian"),
    path("impor/<nomor:pk>/", impor_perjanjian.rinci, name="impor_perjanjian_rinci"),
    path("impor/<nomor:pk>/ambil/", impor_perjanjian.ambil, name="impor_perjanjian_ambil"),
    path("impor/<nomor:pk>/batalkan/", impor_perjanjian.batalkan, name="impor_perjanjian_batalkan"),
    path("<nomor:pk>/", perjanjian.perjanjian, name="perjanjian"),
    path("<nomor:pk>/sasaran/baru/", sasaran.sasaran_baru, name="sasaran_baru"),
    path("<nomor:pk>/sasaran/<nomor:sasaran_pk>/", sasaran.sasaran, name="sasaran"),
    path(
        "<nomor:pk>/sasaran/<nomor:sasaran_pk>/hapus/", sasaran.hapus_sasaran, name="hapus_sasaran"
    ),
    path("<nomor:pk>/anggaran/", sasaran.anggaran, name="anggaran"),
    path("<nomor:pk>/bandingkan/", perjanjian.bandingkan, name="bandingkan_perjanjian"),
    path("<nomor:pk>/perubahan/", perjanjian.perubahan, name="perubahan_perjanjian"),
    path("<nomor:pk>/langkah/<slug:nama>/", perjanjian.langkah, name="langkah_perjanjian"),
]
