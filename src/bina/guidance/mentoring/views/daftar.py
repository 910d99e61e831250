"""The list of mentorings: what waits, what is under way, what is over."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bina.guidance import riwayat
from bina.guidance.mentoring import reading
from bina.guidance.personalia import PERSONALIA
from bina.people.offices import roles_today
from bina.ui import paging


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """My mentorings, those I guide, who asks me, whose initials are mine to give; or the past."""
    on = timezone.localdate()
    counted = reading.counts(request.user, on=on)
    parts = _ended if riwayat.asked(request) else _under_way
    context = {
        **parts(request, counted, on),
        "saring": riwayat.filters(request, counted["berakhir"]),
        "mentor": reading.profile(request.user),
        "personalia": bool(roles_today(request.user) & {*PERSONALIA}),
    }
    return render(request, "guidance/mentoring/daftar.html", context)


def _ended(request: HttpRequest, counted: dict[str, int], on: date) -> dict[str, Any]:
    rows = reading.ended(request.user, on=on)
    return {"berakhir": paging.paginate(request, rows, total=counted["berakhir"])}


def _under_way(request: HttpRequest, counted: dict[str, int], on: date) -> dict[str, Any]:
    tawaran = paging.some(reading.asked(request.user))
    paraf = paging.some(reading.to_initial(request.user))
    mentoring = [
        {"kode": name, "nama": said, "halaman": _page(request, name, counted[name], on)}
        for name, said in (
            ("saya", _("Mentoring saya")),
            ("dipandu", _("Yang saya pandu")),
            ("tim", _("Tim saya")),
        )
        if counted[name]
    ]
    return {
        "tawaran": tawaran,
        "paraf": paraf,
        "mentoring": mentoring,
        "kosong": not (tawaran or paraf or mentoring),
    }


def _page(request: HttpRequest, name: str, total: int, on: date) -> paging.Page:
    rows = reading.running(request.user, name, on=on)
    return paging.paginate(request, rows, total=total, part=name)
