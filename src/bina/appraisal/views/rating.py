"""Rating: the people of a period, one person's page, the release."""

import secrets
from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bina.access import policy
from bina.appraisal import judgement, page, reading
from bina.appraisal.forms import NilaiForm, RilisForm
from bina.appraisal.models import Evaluasi, PeriodeEvaluasi
from bina.appraisal.services import evaluations as services
from bina.appraisal.services.refused import Refused, Stale
from bina.appraisal.views.guard import GET_AND_POST, chosen_periode, open_periode
from bina.core.workflow import WrongState
from bina.law import door as law_room
from bina.planning.door import Rencana
from bina.ui.seen import clock, unseen_is_404

FIELDS = ("rating_hasil", "rating_perilaku", "alasan_hasil", "alasan_perilaku", "catatan")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Whom I rate in a period, and how far each one is."""
    _now, on = clock()
    periode, links = chosen_periode(request, on)
    rows = reading.people_to_rate(request.user, periode, on=on) if periode else []
    return render(
        request,
        "appraisal/daftar.html",
        {
            "periode": periode,
            "saring": links,
            "baris": rows,
            "dirilis": sum(one.is_released for one in rows),
            "belum": sum(one.evaluasi is None for one in rows),
            "unit": reading.units_to_rate(request.user, periode, on=on) if periode else [],
        },
    )


@GET_AND_POST
@unseen_is_404
def nilai(request: HttpRequest, periode_id: int, skp_id: int) -> HttpResponse:
    """What happened in the period on the left, the ratings on the right."""
    _now, on = clock()
    periode = open_periode(request, periode_id, on)
    rencana = services.plan_to_rate(request.user, skp_id, periode, on=on)
    known = _mine(request.user, rencana, periode, on)
    if known and known.is_released:
        return _locked(request, known)
    form = NilaiForm(request.POST or None, initial=_initial(known))
    if request.method == "POST" and (done := _saved(request, periode, rencana, form)):
        return done
    shown = page.material(rencana, periode, known, request.user, on=on)
    return render(request, "appraisal/nilai.html", {"form": form, **shown})


@GET_AND_POST
@unseen_is_404
def rilis(request: HttpRequest, pk: int) -> HttpResponse:
    """Who will read it and that it locks, before the release."""
    _now, on = clock()
    known = Evaluasi.objects.visible_to(request.user, on=on).for_list().get(pk=pk)
    policy.require(request.user, "evaluasi.rilis", known, on=on)
    if known.is_released:
        return _locked(request, known)
    rencana = services.plan_of_draft(request.user, known, on=on)
    back = reverse("appraisal:nilai", args=[known.periode_id, rencana.skp_id])
    form = RilisForm(request.POST or None, initial={"suntingan": known.suntingan})
    if request.method == "POST" and form.is_valid():
        return _released(request, known, form, back)
    return render(
        request,
        "appraisal/rilis.html",
        {
            "form": form,
            "evaluasi": known,
            "kembali": back,
            "putusan": judgement.predicate(
                known.rating_hasil,
                known.rating_perilaku,
                law=law_room.parameters(known.periode.instansi),
                on=known.periode.selesai,
            ),
            **page.completeness(rencana, known.periode, known, on=on),
        },
    )


def _released(request: HttpRequest, known: Evaluasi, form: RilisForm, back: str) -> HttpResponse:
    now, on = clock()
    try:
        services.release(
            evaluasi_id=known.pk,
            suntingan=form.cleaned_data["suntingan"],
            actor=request.user,
            pada=now,
            on=on,
        )
    except Refused as why:
        messages.error(request, str(why))
        return redirect(back)
    except Stale:
        messages.warning(
            request,
            _("Evaluasi berubah sejak Anda membukanya. Belum dirilis; periksa sekali lagi."),
        )
        return redirect("appraisal:rilis", known.pk)
    except WrongState:
        return _locked(request, known)
    messages.success(
        request, _("Dirilis. %(nama)s sekarang dapat membacanya.") % {"nama": known.pegawai}
    )
    return redirect("appraisal:evaluasi", known.pk)


def _saved(
    request: HttpRequest, periode: PeriodeEvaluasi, rencana: Rencana, form: NilaiForm
) -> HttpResponse | None:
    """Save the draft; None when the page is to be shown again with what was typed."""
    now, on = clock()
    autosave = request.headers.get("Bina-Autosave") == "1"
    if not form.is_valid():
        return HttpResponse(status=422) if autosave else None
    try:
        services.save_draft(
            skp_id=rencana.skp_id,
            periode_id=periode.pk,
            isi=form.isi(),
            suntingan=form.cleaned_data["suntingan"],
            halaman=form.cleaned_data["halaman"],
            actor=request.user,
            pada=now,
            on=on,
        )
    except Refused as why:
        form.add_error(why.field or None, str(why))
    except (Stale, WrongState):
        return _overtaken(form, autosave)
    else:
        return HttpResponse(status=204) if autosave else _onward(request, periode, rencana, on)
    return HttpResponse(status=422) if autosave else None


def _overtaken(form: Form, autosave: bool) -> HttpResponse | None:
    if autosave:
        return HttpResponse(status=409)
    form.add_error(
        None,
        _(
            "Evaluasi ini sudah berubah di halaman lain. Belum tersimpan; tulisan Anda masih ada. "
            "Salin yang perlu, lalu muat ulang."
        ),
    )
    return None


def _onward(
    request: HttpRequest, periode: PeriodeEvaluasi, rencana: Rencana, on: date
) -> HttpResponse:
    messages.success(request, _("Tersimpan sebagai draf. Hanya Anda yang melihatnya."))
    here = reverse("appraisal:nilai", args=[periode.pk, rencana.skp_id])
    if "lanjut" not in request.POST:
        return redirect(here)
    ids = reading.to_rate_ids(request.user, periode, on=on)
    after = ids[ids.index(rencana.skp_id) + 1 :] if rencana.skp_id in ids else []
    if after:
        return redirect("appraisal:nilai", periode.pk, after[0])
    return redirect(f"{reverse('appraisal:daftar')}?periode={periode.pk}")


def _mine(user: Any, rencana: Rencana, periode: PeriodeEvaluasi, on: date) -> Evaluasi | None:
    rows = Evaluasi.objects.visible_to(user, on=on).select_related("periode", "unit")
    return rows.filter(rumpun=rencana.rumpun, periode=periode).first()


def _initial(known: Evaluasi | None) -> dict[str, Any]:
    """What the form starts with; a fresh page mark, so that its own saves are known as its own."""
    found: dict[str, Any] = {name: getattr(known, name, "") for name in FIELDS}
    found["suntingan"] = known.suntingan if known else 0
    found["halaman"] = secrets.token_hex(8)
    return found


def _locked(request: HttpRequest, known: Evaluasi) -> HttpResponse:
    if request.method == "POST":
        messages.warning(
            request, _("Evaluasi ini sudah dirilis dan terkunci. Tidak ada yang berubah.")
        )
    return redirect("appraisal:evaluasi", known.pk)
