"""The final report, its signatures and the pimpinan's word."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bina.guidance.mentoring.forms.laporan import KonfirmasiForm, LaporanForm
from bina.guidance.mentoring.forms.paraf import ParafForm
from bina.guidance.mentoring.services import laporan as services
from bina.guidance.mentoring.views.asking import case_seen, facts, read, to_case
from bina.guidance.mentoring.workflow import StatusMentoring
from bina.guidance.models import LaporanMentoring
from bina.guidance.views.asking import attempt


@require_http_methods(["GET", "HEAD", "POST"])
def laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """What came of each measure."""
    one, on = case_seen(request, pk, "susun_laporan")
    if one.status != StatusMentoring.BERJALAN:
        messages.warning(request, _("Laporan hanya ditulis selama mentoring berjalan."))
        return to_case(pk)
    found = LaporanMentoring.objects.filter(mentoring=one).prefetch_related("capaian").first()
    form = LaporanForm(
        request.POST or None, butir=one.butir.all(), initial=LaporanForm.initial_of(found)
    )
    posted = request.method == "POST" and form.is_valid()
    if posted and attempt(request, lambda: _write(request, pk, form, on), form=form):
        messages.success(request, _("Laporan tersimpan. Bila lengkap, siapkan tanda tangan."))
        return to_case(pk)
    read(request, one, "formulir")
    context = {"form": form, "mentoring": one, "laporan": found}
    return render(request, "guidance/mentoring/laporan.html", context)


def _write(request: HttpRequest, pk: int, form: LaporanForm, on: Any) -> LaporanMentoring:
    return services.write_report(
        mentoring_id=pk,
        isi=form.laporan(),
        suntingan=form.cleaned_data["suntingan"],
        **facts(request, on),
    )


@require_POST
def tanda_tangani(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign what was read."""
    one, on = case_seen(request, pk, "tanda_tangani")
    form = ParafForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Halaman ini tidak utuh. Muat ulang, lalu tanda tangani lagi."))
        return to_case(pk)
    made = attempt(
        request,
        lambda: services.sign(mentoring_id=one.pk, **form.cleaned_data, **facts(request, on)),
    )
    if made:
        both = made.status == StatusMentoring.DILAPORKAN
        messages.success(
            request,
            _("Ditandatangani berdua. Pimpinan diminta mengonfirmasi perubahannya.")
            if both
            else _("Anda sudah menandatangani. Sekarang giliran yang lain."),
        )
    return to_case(pk)


@require_POST
def konfirmasi(request: HttpRequest, pk: int) -> HttpResponse:
    """The pimpinan says whether the change is felt."""
    one, on = case_seen(request, pk, "selesaikan")
    form = KonfirmasiForm(request.POST)
    if not form.is_valid():
        messages.error(
            request, _("Pilih apakah perubahannya terasa, dan tulis apa yang Anda lihat.")
        )
        return to_case(pk)
    made = attempt(
        request,
        lambda: services.confirm(mentoring_id=one.pk, **form.cleaned_data, **facts(request, on)),
    )
    if made:
        messages.success(request, _("Tersimpan. Mentoring ini selesai."))
    return to_case(pk)
