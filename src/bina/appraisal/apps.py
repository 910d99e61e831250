from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AppraisalConfig(AppConfig):
    name = "bina.appraisal"
    label = "appraisal"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.appraisal import access, panels
        from bina.ui import menu

        register(*access.TABLES)
        panels.register()
        menu.register(
            menu.Entry(
                key="appraisal",
                label=_("Penilaian"),
                url_name="appraisal:daftar",
                order=60,
                shown=access.appraises,
            )
        )
