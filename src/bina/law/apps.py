from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "bina.law"
    label = "law"
