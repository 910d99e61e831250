"""Changing a plan in force: a next version, or a proposal to change one target."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.workflow import WrongState
from bina.planning import pilihan
from bina.planning.forms import PerubahanForm, TanggapanForm, UsulForm
from bina.planning.models import Skp, UsulPerubahan
from bina.planning.reading import rencana_of
from bina.planning.rencana import amount
from bina.planning.services import changes, versions
from bina.planning.services.refusals import Refused
from bina.planning.views.asking import allowed, to_plan
from bina.planning.workflow import USUL_PERUBAHAN, Status

DECIDE = ("setujui", "tolak", "tarik")


@require_http_methods(["GET", "HEAD", "POST"])
def susun_perubahan(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the next version, with the grounds and the reason for it."""
    skp, on = allowed(request, pk, "susun_perubahan")
    if skp.status != Status.DITETAPKAN or skp.has_ended(on):
        return _not_running(request, skp)
    form = PerubahanForm(request.POST or None, grounds=pilihan.grounds(skp.pegawai.instansi, on=on))
    if request.method == "POST" and form.is_valid():
        made = _refusable(form, lambda: _start(request, skp, form, on))
        if made:
            messages.success(
                request, _("Versi baru dimulai. SKP yang berlaku tidak berubah sampai ditetapkan.")
            )
            return redirect("planning:susun", made.pk)
    return render(request, "planning/susun_perubahan.html", {"skp": skp, "form": form})


def _start(request: HttpRequest, skp: Skp, form: PerubahanForm, on: date) -> Skp:
    return versions.start_change(
        skp_id=skp.pk,
        dasar=form.cleaned_data["dasar"],
        alasan=form.cleaned_data["alasan"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )


def _refusable(form: Any, act: Any) -> Any:
    """What the act made; None where it was refused, with the reason on the form."""
    try:
        return act()
    except Refused as refusal:
        form.add_error(None, str(refusal))
    except WrongState:
        form.add_error(
            None, _("SKP atau indikator ini baru saja berubah, atau usul lain masih menunggu.")
        )
    return None


@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose another target for an indicator."""
    skp, on = allowed(request, pk, "usulkan_perubahan")
    if skp.status != Status.DITETAPKAN or skp.has_ended(on):
        return _not_running(request, skp)
    form = UsulForm(request.POST or None, choices=_indicators(skp))
    if request.method == "POST" and form.is_valid():
        made = _refusable(form, lambda: _propose(request, skp, form, on))
        if made:
            words = _("Usul terkirim. %(nama)s yang memutuskan; target lama berlaku sampai itu.")
            messages.success(request, words % {"nama": skp.penilai})
            return redirect("planning:usul", made.pk)
    return render(request, "planning/usulkan.html", {"skp": skp, "form": form})


def _indicators(skp: Skp) -> list[tuple[str, str]]:
    """Those with a number to change."""
    return [
        (str(each.kunci), f"{each.uraian} ({each.target_cetak})")
        for one in rencana_of(skp).hasil
        for each in one.indikator
        if each.target is not None and each.target_atas is None
    ]


def _propose(request: HttpRequest, skp: Skp, form: UsulForm, on: date) -> UsulPerubahan:
    return changes.propose_own(
        skp_id=skp.pk,
        kunci=form.cleaned_data["indikator"],
        isi=form.isi(),
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )


def _not_running(request: HttpRequest, skp: Skp) -> HttpResponse:
    words = _("SKP ini tidak sedang berlaku. Hanya versi yang ditetapkan yang dapat diubah.")
    return to_plan(request, skp, words)


@require_safe
def usul(request: HttpRequest, pk: int) -> HttpResponse:
    """A proposal: old and new, why, and the decision."""
    one, on = _seen(request, pk)
    return _page(request, one, TanggapanForm(), on)


def _page(request: HttpRequest, one: UsulPerubahan, form: TanggapanForm, on: date) -> HttpResponse:
    open_now = USUL_PERUBAHAN.open_from(one.status)
    may = policy.permitted(request.user, [f"usul_perubahan.{name}" for name in DECIDE], one, on=on)
    context = {
        "usul": one,
        "skp": one.skp,
        "semula": amount(one.target_semula, one.indikator.satuan),
        "menjadi": amount(one.target_menjadi, one.indikator.satuan),
        "boleh": {name for name in open_now if f"usul_perubahan.{name}" in may},
        "form": form,
        "lihat_skp": policy.may(request.user, "skp.lihat", one.skp, on=on),
    }
    return render(request, "planning/usul.html", context)


def _seen(request: HttpRequest, pk: int) -> tuple[UsulPerubahan, date]:
    on = timezone.localdate()
    visible = UsulPerubahan.objects.visible_to(request.user, on=on).for_list()
    return get_object_or_404(visible, pk=pk), on


@require_POST
def putus_usul(request: HttpRequest, pk: int, nama: str) -> HttpResponse:
    """setujui, tolak or tarik."""
    if nama not in DECIDE:
        raise Http404
    one, on = _seen(request, pk)
    policy.require(request.user, f"usul_perubahan.{nama}", one, on=on)
    form = TanggapanForm(request.POST)
    try:
        changes.decide(
            usul_id=one.pk,
            name=nama,
            tanggapan=form.cleaned_data["tanggapan"] if form.is_valid() else "",
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except WrongState:
        messages.warning(request, _("Usul ini sudah diputus. Periksa hasilnya."))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, one, form, on)
    else:
        messages.success(request, _("Tersimpan. Keputusan atas usul ini sudah dicatat."))
    return redirect("planning:usul", one.pk)
