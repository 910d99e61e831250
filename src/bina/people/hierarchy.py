"""Who is whose superior on a day (PermenPANRB 6/2022 Pasal 1 angka 9; docs/adr/0008).

The recorded superior of that time (a correction before a file), else the holder of the unit's
JABATAN PIMPINAN, else the next unit up; never oneself, never in a circle.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import F, QuerySet

from bina.core.compiled import compiled, opens
from bina.people.models import Atasan, JenisPenempatan, Penempatan, Unit, UnitLeluhur

# A definitive head counts before an acting one; KOREKSI before IMPOR.
_FIRST_KIND = {kind: rank for rank, kind in enumerate(JenisPenempatan.values)}
_STRENGTH = ("sumber", "mulai", "pk")  # the strongest line last
LEVELS = 3
"""So many superiors, one above the other, are asked for at once: seldom are there more."""


@dataclass(slots=True)
class Standing:
    """What is known, on one day, about a set of people and the units above them."""

    recorded: dict[int, int] = field(default_factory=dict)
    unit_of: dict[int, int] = field(default_factory=dict)
    up: dict[int, int | None] = field(default_factory=dict)
    head: dict[int, int] = field(default_factory=dict)

    def superior(self, orang: int) -> int | None:
        """The superior, or None at the top of the tree."""
        found = self.recorded.get(orang)
        return found if found is not None else self.tree_superior(orang)

    def tree_superior(self, orang: int) -> int | None:
        """Who the tree alone would name: the nearest head above who is not the person."""
        unit = self.unit_of.get(orang)
        seen: set[int] = set()
        while unit is not None and unit not in seen:
            seen.add(unit)
            head = self.head.get(unit)
            if head is not None and not self._leads_back(head, orang):
                return head
            unit = self.up.get(unit)
        return None

    def _leads_back(self, head: int, orang: int) -> bool:
        """Whether that head is the person, or their own recorded superiors end there: a circle."""
        return head == orang or orang in self.recorded_above(head)

    def recorded_above(self, orang: int) -> set[int]:
        """The recorded superiors of this person, one above the other: never under them."""
        seen: set[int] = set()
        at = self.recorded.get(orang)
        while at is not None and at not in seen:
            seen.add(at)
            at = self.recorded.get(at)
        return seen


def superior_of(orang_id: int, *, on: date, penempatan: Penempatan | None = None) -> Any | None:
    """The direct superior (penilai) on that day, or None at the top.

    For an acting placement pass it: the tree above that unit answers, not the file's line.
    """
    found = superiors_of([orang_id], on=on, at={orang_id: penempatan} if penempatan else None)
    return found.get(orang_id)


def superiors_of(
    orang_ids: Iterable[int], *, on: date, at: dict[int, Penempatan] | None = None
) -> dict[int, Any]:
    """The superior of each of these people on that day; a fixed number of queries."""
    ids = list(orang_ids)
    standing = standing_of(ids, on=on)
    for orang, acting in (at or {}).items():
        standing.unit_of[orang] = acting.unit_id
        if acting.jenis != JenisPenempatan.DEFINITIF:
            standing.recorded.pop(orang, None)
    chosen = {one: standing.superior(one) for one in ids}
    people = get_user_model().objects.in_bulk([pk for pk in chosen.values() if pk is not None])
    return {one: people[pk] for one, pk in chosen.items() if pk is not None}


def atasan_penilai_of(orang_id: int, *, on: date) -> Any | None:
    """The superior's superior (atasan_penilai) on that day."""
    penilai = superior_of(orang_id, on=on)
    return superior_of(penilai.pk, on=on) if penilai else None


def standing_of(ids: list[int], *, on: date) -> Standing:
    """Read what the answer needs, for many people at once (five queries)."""
    unit_of = main_units(ids, on=on)
    up: dict[int, int | None] = dict(_units_above(set(unit_of.values())))
    heads = heads_of(up, on=on)
    known = {*ids, *heads.values()}
    return Standing(recorded_from(known, on), unit_of, up, heads)


