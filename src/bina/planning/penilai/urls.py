"""Addresses of who appraises: substitutes and hand-overs."""

from django.urls import path

from bina.planning.penilai import views as penilai

urlpatterns = [
    path("pengganti/", penilai.pengganti, name="pengganti"),
    path("pengganti/<nomor:pk>/cabut/", penilai.cabut_pengganti, name="cabut_pengganti"),
    path("serah-terima/", penilai.serah_terima, name="serah_terima"),
]
