"""A session: its page for each reader, its forms, its steps, its PDF."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.documents.door import InvalidForm, RenderFailed
from bina.documents.door import render as print_form
from bina.guidance import formulir, penyesuaian, session
from bina.guidance.forms.sesi import (
    JadwalForm,
    KeteranganForm,
    LaporanForm,
    NotulenForm,
    PindahForm,
    TandaTanganForm,
    tindakan_formset,
    tindakan_of,
)
from bina.guidance.kalender import janji
from bina.guidance.models import Sesi
from bina.guidance.services import sesi as services
from bina.guidance.services import tanda_tangan
from bina.guidance.services.catatan import log_reading
from bina.guidance.views.asking import attempt, sesi_seen
from bina.guidance.workflow import SESI
from bina.ui import bentrok


@require_safe
def sesi(request: HttpRequest, pk: int) -> HttpResponse:
    """For the two the whole record; for the penilai only what is theirs to see."""
    one, on = sesi_seen(request, pk)
    log_reading(sesi=one, bentuk="halaman", actor=request.user, pada=timezone.now())
    if policy.may(request.user, "sesi_coaching.baca", one, on=on):
        context = session.session_page(one, request.user, on=on)
        return render(request, "guidance/sesi.html", context)
    context = session.penilai_page(one, request.user, on=on)
    return render(request, "guidance/sesi_penilai.html", context)


def _closed(request: HttpRequest, one: Sesi, step: str) -> HttpResponse | None:
    """Where the moment for this form has passed: back to the session, in words."""
    if one.status in SESI.steps[step].sources:
        return None
    messages.warning(request, _("Tahap ini sudah lewat atau belum tiba. Periksa keadaan sesi."))
    return redirect("guidance:sesi", one.pk)


def _read(request: HttpRequest, one: Sesi) -> None:
    log_reading(sesi=one, bentuk="formulir", actor=request.user, pada=timezone.now())


@require_http_methods(["GET", "HEAD", "POST"])
def laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """The employee's report before the session."""
    one, on = sesi_seen(request, pk, "laporkan")
    if answer := _closed(request, one, "laporkan"):
        return answer
    form = LaporanForm(request.POST or None, initial=LaporanForm.initial_of(one))
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request,
            lambda: services.report(
                sesi_id=pk, laporan=form.laporan(), actor=request.user, pada=timezone.now(), on=on
            ),
            form=form,
        )
        if made:
            words = _("Terkirim. %(nama)s yang menetapkan jadwalnya.")
            messages.success(request, words % {"nama": one.coach})
            return redirect("guidance:sesi", pk)
    _read(request, one)
    return render(request, "guidance/laporan.html", {"form": form, "sesi": one})


@require_http_methods(["GET", "HEAD", "POST"])
def jadwal(request: HttpRequest, pk: int) -> HttpResponse:
    """When and where."""
    one, on = sesi_seen(request, pk, "jadwalkan")
    if answer := _closed(request, one, "jadwalkan"):
        return answer
    form = PindahForm(request.POST or None, initial=JadwalForm.initial_of(one))
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request,
            lambda: services.schedule(
                sesi_id=pk,
                jadwal=form.jadwal(),
                alasan=form.cleaned_data["alasan_pindah"],
                actor=request.user,
                pada=timezone.now(),
                on=on,
            ),
            form=form,
        )
        if made:
            messages.success(request, _("Tersimpan. Jadwal sesi sudah ditetapkan."))
            _warn(request, made)
            return redirect("guidance:sesi", pk)
    _read(request, one)
    return render(request, "guidance/jadwal.html", {"form": form, "sesi": one})