def heads_of(unit_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """unit id -> the person who heads it on that day."""
    return strongest(_heads(list(unit_ids), on))


def strongest(rows: Iterable[tuple[int, int, str, date]]) -> dict[int, int]:
    """unit id -> of those who head it (unit, person, kind, since when) the one who counts."""
    found: dict[int, tuple[int, int, int]] = {}
    for unit, orang, kind, since in rows:
        ranked = (_FIRST_KIND[kind], -since.toordinal(), orang)
        found[unit] = min(found.get(unit, ranked), ranked)
    return {unit: ranked[2] for unit, ranked in found.items()}


def main_units(ids: Iterable[int], *, on: date) -> dict[int, int]:
    """pegawai id -> the unit in which they stand that day, a definitive post first."""
    return main_units_among(_stands(list(ids), on))


def main_units_among(rows: Iterable[tuple[int, int, str]]) -> dict[int, int]:
    """The same of placements at hand: person, unit, kind."""
    found: dict[int, tuple[int, int]] = {}
    for orang, unit, kind in rows:
        ranked = (_FIRST_KIND[kind], unit)
        found[orang] = min(found.get(orang, ranked), ranked)
    return {orang: unit for orang, (_, unit) in found.items()}


@compiled
def _units_above(unit_ids: set[int]) -> "QuerySet[Unit, tuple[int, int | None]]":
    above = UnitLeluhur.objects.filter(unit__in=unit_ids).values("leluhur")
    return Unit.objects.filter(pk__in=above).values_list("pk", "induk_id")


@compiled
def _heads(unit_ids: list[int], on: date) -> "QuerySet[Penempatan, tuple[int, int, str, date]]":
    placed = Penempatan.objects.on(on).filter(unit__in=unit_ids, orang__is_active=True)
    heads = placed.filter(jabatan=F("unit__jabatan_pimpinan"))
    return heads.values_list("unit_id", "orang_id", "jenis", "mulai")


@compiled
def _stands(ids: list[int], on: date) -> "QuerySet[Penempatan, tuple[int, int, str]]":
    placed = Penempatan.objects.on(on).filter(orang__in=ids)
    return placed.values_list("orang_id", "unit_id", "jenis")


def recorded_from(ids: Iterable[int], on: date) -> dict[int, int]:
    """Recorded superiors of these people and of whoever stands above them on paper."""
    found: dict[int, int] = {}
    asked: set[int] = set()
    ask = set(ids)
    while ask:
        rows = {pegawai: atasan for pegawai, atasan, *_ in _recorded_above(list(ask), on)}
        for _level in range(LEVELS):
            fresh = {one: rows[one] for one in ask if one in rows}
            found |= fresh
            asked |= ask
            ask = set(fresh.values()) - asked
    return found


def lines(on: date) -> Any:
    """The recorded superiors of that day who can still act: one who left names nobody."""
    return Atasan.objects.on(on).filter(atasan__is_active=True)


def recorded(ids: Iterable[int], *, on: date) -> dict[int, int]:
    """pegawai id -> recorded superior on that day, a correction before a file."""
    return dict(_recorded(list(ids), on))


@compiled
def _recorded_with(superiors: set[int], on: date) -> "QuerySet[Atasan, tuple[int, int]]":
    named = lines(on).filter(atasan__in=superiors).values("pegawai")
    return _strongest_last(lines(on).filter(pegawai__in=named))


@opens(_recorded_with)
def recorded_with(superiors: set[int], on: date) -> dict[int, int]:
    """The same of everybody for whom a line of that day names one of these, perhaps not the
    strongest."""
    return dict(_recorded_with(superiors, on))


@compiled
def _recorded(ids: list[int], on: date) -> "QuerySet[Atasan, tuple[int, int]]":
    return _strongest_last(lines(on).filter(pegawai__in=ids))


@compiled
def _recorded_above(ids: list[int], on: date) -> "QuerySet[Atasan, Any]":
    """The lines of these people, of those above them, and of those above these."""
    theirs = lines(on).filter(pegawai__in=ids)
    found = [theirs]
    for _level in range(1, LEVELS):
        theirs = lines(on).filter(pegawai__in=theirs.values("atasan"))
        found.append(theirs)
    first, *further = (one.values_list("pegawai_id", "atasan_id", *_STRENGTH) for one in found)
    return first.union(*further).order_by(*_STRENGTH)


def _strongest_last(rows: Any) -> Any:
    """ "koreksi" sorts after "impor" and comes later, so it is the one that stays."""
    return rows.order_by(*_STRENGTH).values_list("pegawai_id", "atasan_id")


def would_circle(orang_id: int, atasan_id: int, *, on: date) -> bool:
    """Whether recording this superior would put the person above themselves on that day."""
    at: int | None = atasan_id
    seen: set[int] = set()
    while at is not None and at not in seen:
        if at == orang_id:
            return True
        seen.add(at)
        found = superior_of(at, on=on)
        at = found.pk if found else None
    return False
