"""Under /pembinaan/topik/: the board, the lists, and the topics of a case."""

from django.urls import path

from bina.guidance.topik import views

urlpatterns = [
    path("", views.papan, name="topik_papan"),
    path("daftar/", views.daftar, name="topik_daftar"),
    path("daftar/<nomor:pk>/<slug:name>/", views.langkah, name="topik_langkah"),
    path("<slug:jenis>/<nomor:pk>/", views.pilih, name="topik_pilih"),
]
