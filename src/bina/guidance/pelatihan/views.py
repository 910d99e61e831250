"""Training assigned as guidance: in a triage or a coaching, read by the two, taken back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.guidance.models import PelatihanBimbingan, Pilihan
from bina.guidance.pelatihan import services
from bina.guidance.pelatihan.forms import PelatihanForm, TarikForm
from bina.guidance.views.asking import attempt, coaching_seen, triase_seen
from bina.guidance.workflow import StatusTriase


def _facts(request: HttpRequest, on: date) -> dict[str, Any]:
    return {"actor": request.user, "pada": timezone.now(), "on": on}


@require_http_methods(["GET", "HEAD", "POST"])
def dari_triase(request: HttpRequest, pk: int) -> HttpResponse:
    """What a triage decided."""
    one, on = triase_seen(request, pk)
    policy.require(request.user, "triase.tugaskan_pelatihan", one, on=on)
    decided = one.status == StatusTriase.DIPUTUS and one.pilihan == Pilihan.PELATIHAN
    if not decided or PelatihanBimbingan.objects.standing().filter(triase=one).exists():
        messages.warning(request, _("Pelatihan ini sudah ditugaskan, atau tidak dipilih."))
        return redirect("guidance:triase", pk)
    form = PelatihanForm(request.POST or None)
    act = lambda: services.assign(triase_id=pk, isi=form.isi(), **_facts(request, on))  # noqa: E731
    return _form(request, form, act, one)


@require_http_methods(["GET", "HEAD", "POST"])
def dari_coaching(request: HttpRequest, pk: int) -> HttpResponse:
    """What a coaching under way shows to be needed."""
    one, on = coaching_seen(request, pk)
    policy.require(request.user, "coaching.tugaskan_pelatihan", one, on=on)
    if not one.is_running:
        messages.warning(request, _("Coaching ini sudah ditutup."))
        return redirect("guidance:coaching", pk)
    form = PelatihanForm(request.POST or None)
    act = lambda: services.assign_in_coaching(  # noqa: E731
        coaching_id=pk, isi=form.isi(), **_facts(request, on)
    )
    return _form(request, form, act, one)


def _form(
    request: HttpRequest, form: PelatihanForm, act: Callable[[], Any], case: Any
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and (made := attempt(request, act, form=form)):
        messages.success(
            request, _("Ditugaskan. Kebutuhannya menunggu rencana pengembangan kompetensi.")
        )
        return redirect("guidance:pelatihan", made.pk)
    return render(request, "guidance/pelatihan/tugaskan.html", {"form": form, "perkara": case})


@require_safe
def pelatihan(request: HttpRequest, pk: int) -> HttpResponse:
    """For the two: what, why, by when, and where it stands."""
    one, on = _seen(request, pk)
    may = policy.may(request.user, "pelatihan_bimbingan.tarik", one, on=on)
    context = {"pelatihan": one, "tarik": TarikForm() if may and one.is_standing else None}
    return render(request, "guidance/pelatihan/pelatihan.html", context)


@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it off, with the reason."""
    one, on = _seen(request, pk)
    policy.require(request.user, "pelatihan_bimbingan.tarik", one, on=on)
    form = TarikForm(request.POST)
    said = form.cleaned_data["alasan"] if form.is_valid() else ""
    act = {"pelatihan_id": pk, "alasan": said, **_facts(request, on)}
    if attempt(request, lambda: services.withdraw(**act)):
        messages.success(request, _("Ditarik. Kebutuhannya ikut ditarik."))
    return redirect("guidance:pelatihan", pk)


def _seen(request: HttpRequest, pk: int) -> tuple[PelatihanBimbingan, date]:
    on = timezone.localdate()
    rows = PelatihanBimbingan.objects.visible_to(request.user, on=on)
    people = rows.select_related("pegawai__orang", "pegawai__instansi", "penilai")
    return get_object_or_404(people, pk=pk), on
