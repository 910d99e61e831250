"""What is under way: mine, those I coach, those of my people; and the three forms compared."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bina.guidance import reading, riwayat
from bina.guidance.kata import PERBANDINGAN
from bina.guidance.personalia import PERSONALIA
from bina.people.offices import roles_today
from bina.ui import paging


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Pembinaan: coaching I receive, coaching I give, questions that wait; or what is over."""
    on = timezone.localdate()
    counted = reading.counts(request.user, on=on)
    parts = _ended if riwayat.asked(request) else _under_way
    context = {
        **parts(request, counted, on),
        "saring": riwayat.filters(request, counted["berakhir"]),
        "personalia": bool(roles_today(request.user) & {*PERSONALIA}),
    }
    return render(request, "guidance/daftar.html", context)


def _ended(request: HttpRequest, counted: dict[str, int], on: date) -> dict[str, Any]:
    rows = reading.ended(request.user, on=on)
    page = paging.paginate(request, rows, total=counted["berakhir"])
    return {"berakhir": page, "baris": reading.lines(page, request.user)}


def _under_way(request: HttpRequest, counted: dict[str, int], on: date) -> dict[str, Any]:
    user = request.user
    triase = paging.some(reading.unfinished(user, on=on))
    masalah = paging.paginate(request, reading.matters(user, on=on), part="perilaku")
    pelatihan = paging.paginate(request, reading.trainings(user, on=on), part="pelatihan")
    coaching = _coaching(request, counted, on)
    any_of_it = triase or masalah.total or pelatihan.total or coaching
    return {
        "triase": triase,
        "masalah": masalah,
        "pelatihan": pelatihan,
        "coaching": coaching,
        "kosong": not any_of_it,
    }


def _coaching(request: HttpRequest, counted: dict[str, int], on: date) -> list[dict[str, Any]]:
    """The sections that hold anything, each with pages of its own; sessions asked once for all."""
    said = {
        "dibimbing": (_("Coaching saya"), ""),
        "membimbing": (_("Yang saya bimbing"), ""),
        "tim": (_("Tim saya"), _("Dibimbing orang lain")),
    }
    pages = {
        name: paging.paginate(
            request, reading.running(request.user, name, on=on), total=counted[name], part=name
        )
        for name in said
        if counted[name]
    }
    rows = [one for page in pages.values() for one in page]
    line = {one.coaching.pk: one for one in reading.lines(rows, request.user)}
    return [
        {"kode": name, "nama": said[name][0], "sub": said[name][1], "halaman": page}
        | {"baris": [line[one.pk] for one in page]}
        for name, page in pages.items()
    ]


@require_safe
def perbandingan(request: HttpRequest) -> HttpResponse:
    """Coaching, mentoring and counselling side by side."""
    return render(request, "guidance/perbandingan.html", {"bentuk": PERBANDINGAN})
