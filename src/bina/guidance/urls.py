from django.urls import path

from bina.guidance.views import catatan, coaching, daftar, sesi, triase

app_name = "guidance"
urlpatterns = [
    path("", daftar.daftar, name="daftar"),
    path("perbandingan/", daftar.perbandingan, name="perbandingan"),
    path("minta/", triase.minta, name="minta"),
    path("timbang/<int:skp_id>/<uuid:kunci>/", triase.timbang, name="timbang"),
    path("triase/<int:pk>/", triase.triase, name="triase"),
    path("triase/<int:pk>/penyebab/", triase.penyebab, name="penyebab"),
    path("triase/<int:pk>/putuskan/", triase.putuskan, name="putuskan"),
    path("triase/<int:pk>/batalkan/", triase.batalkan, name="batalkan"),
    path("triase/<int:pk>/coaching/", triase.mulai, name="mulai"),
    path("coaching/<int:pk>/", coaching.coaching, name="coaching"),
    path("coaching/<int:pk>/sesi/", coaching.sesi_baru, name="sesi_baru"),
    path("coaching/<int:pk>/tutup/", coaching.tutup, name="tutup"),
    path("sesi/<int:pk>/", sesi.sesi, name="sesi"),
    path("sesi/<int:pk>/laporan/", sesi.laporan, name="laporan"),
    path("sesi/<int:pk>/jadwal/", sesi.jadwal, name="jadwal"),
    path("sesi/<int:pk>/notulen/", sesi.notulen, name="notulen"),
    path("sesi/<int:pk>/catatan/", catatan.baru, name="catatan_baru"),
    path("sesi/<int:pk>/tanda-tangan/", sesi.tanda_tangani, name="tanda_tangani"),
    path("sesi/<int:pk>/langkah/<slug:name>/", sesi.langkah, name="langkah"),
    path("sesi/<int:pk>/pdf/", sesi.pdf, name="pdf"),
    path("catatan/<int:pk>/", catatan.ubah, name="catatan"),
    path("catatan/<int:pk>/hapus/", catatan.hapus, name="catatan_hapus"),
    path("tindakan/<int:pk>/selesai/", catatan.tindakan_selesai, name="tindakan_selesai"),
]
