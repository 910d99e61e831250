from django.urls import path

from bina.people.views import akun, atasan, imports, kantor, organisasi, tim, tim_orang

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
    path("tim/", tim.daftar, name="tim"),
    path("tim/baru/", tim.baru, name="tim_baru"),
    path("tim/<nomor:pk>/", tim.rinci, name="tim_rinci"),
    path("tim/<nomor:pk>/ubah/", tim.ubah, name="tim_ubah"),
    path("tim/<nomor:pk>/akhiri/", tim.akhiri, name="tim_akhiri"),
    path("tim/<nomor:pk>/ketua/", tim_orang.ketua, name="tim_ketua"),
    path("tim/<nomor:pk>/anggota/", tim_orang.anggota, name="tim_anggota"),
    path("tim/anggota/<nomor:pk>/akhiri/", tim_orang.akhiri, name="tim_akhiri_anggota"),
    path("tim/anggota/<nomor:pk>/batalkan/", tim_orang.batalkan, name="tim_batal_anggota"),
    path("tim/ketua/<nomor:pk>/batalkan/", tim_orang.batal_ketua, name="tim_batal_ketua"),
    path("impor/", imports.impor, name="impor"),
    path("impor/<nomor:pk>/", imports.rinci, name="impor_rinci"),
    path("impor/<nomor:pk>/kemajuan/", imports.kemajuan, name="impor_kemajuan"),
    path("impor/<nomor:pk>/ambil/", imports.ambil, name="impor_ambil"),
    path("impor/<nomor:pk>/batalkan/", imports.batalkan, name="impor_batalkan"),
    path("impor/<nomor:pk>/unduh/<slug:bagian>/<slug:jenis>/", imports.unduh, name="impor_unduh"),
]
