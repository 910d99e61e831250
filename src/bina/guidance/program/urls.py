"""Under /pembinaan/program/: a coaching joins a programme and leaves it; the budget of hours."""

from django.urls import path

from bina.guidance.program import views

urlpatterns = [
    path("coaching/<nomor:pk>/", views.gabung, name="program_gabung"),
    path("coaching/<nomor:pk>/keluar/", views.keluar, name="program_keluar"),
    path("<nomor:pk>/anggaran/", views.anggaran, name="program_anggaran"),
]
