"""Writing a unit's perjanjian kinerja, a part a page: a sasaran with its targets, the budget."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bina.core.workflow import WrongState
from bina.planning.forms import Seen
from bina.planning.models import IndikatorUnit, PerjanjianKinerja, SasaranUnit
from bina.planning.perjanjian.forms import SasaranForm, anggaran_formset, target_formset
from bina.planning.perjanjian.services import perjanjian as services
from bina.planning.perjanjian.views.perjanjian import allowed, locked, number, to_page
from bina.planning.services.refusals import Stale
from bina.planning.views import tabrakan
from bina.planning.views.asking import Answer, attempt

_NAMES = ("id", "uraian", "target", "satuan", "target_teks", "arah")
EMPTY_LINES = 3


@require_http_methods(["GET", "HEAD", "POST"])
def sasaran_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """A new sasaran with its indicators."""
    found, on = allowed(request, pk, "ubah")
    return _sasaran_page(request, found, None, on)


@require_http_methods(["GET", "HEAD", "POST"])
def sasaran(request: HttpRequest, pk: int, sasaran_pk: int) -> HttpResponse:
    """One sasaran with its indicators."""
    found, on = allowed(request, pk, "ubah")
    one = get_object_or_404(found.sasaran, pk=sasaran_pk)
    return _sasaran_page(request, found, one, on)


def _sasaran_page(
    request: HttpRequest, found: PerjanjianKinerja, one: SasaranUnit | None, on: date
) -> HttpResponse:
    if not found.is_open and request.method != "POST":
        return locked(request, found)
    form, rows = _sasaran_forms(request, found, one)
    answer = Answer()
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        answer = attempt(form, lambda: _save(request, found, one, form, rows, on))
        if answer.done:
            return _after(request, found, answer.made.pk)
    context = {
        "perjanjian": found,
        "sasaran": one,
        "form": form,
        "indikator": rows,
        "benturan": answer.benturan,
        "beda": _differences(one, form) if answer.benturan else [],
    }
    return render(request, "planning/perjanjian/sasaran.html", context, status=answer.status)


def _sasaran_forms(
    request: HttpRequest, found: PerjanjianKinerja, one: SasaranUnit | None
) -> tuple[SasaranForm, Any]:
    data = tabrakan.posted(request, {"uraian": one.uraian} if one else None)
    rows = list(one.indikator.values(*_NAMES)) if one else []
    extra = 1 if "tambah" in request.GET or not rows else 0
    initial = {"suntingan": found.suntingan, "uraian": one.uraian if one else ""}
    return (
        SasaranForm(data, initial=initial),
        target_formset(extra=extra)(data, prefix="ind", initial=rows),
    )


def _save(
    request: HttpRequest,
    found: PerjanjianKinerja,
    one: SasaranUnit | None,
    form: SasaranForm,
    rows: Any,
    on: date,
) -> SasaranUnit:
    known = set(IndikatorUnit.objects.filter(pk__in=rows.ids()).values_list("pk", flat=True))
    return services.save_sasaran(
        perjanjian_id=found.pk,
        sasaran_id=one.pk if one else None,
        isi=form.isi(tuple(each.isi(known) for each in rows.kept())),
        suntingan=form.cleaned_data["suntingan"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )


def _after(request: HttpRequest, found: PerjanjianKinerja, sasaran_pk: int) -> HttpResponse:
    messages.success(request, _("Tersimpan. Sasaran dan indikatornya sudah dicatat."))
    if "tambah" in request.POST:
        address = reverse("planning:sasaran", args=[found.pk, sasaran_pk])
        return redirect(f"{address}?tambah=1#indikator-baru")
    return redirect("planning:perjanjian", found.pk)


def _differences(one: SasaranUnit | None, form: SasaranForm) -> list[Any]:
    now = SasaranUnit.objects.filter(pk=one.pk).first() if one else None
    return tabrakan.differences([form], {"uraian": now.uraian}) if now else []


@require_POST
def hapus_sasaran(request: HttpRequest, pk: int, sasaran_pk: int) -> HttpResponse:
    """Take a sasaran out of the draft."""
    found, on = allowed(request, pk, "ubah")
    get_object_or_404(found.sasaran, pk=sasaran_pk)
    try:
        services.remove_sasaran(
            perjanjian_id=found.pk,
            sasaran_id=sasaran_pk,
            suntingan=number(request.POST.get("suntingan")),
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except Stale:
        return to_page(request, pk, _("Draf ini baru saja berubah. Periksa lagi, lalu ulangi."))
    except WrongState:
        return locked(request, found)
    messages.success(request, _("Terhapus. Sasaran dikeluarkan dari draf."))
    return redirect("planning:perjanjian", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def anggaran(request: HttpRequest, pk: int) -> HttpResponse:
    """The lines of the budget, all on one page; a line emptied is taken out."""
    found, on = allowed(request, pk, "ubah")
    if not found.is_open and request.method != "POST":
        return locked(request, found)
    data = request.POST.copy() if request.method == "POST" else None
    form = Seen(data, initial={"suntingan": found.suntingan})
    stored = list(found.anggaran.values("program", "jumlah"))
    lines = anggaran_formset(extra=EMPTY_LINES)(data, prefix="baris", initial=stored)
    answer = Answer()
    if request.method == "POST" and form.is_valid() and lines.is_valid():
        answer = attempt(form, lambda: _save_anggaran(request, found, form, lines, on))
        if answer.done:
            messages.success(request, _("Tersimpan. Anggaran sudah dicatat."))
            return redirect("planning:perjanjian", pk)
    context = {
        "perjanjian": found,
        "form": form,
        "baris": lines,
        "benturan": answer.benturan,
    }
    return render(request, "planning/perjanjian/anggaran.html", context, status=answer.status)


def _save_anggaran(
    request: HttpRequest, found: PerjanjianKinerja, form: Seen, lines: Any, on: date
) -> None:
    services.save_anggaran(
        perjanjian_id=found.pk,
        isi=lines.isi(),
        suntingan=form.cleaned_data["suntingan"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )
