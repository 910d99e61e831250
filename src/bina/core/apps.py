from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "bina.core"
    label = "core"