def _warn(request: HttpRequest, one: Sesi) -> None:
    """Where one of the two has something else at that hour."""
    coaching, waktu = one.coaching, janji.of_session(one)
    people = {coaching.pegawai_id: coaching.pegawai, one.coach_id: one.coach}
    bentrok.warn(request, waktu, people, asal=janji.SESI, asal_id=one.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def notulen(request: HttpRequest, pk: int) -> HttpResponse:
    """What both fill in after the session."""
    one, on = sesi_seen(request, pk, "catat")
    if answer := _closed(request, one, "catat"):
        return answer
    form = NotulenForm(
        request.POST or None,
        initial=NotulenForm.initial_of(one),
        indikator=penyesuaian.possible(one.coaching, on=on),
    )
    actions = tindakan_formset(one.coaching, request.POST or None, one)
    if request.method == "POST" and form.is_valid() and actions.is_valid():
        given = tindakan_of(actions)
        if attempt(request, lambda: _write(request, one, form, given, on), form=form):
            messages.success(request, _("Tersimpan. Catatan ini dibaca oleh Anda berdua."))
            return redirect("guidance:sesi", pk)
    _read(request, one)
    context = {"form": form, "tindakan": actions, "sesi": one}
    return render(request, "guidance/notulen.html", context)


def _write(request: HttpRequest, one: Sesi, form: NotulenForm, actions: Any, on: date) -> Sesi:
    return services.write_minutes(
        sesi_id=one.pk,
        isi=form.notulen(actions),
        suntingan=form.cleaned_data["suntingan"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )


Words = dict[str, Any]
DONE: Words = {
    "minta_tanda_tangan": gettext_lazy("Siap ditandatangani. Catatan tidak dapat diubah lagi."),
    "minta_perbaikan": gettext_lazy("Dikembalikan untuk diperbaiki. Tanda tangan yang ada gugur."),
    "batalkan": gettext_lazy("Sesi dibatalkan. Alasannya tersimpan."),
    "catat_tidak_hadir": gettext_lazy("Dicatat bahwa sesi tidak terlaksana."),
    "kirim_ulang_usul": gettext_lazy("Usul terkirim. Pimpinan yang memutuskan."),
}


@require_POST
def langkah(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One step of the session that needs no page of its own."""
    if name not in DONE:
        raise Http404
    one, on = sesi_seen(request, pk)
    form = KeteranganForm(request.POST)
    said = form.cleaned_data["keterangan"] if form.is_valid() else ""
    who = request.POST.get("siapa", "")
    facts: dict[str, Any] = {
        "sesi_id": one.pk,
        "actor": request.user,
        "pada": timezone.now(),
        "on": on,
    }
    acts: dict[str, Callable[[], Sesi]] = {
        "minta_tanda_tangan": lambda: services.ask_signatures(**facts),
        "minta_perbaikan": lambda: services.ask_mending(apa=said, **facts),
        "batalkan": lambda: services.cancel(alasan=said, **facts),
        "catat_tidak_hadir": lambda: services.record_absence(siapa=who, alasan=said, **facts),
        "kirim_ulang_usul": lambda: tanda_tangan.send_adjustment(**facts),
    }
    if attempt(request, acts[name]):
        messages.success(request, str(DONE[name]))
    return redirect("guidance:sesi", pk)


@require_POST
def tanda_tangani(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign what was read."""
    one, on = sesi_seen(request, pk, "tanda_tangani")
    form = TandaTanganForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Halaman ini tidak utuh. Muat ulang, lalu tanda tangani lagi."))
        return redirect("guidance:sesi", pk)
    made = attempt(
        request,
        lambda: tanda_tangan.sign(
            sesi_id=one.pk, **form.cleaned_data, actor=request.user, pada=timezone.now(), on=on
        ),
    )
    if made:
        messages.success(request, session.signed_words(made))
    return redirect("guidance:sesi", pk)


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The Format Pelaksanaan Coaching, for the two; marked as long as it is not signed."""
    one, _on = sesi_seen(request, pk, "cetak")
    if one.mulai is None:
        raise Http404
    log_reading(sesi=one, bentuk="pdf", actor=request.user, pada=timezone.now())
    try:
        # The form is Indonesian whatever the language of the page.
        with translation.override("id"):
            document = print_form(formulir.form_of(one), dicetak_pada=timezone.localtime())
    except (InvalidForm, RenderFailed) as error:
        messages.error(request, _("PDF belum dapat dibuat. %(sebab)s") % {"sebab": error})
        return redirect("guidance:sesi", pk)
    name = slugify(f"coaching {one.coaching.pegawai} sesi {one.ke}")
    return HttpResponse(
        document,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.pdf"',
            "Cache-Control": "private, no-store",
        },
    )
