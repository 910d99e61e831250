"""The organisation's rating, for the head above."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bina.access import policy
from bina.appraisal import reading
from bina.appraisal.forms import CapaianForm
from bina.appraisal.models import CapaianOrganisasi, PeriodeEvaluasi
from bina.appraisal.services import capaian as services
from bina.appraisal.services.evaluations import capaian_of
from bina.appraisal.services.refused import Refused, Stale
from bina.appraisal.views.guard import GET_AND_POST, chosen_periode, open_periode
from bina.core.workflow import WrongState
from bina.people.models import Unit
from bina.ui.seen import clock, unseen_is_404


@require_safe
def organisasi(request: HttpRequest) -> HttpResponse:
    """The units whose capaian I set, in a period."""
    _now, on = clock()
    periode, links = chosen_periode(request, on)
    rows = reading.units_to_rate(request.user, periode, on=on) if periode else []
    return render(
        request, "appraisal/organisasi.html", {"periode": periode, "saring": links, "baris": rows}
    )


@GET_AND_POST
@unseen_is_404
def capaian(request: HttpRequest, periode_id: int, unit_id: int) -> HttpResponse:
    """Set a unit's capaian, or change it with a reason while nothing is released."""
    _now, on = clock()
    periode = open_periode(request, periode_id, on)
    unit = _unit(request.user, unit_id, on)
    known = capaian_of(unit.pk, periode)
    form = CapaianForm(request.POST or None, changes=known is not None, initial=_initial(known))
    if request.method == "POST" and form.is_valid():
        done = _set(request, unit, periode, form)
        if done:
            return done
    row = reading.units_to_rate(request.user, periode, on=on)
    locked = any(one.terkunci for one in row if one.unit.pk == unit.pk)
    return render(
        request,
        "appraisal/capaian.html",
        {"unit": unit, "periode": periode, "form": form, "capaian": known, "terkunci": locked},
    )


def _set(
    request: HttpRequest, unit: Unit, periode: PeriodeEvaluasi, form: CapaianForm
) -> HttpResponse | None:
    now, on = clock()
    data = form.cleaned_data
    try:
        services.set_capaian(
            unit_id=unit.pk,
            periode_id=periode.pk,
            capaian=data["capaian"],
            alasan=data["alasan"],
            alasan_perubahan=data.get("alasan_perubahan", ""),
            suntingan=data["suntingan"],
            actor=request.user,
            pada=now,
            on=on,
        )
    except Refused as why:
        form.add_error(why.field if why.field in form.fields else None, str(why))
        return None
    except (Stale, WrongState) as late:
        messages.warning(request, _why(late))
        return redirect(request.path)
    told = _("Ditetapkan. Para penilai di %(unit)s sekarang dapat merilis evaluasi.")
    messages.success(request, told % {"unit": unit})
    return redirect(f"{reverse('appraisal:organisasi')}?periode={periode.pk}")


def _why(late: Exception) -> str:
    if isinstance(late, Stale):
        return _("Capaian ini sudah diubah di halaman lain. Belum tersimpan; periksa lagi.")
    return _("Capaian terkunci: sudah ada evaluasi yang dirilis. Tidak ada yang berubah.")


def _unit(user: Any, unit_id: int, on: date) -> Unit:
    """The unit, for whoever sets its capaian; 403 for those who merely see the unit."""
    unit = Unit.objects.select_related("instansi").get(pk=unit_id)
    if policy.may(user, "capaian_unit.tetapkan", unit, on=on):
        return unit
    seen = Unit.objects.visible_to(user, on=on).get(pk=unit_id)
    policy.require(user, "capaian_unit.tetapkan", seen, on=on)
    return seen


def _initial(known: CapaianOrganisasi | None) -> dict[str, Any]:
    if known is None:
        return {"suntingan": 0}
    return {
        "capaian": known.capaian,
        "alasan": known.alasan,
        "suntingan": known.suntingan + 1,
    }
