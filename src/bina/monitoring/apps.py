from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MonitoringConfig(AppConfig):
    name = "bina.monitoring"
    label = "monitoring"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.monitoring import access, panels
        from bina.ui import status

        register(*access.TABLES)
        panels.register()
        status.register("menunggu", "st-jalan", _("Menunggu jawaban"))
        status.register("kedaluwarsa", "st-batal", _("Kedaluwarsa"))
        status.register("dijawab", "st-ok", _("Dijawab"))
