"""A dialogue: its page, its day, its summary, its confirmations."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.core import ics
from bina.core.models import Pertemuan
from bina.dialog import reading
from bina.dialog.forms import (
    BatalForm,
    JadwalForm,
    RangkumanForm,
    SuntinganForm,
    actions,
    rangkuman,
)
from bina.dialog.models import Dialog
from bina.dialog.services import dialog as services
from bina.dialog.views.asking import attempt, caught_up, facts, seen, shown, warn_of_clashes
from bina.dialog.workflow import DIALOG


@require_safe
def dialog(request: HttpRequest, pk: int) -> HttpResponse:
    """For the two: agenda, one's own note, actions, summary."""
    one, on = seen(request, pk)
    return shown(request, one, on)


def _closed(request: HttpRequest, one: Dialog, step: str) -> HttpResponse | None:
    """Where the moment for this form has passed: back to the dialogue, in words."""
    if one.status in DIALOG.steps[step].sources:
        return None
    messages.warning(
        request, _("Tahap ini sudah lewat atau belum tiba. Periksa keadaan dialognya.")
    )
    return redirect("dialog:dialog", one.pk)


def _form_page(
    request: HttpRequest, one: Dialog, template: str, context: dict[str, Any]
) -> HttpResponse:
    services.log_reading(dialog=one, bentuk="formulir", actor=request.user, pada=timezone.now())
    user: Any = request.user
    given = {
        "dialog": one,
        "yang_lain": one.other(user.pk),
        "page_menu": reading.menu_of(one, user),
    }
    return render(request, template, {**given, **context})


@require_http_methods(["GET", "HEAD", "POST"])
def jadwal(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day or place."""
    one, on = seen(request, pk)
    if answer := _closed(request, one, "jadwalkan"):
        return answer
    initial = {"tanggal": one.tanggal, "tempat": one.tempat}
    form = JadwalForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        act = facts(request, one, on) | form.cleaned_data
        if attempt(request, lambda: services.reschedule(**act), form=form):
            messages.success(request, _("Tersimpan. Jadwal dialog sudah diubah."))
            warn_of_clashes(request, one, **form.cleaned_data)
            return redirect("dialog:dialog", pk)
    return _form_page(request, one, "dialog/jadwal.html", {"form": form})


@require_safe
def undangan(request: HttpRequest, pk: int) -> HttpResponse:
    """The day as a file for the reader's calendar."""
    one, _on = seen(request, pk)
    found = get_object_or_404(Pertemuan, asal=services.ASAL, asal_id=str(one.pk))
    return ics.download(found, judul=_("Pertemuan"), orang=request.user)


@require_POST
def mulai(request: HttpRequest, pk: int) -> HttpResponse:
    """The two sit together."""
    one, on = seen(request, pk)
    if attempt(request, lambda: services.begin(**facts(request, one, on))):
        messages.success(request, _("Dialog dimulai. Setelah berbicara, tulis ringkasannya."))
    return redirect("dialog:dialog", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def rangkum(request: HttpRequest, pk: int) -> HttpResponse:
    """The summary and the agreed actions; either of the two writes."""
    one, on = seen(request, pk)
    if answer := _closed(request, one, "rangkum"):
        return answer
    initial = {"ringkasan": one.ringkasan, "suntingan": one.suntingan}
    form = RangkumanForm(request.POST or None, initial=initial)
    tindakan = actions(one, request.POST or None)
    if request.method == "POST" and form.is_valid() and tindakan.is_valid():
        act = facts(request, one, on) | {
            "isi": rangkuman(form, tindakan),
            "suntingan": form.cleaned_data["suntingan"],
        }
        if attempt(request, lambda: services.sum_up(**act), form=form):
            messages.success(
                request, _("Tersimpan. Ringkasan ini menunggu konfirmasi Anda berdua.")
            )
            return redirect("dialog:dialog", pk)
    one.refresh_from_db(fields=["ringkasan", "suntingan"])
    behind = form.is_bound and caught_up(form, "suntingan", one.suntingan)
    context = {
        "form": form,
        "tindakan": tindakan,
        "bawaan": reading.carried(one, on),
        "terbaru": list(one.tindakan.select_related("oleh")) if behind else [],
        "tertinggal": behind,
    }
    return _form_page(request, one, "dialog/rangkum.html", context)


@require_POST
def konfirmasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the summary is right."""
    one, on = seen(request, pk)
    form = SuntinganForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Halaman ini tidak utuh. Muat ulang, lalu konfirmasi lagi."))
        return redirect("dialog:dialog", pk)
    act = facts(request, one, on) | form.cleaned_data
    made = attempt(request, lambda: services.confirm(**act))
    if made:
        words = (
            _("Dikonfirmasi berdua dan terkunci. Tindakannya terbawa sampai selesai.")
            if made.is_confirmed
            else _("Dikonfirmasi. Ringkasan terkunci setelah yang lain juga mengonfirmasi.")
        )
        messages.success(request, words)
    return redirect("dialog:dialog", pk)


@require_POST
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it off, with the reason."""
    one, on = seen(request, pk)
    form = BatalForm(request.POST)
    if form.is_valid():
        act = facts(request, one, on) | form.cleaned_data
        if attempt(request, lambda: services.cancel(**act), form=form):
            messages.success(request, _("Dialog dibatalkan. Alasannya tersimpan."))
            return redirect("dialog:dialog", pk)
    return shown(request, one, on, batal=form)
