from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class LawConfig(AppConfig):
    name = "bina.law"
    label = "law"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.law import access
        from bina.ui import status

        register(*access.TABLES)
        status.register("dicabut", "st-batal", _("Dicabut"))
        status.register("tidak_dipakai", "st-perlu", _("Tidak cocok lagi"))
        _menu()


def _menu() -> None:
    from bina.law.access import HEAD
    from bina.people import offices
    from bina.ui import menu

    def heads(user: object, _request: HttpRequest) -> bool:
        return HEAD in offices.agency_roles_today(user)

    menu.register(
        menu.Entry(
            key="law",
            label=_("Dasar hukum"),
            url_name="law:daftar",
            order=20,
            shown=menu.everyone,
            place="kaki",
        )
    )
    menu.register(
        menu.Entry(
            key="ketentuan",
            label=_("Ketentuan instansi"),
            url_name="law:ketentuan",
            order=40,
            shown=heads,
            place="akun",
        )
    )
