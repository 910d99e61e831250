"""A coaching in a programme, and the programme's hours."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bina.access import policy
from bina.guidance.models import PesertaCoaching, ProgramMentoring
from bina.guidance.program import services
from bina.guidance.program.forms import AnggaranForm, GabungForm
from bina.guidance.views.asking import attempt, coaching_seen


def _facts(request: HttpRequest) -> dict[str, Any]:
    return {"actor": request.user, "pada": timezone.now(), "on": timezone.localdate()}


@require_http_methods(["GET", "HEAD", "POST"])
def gabung(request: HttpRequest, pk: int) -> HttpResponse:
    """Which programme this coaching is part of; whoever sees it sees that."""
    one, on = coaching_seen(request, pk)
    may = policy.permitted(request.user, ["coaching.ikut_program", "coaching.baca"], one, on=on)
    joined = PesertaCoaching.objects.filter(coaching=one).select_related("program__unit").first()
    if request.method == "POST":
        policy.require(request.user, "coaching.ikut_program", one, on=on)
    open_ones = list(services.joinable(one, on=on)) if "coaching.ikut_program" in may else []
    form = GabungForm(request.POST or None, program=open_ones)
    if request.method == "POST" and form.is_valid():
        chosen = int(form.cleaned_data["program"])
        act: dict[str, Any] = {"coaching_id": pk, "program_id": chosen, **_facts(request)}
        if attempt(request, lambda: services.join(**act), form=form):
            messages.success(request, _("Coaching ini ikut program. Isinya tetap milik berdua."))
            return redirect("guidance:program_gabung", pk)
    context = {
        "coaching": one,
        "peserta": joined,
        "form": form if open_ones and joined is None and one.is_running else None,
        "milik_saya": request.user.pk == one.pegawai_id,
    }
    return render(request, "guidance/program/gabung.html", context)


@require_POST
def keluar(request: HttpRequest, pk: int) -> HttpResponse:
    """The person takes their coaching out of the programme."""
    one, on = coaching_seen(request, pk)
    made = get_object_or_404(PesertaCoaching.objects.select_related("coaching"), coaching=one)
    policy.require(request.user, "peserta_coaching.keluar", made, on=on)
    done = attempt(request, lambda: services.leave(coaching_id=pk, **_facts(request)) or True)
    if done:
        messages.success(
            request, _("Coaching Anda keluar dari program dan berjalan seperti biasa.")
        )
    return redirect("guidance:program_gabung", pk)


@require_POST
def anggaran(request: HttpRequest, pk: int) -> HttpResponse:
    """Hours granted, or none."""
    on = timezone.localdate()
    seen = ProgramMentoring.objects.visible_to(request.user, on=on)
    one = get_object_or_404(seen.select_related("unit__instansi"), pk=pk)
    policy.require(request.user, "program_mentoring.ubah_anggaran", one, on=on)
    form = AnggaranForm(request.POST)
    if not form.is_valid():
        messages.warning(
            request, _("Isi anggaran lebih dari 0 JP, atau kosongkan bila tanpa anggaran.")
        )
        return redirect("guidance:mentoring_program", pk)
    given = form.cleaned_data["anggaran_jp"]
    act: dict[str, Any] = {"program_id": pk, "jp": given, **_facts(request)}
    if attempt(request, lambda: services.set_budget(**act)):
        messages.success(request, _("Anggaran tersimpan."))
    return redirect("guidance:mentoring_program", pk)
