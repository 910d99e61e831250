from django.urls import path

from bina.home import team, trail, views

app_name = "home"
urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("tim/", team.tim, name="tim"),
    path("tim/unduh/", team.unduh, name="unduh_tim"),
    path("orang/<nomor:pk>/", views.linimasa, name="linimasa"),
    path("jejak/", trail.jejak, name="jejak"),
    path("jejak/periksa/", trail.periksa, name="periksa_jejak"),
]
