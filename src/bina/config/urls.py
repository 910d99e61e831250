"""Every address of Bina, room by room. Each has its row in tests/security/test_t01_matrix.py."""

from django.urls import include, path, register_converter

from bina.core.addresses import Nomor

register_converter(Nomor, "nomor")

urlpatterns = [
    path("", include("bina.home.urls")),
    path("akun/", include("bina.accounts.urls")),
    path("organisasi/", include("bina.people.urls")),
    path("skp/", include("bina.planning.urls")),
    path("kemajuan/", include("bina.monitoring.urls")),
    path("dialog/", include("bina.dialog.urls")),
    path("penilaian/", include("bina.appraisal.urls")),
    path("kompetensi/", include("bina.competency.urls")),
    path("pembinaan/", include("bina.guidance.urls")),
    path("kalender/", include("bina.guidance.kalender.urls")),
    path("hukum/", include("bina.law.urls")),
    path("", include("bina.ui.urls")),
]
