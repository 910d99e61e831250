from django.urls import path

from bina.appraisal.views import evaluations, organisation, periods, rating

app_name = "appraisal"
urlpatterns = [
    path("", rating.daftar, name="daftar"),
    path("<int:periode_id>/<int:skp_id>/", rating.nilai, name="nilai"),
    path("evaluasi/<int:pk>/", evaluations.evaluasi, name="evaluasi"),
    path("evaluasi/<int:pk>/rilis/", rating.rilis, name="rilis"),
    path("evaluasi/<int:pk>/pdf/", evaluations.pdf, name="pdf"),
    path("saya/", evaluations.saya, name="saya"),
    path("organisasi/", organisation.organisasi, name="organisasi"),
    path("organisasi/<int:periode_id>/<int:unit_id>/", organisation.capaian, name="capaian"),
    path("periode/", periods.periode, name="periode"),
]
