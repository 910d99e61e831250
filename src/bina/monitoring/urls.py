from django.urls import path

from bina.monitoring.views import feedback, progress

app_name = "monitoring"
urlpatterns = [
    path("", progress.kemajuan, name="kemajuan"),
    path("hasil/<nomor:skp_id>/<uuid:kunci>/", progress.hasil, name="hasil"),
    path("catatan/<nomor:pk>/batalkan/", progress.batalkan, name="batalkan"),
    path("catatan/<nomor:pk>/bukti/", progress.tambah_bukti, name="tambah_bukti"),
    path("bukti/<nomor:pk>/", progress.bukti, name="bukti"),
    path("umpan-balik/", feedback.milik_saya, name="umpan_balik_saya"),
    path("umpan-balik/<nomor:pegawai_id>/", feedback.umpan_balik, name="umpan_balik"),
    path("umpan-balik/beri/<nomor:skp_id>/", feedback.beri, name="beri"),
    path("umpan-balik/minta/<nomor:skp_id>/", feedback.minta, name="minta"),
    path("permintaan/<nomor:pk>/", feedback.permintaan, name="permintaan"),
    path("permintaan/<nomor:pk>/tolak/", feedback.tolak, name="tolak"),
    path(
        "permintaan/<nomor:pk>/batalkan/", feedback.batalkan_permintaan, name="batalkan_permintaan"
    ),
]
