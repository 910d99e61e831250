"""The account of learning hours: one's own, and that of a person one may read."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bina.access import policy
from bina.competency import door
from bina.competency.akun import shares
from bina.competency.models import Kebutuhan
from bina.people.models import Pegawai
from bina.ui import paging


@require_safe
def akun(request: HttpRequest) -> HttpResponse:
    """Kompetensi saya."""
    me = get_object_or_404(Pegawai.objects.select_related("orang"), pk=request.user.pk)
    return _page(request, me, timezone.localdate())


@require_safe
def akun_orang(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody's account, for those who may read it."""
    on = timezone.localdate()
    readable = Pegawai.objects.filter(policy.scope(request.user, "akun_jp.lihat", on=on))
    return _page(request, get_object_or_404(readable.select_related("orang"), pk=pk), on)


@require_safe
def kebutuhan(request: HttpRequest) -> HttpResponse:
    """What waits for the competency plan, of the people the reader may see."""
    on = timezone.localdate()
    rows = Kebutuhan.objects.visible_to(request.user, on=on).for_list()
    found = paging.paginate(request, rows)
    return render(request, "competency/kebutuhan.html", {"halaman": found})


def _page(request: HttpRequest, pegawai: Pegawai, on: date) -> HttpResponse:
    found = door.account(pegawai.pk, on=on)
    waiting = door.waiting(pegawai.pk, request.user, on=on)
    context = {
        "pegawai": pegawai,
        "sendiri": pegawai.pk == request.user.pk,
        "akun": found,
        "pns": found.jenis_pegawai == "pns",
        "kotak": _cells(found, waiting),
        "menunggu": waiting,
        "menunggu_jp": sum((one.jp for one in waiting), Decimal(0)),
        "sisa": _rest(found, waiting),
        "kebutuhan": paging.paginate(request, _needs(pegawai, request.user, on), part="kebutuhan"),
        "dasar": _basis(found),
        "butir": [(row, door.title_of(row)) for row in found.kegiatan],
    }
    return render(request, "competency/akun.html", context)


def _needs(pegawai: Pegawai, user: Any, on: date) -> Any:
    """What still waits for the plan, the first due first."""
    rows = Kebutuhan.objects.visible_to(user, on=on).waiting().filter(pegawai=pegawai.pk)
    return rows.order_by("sampai", "pk")


def _basis(found: door.Akun) -> list[Any]:
    """What the yearly target, the mix and every activity were judged by."""
    mix = found.bauran.dasar if found.bauran else ()
    counted = [each for row in found.kegiatan for each in row.dasar]
    return [*found.target.dasar, *mix, *counted]


def _cells(found: door.Akun, waiting: list[door.Menunggu]) -> dict[str, Any]:
    return {**shares(found), "menunggu": sum((one.jp for one in waiting), Decimal(0))}


def _rest(found: door.Akun, waiting: list[door.Menunggu]) -> Decimal:
    """What would still be missing once everything under way is signed."""
    under_way = sum((one.jp for one in waiting), Decimal(0))
    return max(Decimal(0), found.patokan - found.jp - under_way)
