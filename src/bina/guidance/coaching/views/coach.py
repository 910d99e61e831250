"""Coaches: one's own certificates, the agency's coaches, questions, reactions, consent."""

from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.core import files
from bina.guidance import kualifikasi
from bina.guidance.coaching import coaches, reading
from bina.guidance.coaching import reaksi as medians
from bina.guidance.coaching.forms.coach import PertanyaanForm, ReaksiForm, SertifikatForm
from bina.guidance.coaching.services import pertanyaan as questions
from bina.guidance.coaching.services import reaksi as reactions
from bina.guidance.coaching.services import sertifikat as certificates
from bina.guidance.models import Catatan, PertanyaanCoaching, ReaksiSesi, SertifikatCoach
from bina.guidance.services.catatan import withdraw_sharing
from bina.guidance.views.asking import attempt, sesi_seen
from bina.ui import paging

MENUNGGU: Final = "menunggu"
TANPA: Final = "tanpa"


def _now(request: HttpRequest) -> dict[str, Any]:
    now = timezone.now()
    return {"actor": request.user, "pada": now, "on": timezone.localdate(now)}


@require_http_methods(["GET", "HEAD", "POST"])
def sertifikat(request: HttpRequest) -> HttpResponse:
    """Me as a coach: my certificates, and what those I coached found, in medians."""
    facts = _now(request)
    form = SertifikatForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _uploaded(request, form, facts):
        messages.success(request, _("Tersimpan. Unit kepegawaian memeriksanya."))
        return redirect("guidance:sertifikat")
    me = facts["actor"]
    own = list(SertifikatCoach.objects.filter(orang=me.pk))
    context = {
        "form": form,
        "sertifikat": own,
        "kualifikasi": kualifikasi.judge(own, facts["on"]),
        "reaksi": medians.of_coach(me.pk, on=facts["on"]),
        "personalia": reading.keeps_coaches(me, on=facts["on"]),
    }
    return render(request, "guidance/coaching/sertifikat.html", context)


def _uploaded(request: HttpRequest, form: SertifikatForm, facts: dict[str, Any]) -> Any:
    try:
        return attempt(
            request,
            lambda: certificates.add(isi=form.isi(), berkas=form.cleaned_data["berkas"], **facts),
            form=form,
        )
    except files.FileRefused as refusal:
        form.add_error("berkas", str(refusal))
        return None


@require_safe
def berkas(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file of a certificate, for its holder and the personnel unit."""
    seen = SertifikatCoach.objects.visible_to(request.user, on=timezone.localdate())
    return files.respond(get_object_or_404(seen.select_related("berkas"), pk=pk).berkas)


@require_POST
def periksa(request: HttpRequest, pk: int) -> HttpResponse:
    """The certificate was held against its file."""
    facts = _now(request)
    seen = SertifikatCoach.objects.visible_to(request.user, on=facts["on"])
    one = get_object_or_404(seen, pk=pk)
    if attempt(request, lambda: certificates.check(sertifikat_id=one.pk, **facts)):
        messages.success(request, _("Sertifikat dicatat sudah diperiksa."))
    return redirect(f"{reverse('guidance:daftar_coach')}?saring={MENUNGGU}")


@require_safe
def daftar_coach(request: HttpRequest) -> HttpResponse:
    """The agency's coaches and their training, for the personnel unit: never whom they coach."""
    user, on = _now(request)["actor"], timezone.localdate()
    if not reading.keeps_coaches(user, on=on):
        raise PermissionDenied
    counted = coaches.counts(user.instansi_id, on=on)
    chosen = request.GET.get("saring", "")
    choices: list[tuple[str, Any, int] | tuple[str, Any]] = [
        ("", _("Semua coach")),
        (TANPA, _("Belum bersertifikat"), counted["tanpa"]),
        (MENUNGGU, _("Sertifikat menunggu diperiksa"), counted["menunggu"]),
    ]
    context = {
        **counted,
        **(_papers if chosen == MENUNGGU else _coaches)(request, counted, on),
        "pilihan": chosen,
        "saring": paging.filters(request, "saring", choices),
    }
    return render(request, "guidance/coaching/daftar_coach.html", context)


def _coaches(request: HttpRequest, _counted: dict[str, int], on: date) -> dict[str, Any]:
    user: Any = request.user
    sought = paging.sought(request, "cari")
    rows = coaches.people(user.instansi_id, cari=sought)
    if request.GET.get("saring") == TANPA:
        rows = coaches.untrained(rows, user.instansi_id, on=on)
    page = paging.paginate(request, rows)
    return {
        "halaman": page,
        "coach": coaches.lines(page, user.instansi_id, on=on),
        "cari": sought,
        "reaksi": medians.of_agency(user.instansi_id, on=on),
    }


def _papers(request: HttpRequest, counted: dict[str, int], _on: date) -> dict[str, Any]:
    user: Any = request.user
    rows = coaches.waiting(user.instansi_id)
    return {"halaman": paging.paginate(request, rows, total=counted["menunggu"])}


@require_http_methods(["GET", "HEAD", "POST"])
def pertanyaan(request: HttpRequest) -> HttpResponse:
    """The bank of questions; the personnel unit adds to it."""
    facts = _now(request)
    may = reading.keeps_questions(request.user, on=facts["on"])
    form = PertanyaanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = {**form.cleaned_data, **facts}
        if attempt(request, lambda: questions.add(**act), form=form):
            messages.success(request, _("Tersimpan. Pertanyaan ini muncul di halaman sesi."))
            return redirect("guidance:pertanyaan")
    context = {"form": form if may else None, "bagian": reading.bank(facts["actor"].instansi_id)}
    return render(request, "guidance/coaching/pertanyaan.html", context)


@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """A question of the agency's is offered no more."""
    facts = _now(request)
    own = PertanyaanCoaching.objects.filter(instansi=facts["actor"].instansi_id or 0)
    one = get_object_or_404(own, pk=pk)
    if attempt(request, lambda: questions.take_back(pertanyaan_id=one.pk, **facts)):
        messages.success(request, _("Pertanyaan ditarik."))
    return redirect("guidance:pertanyaan")


@require_http_methods(["GET", "HEAD", "POST"])
def reaksi(request: HttpRequest, pk: int) -> HttpResponse:
    """Four marks for a signed session, by the coachee, once."""
    one, on = sesi_seen(request, pk, "beri_reaksi")
    if not one.is_signed or ReaksiSesi.objects.filter(sesi=one).exists():
        messages.warning(request, _("Sesi ini belum ditandatangani, atau sudah Anda tanggapi."))
        return redirect("guidance:sesi", pk)
    form = ReaksiForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = {"sesi_id": pk, "nilai": form.cleaned_data, **_now(request)}
        if attempt(request, lambda: reactions.give(**act), form=form):
            messages.success(request, _("Terima kasih. Jawaban Anda tidak dibaca coach."))
            return redirect("guidance:sesi", pk)
    return render(request, "guidance/coaching/reaksi.html", {"form": form, "sesi": one, "on": on})


@require_POST
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """The coachee takes back that the penilai reads a note."""
    facts = _now(request)
    seen = Catatan.objects.visible_to(request.user, on=facts["on"])
    note = get_object_or_404(seen, pk=pk)
    if attempt(request, lambda: withdraw_sharing(catatan_id=note.pk, **facts)):
        messages.success(request, _("Dicabut. Mulai sekarang hanya Anda berdua yang membacanya."))
    return redirect("guidance:sesi", note.sesi_id)
