"""A plan and the page of a mentoring."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.guidance.forms.sesi import KeteranganForm
from bina.guidance.mentoring import page
from bina.guidance.mentoring.forms.rencana import RencanaForm, butir_formset, butir_of
from bina.guidance.mentoring.services import laporan, pencarian, rencana
from bina.guidance.mentoring.views.asking import case_seen, facts, read, to_case
from bina.guidance.mentoring.workflow import StatusMentoring
from bina.guidance.models import Bidang, Mentoring, Triase
from bina.guidance.views.asking import attempt
from bina.people.models import Pegawai


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """A new plan; out of a triage where the address names one of one's own."""
    me = get_object_or_404(Pegawai.objects.select_related("instansi"), pk=request.user.pk)
    triase = _triase(request)
    initial = {"tujuan": triase.hasil_judul} if triase else {}
    form = RencanaForm(
        request.POST or None, bidang=Bidang.objects.of_agency(me.instansi_id), initial=initial
    )
    butir = butir_formset(request.POST or None, None)
    if request.method == "POST" and form.is_valid() and butir.is_valid():
        given = form.rencana(butir_of(butir))
        made = attempt(
            request,
            lambda: rencana.write_plan(
                rencana=given,
                triase_id=triase.pk if triase else None,
                **facts(request, timezone.localdate()),
            ),
            form=form,
        )
        if made:
            messages.success(request, _("Rencana tersimpan. Ajukan bila sudah lengkap."))
            return to_case(made.pk)
    context = {"form": form, "butir": butir, "mentoring": None}
    return render(request, "guidance/mentoring/rencana.html", context)


def _triase(request: HttpRequest) -> Triase | None:
    wanted = request.GET.get("triase", "")
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) <= 18):
        return None
    seen = Triase.objects.visible_to(request.user, on=timezone.localdate())
    return get_object_or_404(seen.filter(pegawai=request.user.pk), pk=int(wanted))


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend a plan that has not been sent."""
    one, on = case_seen(request, pk, "ubah_rencana")
    if one.status != StatusMentoring.RENCANA:
        messages.warning(request, _("Rencana ini sudah diajukan dan tidak dapat diubah lagi."))
        return to_case(pk)
    form = RencanaForm(
        request.POST or None,
        bidang=Bidang.objects.of_agency(one.pegawai.instansi_id),
        initial=RencanaForm.initial_of(one),
    )
    butir = butir_formset(request.POST or None, one)
    posted = request.method == "POST" and form.is_valid() and butir.is_valid()
    if posted and attempt(request, lambda: _change(request, one, form, butir, on), form=form):
        messages.success(request, _("Rencana tersimpan. Ajukan bila sudah lengkap."))
        return to_case(pk)
    read(request, one, "formulir")
    context = {"form": form, "butir": butir, "mentoring": one}
    return render(request, "guidance/mentoring/rencana.html", context)


def _change(
    request: HttpRequest, one: Mentoring, form: RencanaForm, butir: Any, on: Any
) -> Mentoring:
    return rencana.change_plan(
        mentoring_id=one.pk,
        rencana=form.rencana(butir_of(butir)),
        suntingan=form.cleaned_data["suntingan"],
        **facts(request, on),
    )


@require_safe
def mentoring(request: HttpRequest, pk: int) -> HttpResponse:
    """For the two the whole; for everybody else only what is theirs to see."""
    one, on = case_seen(request, pk)
    read(request, one, "halaman")
    context = page.case_page(one, request.user, on=on)
    return render(request, "guidance/mentoring/halaman.html", context)


DONE = {
    "ajukan": gettext_lazy("Terkirim. Pejabat Penilai Kinerja Anda membacanya."),
    "setujui": gettext_lazy("Disetujui. Pegawai sekarang memilih mentor."),
    "kembalikan": gettext_lazy("Dikembalikan. Pegawai membaca apa yang perlu diperbaiki."),
    "tarik": gettext_lazy("Tawaran ditarik. Pilih mentor lagi bila sudah siap."),
    "ganti_mentor": gettext_lazy("Pasangan ini berakhir baik-baik. Log yang ada tetap tersimpan."),
    "hentikan": gettext_lazy("Mentoring dihentikan. Log yang sudah diparaf tetap tersimpan."),
    "laporkan": gettext_lazy("Laporan siap ditandatangani. Isinya tidak dapat diubah lagi."),
    "perbaiki": gettext_lazy("Laporan dikembalikan. Tanda tangan yang ada gugur."),
}
WITH_WORDS = {"kembalikan", "perbaiki"}


@require_POST
def langkah(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One step that needs no page of its own."""
    if name not in DONE:
        raise Http404
    one, on = case_seen(request, pk, name)
    acts: dict[str, Any] = {
        "ajukan": rencana.submit,
        "setujui": rencana.agree,
        "kembalikan": rencana.send_back,
        "tarik": pencarian.withdraw,
        "ganti_mentor": rencana.change_mentor,
        "hentikan": rencana.stop,
        "laporkan": laporan.ask_signatures,
        "perbaiki": laporan.ask_mending,
    }
    said = _words(request, name)
    act = acts[name]
    if attempt(request, lambda: act(mentoring_id=one.pk, **said, **facts(request, on))):
        messages.success(request, str(DONE[name]))
    if name == "ganti_mentor" and request.user.pk != one.pegawai_id:
        return redirect("guidance:mentoring_daftar")
    return to_case(pk)


def _words(request: HttpRequest, name: str) -> dict[str, str]:
    if name not in WITH_WORDS:
        return {}
    form = KeteranganForm(request.POST)
    said = form.cleaned_data["keterangan"] if form.is_valid() else ""
    return {"alasan" if name == "kembalikan" else "apa": said}
