from django.urls import path

from bina.law.views import ketentuan, public

app_name = "law"
urlpatterns = [
    path("", public.daftar, name="daftar"),
    path("aturan/<slug:nama>/", public.aturan, name="aturan"),
    path("instansi/", ketentuan.ketentuan, name="ketentuan"),
    path("instansi/<str:nama>/", ketentuan.tetapkan, name="tetapkan"),
    path("instansi/<nomor:pk>/cabut/", ketentuan.cabut, name="cabut"),
]
