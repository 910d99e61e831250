"""Who stands under whom on a day: the answer of `hierarchy.superior_of`, asked from above.

Said in ids, so that a scope is an indexed list and not a search through everybody. Most people
head no unit and are nobody's recorded superior: for them it is two look-ups.
"""

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from bina.access.tables import nobody
from bina.core import readers
from bina.core.compiled import compiled
from bina.people import hierarchy
from bina.people.hierarchy import Standing
from bina.people.models import Penempatan, Unit


@readers.ids
def subordinates(user: Any, on: date) -> list[int]:
    """The people whose superior this user is on that day, by id."""
    return _under({user.pk}, on)


@readers.ids
def second_subordinates(user: Any, on: date) -> list[int]:
    """The people whose superior's superior (atasan_penilai) this user is on that day."""
    direct = set(subordinates(user, on))
    return [one for one in _under(direct, on) if one != user.pk] if direct else []


def among(path: str, ids: list[int]) -> Q:
    """The records whose person, reached by `path`, is one of these."""
    return Q(**{f"{path}__in": ids}) if ids else nobody()


def leads_anybody(user: Any) -> bool:
    """Whether the menu offers a team: whoever heads a unit today or is recorded above somebody.
    Menus only (one query): who stands under whom exactly, the page asks."""
    if not getattr(user, "is_authenticated", False):
        return False
    on = timezone.localdate()
    named = hierarchy.lines(on).filter(atasan=user.pk)
    me = get_user_model()._default_manager.filter(pk=user.pk)
    return me.filter(Exists(_heading({user.pk}, on)) | Exists(named)).exists()


def _under(superiors: set[int], on: date) -> list[int]:
    return sorted({*_by_record(superiors, on), *_by_tree(superiors, on)})


def _by_record(superiors: set[int], on: date) -> list[int]:
    found = hierarchy.recorded_with(superiors, on)
    return [one for one, above in found.items() if above in superiors]


def _heading(superiors: set[int], on: date) -> "QuerySet[Penempatan]":
    placed = Penempatan.objects.on(on).filter(orang__in=superiors)
    return placed.filter(jabatan=F("unit__jabatan_pimpinan"))


def _by_tree(superiors: set[int], on: date) -> list[int]:
    """People without a recorded line for whom the tree names one of these."""
    region = _region(superiors, on)
    if not region:
        return []
    units = {pk for pk, _, headed in region if headed}
    up = {pk: above for pk, above, _ in region}
    heads = hierarchy.heads_of(up, on=on)
    near = _members(units | (up.keys() - heads.keys()), on) | set(heads.values())
    lines = hierarchy.recorded_from(near, on)
    # Whoever stands above a head on paper is answered by the next head up (never in a circle).
    unrecorded = (near | set(lines.values())) - lines.keys()
    if not unrecorded:
        return []
    unit_of = hierarchy.main_units(unrecorded, on=on)
    standing = Standing(lines, unit_of, up, heads)
    return [one for one in unrecorded if standing.superior(one) in superiors]


def _members(units: set[int], on: date) -> set[int]:
    """Everybody who stands in one of these units that day."""
    return set(_standing_in(units, on))


@compiled
def _region(superiors: set[int], on: date) -> "QuerySet[Unit, tuple[int, int | None, bool]]":
    """The units these head, and all under them: with the unit above, and whether it is headed."""
    headed = _heading(superiors, on)
    rows = Unit.objects.below(headed.values("unit"))
    mine = Exists(headed.filter(unit=OuterRef("pk")))
    return rows.annotate(dipimpin=mine).values_list("pk", "induk_id", "dipimpin")


@compiled
def _standing_in(units: set[int], on: date) -> "QuerySet[Penempatan, int]":
    placed = Penempatan.objects.on(on).filter(unit__in=units)
    return placed.values_list("orang_id", flat=True)
