from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompetencyConfig(AppConfig):
    name = "bina.competency"
    label = "competency"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.competency import access, services
        from bina.law.door import register_monthly, register_results
        from bina.ui import menu, status

        register(*access.TABLES)
        register_results("competency", services.last_day_judged)
        register_monthly(services.judged_by_month)
        status.register("menunggu_rencana", "st-jalan", _("Menunggu rencana"))
        menu.register(
            menu.Entry(
                key="competency",
                label=_("Kompetensi"),
                url_name="competency:akun",
                order=50,
                shown=_has_nip,
            )
        )


def _has_nip(user: object, _request: object) -> bool:
    return bool(getattr(user, "nip", None))
