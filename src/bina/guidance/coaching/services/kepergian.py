"""A coach or a penilai who leaves the agency: their cases go on, nothing written is lost."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from bina.core import audit
from bina.guidance.coaching.services.perjalanan import let_go
from bina.guidance.models import Coaching
from bina.guidance.workflow import OPEN, StatusCoaching
from bina.people import hierarchy
from bina.people.models import Penempatan

NEXT_DAY = timedelta(days=1)


def _placed(who: str) -> dict[str, Any]:
    """A place of that person's in the coachee's agency."""
    return {"orang": OuterRef(who), "unit__instansi": OuterRef("pegawai__instansi")}


def _gone(who: str, on: date) -> Q:
    """The account is closed, or a civil servant of no place here. People from outside have none."""
    still = Penempatan.objects.on(on).filter(**_placed(who))
    elsewhere = Q(**{f"{who}__nip__isnull": False}) & Q(~Exists(still))
    return Q(**{f"{who}__is_active": False}) | elsewhere


def abandoned(on: date) -> "QuerySet[Coaching]":
    """Running cases whose coach is gone."""
    running = Coaching.objects.filter(status=StatusCoaching.BERJALAN)
    return running.filter(_gone("coach", on)).order_by("pk")


def unappraised(on: date) -> "QuerySet[Coaching]":
    """Open cases whose penilai is gone: somebody else must be able to name a coach."""
    return Coaching.objects.filter(_gone("penilai", on), status__in=OPEN).order_by("pk")


def end_with_placements(penempatan_ids: Sequence[int], on: date) -> Iterator[audit.Line]:
    """The answer to a transfer or retirement: whoever stands nowhere in the agency from the day
    after on. A move inside it changes nothing. Safe to repeat."""
    ended = Penempatan.objects.filter(pk__in=list(penempatan_ids)).values("orang")
    later = Penempatan.objects.filter(Q(selesai=None) | Q(selesai__gt=on))
    pada = timezone.now()
    coached = Coaching.objects.filter(coach__in=ended, status=StatusCoaching.BERJALAN)
    for one in _locked(coached.filter(~Exists(later.filter(**_placed("coach"))))):
        yield _released(one, pada)
    appraised = Coaching.objects.filter(penilai__in=ended, status__in=OPEN)
    for one in _locked(appraised.filter(~Exists(later.filter(**_placed("penilai"))))):
        yield from _passed_on(one, on + NEXT_DAY)


def _locked(rows: "QuerySet[Coaching]") -> "QuerySet[Coaching]":
    people = rows.select_related("pegawai__instansi", "pegawai__orang")
    return people.select_for_update(of=("self",))


def _released(one: Coaching, pada: datetime) -> audit.Line:
    let_go(one, pada)
    return audit.line_about("coaching.lepas", one, berubah=("coach",))


def _passed_on(one: Coaching, on: date) -> Iterator[audit.Line]:
    """To whoever appraises the coachee now. Nobody yet, or the coach: it waits as it is."""
    found = hierarchy.superior_of(one.pegawai_id, on=on)
    if found is None or found.pk in {one.penilai_id, one.coach_id, one.pegawai_id}:
        return
    one.penilai = found
    one.save(update_fields=["penilai"])
    yield audit.line_about("coaching.ganti_penilai", one, berubah=("penilai",))


@transaction.atomic
def _go_on(rows: "QuerySet[Coaching]", pk: int, *, pada: datetime, on: date) -> bool:
    """One case, if it is still so. Says whether anything was done."""
    one = _locked(Coaching.objects.filter(pk__in=rows.values("pk"))).filter(pk=pk).first()
    if one is None:
        return False
    coachless = one.coach_id is None or not abandoned(on).filter(pk=pk).exists()
    lines = [] if coachless else [_released(one, pada)]
    if unappraised(on).filter(pk=pk).exists():
        lines += _passed_on(one, on)
    audit.record_many(lines, pelaku=None, pada=pada)
    return bool(lines)


def go_on_all(*, pada: datetime, on: date) -> int:
    """Every case without its coach or its penilai, each by itself. Returns how many moved."""
    both = Coaching.objects.filter(
        Q(pk__in=abandoned(on).values("pk")) | Q(pk__in=unappraised(on).values("pk"))
    )
    found = list(both.order_by("pk").values_list("pk", flat=True))
    return sum(_go_on(both, pk, pada=pada, on=on) for pk in found)
