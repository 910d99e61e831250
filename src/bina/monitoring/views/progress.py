"""Recording progress: under a minute on a phone; the history of a result; evidence."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bina.access import policy
from bina.core import files
from bina.core.workflow import WrongState
from bina.monitoring import material, reading, subject
from bina.monitoring.forms import AlasanForm, BuktiForm, CatatanForm
from bina.monitoring.models import Bukti, Realisasi, UmpanBalik
from bina.monitoring.services import progress as services
from bina.monitoring.services.refused import Refused
from bina.monitoring.views.guard import page, tell
from bina.planning import door as planning
from bina.planning.door import HasilRencana, Rencana
from bina.ui.seen import clock, unseen_is_404

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
REFUSALS = (Refused, files.FileRefused)


@GET_AND_POST
@unseen_is_404
def kemajuan(request: HttpRequest) -> HttpResponse:
    """My indicators, each with one small form."""
    _now, on = clock()
    rencana = planning.running_of(request.user.pk or 0, on=on)
    if rencana is None:
        return page(request, "monitoring/tanpa_skp.html", {})
    forms = _forms(request, rencana.hasil, on)
    if request.method == "POST" and (done := _recorded(request, rencana, forms)):
        return done
    known = reading.progress_of_plans({rencana.skp_id: rencana}, on=on)[rencana.skp_id]
    return page(
        request,
        "monitoring/kemajuan.html",
        {
            "rencana": rencana,
            "kemajuan": known,
            "kartu": [(one, _rows(one, forms)) for one in known.hasil],
            "salah": _wrong(forms),
        },
    )


@GET_AND_POST
@unseen_is_404
def hasil(request: HttpRequest, skp_id: int, kunci: UUID) -> HttpResponse:
    """One result: how far, every entry with its evidence, and for its owner the forms."""
    _now, on = clock()
    rencana = subject.seen(request.user, skp_id, on=on)
    satu = next((one for one in rencana.hasil if one.kunci == kunci), None)
    if satu is None:
        raise Http404
    writes = "catat" in subject.permitted(request.user, skp_id, on=on)
    forms = _forms(request, [satu], on) if writes else {}
    if request.method == "POST":
        subject.find(request.user, "catat", skp_id, on=on)
        if done := _recorded(request, rencana, forms):
            return done
    return page(request, "monitoring/hasil.html", _history(request, rencana, satu, forms, on))


@GET_AND_POST
@unseen_is_404
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Void a mistaken entry, with a reason."""
    now, on = clock()
    entry = _mine(request.user, pk, "batalkan", on)
    form = AlasanForm(request.POST or None, help_text=_("Misalnya: salah ketik, seharusnya 12."))
    if request.method == "POST" and form.is_valid():
        try:
            services.void_progress(
                realisasi_id=pk,
                alasan=form.cleaned_data["alasan"],
                actor=request.user,
                pada=now,
                on=on,
            )
        except WrongState:
            messages.warning(request, _("Catatan ini sudah dibatalkan. Tidak ada yang berubah."))
        else:
            messages.success(
                request, _("Catatan dibatalkan. Angkanya tidak dihitung lagi, alasannya tersimpan.")
            )
        return redirect(_page_of(entry))
    return _about(request, "monitoring/batalkan.html", entry, form)


@GET_AND_POST
@unseen_is_404
def tambah_bukti(request: HttpRequest, pk: int) -> HttpResponse:
    """Hang a file or a link on an entry."""
    now, on = clock()
    entry = _mine(request.user, pk, "tambah_bukti", on)
    form = BuktiForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.add_evidence(
                realisasi_id=pk, bukti=form.bukti(), actor=request.user, pada=now, on=on
            )
        except REFUSALS as why:
            tell(form, why)
        except WrongState:
            messages.warning(request, _("Catatan ini sudah dibatalkan. Bukti tidak ditambahkan."))
            return redirect(_page_of(entry))
        else:
            messages.success(request, _("Bukti tersimpan. Penilai Anda dapat membukanya."))
            return redirect(_page_of(entry))
    return _about(request, "monitoring/tambah_bukti.html", entry, form)


