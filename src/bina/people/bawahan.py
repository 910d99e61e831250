"""Who stands under whom on a day: the answer of `hierarchy.superior_of`, asked from above.

Said in ids, so that a scope is an indexed list and not a search through everybody. Most people
head no unit and are nobody's recorded superior: for them it is two look-ups.
"""

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, F, FilteredRelation, Q, QuerySet
from django.utils import timezone

from bina.access.tables import nobody
from bina.core import readers
from bina.core.ahead import Asking
from bina.core.compiled import compiled
from bina.core.dated import in_force
from bina.people import hierarchy
from bina.people.hierarchy import Standing
from bina.people.models import Penempatan, Unit


@readers.ids(asks=lambda user, on: _asks({user.pk}, on))
def subordinates(user: Any, on: date) -> list[int]:
    """The people whose superior this user is on that day, by id."""
    return _under({user.pk}, on)


@readers.ids()
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


def _asks(superiors: set[int], on: date) -> list[Asking]:
    return [*hierarchy.recorded_with.asking(superiors, on), _region.asking(superiors, on)]


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
    up = {unit: above for unit, above, *_ in region}
    units = {unit for unit, _, head, *_ in region if head in superiors}
    heads = hierarchy.strongest((unit, *head) for unit, _, *head, is_active in region if is_active)
    stands = _standing_in(units | (up.keys() - heads.keys()), set(heads.values()), on)
    unit_of = hierarchy.main_units_among(stands)
    near = {*unit_of}
    lines = hierarchy.recorded_from(near, on)
    # Whoever stands above a head on paper is answered by the next head up (never in a circle).
    standing = Standing(lines, unit_of, up, heads)
    never = set.intersection(*(standing.recorded_above(one) for one in superiors))
    unrecorded = (near | set(lines.values())) - lines.keys() - never
    unit_of |= hierarchy.main_units(unrecorded - near, on=on)
    return [one for one in unrecorded if standing.superior(one) in superiors]


@compiled
def _region(superiors: set[int], on: date) -> "QuerySet[Unit, Any]":
    """The units these head, and all under them: with the unit above, and who heads it (several
    where one acts beside another): who, in which way, since when, and whether they still can."""
    heads = in_force(on, "penempatan__") & Q(penempatan__jabatan=F("jabatan_pimpinan"))
    rows = Unit.objects.below(_heading(superiors, on).values("unit"))
    rows = rows.annotate(kepala=FilteredRelation("penempatan", condition=heads))
    head = ("kepala__orang", "kepala__jenis", "kepala__mulai", "kepala__orang__is_active")
    return rows.values_list("pk", "induk_id", *head)


@compiled
def _standing_in(
    units: set[int], heads: set[int], on: date
) -> "QuerySet[Penempatan, tuple[int, int, str]]":
    """Where everybody stands who stands in one of these units that day, and these heads."""
    today = Penempatan.objects.on(on)
    members = today.filter(orang__in=today.filter(unit__in=units).values("orang"))
    where = ("orang_id", "unit_id", "jenis")
    return members.values_list(*where).union(
        today.filter(orang__in=heads).values_list(*where), all=True
    )
