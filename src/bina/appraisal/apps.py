from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AppraisalConfig(AppConfig):
    name = "bina.appraisal"
    label = "appraisal"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.appraisal import access, holds, panels, reading
        from bina.law.door import register_results
        from bina.ui import menu

        register(*access.TABLES)
        register_results("appraisal", reading.last_day_judged)
        panels.register()
        holds.register()
        menu.register(
            menu.Entry(
                key="appraisal",
                label=_("Penilaian"),
                url_name="appraisal:daftar",
                order=60,
                shown=menu.remembered("appraisal", access.appraises),
            )
        )
        # Among what a person opens now and then: once a year is not a place of its own.
        menu.register(
            menu.Entry(
                key="periode",
                label=_("Periode evaluasi"),
                url_name="appraisal:periode",
                order=30,
                shown=access.opens_periods,
                place="akun",
            )
        )
