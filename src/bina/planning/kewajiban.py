"""Who needs a plan on a day (kinerja.md 1.4): everybody active in a position but the exempt; and
since when, for who was exempt during the year and is back."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models.functions import Lower

from bina.people.models import JenisPenempatan, Penempatan
from bina.planning import ketentuan
from bina.planning.models import Skp
from bina.planning.workflow import Status
from bina.rules.parameters import Parameters


def needs_plan(placements: Any, *, law: Parameters, on: date) -> Any:
    """Of these placements, those for which a plan is to be made."""
    due = placements.filter(orang__pegawai__aktif=True, orang__is_active=True)
    due = due.alias(kedudukan=Lower("orang__pegawai__kedudukan_hukum"))
    due = due.exclude(kedudukan__in=ketentuan.bebas_skp(on, law=law))
    if ketentuan.acting_has_own_plan(on, law=law):
        return due
    return due.filter(jenis=JenisPenempatan.DEFINITIF)


def exempt(people: Any, *, law: Parameters, on: date) -> Any:
    """Of these pegawai, those whose kedudukan hukum needs no plan that day."""
    kedudukan = people.alias(kedudukan=Lower("kedudukan_hukum"))
    return kedudukan.filter(kedudukan__in=ketentuan.bebas_skp(on, law=law))


def first_day(placed: Penempatan, *, on: date) -> date:
    """From which day of the year of `on` a plan for this placement is to run."""
    return first_days([placed], on=on)[placed.pk]


def first_days(placed: Iterable[Penempatan], *, on: date) -> dict[int, date]:
    """The same for many, in one query, by placement.

    Its first day; for who was away on study and is back, the day they were back (or the day after
    the plan that ended then, where no file says which).
    """
    begun = {one.pk: max(date(on.year, 1, 1), one.mulai) for one in placed}
    ended = Skp.objects.filter(
        penempatan__in=list(begun),
        status=Status.DITETAPKAN,
        mulai__year=on.year,
        selesai__lt=on,
    )
    rows = ended.values_list("penempatan", "selesai", "pegawai__kedudukan_sejak")
    for pk, last, back in rows:
        begun[pk] = max(begun[pk], last + timedelta(days=1), back or last)
    return begun
