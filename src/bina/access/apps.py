from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "bina.access"
    label = "access"
