"""Which units a person heads on a day, and who establishes what a unit undertakes (ADR 17)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F, Q

from bina.access.tables import Relation, nobody
from bina.core import readers
from bina.people import hierarchy, offices
from bina.people.models import Penempatan, UnitLeluhur
from bina.people.relations import office_over_unit

KEPALA, KEPALA_DI_ATAS, PENETAP = "kepala", "kepala_di_atas", "penetap"
PYB_PUNCAK, WARGA = "pyb_puncak", "warga"


@readers.ids()
def headed(user: Any, on: date) -> list[int]:
    """The units this user heads that day: where somebody definitive does, no acting one."""
    posts = Penempatan.objects.on(on).filter(orang=user.pk, jabatan=F("unit__jabatan_pimpinan"))
    units = list(posts.values_list("unit_id", flat=True))
    if not units:
        return []
    return [unit for unit, head in hierarchy.heads_of(units, on=on).items() if head == user.pk]


def establishers(unit_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """unit id -> who establishes its perjanjian that day: the nearest head above who does not
    head the unit as well; where there is none, its own head."""
    rows = UnitLeluhur.objects.filter(unit__in=list(unit_ids)).order_by("unit", "jarak")
    above: dict[int, list[int]] = {}
    for unit, leluhur in rows.values_list("unit_id", "leluhur_id"):
        above.setdefault(unit, []).append(leluhur)
    heads = hierarchy.heads_of({one for chain in above.values() for one in chain}, on=on)
    found = {unit: _establisher(chain, heads) for unit, chain in above.items()}
    return {unit: orang for unit, orang in found.items() if orang is not None}


def _establisher(chain: list[int], heads: dict[int, int]) -> int | None:
    own = heads.get(chain[0])
    others = (heads[unit] for unit in chain[1:] if unit in heads and heads[unit] != own)
    return next(others, own)


@readers.ids()
def _establishes(user: Any, on: date) -> list[int]:
    mine = headed(user, on)
    if not mine:
        return []
    named = establishers(offices.below(mine), on=on)
    return [unit for unit, orang in named.items() if orang == user.pk]


def _among(path: str, ids: list[int]) -> Q:
    return Q(**{f"{path}__in": ids}) if ids else nobody()


def _unit_of(record: Any, path: str) -> int:
    unit: int = record.pk if path == "pk" else getattr(record, f"{path}_id")
    return unit


def kepala(path: str) -> Relation:
    """Whoever heads the record's unit that day."""

    def holders(record: Any, on: date) -> Q:
        unit = _unit_of(record, path)
        head = hierarchy.heads_of([unit], on=on).get(unit)
        return Q(pk=head) if head else nobody()

    return Relation(KEPALA, lambda user, on: _among(path, headed(user, on)), holders)


def kepala_di_atas(path: str) -> Relation:
    """Whoever heads the record's unit or any unit above it."""

    def reach(user: Any, on: date) -> Q:
        mine = headed(user, on)
        return Q(**{f"{path}__in": offices.below(mine)}) if mine else nobody()

    def holders(record: Any, on: date) -> Q:
        chain = UnitLeluhur.objects.filter(unit=_unit_of(record, path))
        heads = hierarchy.heads_of(chain.values_list("leluhur_id", flat=True), on=on)
        return Q(pk__in=set(heads.values())) if heads else nobody()

    return Relation(KEPALA_DI_ATAS, reach, holders)


def penetap(path: str) -> Relation:
    """Whoever establishes the perjanjian of the record's unit that day."""

    def holders(record: Any, on: date) -> Q:
        unit = _unit_of(record, path)
        found = establishers([unit], on=on).get(unit)
        return Q(pk=found) if found else nobody()

    return Relation(PENETAP, lambda user, on: _among(path, _establishes(user, on)), holders)


def pyb_of_top(path: str) -> Relation:
    """The pyb, for a unit with none above it."""
    over = office_over_unit("pyb", path)

    def reach(user: Any, on: date) -> Q:
        found = over.reach(user, on)
        return found if found == nobody() else found & Q(**{f"{path}__induk": None})

    def holders(record: Any, on: date) -> Q:
        return over.holders(record, on) if record.unit.induk_id is None else nobody()

    return Relation(PYB_PUNCAK, reach, holders)


def warga(path: str) -> Relation:
    """Everybody of the record's agency."""

    def reach(user: Any, _on: date) -> Q:
        mine = getattr(user, "instansi_id", None)
        return Q(**{path: mine}) if mine else nobody()

    def holders(record: Any, _on: date) -> Q:
        unit = record if path == "instansi" else record.unit
        return Q(instansi=unit.instansi_id)

    return Relation(WARGA, reach, holders)
