"""Addresses of voiding."""

from django.urls import path

from bina.planning.pembatalan import views as pembatalan

urlpatterns = [
    path("pembatalan/<nomor:pk>/", pembatalan.pembatalan, name="pembatalan"),
    path("<nomor:pk>/batal/", pembatalan.batalkan, name="batalkan"),
]
