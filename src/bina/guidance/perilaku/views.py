"""A matter of conduct: one page for the two, each act its own address."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bina.access import policy
from bina.guidance.models import MasalahPerilaku, TeksTersegel
from bina.guidance.perilaku import services
from bina.guidance.perilaku.forms import BicaraForm, TanggapanForm, TinjauForm
from bina.guidance.perilaku.workflow import MASALAH
from bina.guidance.views.asking import attempt

ACTS = tuple(MASALAH.steps)


def _seen(request: HttpRequest, kode: UUID, act: str = "") -> tuple[MasalahPerilaku, date]:
    on = timezone.localdate()
    rows = MasalahPerilaku.objects.visible_to(request.user, on=on).with_people()
    found = get_object_or_404(rows, pk=kode)
    if act:
        policy.require(request.user, f"masalah_perilaku.{act}", found, on=on)
    return found, on


@require_safe
def masalah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """What was said and answered, and what may follow."""
    found, on = _seen(request, kode)
    services.log_reading(found, actor=request.user, pada=timezone.now())
    return _page(request, found, on)


def _page(
    request: HttpRequest, found: MasalahPerilaku, on: date, **forms_sent: forms.Form
) -> HttpResponse:
    asked = [f"masalah_perilaku.{act}" for act in ACTS]
    may = policy.permitted(request.user, asked, found, on=on)
    now = {act for act in MASALAH.open_from(found.status) if f"masalah_perilaku.{act}" in may}
    teks = found.teks.select_related("penulis")
    context: dict[str, Any] = {
        "masalah": found,
        "boleh": now,
        "baris": [{"teks": one, "isi": _content(one)} for one in teks],
        "bicara": BicaraForm(initial={"tanggal": on}),
        "tanggapan": TanggapanForm(),
        "tinjau": TinjauForm(),
        "sudah_waktunya": found.tinjau_pada is not None and found.tinjau_pada <= on,
        "page_menu": "guidance",
    }
    return render(request, "guidance/perilaku/masalah.html", context | forms_sent)


def _content(one: TeksTersegel) -> dict[str, Any]:
    found = one.content()
    if "tanggal" in found:
        found["tanggal"] = date.fromisoformat(found["tanggal"])
    return found


def _sent(
    request: HttpRequest, kode: UUID, act: str, form: Any, do: Callable[..., Any], words: str
) -> HttpResponse:
    """Do what a form asked; where it was refused, the page with what was typed."""
    found, on = _seen(request, kode, act)
    facts = {"kode": kode, "actor": request.user, "pada": timezone.now(), "on": on}
    if form.is_valid() and attempt(request, lambda: do(**facts), form=form):
        messages.success(request, words)
        return redirect("guidance:masalah_perilaku", kode)
    name = {BicaraForm: "bicara", TanggapanForm: "tanggapan", TinjauForm: "tinjau"}[type(form)]
    return _page(request, found, on, **{name: form})


@require_POST
def bicarakan(request: HttpRequest, kode: UUID) -> HttpResponse:
    form = BicaraForm(request.POST)
    words = _("Tersegel. Pegawai ini sekarang membacanya dan dapat menanggapi.")
    return _sent(
        request, kode, "bicarakan", form,
        lambda **facts: services.tell(isi=form.isian(), **facts), words,
    )  # fmt: skip


@require_POST
def tanggapi(request: HttpRequest, kode: UUID) -> HttpResponse:
    form = TanggapanForm(request.POST)
    words = _("Tersegel. Tanggapan Anda dibaca penilai Anda.")
    return _sent(
        request, kode, "tanggapi", form,
        lambda **facts: services.answer(isi=form.cleaned_data["isi"], **facts), words,
    )  # fmt: skip


@require_POST
def tinjau(request: HttpRequest, kode: UUID) -> HttpResponse:
    form = TinjauForm(request.POST)
    act = "serahkan" if request.POST.get("berubah") == "tidak" else "nyatakan_berubah"
    words = {
        "serahkan": _("Diserahkan. Unit kepegawaian yang melanjutkan; isinya tetap tersegel."),
        "nyatakan_berubah": _("Selesai. Perubahannya dicatat, dan hal ini ditutup."),
    }[act]
    return _sent(
        request, kode, act, form, lambda **facts: services.review(**form.isian(), **facts), words
    )


@require_POST
def tarik(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Named in error, before it was told."""
    found, on = _seen(request, kode, "tarik")
    act: dict[str, Any] = {"actor": request.user, "pada": timezone.now(), "on": on}
    if attempt(request, lambda: services.withdraw(kode=found.kode, **act)):
        messages.success(request, _("Ditarik. Tidak ada yang diberitahukan."))
        return redirect("guidance:daftar")
    return redirect("guidance:masalah_perilaku", kode)
