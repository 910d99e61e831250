from django.urls import path

from bina.monitoring.views import (
    ekinerja,
    feedback,
    harian,
    layanan,
    permintaan,
    progress,
    rencana_aksi,
    sinyal,
    tautan,
)

app_name = "monitoring"
urlpatterns = [
    path("", progress.kemajuan, name="kemajuan"),
    path("hasil/<nomor:skp_id>/<uuid:kunci>/", progress.hasil, name="hasil"),
    path("catatan/<nomor:pk>/batalkan/", progress.batalkan, name="batalkan"),
    path("catatan/<nomor:pk>/bukti/", progress.tambah_bukti, name="tambah_bukti"),
    path("bukti/<nomor:pk>/", progress.bukti, name="bukti"),
    path("harian/", harian.catatan, name="harian"),
    path("e-kinerja/", ekinerja.progres, name="ekinerja"),
    path("e-kinerja/<str:jenis>/", ekinerja.unduh, name="ekinerja_unduh"),
    path("rencana-aksi/<nomor:skp_id>/", rencana_aksi.daftar, name="rencana_aksi"),
    path("rencana-aksi/<nomor:skp_id>/tulis/", rencana_aksi.tulis, name="rencana_aksi_tulis"),
    path("rencana-aksi/langkah/<nomor:pk>/ubah/", rencana_aksi.ubah, name="rencana_aksi_ubah"),
    path("rencana-aksi/langkah/<nomor:pk>/hapus/", rencana_aksi.hapus, name="rencana_aksi_hapus"),
    path("sinyal/<nomor:skp_id>/", sinyal.daftar, name="sinyal"),
    path("sinyal/<nomor:pk>/redam/", sinyal.redam, name="sinyal_redam"),
    path("sinyal/<nomor:pk>/bunyikan/", sinyal.bunyikan, name="sinyal_bunyikan"),
    path("umpan-balik/", feedback.milik_saya, name="umpan_balik_saya"),
    path("umpan-balik/<nomor:pegawai_id>/", feedback.umpan_balik, name="umpan_balik"),
    path("umpan-balik/beri/<nomor:skp_id>/", feedback.beri, name="beri"),
    path("umpan-balik/minta/<nomor:skp_id>/", permintaan.minta, name="minta"),
    path("tautan/", tautan.daftar, name="tautan"),
    path("tautan/buat/<nomor:skp_id>/", tautan.buat, name="buat_tautan"),
    path("tautan/<nomor:pk>/cabut/", tautan.cabut, name="cabut_tautan"),
    path("layanan/terima-kasih/", layanan.selesai, name="layanan_selesai"),
    path("layanan/<str:kode>/", layanan.layanan, name="layanan"),
    path("permintaan/", permintaan.daftar, name="permintaan_saya"),
    path("permintaan/<nomor:pk>/", permintaan.permintaan, name="permintaan"),
    path("permintaan/<nomor:pk>/tolak/", permintaan.tolak, name="tolak"),
    path(
        "permintaan/<nomor:pk>/batalkan/",
        permintaan.batalkan_permintaan,
        name="batalkan_permintaan",
    ),
]