@require_safe
@unseen_is_404
def bukti(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file itself, as an attachment, for those who may see the entry (T17, T18)."""
    _now, on = clock()
    found = Bukti.objects.visible_to(request.user, on=on).select_related("berkas").get(pk=pk)
    if found.berkas is None:
        raise Http404
    return files.respond(found.berkas)


def _forms(
    request: HttpRequest, hasil: Iterable[HasilRencana], on: date
) -> dict[UUID, CatatanForm]:
    """One form an indicator; the one that was sent is bound to what was typed."""
    sent = request.POST.get("indikator", "") if request.method == "POST" else ""
    return {
        one.kunci: CatatanForm(request.POST, request.FILES, indikator=one, on=on)
        if str(one.kunci) == sent
        else CatatanForm(indikator=one, on=on)
        for group in hasil
        for one in group.indikator
    }


def _recorded(
    request: HttpRequest, rencana: Rencana, forms: dict[UUID, CatatanForm]
) -> HttpResponse | None:
    """Record what was sent; None when the form is to be shown again."""
    now, on = clock()
    form = next((one for one in forms.values() if one.is_bound), None)
    if form is None:
        messages.warning(
            request, _("SKP Anda sudah berubah. Muat ulang halaman, lalu catat sekali lagi.")
        )
        return redirect(request.path)
    if not form.is_valid():
        return None
    kunci = form.indikator.kunci
    try:
        services.record_progress(
            skp_id=rencana.skp_id,
            indikator_kunci=kunci,
            actor=request.user,
            pada=now,
            on=on,
            **form.values(),
        )
    except REFUSALS as why:
        tell(form, why)
        return None
    messages.success(request, _("Tercatat. %(nama)s") % {"nama": form.indikator.uraian})
    return redirect(f"{request.path}#i-{kunci}")


def _history(
    request: HttpRequest,
    rencana: Rencana,
    satu: HasilRencana,
    forms: dict[UUID, CatatanForm],
    on: date,
) -> dict[str, Any]:
    entries, known = material.seen_by(request.user, rencana, on=on)
    said = UmpanBalik.objects.of_plan(rencana.rumpun).filter(hasil_kunci=satu.kunci)
    return {
        "rencana": rencana,
        "hasil": satu,
        "kemajuan": known,
        "kemajuan_hasil": (here := known.of(satu.kunci)),
        "baris": _rows(here, forms) if here else [],
        "catatan": [one for one in entries if one.hasil_kunci == satu.kunci],
        "umpan_balik": material.readable(said.visible_to(request.user, on=on)),
        "forms": forms,
        "salah": _wrong(forms),
        "milik_saya": rencana.pegawai_id == request.user.pk,
    }


def _rows(
    hasil: reading.KemajuanHasil, forms: dict[UUID, CatatanForm]
) -> list[tuple[reading.KemajuanIndikator, CatatanForm | None]]:
    return [(one, forms.get(one.rencana.kunci)) for one in hasil.indikator]


def _wrong(forms: dict[UUID, CatatanForm]) -> CatatanForm | None:
    return next((one for one in forms.values() if one.is_bound and one.errors), None)


def _mine(user: Any, pk: int, act: str, on: date) -> Realisasi:
    entry = Realisasi.objects.visible_to(user, on=on).select_related("indikator__hasil").get(pk=pk)
    policy.require(user, f"realisasi.{act}", entry, on=on)
    return entry


def _about(request: HttpRequest, template: str, entry: Realisasi, form: Form) -> HttpResponse:
    shown = {"catatan": _line(entry.pk), "form": form, "kembali": _page_of(entry)}
    return page(request, template, shown)


def _line(pk: int) -> material.Catatan:
    return material.lines(Realisasi.objects.filter(pk=pk))[0]


def _page_of(entry: Realisasi) -> str:
    return reverse("monitoring:hasil", args=[entry.skp_id, entry.indikator.hasil.kunci])
