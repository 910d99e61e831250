from django.urls import path

from bina.monitoring.views import feedback, progress

app_name = "monitoring"
urlpatterns = [
    path("", progress.kemajuan, name="kemajuan"),
    path("hasil/<int:skp_id>/<uuid:kunci>/", progress.hasil, name="hasil"),
    path("catatan/<int:pk>/batalkan/", progress.batalkan, name="batalkan"),
    path("catatan/<int:pk>/bukti/", progress.tambah_bukti, name="tambah_bukti"),
    path("bukti/<int:pk>/", progress.bukti, name="bukti"),
    path("umpan-balik/", feedback.milik_saya, name="umpan_balik_saya"),
    path("umpan-balik/<int:pegawai_id>/", feedback.umpan_balik, name="umpan_balik"),
    path("umpan-balik/beri/<int:skp_id>/", feedback.beri, name="beri"),
    path("umpan-balik/minta/<int:skp_id>/", feedback.minta, name="minta"),
    path("permintaan/<int:pk>/", feedback.permintaan, name="permintaan"),
    path("permintaan/<int:pk>/tolak/", feedback.tolak, name="tolak"),
    path("permintaan/<int:pk>/batalkan/", feedback.batalkan_permintaan, name="batalkan_permintaan"),
]
