"""Addresses of the planning periods and of who is late."""

from django.urls import path

from bina.planning.masa.views import keterlambatan, masa

urlpatterns = [
    path("terlambat/", keterlambatan.terlambat, name="terlambat"),
    path("terlambat/unduh/", keterlambatan.unduh, name="unduh_terlambat"),
    path("terlambat/ingatkan/", keterlambatan.ingatkan, name="ingatkan"),
    path("masa/", masa.masa, name="masa"),
    path("masa/<nomor:pk>/", masa.rinci, name="masa_rinci"),
]
