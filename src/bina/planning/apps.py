from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    name = "bina.planning"
    label = "planning"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.core import happenings
        from bina.people.happenings import PENEMPATAN_BERAKHIR
        from bina.planning import (
            access,
            ekspektasi_tim,
            klarifikasi_access,
            reuse_access,
            sharing_work,  # noqa: F401  it registers its handler
            surel,  # noqa: F401  it registers its handler
            tim_access,
            unit_access,
        )
        from bina.planning.services.transfers import end_with_placements
        from bina.ui import status

        register(
            *access.TABLES, *unit_access.TABLES, *reuse_access.TABLES, *klarifikasi_access.TABLES
        )
        register(*tim_access.TABLES)
        ekspektasi_tim.register()
        status.register("digantikan", "st-batal", _("Digantikan"))
        status.register("ditarik", "st-batal", _("Ditarik"))
        status.register("dinyatakan_batal", "st-batal", _("Dinyatakan batal"))
        status.register("belum_ada", "", _("Belum ada SKP"))
        status.register("dibuka", "st-ok", _("Dibuka"))
        status.register("ditutup", "st-batal", _("Ditutup"))
        status.register("dicabut", "st-batal", _("Dicabut"))
        happenings.answer(PENEMPATAN_BERAKHIR, "planning", end_with_placements)
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
    menu.register(
        menu.Entry(
            key="terlambat",
            label=_("SKP belum ditetapkan"),
            url_name="planning:terlambat",
            order=27,
            shown=menu.remembered("terlambat", _watches),
            place="akun",
        )
    )
    # Now and then, for few: in the menu under the reader's name.
    menu.register(
        menu.Entry(
            key="masa",
            label=_("Masa perencanaan"),
            url_name="planning:masa",
            order=28,
            shown=_sets_periods,
            place="akun",
        )
    )


def _sets_periods(user: object, _request: object) -> bool:
    from bina.people.offices import roles_today

    return bool(roles_today(user) & {"pengelola", "pimpinan_kepegawaian"})


def _watches(user: object, request: object) -> bool:
    from django.utils import timezone

    from bina.planning.memimpin import headed_by

    if not getattr(user, "is_authenticated", False):
        return False
    return _sets_periods(user, request) or bool(headed_by(user, timezone.localdate()))


def _has_nip(user: object, _request: object) -> bool:
    return bool(getattr(user, "nip", None))
