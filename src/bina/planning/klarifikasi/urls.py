"""Addresses of the dialogue at planning."""

from django.urls import path

from bina.planning.klarifikasi import views as klarifikasi

urlpatterns = [
    path("<nomor:pk>/klarifikasi/", klarifikasi.klarifikasi, name="klarifikasi"),
    path(
        "<nomor:pk>/klarifikasi/catatan/<nomor:hasil_pk>/",
        klarifikasi.catatan,
        name="catatan_klarifikasi",
    ),
    path("<nomor:pk>/klarifikasi/sepakat/", klarifikasi.sepakat, name="sepakat"),
    path(
        "<nomor:pk>/klarifikasi/sepakat/<nomor:butir_pk>/batal/",
        klarifikasi.batal_sepakat,
        name="batal_sepakat",
    ),
    path("<nomor:pk>/klarifikasi/paraf/", klarifikasi.paraf, name="paraf_klarifikasi"),
]
