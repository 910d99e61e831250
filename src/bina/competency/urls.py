from django.urls import path

from bina.competency import views

app_name = "competency"
urlpatterns = [
    path("", views.akun, name="akun"),
    path("kebutuhan/", views.kebutuhan, name="kebutuhan"),
    path("<nomor:pk>/", views.akun_orang, name="akun_orang"),
]
