"""Addresses of the Manual Indikator Kinerja."""

from django.urls import path

from bina.planning.manual import views as manual

urlpatterns = [
    path("<nomor:pk>/manual/", manual.daftar, name="manual"),
    path("<nomor:pk>/manual/<nomor:indikator_pk>/", manual.isi, name="manual_isi"),
]
