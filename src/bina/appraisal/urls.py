from django.urls import path

from bina.appraisal.views import evaluations, organisation, periods, rating

app_name = "appraisal"
urlpatterns = [
    path("", rating.daftar, name="daftar"),
    path("<nomor:periode_id>/<nomor:skp_id>/", rating.nilai, name="nilai"),
    path("evaluasi/<nomor:pk>/", evaluations.evaluasi, name="evaluasi"),
    path("evaluasi/<nomor:pk>/rilis/", rating.rilis, name="rilis"),
    path("evaluasi/<nomor:pk>/pdf/", evaluations.pdf, name="pdf"),
    path("saya/", evaluations.saya, name="saya"),
    path("organisasi/", organisation.organisasi, name="organisasi"),
    path("organisasi/<nomor:periode_id>/<nomor:unit_id>/", organisation.capaian, name="capaian"),
    path("periode/", periods.periode, name="periode"),
]
