"""Submitting a plan, and what the penilai does with it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bina.core.workflow import WrongState
from bina.people import hierarchy
from bina.planning import diff, pages
from bina.planning.completeness import missing
from bina.planning.forms import KembalikanForm, PerilakuForm
from bina.planning.klarifikasi import page as dialog_page
from bina.planning.models import Skp
from bina.planning.reading import annex, rencana_of
from bina.planning.services import steps
from bina.planning.services.refusals import Incomplete, Refused
from bina.planning.views import tabrakan
from bina.planning.views.asking import Answer, allowed, attempt, to_plan
from bina.planning.workflow import Status


@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request: HttpRequest, pk: int) -> HttpResponse:
    """Who will read it and what locks, said before; then it is submitted."""
    skp, on = allowed(request, pk, "ajukan")
    if not skp.is_open:
        return _too_late(request, skp)
    if request.method == "POST":
        return _submit(request, skp, on)
    rencana = rencana_of(skp)
    context = {
        "skp": skp,
        "kurang": missing(skp, rencana, annex(skp.pk)),
        "dialog": dialog_page.standing(skp, rencana),
        "penilai": hierarchy.superior_of(skp.pegawai_id, on=on, penempatan=skp.penempatan),
    }
    return render(request, "planning/ajukan.html", context)


def _submit(request: HttpRequest, skp: Skp, on: date) -> HttpResponse:
    try:
        made = steps.submit(skp_id=skp.pk, actor=request.user, pada=timezone.now(), on=on)
    except Incomplete as refusal:
        messages.error(request, str(refusal))
        return redirect("planning:susun", skp.pk)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("planning:ajukan", skp.pk)
    except WrongState:
        return _too_late(request, skp)
    words = _("SKP diajukan. %(nama)s akan meninjaunya; Anda diberi tahu saat ada jawaban.")
    messages.success(request, words % {"nama": made.penilai})
    return redirect("planning:skp", skp.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def tinjau(request: HttpRequest, pk: int) -> HttpResponse:
    """The penilai reads the plan, and sends it back with a reason or establishes it."""
    skp, on = allowed(request, pk, "tetapkan")
    if skp.status != Status.DIAJUKAN:
        return _too_late(request, skp)
    form = KembalikanForm(_data(request), initial={"suntingan": skp.suntingan})
    answer = Answer()
    if request.method == "POST":
        answer = _decision(request, skp, form, on)
        if answer.done:
            return redirect("planning:skp", skp.pk)
        if answer.benturan == "terkunci":
            return _too_late(request, skp)
    context = {
        "skp": skp,
        "tampilan": pages.shown(request, skp),
        "form": form,
        "benturan": answer.benturan,
        "perbedaan": _since_last(skp),
    }
    return render(request, "planning/tinjau.html", context, status=answer.status)


def _decision(request: HttpRequest, skp: Skp, form: KembalikanForm, on: date) -> Answer:
    given: dict[str, Any] = {
        "skp_id": skp.pk,
        "actor": request.user,
        "pada": timezone.now(),
        "on": on,
    }
    if "tetapkan" in request.POST:
        form.fields["alasan"].required = False
    if not form.is_valid():
        return Answer()
    given["suntingan"] = form.cleaned_data["suntingan"]
    if "tetapkan" in request.POST:
        answer = attempt(form, lambda: steps.establish(**given))
        words = _("SKP ditetapkan. Isinya terkunci dan berlaku sejak hari ini.")
    else:
        reason = form.cleaned_data["alasan"]
        answer = attempt(form, lambda: steps.send_back(alasan=reason, **given))
        words = _("SKP dikembalikan. Pegawai membaca alasan Anda dan memperbaikinya.")
    if answer.done:
        messages.success(request, words)
    return answer


def _since_last(skp: Skp) -> list[diff.Perbedaan]:
    """What a later version changes against the one in force, so that the penilai need not seek."""
    if skp.versi == 1:
        return []
    earlier = Skp.objects.filter(rumpun=skp.rumpun, status=Status.DITETAPKAN).for_page().first()
    if earlier is None:
        return []
    lists = [pages.annex_of(one) for one in (earlier, skp)]
    return diff.between(rencana_of(earlier), rencana_of(skp), *lists)


@require_http_methods(["GET", "HEAD", "POST"])
def ekspektasi(request: HttpRequest, pk: int) -> HttpResponse:
    """The penilai's own expectations on the seven values, while the plan waits."""
    skp, on = allowed(request, pk, "isi_ekspektasi")
    if skp.status != Status.DIAJUKAN:
        return _too_late(request, skp)
    rencana, initial = rencana_of(skp), {"suntingan": skp.suntingan}
    blank = PerilakuForm(rencana=rencana, initial=initial)
    stored = {name: field.initial for name, field in blank.fields.items()}
    form = PerilakuForm(tabrakan.posted(request, stored), rencana=rencana, initial=initial)
    answer = Answer()
    if request.method == "POST" and form.is_valid():
        answer = attempt(form, lambda: _fill(request, skp, form, on))
        if answer.done:
            return _filled(request, skp, form)
    if tabrakan.is_autosave(request) and request.method == "POST":
        return tabrakan.not_saved(answer.benturan)
    context = {
        "skp": skp,
        "form": form,
        "benturan": answer.benturan,
        "beda": tabrakan.differences([form], stored) if answer.benturan else [],
    }
    return render(request, "planning/ekspektasi.html", context, status=answer.status)


def _filled(request: HttpRequest, skp: Skp, form: PerilakuForm) -> HttpResponse:
    if tabrakan.is_autosave(request):
        return tabrakan.autosaved(form.cleaned_data["suntingan"] + 1)
    messages.success(request, _("Tersimpan. Ekspektasi khusus Anda sudah dicatat."))
    return redirect("planning:tinjau", skp.pk)


def _fill(request: HttpRequest, skp: Skp, form: PerilakuForm, on: date) -> Skp:
    return steps.fill_ekspektasi(
        skp_id=skp.pk,
        isi=form.isi(),
        suntingan=form.cleaned_data["suntingan"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )


def _data(request: HttpRequest) -> Any:
    return request.POST.copy() if request.method == "POST" else None


def _too_late(request: HttpRequest, skp: Skp) -> HttpResponse:
    words = _("SKP ini sudah berubah. Tidak ada yang tersimpan; periksa lagi statusnya.")
    return to_plan(request, skp, words)
