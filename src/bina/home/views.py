"""Beranda, a person's timeline: what spans the stages."""

from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from bina.core.home_lines import Peristiwa, Tugas
from bina.home import sources
from bina.people import door as people
from bina.people import hierarchy
from bina.ui import tulisan

STAGES = {
    "appraisal": gettext_lazy("Penilaian"),
    "guidance": gettext_lazy("Pembinaan"),
    "dialog": gettext_lazy("Dialog kinerja"),
    "monitoring": gettext_lazy("Pelaksanaan"),
    "planning": gettext_lazy("Perencanaan"),
    "people": gettext_lazy("Organisasi"),
}
KINDS = {
    "": gettext_lazy("Semua"),
    "kinerja": gettext_lazy("Kinerja"),
    "pembinaan": gettext_lazy("Pembinaan"),
    "jabatan": gettext_lazy("Jabatan"),
}


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """My tasks by stage; the most urgent one stands alone on top."""
    on = timezone.localdate()
    waiting = [_shown(one, on) for one in sources.tasks(request.user, on=on)]
    context = {
        "page_menu": "beranda",
        "salam": _greeting(timezone.localtime().hour),
        "jumlah": len(waiting),
        "telat": sum(1 for one in waiting if one["telat"]),
        "utama": waiting[0] if waiting else None,
        "tahap": _by_stage(waiting[1:]),
        "hari": on,
    }
    return render(request, "home/beranda.html", context)


def _greeting(hour: int) -> str:
    for until, words in (
        (11, _("Selamat pagi")),
        (15, _("Selamat siang")),
        (18, _("Selamat sore")),
    ):
        if hour < until:
            return words
    return _("Selamat malam")


def _shown(one: Tugas, on: date) -> dict[str, Any]:
    """A task in the words of the page: how late, until when, about what."""
    days = (on - one.tenggat).days if one.tenggat else 0
    late = ngettext("Terlambat satu hari", "Terlambat %(n)d hari", days) % {"n": days}
    meta = [_due(one.tenggat, on)] if one.tenggat else []
    return {
        "stage": one.stage,
        "judul": one.judul,
        "url": one.url,
        "tindakan": one.tindakan,
        "telat": late if days > 0 else "",
        "meta": [*meta, *([one.keterangan] if one.keterangan else [])],
    }


def _due(tenggat: date, on: date) -> str:
    day = _("Tenggat %(hari)s") % {"hari": tulisan.tanggal(tenggat)}
    return f"{day}, {tulisan.dekat(tenggat, on)}" if tenggat >= on else day


def _by_stage(waiting: list[dict[str, Any]]) -> list[tuple[Any, list[dict[str, Any]]]]:
    order = list(STAGES)
    ordered = sorted(waiting, key=lambda one: order.index(one["stage"]))
    groups = groupby(ordered, lambda one: str(one["stage"]))
    return [(STAGES[key], list(group)) for key, group in groups]


@require_safe
def linimasa(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything the reader may see about one person. What they may not see is absent."""
    on = timezone.localdate()
    visible = people.visible_people(request.user, on=on).select_related("orang")
    pegawai = get_object_or_404(visible, pk=pk)
    lines = sources.timeline(pk, request.user, on=on)
    kind = request.GET.get("j", "")
    shown = [one for one in lines if not kind or _kind_of(one) == kind]
    context = {
        "pegawai": pegawai,
        "tempat": people.placed([pk], on=on).get(pk),
        "atasan": hierarchy.superior_of(pk, on=on),
        "butir": list(_points(shown[:60], on)),
        "menunggu": [one for one in sources.tasks(request.user, on=on) if one.pegawai_id == pk],
        "saring": [(key, label, key == kind) for key, label in KINDS.items()],
    }
    return render(request, "home/linimasa.html", context)


def _kind_of(one: Peristiwa) -> str:
    """The filter under which an event falls: whatever is no post and no guidance is work."""
    return one.jenis if one.jenis in {"jabatan", "pembinaan"} else "kinerja"


def _points(lines: list[Peristiwa], on: date) -> Any:
    month = None
    for one in lines:
        if one.tanggal > on:
            yield _point(one, nanti=True)
            continue
        if (one.tanggal.year, one.tanggal.month) != month:
            month = (one.tanggal.year, one.tanggal.month)
            yield {"bulan": tulisan.bulan(one.tanggal)}
        yield _point(one)


def _point(one: Peristiwa, *, nanti: bool = False) -> dict[str, Any]:
    return {
        "pada": tulisan.tanggal(one.tanggal) if nanti else tulisan.tanggal_pendek(one.tanggal),
        "judul": one.judul,
        "isi": one.isi,
        "status": one.status,
        "url": one.url,
        "aksi": _("Lihat"),
        "nanti": nanti,
    }
