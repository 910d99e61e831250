"""Under /pembinaan/perilaku/: a matter of conduct, by its pseudonym."""

from django.urls import path

from bina.guidance.perilaku import views

urlpatterns = [
    path("<uuid:kode>/", views.masalah, name="masalah_perilaku"),
    path("<uuid:kode>/bicara/", views.bicarakan, name="masalah_bicarakan"),
    path("<uuid:kode>/tanggapan/", views.tanggapi, name="masalah_tanggapi"),
    path("<uuid:kode>/tinjauan/", views.tinjau, name="masalah_tinjau"),
    path("<uuid:kode>/tarik/", views.tarik, name="masalah_tarik"),
]
