"""The calendar's own addresses: neutral, since calendar programs and proxies keep them."""

from django.urls import path

from bina.guidance.kalender import views

app_name = "kalender"
urlpatterns = [
    path("", views.kalender, name="kalender"),
    path("alamat/", views.buat, name="alamat"),
    path("alamat/cabut/", views.cabut, name="cabut"),
    path("<str:kode>.ics", views.umpan, name="umpan"),
]
