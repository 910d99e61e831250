from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    name = "bina.planning"
    label = "planning"

    def ready(self) -> None:
        # Loading these two registers their background work.
        import bina.planning.masa.work
        import bina.planning.pakai_ulang.work  # noqa: F401
        from bina.core import happenings
        from bina.people.happenings import KEDUDUKAN_BERUBAH, PENEMPATAN_BERAKHIR
        from bina.planning.ekspektasi_tim import page as ekspektasi_tim
        from bina.planning.services.transfers import end_while_exempt, end_with_placements

        ekspektasi_tim.register()
        happenings.answer(PENEMPATAN_BERAKHIR, "planning", end_with_placements)
        happenings.answer(KEDUDUKAN_BERUBAH, "planning", end_while_exempt)
        _access()
        _statuses()
        _menu()


def _access() -> None:
    from bina.access.tables import register
    from bina.planning import access
    from bina.planning.ekspektasi_tim import access as ekspektasi_tim
    from bina.planning.klarifikasi import access as klarifikasi
    from bina.planning.pakai_ulang import access as pakai_ulang
    from bina.planning.perjanjian import access as perjanjian

    for room in (access, ekspektasi_tim, klarifikasi, pakai_ulang, perjanjian):
        register(*room.TABLES)


def _statuses() -> None:
    from bina.ui import status

    for kode, kelas, nama in (
        ("digantikan", "st-batal", _("Digantikan")),
        ("ditarik", "st-batal", _("Ditarik")),
        ("dinyatakan_batal", "st-batal", _("Dinyatakan batal")),
        ("belum_ada", "", _("Belum ada SKP")),
        ("dibuka", "st-ok", _("Dibuka")),
        ("ditutup", "st-batal", _("Ditutup")),
        ("dicabut", "st-batal", _("Dicabut")),
        ("berkas_diperiksa", "st-perlu", _("Menunggu keputusan")),
        ("berkas_diambil", "st-ok", _("Diambil")),
        ("berkas_dibatalkan", "st-batal", _("Dibatalkan")),
    ):
        status.register(kode, kelas, nama)


def _menu() -> None:
    from bina.ui.menu import Entry, register, remembered

    def add(label: object, name: str, order: int, **more: Any) -> None:
        register(Entry(label=label, url_name=f"planning:{name}", order=order, **more))

    add(_("Kinerja saya"), "saya", 20, key="planning", shown=_has_nip)
    # Now and then, for few: in the menu under the reader's name.
    watches = remembered("terlambat", _watches)
    add(_("SKP belum ditetapkan"), "terlambat", 27, key="terlambat", shown=watches, place="akun")
    add(_("Masa perencanaan"), "masa", 28, key="masa", shown=_sets_periods, place="akun")


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
