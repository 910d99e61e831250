from django.urls import include, path

from bina.guidance.coaching.urls import URLS as COACHING
from bina.guidance.kalender import views as kalender
from bina.guidance.mentoring.urls import URLS as MENTORING
from bina.guidance.pelatihan import views as pelatihan
from bina.guidance.perilaku import urls as perilaku
from bina.guidance.program import urls as program
from bina.guidance.sesudah import urls as sesudah
from bina.guidance.topik import urls as topik
from bina.guidance.ukur import urls as ukur
from bina.guidance.views import catatan, coaching, daftar, sesi, triase

app_name = "guidance"
urlpatterns = [
    path("", daftar.daftar, name="daftar"),
    path("perbandingan/", daftar.perbandingan, name="perbandingan"),
    path("minta/", triase.minta, name="minta"),
    path("timbang/<nomor:skp_id>/<uuid:kunci>/", triase.timbang, name="timbang"),
    path("triase/<nomor:pk>/", triase.triase, name="triase"),
    path("triase/<nomor:pk>/penyebab/", triase.penyebab, name="penyebab"),
    path("triase/<nomor:pk>/putuskan/", triase.putuskan, name="putuskan"),
    path("triase/<nomor:pk>/batalkan/", triase.batalkan, name="batalkan"),
    path("triase/<nomor:pk>/coaching/", triase.mulai, name="mulai"),
    path("coaching/<nomor:pk>/", coaching.coaching, name="coaching"),
    path("coaching/<nomor:pk>/sesi/", coaching.sesi_baru, name="sesi_baru"),
    path("", include(COACHING)),
    path("sesi/<nomor:pk>/", sesi.sesi, name="sesi"),
    path("sesi/<nomor:pk>/laporan/", sesi.laporan, name="laporan"),
    path("sesi/<nomor:pk>/jadwal/", sesi.jadwal, name="jadwal"),
    path("sesi/<nomor:pk>/notulen/", sesi.notulen, name="notulen"),
    path("sesi/<nomor:pk>/catatan/", catatan.baru, name="catatan_baru"),
    path("sesi/<nomor:pk>/tanda-tangan/", sesi.tanda_tangani, name="tanda_tangani"),
    path("sesi/<nomor:pk>/langkah/<slug:name>/", sesi.langkah, name="langkah"),
    path("sesi/<nomor:pk>/undangan.ics", kalender.sesi_ics, name="sesi_ics"),
    path("sesi/<nomor:pk>/pdf/", sesi.pdf, name="pdf"),
    path("triase/<nomor:pk>/pelatihan/", pelatihan.dari_triase, name="pelatihan_triase"),
    path("coaching/<nomor:pk>/pelatihan/", pelatihan.dari_coaching, name="pelatihan_coaching"),
    path("pelatihan/<nomor:pk>/", pelatihan.pelatihan, name="pelatihan"),
    path("pelatihan/<nomor:pk>/tarik/", pelatihan.tarik, name="pelatihan_tarik"),
    path("mentoring/", include(MENTORING)),
    path("perilaku/", include(perilaku.urlpatterns)),
    path("program/", include(program.urlpatterns)),
    path("sesudah/", include(sesudah.urlpatterns)),
    path("topik/", include(topik.urlpatterns)),
    path("ukur/", include(ukur.urlpatterns)),
    path("catatan/<nomor:pk>/", catatan.ubah, name="catatan"),
    path("catatan/<nomor:pk>/hapus/", catatan.hapus, name="catatan_hapus"),
    path("tindakan/<nomor:pk>/selesai/", catatan.tindakan_selesai, name="tindakan_selesai"),
]
