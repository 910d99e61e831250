"""Who sets a unit's capaian: the head of the unit above; at the top, the recorded superior of
the unit's head (kinerja.md 1.3: "organisation head above")."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F, Q

from bina.access.tables import Relation, nobody
from bina.core import readers
from bina.people import hierarchy
from bina.people.models import Atasan, Penempatan, Unit, UnitLeluhur

PIMPINAN_DI_ATAS = "pimpinan_di_atas"


def raters_of(unit_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """unit id -> the person who sets its capaian that day (four queries).

    The nearest head above who does not head the unit too, so that nobody rates their own.
    """
    ids = list(unit_ids)
    above: dict[int, list[int]] = {one: [] for one in ids}
    rows = UnitLeluhur.objects.filter(unit__in=ids, jarak__gt=0).order_by("unit", "jarak")
    for unit, leluhur in rows.values_list("unit_id", "leluhur_id"):
        above[unit].append(leluhur)
    every = {*ids, *(up for ups in above.values() for up in ups)}
    heads = hierarchy.heads_of(every, on=on)
    recorded = hierarchy.recorded({heads[one] for one in ids if one in heads}, on=on)
    found = {one: _rater(one, above[one], heads, recorded) for one in ids}
    return {unit: person for unit, person in found.items() if person is not None}


def _rater(
    unit: int, above: list[int], heads: dict[int, int], recorded: dict[int, int]
) -> int | None:
    own = heads.get(unit)
    for up in above:
        head = heads.get(up)
        if head is not None and head != own:
            return head
    return recorded.get(own) if own is not None else None


@readers.ids()
def rated_by(user: Any, on: date) -> list[int]:
    """The units whose capaian this person sets that day."""
    candidates = _below_my_units(user.pk, on) | _headed_by_my_people(user.pk, on)
    if not candidates:
        return []
    found = raters_of(candidates, on=on)
    return sorted(unit for unit, person in found.items() if person == user.pk)


def _headed(people: Iterable[int], on: date) -> list[int]:
    rows = Penempatan.objects.on(on).filter(
        orang__in=list(people), jabatan=F("unit__jabatan_pimpinan")
    )
    return list(rows.values_list("unit_id", flat=True))


def _below_my_units(user_id: int, on: date) -> set[int]:
    """Units below those this person heads with nobody in between but perhaps their own head."""
    between: dict[int, set[int]] = {unit: set() for unit in _headed([user_id], on)}
    found: set[int] = set()
    frontier = set(between)
    while frontier:
        rows = Unit.objects.filter(induk__in=frontier).exclude(pk__in=between)
        below = dict(rows.values_list("pk", "induk_id"))
        heads = hierarchy.heads_of(below, on=on)
        for unit, up in below.items():
            others = between[up or 0]
            own = {heads[unit]} if unit in heads else set()
            found |= {unit} if others <= own else set()
            between[unit] = others | own - {user_id}
        frontier = {unit for unit in below if len(between[unit]) <= 1}
    return found


def _headed_by_my_people(user_id: int, on: date) -> set[int]:
    """At the top of the tree: units headed by those whose recorded superior this person is."""
    lines = Atasan.objects.on(on).filter(atasan=user_id).values_list("pegawai_id", flat=True)
    return set(_headed(set(lines), on))


def pimpinan_di_atas(path: str) -> Relation:
    """The relation to records of a unit, reached by `path`, of whoever sets its capaian."""

    def reach(user: Any, on: date) -> Q:
        units = rated_by(user, on)
        return Q(**{f"{path}__in": units}) if units else nobody()

    def holders(record: Any, on: date) -> Q:
        unit = record.pk if path == "pk" else getattr(record, f"{path}_id")
        person = raters_of([unit], on=on).get(unit)
        return Q(pk=person) if person else nobody()

    return Relation(PIMPINAN_DI_ATAS, reach, holders)
