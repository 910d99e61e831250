from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UiConfig(AppConfig):
    """What every page is made of: layout, components, tokens, pictures. It knows no noun."""

    name = "bina.ui"
    label = "ui"
    verbose_name = _("Tampilan")
