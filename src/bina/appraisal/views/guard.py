"""What every page of this room does the same way: the clock, the unseen, the period chosen."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bina.appraisal import reading
from bina.appraisal.models import PeriodeEvaluasi
from bina.ui import paging

View = Callable[..., HttpResponseBase]
GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])


def unseen_is_404(view: View) -> View:
    """What one may not see does not exist (house rule 2)."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except ObjectDoesNotExist as unseen:
            raise Http404 from unseen

    return guarded


def clock() -> tuple[datetime, date]:
    """Now, and the day on the wall of the agency."""
    now = timezone.now()
    return now, timezone.localdate(now)


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
