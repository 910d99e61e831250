"""The diary: one line in under a minute, from a phone, also over a line that drops."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bina.core import files
from bina.monitoring import harian, langkah, law, material
from bina.monitoring.forms_harian import BarisForm
from bina.monitoring.services import harian as services
from bina.monitoring.services.refused import Refused
from bina.monitoring.views.guard import page, tell
from bina.planning import door as planning
from bina.planning.door import Rencana
from bina.ui import paging
from bina.ui.seen import clock, unseen_is_404

DEVICE = "Bina-Perangkat"
"""Sent by the script that keeps lines on the device: it is answered in JSON."""


@require_http_methods(["GET", "HEAD", "POST"])
@unseen_is_404
def catatan(request: HttpRequest) -> HttpResponse:
    """The form of a line, and the lines so far."""
    now, on = clock()
    rencana = planning.running_of(request.user.pk or 0, on=on)
    if rencana is None:
        return _without_plan(request)
    lines = harian.lines_of(rencana, request.user)
    form = _form(request, rencana, lines, on)
    if request.method == "POST" and form.is_valid():
        try:
            _line, fresh = services.record_line(
                skp_id=rencana.skp_id,
                baris=form.baris(),
                kunci=form.cleaned_data["kunci"],
                actor=request.user,
                pada=now,
                on=on,
            )
        except (Refused, files.FileRefused) as why:
            tell(form, why)
        else:
            return _written(request, fresh=fresh)
    if request.method == "POST" and _from_device(request):
        return JsonResponse({"salah": _errors(form)}, status=422)
    return page(request, "monitoring/harian.html", _shown(request, rencana, lines, form, on))


def _form(request: HttpRequest, rencana: Rencana, lines: Any, on: date) -> BarisForm:
    steps = langkah.of_plan(rencana)
    choices: dict[str, Any] = {
        "untuk": harian.subjects(rencana, steps, on=on),
        "butir": harian.grain(rencana, law=law.of(request.user), on=on),
    }
    if request.method == "POST":
        return BarisForm(request.POST, request.FILES, **choices)
    return BarisForm(initial=_first(request, lines, on), **choices)


def _first(request: HttpRequest, lines: Any, on: date) -> dict[str, Any]:
    """The last line's step is chosen already; `lanjutkan` copies a whole line."""
    sought = paging.sought(request, "lanjutkan", 18)
    if sought.isdecimal() and (again := lines.filter(pk=int(sought)).first()):
        return {"tanggal": on, **harian.copied(again)}
    last = lines.filter(dibatalkan_pada=None).order_by("-pk").first()
    return {"tanggal": on, **({"untuk": harian.code_of(last)} if last else {})}


def _shown(
    request: HttpRequest, rencana: Rencana, lines: Any, form: BarisForm, on: date
) -> dict[str, Any]:
    rows = paging.paginate(request, lines)
    standing = [one for one in rows.rows if one.is_valid]
    before = next((one for one in standing if one.tanggal < on), None)
    return {
        "rencana": rencana,
        "form": form,
        "halaman": rows,
        "catatan": [material.line(one) for one in rows.rows],
        "lanjutkan": before,
        "melanjutkan": bool(form.initial.get("kegiatan")),
    }


def _written(request: HttpRequest, *, fresh: bool) -> HttpResponse:
    if fresh:
        messages.success(request, _("Tercatat. Penilai Anda dapat membacanya."))
    if _from_device(request):
        return JsonResponse({"baru": fresh}, status=201 if fresh else 200)
    if not fresh:
        messages.info(request, _("Sudah tercatat. Baris ini hanya disimpan sekali."))
    return redirect("monitoring:harian")


def _without_plan(request: HttpRequest) -> HttpResponse:
    if _from_device(request):
        told = _("SKP yang berlaku tidak ada hari ini. Barisnya tetap tersimpan di perangkat.")
        return JsonResponse({"salah": {"": told}}, status=422)
    return page(request, "monitoring/tanpa_skp.html", {})


def _errors(form: BarisForm) -> dict[str, str]:
    """Field -> what is wrong with it and what to do; "" for the whole."""
    return {
        "" if name == "__all__" else name: " ".join(str(one) for one in found)
        for name, found in form.errors.items()
    }


def _from_device(request: HttpRequest) -> bool:
    return request.headers.get(DEVICE) == "1"
