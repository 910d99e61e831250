"""What every page of this room does the same way: the period chosen, a stale save."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bina.appraisal import reading
from bina.appraisal.models import PeriodeEvaluasi
from bina.ui import paging

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])


def open_periode(request: HttpRequest, pk: int, on: date) -> PeriodeEvaluasi:
    """An open period of the user's own agency. Raises DoesNotExist."""
    instansi = getattr(request.user, "instansi_id", None)
    rows = PeriodeEvaluasi.objects.open_on(on).select_related("instansi")
    return rows.get(pk=pk, instansi=instansi)


def chosen_periode(
    request: HttpRequest, on: date
) -> tuple[PeriodeEvaluasi | None, list[paging.Filter]]:
    """The period the address names, else the newest open one; and the links to the others."""
    periods = reading.periods_for(getattr(request.user, "instansi_id", None), on=on)
    wanted = request.GET.get("periode", "")
    found = next((one for one in periods if str(one.pk) == wanted), periods[0] if periods else None)
    links = [
        paging.Filter(str(one), paging.address(request, periode=str(one.pk)), one == found)
        for one in periods
    ]
    return found, links


def conflict(autosave: bool) -> HttpResponse | None:
    """An autosave is answered by its status alone (bina.js says it in words)."""
    return HttpResponse(status=409) if autosave else None
