"""The addresses of mentoring, within those of guidance."""

from django.urls import path

from bina.guidance.kalender import views as kalender
from bina.guidance.mentoring.views import daftar, laporan, log, mentor, program, rencana

URLS = [
    path("", daftar.daftar, name="mentoring_daftar"),
    path("baru/", rencana.baru, name="mentoring_baru"),
    path("profil/", mentor.profil, name="mentoring_profil"),
    path("<nomor:pk>/", rencana.mentoring, name="mentoring"),
    path("<nomor:pk>/rencana/", rencana.ubah, name="mentoring_rencana"),
    path("<nomor:pk>/langkah/<slug:name>/", rencana.langkah, name="mentoring_langkah"),
    path("<nomor:pk>/mentor/", mentor.cari, name="mentoring_cari"),
    path("tawaran/<nomor:pk>/<slug:name>/", mentor.jawab, name="mentoring_jawab"),
    path("<nomor:pk>/bicara/", log.bicara, name="mentoring_bicara"),
    path("<nomor:pk>/temu/", kalender.temu_baru, name="mentoring_temu"),
    path("temu/<nomor:pk>/", kalender.temu_ubah, name="mentoring_temu_ubah"),
    path("temu/<nomor:pk>/batalkan/", kalender.temu_batal, name="mentoring_temu_batal"),
    path("temu/<nomor:pk>/undangan.ics", kalender.temu_ics, name="mentoring_temu_ics"),
    path("<nomor:pk>/log/", log.baru, name="mentoring_log_baru"),
    path("log/<nomor:pk>/", log.log, name="mentoring_log"),
    path("log/<nomor:pk>/ubah/", log.ubah, name="mentoring_log_ubah"),
    path("log/<nomor:pk>/paraf/", log.paraf, name="mentoring_paraf"),
    path("log/<nomor:pk>/bukti/", log.bukti, name="mentoring_bukti"),
    path("log/<nomor:pk>/langkah/<slug:name>/", log.langkah, name="mentoring_log_langkah"),
    path("bukti/<nomor:pk>/", log.berkas, name="mentoring_berkas"),
    path("<nomor:pk>/laporan/", laporan.laporan, name="mentoring_laporan"),
    path("<nomor:pk>/tanda-tangan/", laporan.tanda_tangani, name="mentoring_tanda_tangani"),
    path("<nomor:pk>/konfirmasi/", laporan.konfirmasi, name="mentoring_konfirmasi"),
    path("program/", program.daftar, name="mentoring_program_daftar"),
    path("program/baru/", program.baru, name="mentoring_program_baru"),
    path("program/bidang/", program.bidang, name="mentoring_bidang"),
    path("program/<nomor:pk>/", program.program, name="mentoring_program"),
    path("program/<nomor:pk>/<slug:name>/", program.langkah, name="mentoring_program_langkah"),
    path("usul/<nomor:pk>/", program.usul, name="mentoring_usul"),
]
