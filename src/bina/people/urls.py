from django.urls import path

from bina.people.views import akun, atasan, imports, kantor, organisasi

app_name = "people"
urlpatterns = [
    path("", organisasi.organisasi, name="organisasi"),
    path("pegawai/", organisasi.pegawai, name="pegawai"),
    path("pegawai/<nomor:pk>/atasan/", atasan.koreksi, name="koreksi"),
    path("pegawai/<nomor:pk>/akun/", akun.buka, name="buka_akun"),
    path("orang/baru/", organisasi.orang_baru, name="orang_baru"),
    path("atasan/", atasan.atasan_saya, name="atasan_saya"),
    path("atasan/permohonan/", atasan.permohonan, name="permohonan"),
    path(
        "atasan/permohonan/<nomor:pk>/<slug:name>/",
        atasan.permohonan_langkah,
        name="permohonan_langkah",
    ),
    path("kantor/", kantor.kantor, name="kantor"),
    path("kantor/<nomor:pk>/akhiri/", kantor.akhiri, name="akhiri_kantor"),
    path("impor/", imports.impor, name="impor"),
    path("impor/<nomor:pk>/", imports.rinci, name="impor_rinci"),
    path("impor/<nomor:pk>/kemajuan/", imports.kemajuan, name="impor_kemajuan"),
    path("impor/<nomor:pk>/ambil/", imports.ambil, name="impor_ambil"),
    path("impor/<nomor:pk>/batalkan/", imports.batalkan, name="impor_batalkan"),
    path("impor/<nomor:pk>/unduh/<slug:bagian>/<slug:jenis>/", imports.unduh, name="impor_unduh"),
]
