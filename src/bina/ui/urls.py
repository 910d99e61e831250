from django.urls import path

from bina.ui import views

app_name = "ui"

urlpatterns = [
    path("tampilan/", views.tampilan, name="tampilan"),
    path("bahasa/", views.bahasa, name="bahasa"),
    path("komponen/", views.komponen, name="komponen"),
]
