"""Which offices a person holds on a day, and over which units they reach."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from bina.core import readers
from bina.core.compiled import compiled
from bina.people.models import Kantor, Unit, UnitLeluhur

Office = tuple[str, int, int | None]


def held_by(user: Any, on: date) -> list[tuple[str, int]]:
    """(peran, unit id) of every office held on that day."""
    return [(peran, unit) for peran, unit, _ in held(user, on)]


@compiled
def _offices(orang_id: int, on: date) -> "QuerySet[Kantor, Office]":
    rows = Kantor.objects.on(on).filter(orang=orang_id)
    return rows.values_list("peran", "unit_id", "unit__induk_id")


@readers.shape(asks=lambda user, on: [_offices.asking(user.pk, on)])
def held(user: Any, on: date) -> list[Office]:
    """The same with the unit above (none: the office is for the whole agency)."""
    return _offices(user.pk, on)


def roles_today(user: Any) -> set[str]:
    """The offices a page's menu depends on. Menus only: acts ask the policy, as of the day."""
    if not getattr(user, "is_authenticated", False):
        return set()
    return {peran for peran, _ in held_by(user, timezone.localdate())}


def agency_roles_today(user: Any) -> set[str]:
    """Of these, the offices held for the whole agency; again for menus only."""
    if not getattr(user, "is_authenticated", False):
        return set()
    return {peran for peran, _, above in held(user, timezone.localdate()) if above is None}


def forget(user: Any) -> None:
    """Ask the database again: an office of this user has just changed."""
    held.forget(user)


def holds_any(user: Any, on: date) -> bool:
    return bool(held_by(user, on))


def units_of(user: Any, peran: str, on: date) -> list[int]:
    """The units at the top of each such office."""
    return [unit for name, unit in held_by(user, on) if name == peran]


def below(unit_ids: list[int]) -> "QuerySet[UnitLeluhur, int]":
    """Ids of these units and all below them, as a subquery."""
    return UnitLeluhur.objects.filter(leluhur__in=unit_ids).values_list("unit_id", flat=True)


def holders(peran: str, unit_id: int | None, on: date) -> Q:
    """The people who hold this office for that unit: in it or anywhere above it."""
    above = UnitLeluhur.objects.filter(unit=unit_id).values("leluhur")
    return Q(pk__in=Kantor.objects.on(on).filter(peran=peran, unit__in=above).values("orang"))


def agencies_topped_by(unit_ids: list[int]) -> "QuerySet[Unit, int]":
    """Agencies at the top of whose tree one of these units stands."""
    tops = Unit.objects.filter(pk__in=unit_ids, induk=None)
    return tops.values_list("instansi_id", flat=True)


def agency_holders(peran: str, instansi_id: int, on: date) -> Q:
    """The people who hold this office at the top of the agency's tree."""
    held = Kantor.objects.on(on).filter(peran=peran, unit__instansi=instansi_id, unit__induk=None)
    return Q(pk__in=held.values("orang"))
