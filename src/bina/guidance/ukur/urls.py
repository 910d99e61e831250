"""Under /pembinaan/ukur/: does guidance help?"""

from django.urls import path

from bina.guidance.ukur import views

urlpatterns = [path("", views.ukur, name="ukur")]
