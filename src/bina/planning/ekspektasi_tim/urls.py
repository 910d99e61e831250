"""Addresses of what teams expect of their members."""

from django.urls import path

from bina.planning.ekspektasi_tim import views

urlpatterns = [
    path("ekspektasi-tim/", views.daftar, name="ekspektasi_tim"),
    path("ekspektasi-tim/<nomor:anggota_pk>/tulis/", views.tulis, name="tulis_ekspektasi"),
    path("ekspektasi-tim/<nomor:pk>/baca/", views.baca, name="baca_ekspektasi"),
]
