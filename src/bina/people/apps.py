from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

MANAGING = {"pengelola", "pimpinan_kepegawaian", "pyb", "administrator", "auditor"}


class PeopleConfig(AppConfig):
    name = "bina.people"
    label = "people"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.accounts import second_factor
        from bina.people import access, jobs, offices
        from bina.ui import status

        register(*access.TABLES)
        second_factor.required_when(offices.holds_any)
        jobs.load()
        status.register("berakhir", "", _("Berakhir"))
        _menu()


def _menu() -> None:
    from bina.people import offices
    from bina.ui import menu

    def manages(user: object, _request: HttpRequest) -> bool:
        return bool(MANAGING & offices.roles_today(user))

    def serves(user: object, _request: HttpRequest) -> bool:
        return bool(getattr(user, "nip", None))

    menu.register(
        menu.Entry(
            key="atasan",
            label=_("Atasan saya"),
            url_name="people:atasan_saya",
            order=20,
            shown=serves,
            place="akun",
        )
    )
    menu.register(
        menu.Entry(
            key="people",
            label=_("Organisasi"),
            url_name="people:organisasi",
            order=80,
            shown=manages,
        )
    )
