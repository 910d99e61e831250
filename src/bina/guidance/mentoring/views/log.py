"""The first talk, the log and its initials."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.core import files
from bina.guidance.forms.sesi import KeteranganForm
from bina.guidance.mentoring import page
from bina.guidance.mentoring.forms.log import BicaraForm, BuktiForm, LogForm
from bina.guidance.mentoring.forms.paraf import ParafForm
from bina.guidance.mentoring.services import log as services
from bina.guidance.mentoring.views.asking import case_seen, facts, log_seen, read, to_case
from bina.guidance.models import BuktiMentoring, LogMentoring
from bina.guidance.views.asking import attempt


@require_http_methods(["GET", "HEAD", "POST"])
def bicara(request: HttpRequest, pk: int) -> HttpResponse:
    """The first talk, and what was agreed in it."""
    one, on = case_seen(request, pk, "bicara")
    form = BicaraForm(request.POST or None, initial={"tanggal": on})
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request,
            lambda: services.record_talk(
                mentoring_id=pk, **form.cleaned_data, **facts(request, on)
            ),
            form=form,
        )
        if made:
            messages.success(request, _("Tersimpan. Sekarang log dapat diisi."))
            return to_case(pk)
    return render(request, "guidance/mentoring/bicara.html", {"form": form, "mentoring": one})


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest, pk: int) -> HttpResponse:
    """A new entry."""
    one, on = case_seen(request, pk, "catat")
    form = LogForm(request.POST or None, initial={"tanggal": on})
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request,
            lambda: services.write(mentoring_id=pk, isi=form.entry(), **facts(request, on)),
            form=form,
        )
        if made:
            messages.success(request, _("Tersimpan. Tambahkan bukti, lalu minta paraf."))
            return redirect("guidance:mentoring_log", made.pk)
    context = {"form": form, "mentoring": one, "kembali": None}
    return render(request, "guidance/mentoring/log_isi.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend an entry that does not wait for initials yet."""
    log, on = log_seen(request, pk, "ubah")
    if not log.is_writable:
        messages.warning(request, _("Catatan ini menunggu paraf. Minta perbaikan dahulu."))
        return redirect("guidance:mentoring_log", pk)
    form = LogForm(request.POST or None, initial=LogForm.initial_of(log))
    if request.method == "POST" and form.is_valid():
        made = attempt(request, lambda: _change(request, pk, form, on), form=form)
        if made:
            messages.success(request, _("Tersimpan."))
            return redirect("guidance:mentoring_log", pk)
    read(request, log, "formulir")
    context = {"form": form, "mentoring": log.mentoring, "kembali": log}
    return render(request, "guidance/mentoring/log_isi.html", context)


def _change(request: HttpRequest, pk: int, form: LogForm, on: Any) -> LogMentoring:
    return services.change(
        log_id=pk,
        isi=form.entry(),
        suntingan=form.cleaned_data["suntingan"],
        **facts(request, on),
    )


@require_safe
def log(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry, for the two who were there."""
    one, _on = log_seen(request, pk)
    read(request, one, "halaman")
    context = {**page.log_page(one, request.user), "bukti_baru": BuktiForm()}
    return render(request, "guidance/mentoring/log.html", context)


@require_POST
def langkah(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Ready for initials, or back to be mended."""
    one, on = log_seen(request, pk)
    form = KeteranganForm(request.POST)
    said = form.cleaned_data["keterangan"] if form.is_valid() else ""
    given: dict[str, Any] = {"log_id": one.pk, **facts(request, on)}
    acts: dict[str, Any] = {
        "minta_paraf": lambda: services.ask_initials(**given),
        "minta_perbaikan": lambda: services.ask_mending(apa=said, **given),
    }
    if name not in acts:
        raise Http404
    if attempt(request, acts[name]):
        done = {
            "minta_paraf": _("Siap diparaf. Isinya tidak dapat diubah lagi."),
            "minta_perbaikan": _("Dikembalikan. Paraf yang sudah ada gugur."),
        }
        messages.success(request, done[name])
    return redirect("guidance:mentoring_log", pk)


@require_POST
def paraf(request: HttpRequest, pk: int) -> HttpResponse:
    """Initial what was read."""
    one, on = log_seen(request, pk, "paraf")
    form = ParafForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Halaman ini tidak utuh. Muat ulang, lalu paraf lagi."))
        return redirect("guidance:mentoring_log", pk)
    made = attempt(
        request,
        lambda: services.initial(log_id=one.pk, **form.cleaned_data, **facts(request, on)),
    )
    if made:
        messages.success(request, _said(made))
    return redirect("guidance:mentoring_log", pk)


def _said(made: LogMentoring) -> str:
    if made.is_signed:
        return _("Diparaf berdua. JP-nya dihitung di akun pegawai.")
    return _("Anda sudah memaraf. JP masuk setelah yang lain juga memaraf.")


@require_POST
def bukti(request: HttpRequest, pk: int) -> HttpResponse:
    """Hang a file on an entry."""
    one, on = log_seen(request, pk, "tambah_bukti")
    form = BuktiForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Belum ada bukti. Pilih berkasnya."))
        return redirect("guidance:mentoring_log", pk)
    try:
        made = attempt(
            request,
            lambda: services.add_evidence(
                log_id=one.pk, berkas=form.cleaned_data["berkas"], **facts(request, on)
            ),
        )
    except files.FileRefused as refusal:
        made = None
        messages.warning(request, str(refusal))
    if made:
        messages.success(request, _("Bukti tersimpan."))
    return redirect("guidance:mentoring_log", pk)


@require_safe
def berkas(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file, for whoever reads the entry."""
    seen = LogMentoring.objects.visible_to(request.user, on=timezone.localdate())
    found = BuktiMentoring.objects.filter(log__in=seen).select_related("berkas", "log__mentoring")
    one = get_object_or_404(found, pk=pk)
    read(request, one.log, "berkas")
    return files.respond(one.berkas)
