from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    name = "bina.planning"
    label = "planning"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.planning import (
            access,
            klarifikasi_access,
            reuse_access,
            sharing_work,  # noqa: F401  it registers its handler
            unit_access,
        )
        from bina.ui import status

        register(
            *access.TABLES, *unit_access.TABLES, *reuse_access.TABLES, *klarifikasi_access.TABLES
        )
        status.register("digantikan", "st-batal", _("Digantikan"))
        status.register("ditarik", "st-batal", _("Ditarik"))
        status.register("berkas_diperiksa", "st-perlu", _("Menunggu keputusan"))
        status.register("berkas_diambil", "st-ok", _("Diambil"))
        status.register("berkas_dibatalkan", "st-batal", _("Dibatalkan"))
        _menu()


def _menu() -> None:
    from bina.ui import menu

    menu.register(
        menu.Entry(
            key="planning",
            label=_("Kinerja saya"),
            url_name="planning:saya",
            order=20,
            shown=_has_nip,
        )
    )


def _has_nip(user: object, _request: object) -> bool:
    return bool(getattr(user, "nip", None))
