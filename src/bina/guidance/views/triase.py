"""Triage: asked for, taken up, weighed by both, decided."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.guidance import reading, saran
from bina.guidance.forms.triase import KeputusanForm, MintaForm, MulaiForm, SebabForm
from bina.guidance.models import Triase
from bina.guidance.perilaku import services as perilaku
from bina.guidance.services import coaching as coaching_services
from bina.guidance.services import triase as services
from bina.guidance.views.asking import attempt, triase_seen
from bina.guidance.workflow import StatusTriase
from bina.law import door as law_room
from bina.monitoring.signals import sentence
from bina.people.models import Pegawai
from bina.planning import door as planning


@require_http_methods(["GET", "HEAD", "POST"])
def minta(request: HttpRequest) -> HttpResponse:
    """A person asks for guidance."""
    on = timezone.localdate()
    me = get_object_or_404(Pegawai, pk=request.user.pk)
    rencana = planning.running_of(me.pk, on=on)
    form = MintaForm(
        request.POST or None,
        hasil=rencana.hasil if rencana else (),
        initial={"hasil": request.GET.get("hasil", "")},
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request,
            lambda: services.ask_guidance(
                hasil_kunci=form.kunci(),
                sebab=form.sebab(),
                actor=request.user,
                pada=timezone.now(),
                on=on,
            ),
            form=form,
        )
        if made:
            messages.success(request, _("Terkirim. Pejabat Penilai Kinerja Anda yang memutuskan."))
            return _said(request, made, form) or redirect("guidance:triase", made.pk)
    return render(request, "guidance/minta.html", {"form": form, "rencana": rencana})


@require_http_methods(["GET", "HEAD", "POST"])
def timbang(request: HttpRequest, skp_id: int, kunci: UUID) -> HttpResponse:
    """The penilai takes up a result that lags. One that is weighed already is shown instead."""
    on = timezone.localdate()
    if not planning.visible_skp_ids(request.user, on=on).filter(pk=skp_id).exists():
        raise Http404
    rencana = planning.plan(skp_id)
    waiting = Triase.objects.open().filter(pegawai=rencana.pegawai_id, hasil_kunci=kunci)
    found = waiting.visible_to(request.user, on=on).first()
    if found is not None:
        return redirect("guidance:triase", found.pk)
    _require_plan(request, skp_id)
    hasil = next((one for one in rencana.hasil if one.kunci == kunci), None)
    if hasil is None:
        raise Http404
    form = SebabForm(request.POST or None, of_pegawai=False)
    posted = request.method == "POST" and form.is_valid()
    if posted and (made := _weighed(request, rencana, kunci, form)):
        return _said(request, made, form) or redirect("guidance:triase", made.pk)
    pegawai = Pegawai.objects.select_related("orang", "instansi").get(pk=rencana.pegawai_id)
    law = law_room.parameters(pegawai.instansi)
    state = saran.keadaan(skp_id, kunci, law=law, on=on)
    context = {"form": form, "hasil": hasil, "pegawai": pegawai, "keadaan": state}
    return render(request, "guidance/timbang.html", {**context, "kalimat": _words(state)})


def _weighed(
    request: HttpRequest, rencana: planning.Rencana, kunci: UUID, form: SebabForm
) -> Triase | None:
    made: Triase | None = attempt(
        request,
        lambda: services.weigh_signal(
            skp_id=rencana.skp_id,
            hasil_kunci=kunci,
            sebab=form.sebab(),
            actor=request.user,
            pada=timezone.now(),
            on=timezone.localdate(),
        ),
        form=form,
    )
    return made


def _require_plan(request: HttpRequest, skp_id: int) -> None:
    """403 for a reader of the plan who may not weigh it."""
    on = timezone.localdate()
    mine = planning.running_ids(on=on).filter(
        policy.scope(request.user, "bimbingan.timbang", on=on)
    )
    if not mine.filter(pk=skp_id).exists():
        raise PermissionDenied("bimbingan.timbang")


def _words(state: saran.Keadaan) -> str:
    if state.kemajuan is None or state.waktu is None:
        return ""
    return sentence(state.kemajuan, state.waktu)


@require_safe
def triase(request: HttpRequest, pk: int) -> HttpResponse:
    """The recommendation with its reasons, its basis and the alternatives; the decision."""
    one, on = triase_seen(request, pk)
    return render(request, "guidance/triase.html", reading.triase_page(one, request.user, on=on))


@require_POST
def penyebab(request: HttpRequest, pk: int) -> HttpResponse:
    """Each of the two names causes."""
    one, on = triase_seen(request, pk)
    form = SebabForm(request.POST, of_pegawai=request.user.pk == one.pegawai_id)
    if not form.is_valid():
        messages.error(request, _("Penyebab ini tidak dikenal. Pilih dari daftar."))
        return redirect("guidance:triase", pk)
    made = attempt(
        request,
        lambda: services.name_causes(
            triase_id=pk, sebab=form.sebab(), actor=request.user, pada=timezone.now(), on=on
        ),
    )
    if made:
        messages.success(request, _("Tersimpan. Saran di bawah ini sudah disesuaikan."))
        if answer := _said(request, made, form):
            return answer
    return redirect("guidance:triase", pk)


def _said(request: HttpRequest, one: Triase, form: SebabForm) -> HttpResponse | None:
    """What was ticked and is not kept changes this one answer, and leaves nothing behind."""
    said = form.only_said()
    if not said:
        return None
    found = saran.of_triase(one, on=timezone.localdate(), juga=said)
    masalah = perilaku.open_between(one.pegawai_id, request.user, on=timezone.localdate())
    context = {"triase": one, "disebut": said, "saran": found, "masalah": masalah}
    return render(request, "guidance/arahan.html", context)


@require_POST
def putuskan(request: HttpRequest, pk: int) -> HttpResponse:
    """The penilai decides."""
    one, on = triase_seen(request, pk)
    policy.require(request.user, "triase.putuskan", one, on=on)
    page = reading.triase_page(one, request.user, on=on)
    form = KeputusanForm(request.POST, saran=one.rekomendasi, notes=reading.notes(one))
    if form.is_valid():
        data = form.cleaned_data
        made = attempt(
            request,
            lambda: services.decide(
                triase_id=pk, **data, actor=request.user, pada=timezone.now(), on=on
            ),
            form=form if one.is_open else None,
        )
        if made:
            messages.success(request, _("Diputuskan. Saran Bina dan keputusan Anda disimpan."))
            return redirect(_next(made), pk)
        if not one.is_open:
            return redirect("guidance:triase", pk)
    return render(request, "guidance/triase.html", {**page, "keputusan": form})


def _next(one: Triase) -> str:
    return "guidance:mulai" if one.pilihan in coaching_services.COACHED else "guidance:triase"


@require_POST
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Either of the two lets it go."""
    _one, on = triase_seen(request, pk)
    made = attempt(
        request,
        lambda: services.cancel(triase_id=pk, actor=request.user, pada=timezone.now(), on=on),
    )
    if made:
        messages.success(request, _("Dibatalkan. Anda dapat memulainya lagi kapan saja."))
    return redirect("guidance:triase", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def mulai(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the coaching that was decided: who coaches, about what."""
    one, on = triase_seen(request, pk)
    policy.require(request.user, "triase.mulai_coaching", one, on=on)
    ready = one.status == StatusTriase.DIPUTUS and one.pilihan in coaching_services.COACHED
    if not ready or hasattr(one, "coaching"):
        messages.warning(request, _("Coaching ini sudah dimulai, atau tidak dipilih."))
        return redirect("guidance:triase", pk)
    form = MulaiForm(
        request.POST or None,
        instansi_id=one.pegawai.instansi_id,
        initial={"topik": one.hasil_judul[:200]},
    )
    if request.method == "POST" and form.is_valid() and (made := _begun(request, one, form)):
        words = _("Coaching dimulai. %(nama)s diminta menulis laporan pra-coaching.")
        messages.success(request, words % {"nama": one.pegawai})
        return redirect("guidance:coaching", made.pk)
    return render(request, "guidance/mulai.html", {"form": form, "triase": one})


def _begun(request: HttpRequest, one: Triase, form: MulaiForm) -> Any:
    return attempt(
        request,
        lambda: coaching_services.start_coaching(
            triase_id=one.pk,
            topik=form.cleaned_data["topik"],
            tugas=form.tugas(),
            actor=request.user,
            pada=timezone.now(),
            on=timezone.localdate(),
        ),
        form=form,
    )
