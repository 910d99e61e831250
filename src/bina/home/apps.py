from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "bina.home"
    label = "home"

    def ready(self) -> None:
        from bina.people import bawahan, offices
        from bina.ui import menu

        def leads(user: object, _request: HttpRequest) -> bool:
            return bawahan.leads_anybody(user)

        def audits(user: object, _request: HttpRequest) -> bool:
            return "auditor" in offices.roles_today(user)

        for entry in (
            menu.Entry(key="beranda", label=_("Beranda"), url_name="home:beranda", order=10),
            menu.Entry(
                key="tim",
                label=_("Tim saya"),
                url_name="home:tim",
                order=30,
                shown=menu.remembered("tim", leads),
            ),
            menu.Entry(
                key="jejak", label=_("Jejak"), url_name="home:jejak", order=90, shown=audits
            ),
        ):
            menu.register(entry)
