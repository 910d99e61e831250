"""After guidance: what waits, the two forms, and their papers."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.documents.door import InvalidForm, RenderFailed
from bina.documents.door import render as print_form
from bina.guidance import kasus
from bina.guidance.kasus import Kasus
from bina.guidance.models import EvaluasiKompetensi, UmpanBalikAkhir
from bina.guidance.sesudah import formulir, reading, services
from bina.guidance.sesudah.forms import LABELS, SUBJEK, UmpanBalikForm, nilai_formset, nilai_of
from bina.guidance.views.asking import attempt
from bina.ui import paging

CASE = ("pegawai__orang", "pegawai__instansi", "coaching", "mentoring__bidang")


def _case(request: HttpRequest, jenis: str, pk: int, act: str) -> tuple[Kasus, date]:
    """404 for strangers and for other words than the two; 403 for whom it is not to do."""
    on = timezone.localdate()
    if jenis not in kasus.MODEL:
        raise Http404
    one = Kasus(jenis, get_object_or_404(kasus.visible(jenis, request.user, on), pk=pk))
    policy.require(request.user, f"{jenis}.{act}", one.objek, on=on)
    return one, on


def _facts(request: HttpRequest, on: date) -> dict[str, Any]:
    return {"actor": request.user, "pada": timezone.now(), "on": on}


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What waits to be said and judged; what was, each list with pages of its own."""
    user, on = request.user, timezone.localdate()
    akhir = reading.said(user, on=on)
    judged = reading.judged(user, on=on)
    context: dict[str, Any] = {
        "umpan_balik": reading.to_say(user),
        "kompetensi": reading.to_judge(user),
        "diterima": paging.paginate(request, akhir.filter(kepada=user.pk), part="diterima"),
        "saya": paging.paginate(request, akhir.filter(pegawai=user.pk), part="saya"),
        "evaluasi": paging.paginate(request, judged, part="evaluasi"),
    }
    context["kosong"] = not any(len(each) for each in context.values())
    return render(request, "guidance/sesudah/daftar.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """B.1.8: nine texts, signed and handed over in one act."""
    one, on = _case(request, jenis, pk, "isi_umpan_balik_akhir")
    given = UmpanBalikAkhir.objects.filter(**one.kunci).first()
    if given is not None:
        return redirect("guidance:umpan_balik_akhir", given.pk)
    form = UmpanBalikForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act: dict[str, Any] = {"jenis": jenis, "kasus_id": pk, **_facts(request, on)}
        made = attempt(
            request, lambda: services.hand_over(jawaban=form.jawaban(), **act), form=form
        )
        if made:
            messages.success(
                request, _("Diserahkan. Dibaca oleh %(nama)s.") % {"nama": made.kepada}
            )
            return redirect("guidance:umpan_balik_akhir", made.pk)
    over = one.is_over()
    above = services.addressee(one, on=on) if over else None
    context = {"form": form, "kasus": one, "kepada": above, "selesai": over}
    return render(request, "guidance/sesudah/isi.html", context)


def _feedback(request: HttpRequest, pk: int, act: str = "lihat") -> tuple[UmpanBalikAkhir, date]:
    on = timezone.localdate()
    rows = UmpanBalikAkhir.objects.visible_to(request.user, on=on)
    rows = rows.select_related(
        "pemandu", "kepada", "coaching__penilai", "mentoring__penilai", *CASE
    )
    one = get_object_or_404(rows, pk=pk)
    policy.require(request.user, f"umpan_balik_akhir.{act}", one, on=on)
    return one, on


def _read(request: HttpRequest, objek: Any, bentuk: str) -> None:
    services.log_reading(objek=objek, bentuk=bentuk, actor=request.user, pada=timezone.now())


@require_safe
def umpan_balik(request: HttpRequest, pk: int) -> HttpResponse:
    """What was handed over: for its writer and the addressee."""
    one, on = _feedback(request, pk)
    _read(request, one, "halaman")
    reads = policy.may(request.user, "umpan_balik_akhir.tandai_dibaca", one, on=on)
    context = {
        "satu": one,
        "bagian": [
            (part, [(LABELS[name], getattr(one, name)) for name, _label in rows])
            for part, rows in SUBJEK
        ],
        "tandai": reads and one.dibaca_pada is None,
    }
    return render(request, "guidance/sesudah/umpan_balik.html", context)


@require_POST
def dibaca(request: HttpRequest, pk: int) -> HttpResponse:
    """The addressee has read it."""
    one, on = _feedback(request, pk, "tandai_dibaca")
    if attempt(request, lambda: services.mark_read(pk=one.pk, **_facts(request, on))):
        messages.success(request, _("Tercatat sudah dibaca."))
    return redirect("guidance:sesudah")


@require_safe
def umpan_balik_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Format B.1.8."""
    one, _on = _feedback(request, pk, "cetak")
    return _paper(request, one, formulir.feedback_form, "umpan balik bimbingan")


@require_http_methods(["GET", "HEAD", "POST"])
def nilai(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """B.1.9: competency by 1 to 5 with grounds."""
    one, on = _case(request, jenis, pk, "nilai_kompetensi")
    given = EvaluasiKompetensi.objects.filter(**one.kunci).first()
    if given is not None:
        return redirect("guidance:kompetensi_evaluasi", given.pk)
    rows = nilai_formset(request.POST or None)
    if request.method == "POST" and rows.is_valid():
        act: dict[str, Any] = {"jenis": jenis, "kasus_id": pk, **_facts(request, on)}
        made = attempt(request, lambda: services.judge(nilai=nilai_of(rows), **act))
        if made:
            messages.success(request, _("Tersimpan. Pegawai dan penilainya dapat membacanya."))
            return redirect("guidance:kompetensi_evaluasi", made.pk)
    context = {"formset": rows, "kasus": one, "selesai": one.is_over()}
    return render(request, "guidance/sesudah/nilai.html", context)


def _judged(request: HttpRequest, pk: int, act: str = "lihat") -> EvaluasiKompetensi:
    on = timezone.localdate()
    rows = EvaluasiKompetensi.objects.visible_to(request.user, on=on)
    rows = rows.select_related("oleh", "coaching__penilai", "mentoring__penilai", *CASE)
    one = get_object_or_404(rows, pk=pk)
    policy.require(request.user, f"evaluasi_kompetensi.{act}", one, on=on)
    return one


@require_safe
def kompetensi(request: HttpRequest, pk: int) -> HttpResponse:
    """What was judged, with its grounds."""
    one = _judged(request, pk)
    _read(request, one, "halaman")
    context = {"satu": one, "baris": list(one.kompetensi.all())}
    return render(request, "guidance/sesudah/kompetensi.html", context)


@require_safe
def kompetensi_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Format B.1.9."""
    return _paper(request, _judged(request, pk, "cetak"), formulir.competency_form, "kompetensi")


def _paper(request: HttpRequest, one: Any, form_of: Any, name: str) -> HttpResponse:
    _read(request, one, "pdf")
    try:
        # The form is Indonesian whatever the language of the page.
        with translation.override("id"):
            document = print_form(form_of(one), dicetak_pada=timezone.localtime())
    except (InvalidForm, RenderFailed) as error:
        messages.error(request, _("PDF belum dapat dibuat. %(sebab)s") % {"sebab": error})
        return redirect("guidance:sesudah")
    file = slugify(f"{name} {one.pegawai}")
    return HttpResponse(
        document,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{file}.pdf"',
            "Cache-Control": "private, no-store",
        },
    )
