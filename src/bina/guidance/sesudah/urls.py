"""Under /pembinaan/sesudah/: what is written once a guidance is over."""

from django.urls import path

from bina.guidance.sesudah import views

urlpatterns = [
    path("", views.daftar, name="sesudah"),
    path("<slug:jenis>/<nomor:pk>/umpan-balik/", views.isi, name="umpan_balik_isi"),
    path("<slug:jenis>/<nomor:pk>/kompetensi/", views.nilai, name="kompetensi_nilai"),
    path("umpan-balik/<nomor:pk>/", views.umpan_balik, name="umpan_balik_akhir"),
    path("umpan-balik/<nomor:pk>/dibaca/", views.dibaca, name="umpan_balik_dibaca"),
    path("umpan-balik/<nomor:pk>/pdf/", views.umpan_balik_pdf, name="umpan_balik_pdf"),
    path("kompetensi/<nomor:pk>/", views.kompetensi, name="kompetensi_evaluasi"),
    path("kompetensi/<nomor:pk>/pdf/", views.kompetensi_pdf, name="kompetensi_pdf"),
]
