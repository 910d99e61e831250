"""What appraisal shows on the SKP page: released evaluations, and for the penilai the way to rate.

A draft is nowhere on it (T7): the person's page is the same with and without one.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from bina.appraisal import reading
from bina.appraisal.models import Evaluasi, PeriodeEvaluasi
from bina.core.ahead import Asking
from bina.core.compiled import compiled
from bina.planning.door import Rencana
from bina.planning.door import panels as planning

RUNNING = "ditetapkan"


def register() -> None:
    planning.register(planning.Panel("appraisal.evaluasi", "samping", 20, _beside, asks=_asks))


def _beside(request: HttpRequest, rencana: Rencana) -> planning.Drawn:
    on = timezone.localdate()
    rows = _released(request.user, [rencana.rumpun], on)
    rates = rencana.penilai_id == request.user.pk and rencana.status == RUNNING
    done = {one.periode_id for one in rows}
    context = {
        "baris": rows,
        "menilai": _next_period(request.user, rencana, done, on) if rates else None,
        "rencana": rencana,
        "milik_saya": rencana.pegawai_id == request.user.pk,
    }
    return planning.Drawn(whole=planning.part("appraisal/panel.html", request, **context))


def _asks(reader: Any, skp: Any, on: date) -> list[Asking]:
    return [_released.asking(reader, [skp.rumpun], on)]


@compiled
def _released(viewer: Any, rumpun: list[UUID], on: date) -> "QuerySet[Evaluasi, Evaluasi]":
    seen = Evaluasi.objects.visible_to(viewer, on=on).released().filter(rumpun__in=rumpun)
    return seen.select_related("periode").defer("bahan", "dasar").order_by("-periode__mulai")


def _next_period(user: Any, rencana: Rencana, done: set[int], on: date) -> PeriodeEvaluasi | None:
    """The newest open period of the plan that its penilai has not released yet."""
    for one in reading.periods_for(user.instansi_id, on=on):
        inside = one.mulai <= rencana.selesai and one.selesai >= rencana.mulai
        if inside and one.pk not in done:
            return one
    return None
