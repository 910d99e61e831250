"""Voiding a plan made in error: asked for, decided, or done at once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bina.access import policy
from bina.core.workflow import WrongState
from bina.planning.models import Pembatalan, Skp
from bina.planning.pembatalan import services
from bina.planning.pembatalan.forms import BatalForm, PutusanForm
from bina.planning.services.refusals import Refused
from bina.planning.views.asking import attempt, seen, to_plan
from bina.planning.workflow import PEMBATALAN, Status, StatusPembatalan


@require_http_methods(["GET", "HEAD", "POST"])
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    """What is wrong and what follows; the penilai asks, the head of personnel voids."""
    skp, on = seen(request, pk)
    may = policy.permitted(request.user, ["skp.minta_batal", "skp.nyatakan_batal"], skp, on=on)
    if not may:
        policy.require(request.user, "skp.minta_batal", skp, on=on)
    if skp.status != Status.DITETAPKAN:
        return to_plan(request, skp, _late())
    at_once = "skp.nyatakan_batal" in may
    form = BatalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = attempt(form, lambda: _act(request, skp, form, at_once))
        if answer.benturan:
            return to_plan(request, skp, _late())
        if answer.done:
            messages.success(request, _done(at_once))
            return redirect("planning:skp", skp.pk)
    context = {"skp": skp, "form": form, "langsung": at_once}
    return render(request, "planning/batalkan.html", context)


def _act(request: HttpRequest, skp: Skp, form: BatalForm, at_once: bool) -> Pembatalan:
    act = services.void if at_once else services.ask_voiding
    return act(
        skp_id=skp.pk,
        sebab=form.cleaned_data["sebab"],
        alasan=form.cleaned_data["alasan"],
        actor=request.user,
        pada=timezone.now(),
        on=timezone.localdate(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def pembatalan(request: HttpRequest, pk: int) -> HttpResponse:
    """The request, and its decision for whoever may."""
    on = timezone.localdate()
    visible = Pembatalan.objects.visible_to(request.user, on=on).for_list()
    one = get_object_or_404(visible, pk=pk)
    names = list(PEMBATALAN.steps)
    may = policy.permitted(request.user, [f"pembatalan.{name}" for name in names], one, on=on)
    form = PutusanForm(request.POST or None)
    if request.method == "POST":
        nama = request.POST.get("langkah", "")
        if nama not in names:
            raise Http404
        policy.require(request.user, f"pembatalan.{nama}", one, on=on)
        if form.is_valid() and _decided(request, one, nama, form):
            return redirect("planning:pembatalan", one.pk)
    waiting = one.status == StatusPembatalan.DIAJUKAN
    context = {
        "satu": one,
        "form": form if may and waiting else None,
        "boleh": [name for name in names if waiting and f"pembatalan.{name}" in may],
    }
    return render(request, "planning/pembatalan.html", context)


def _decided(request: HttpRequest, one: Pembatalan, nama: str, form: Any) -> bool:
    try:
        services.decide_voiding(
            pembatalan_id=one.pk,
            nama=nama,
            tanggapan=form.cleaned_data["tanggapan"],
            actor=request.user,
            pada=timezone.now(),
            on=timezone.localdate(),
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    except WrongState:
        messages.warning(request, _late())
    else:
        messages.success(request, _("Tersimpan. Keputusan Anda sudah dicatat."))
    return True


def _late() -> str:
    return _("SKP ini sudah berubah. Tidak ada yang tersimpan; periksa lagi statusnya.")


def _done(at_once: bool) -> str:
    if at_once:
        return _("SKP dinyatakan batal. Isinya tetap dapat dibaca dan bertanda.")
    return _("Terkirim. SKP dinyatakan batal setelah pengelola kinerja menyetujuinya.")
