"""Who is late with the plan of the year: the list, its export, reminders for all that it shows."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from bina.core.sheets import attachment
from bina.law.door import parameters
from bina.planning.masa import keterlambatan as reading
from bina.planning.masa.keterlambatan import KEADAAN, Saringan
from bina.planning.masa.services import pengingat
from bina.planning.services.refusals import Refused
from bina.planning.workflow import Status
from bina.ui import paging


@require_safe
def terlambat(request: HttpRequest) -> HttpResponse:
    """Filters live in the address; the counts are those of the unit and the search."""
    on = timezone.localdate()
    units = _units_or_404(request, on)
    chosen = _chosen(request)
    rows = reading.late(request.user, chosen, law=_law(request), on=on)
    counts = reading.counted(rows)
    shown = reading.listed(reading.narrowed(rows, chosen))
    total = counts.get(chosen.keadaan, 0) if chosen.keadaan else sum(counts.values())
    page = paging.paginate(request, shown, total=total)
    states: list[tuple[str, Any, int]] = [("", _("Semua"), sum(counts.values()))]
    states += [(code, label, counts.get(code, 0)) for code, label in KEADAAN]
    context = {
        "halaman": page,
        "baris": [(one, _waiting_days(one, on)) for one in page],
        "saring": paging.filters(request, "keadaan", states),
        "unit": units.order_by("kode"),
        "dipilih": chosen,
        "alamat": request.GET.urlencode(),
        "tahun": on.year,
        "page_menu": "terlambat",
    }
    return render(request, "planning/terlambat.html", context)


@require_safe
def unduh(request: HttpRequest) -> FileResponse:
    """The same rows as a sheet, in the same scope."""
    on = timezone.localdate()
    _units_or_404(request, on)
    chosen = _chosen(request)
    rows = reading.late(request.user, chosen, law=_law(request), on=on)
    cells = _cells(reading.listed(reading.narrowed(rows, chosen)), on)
    return attachment(cells, name=f"skp belum ditetapkan {on}", sheet="SKP")


@require_POST
def ingatkan(request: HttpRequest) -> HttpResponse:
    """Everybody the address's filter finds."""
    on = timezone.localdate()
    _units_or_404(request, on)
    try:
        found = pengingat.remind(
            saringan=_chosen(request),
            actor=request.user,
            law=_law(request),
            pada=timezone.now(),
            on=on,
        )
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        told = ngettext("Satu orang diingatkan.", "%(n)d orang diingatkan.", found.baru)
        more = _(" %(sudah)d sudah diingatkan hari ini.") if found.sudah else ""
        messages.success(request, (told + more) % {"n": found.baru, "sudah": found.sudah})
    return redirect(f"{reverse('planning:terlambat')}?{request.GET.urlencode()}")


def _units_or_404(request: HttpRequest, on: date) -> Any:
    units = reading.watched_units(request.user, on=on)
    if not units.exists():
        raise Http404
    return units


def _law(request: HttpRequest) -> Any:
    return parameters(getattr(request.user, "instansi", None))


def _chosen(request: HttpRequest) -> Saringan:
    """What the address says; what it cannot mean is left out."""
    state = request.GET.get("keadaan", "")
    unit = paging.sought(request, "unit", 18)
    return Saringan(
        state if state in {code for code, _label in KEADAAN} else "",
        int(unit) if unit.isascii() and unit.isdigit() else None,
        paging.sought(request, "cari"),
    )


def _waiting_days(one: Any, on: date) -> int | None:
    """Since how many days a plan waits for its penilai."""
    if one.keadaan != Status.DIAJUKAN or one.diajukan_pada is None:
        return None
    return (on - timezone.localdate(one.diajukan_pada)).days


def _cells(rows: Any, on: date) -> Iterator[list[Any]]:
    labels = {code: str(label) for code, label in KEADAAN}
    yield [_("NIP"), _("Nama"), _("Jabatan"), _("Unit"), _("Keadaan"), _("Menunggu (hari)")]
    for one in rows.iterator(chunk_size=2_000):
        days = _waiting_days(one, on)
        yield [
            one.orang.nip or "",
            one.orang.nama_lengkap,
            one.jabatan.nama,
            one.unit.nama,
            labels[one.keadaan],
            "" if days is None else days,
        ]
