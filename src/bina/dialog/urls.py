from django.urls import path

from bina.dialog.views import agenda, daftar, dialog

app_name = "dialog"
urlpatterns = [
    path("orang/<nomor:pk>/", daftar.orang, name="orang"),
    path("rencanakan/<nomor:skp_id>/", daftar.rencanakan, name="rencanakan"),
    path("<nomor:pk>/", dialog.dialog, name="dialog"),
    path("<nomor:pk>/jadwal/", dialog.jadwal, name="jadwal"),
    path("<nomor:pk>/undangan.ics", dialog.undangan, name="undangan"),
    path("<nomor:pk>/mulai/", dialog.mulai, name="mulai"),
    path("<nomor:pk>/rangkum/", dialog.rangkum, name="rangkum"),
    path("<nomor:pk>/konfirmasi/", dialog.konfirmasi, name="konfirmasi"),
    path("<nomor:pk>/batalkan/", dialog.batalkan, name="batalkan"),
    path("<nomor:pk>/agenda/", agenda.tambah, name="tambah"),
    path("<nomor:pk>/usul/", agenda.ambil, name="ambil"),
    path("<nomor:pk>/catatan/", agenda.catat, name="catat"),
    path("agenda/<nomor:pk>/hapus/", agenda.hapus, name="hapus"),
    path("tindakan/<nomor:pk>/selesai/", agenda.selesai, name="selesai"),
]
