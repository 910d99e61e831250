"""Heading a unit: a relation to it and to every unit below."""

from datetime import date
from typing import Any

from django.db.models import F, Q

from bina.access.tables import Relation, nobody
from bina.core import readers
from bina.people import offices
from bina.people.models import Penempatan, UnitLeluhur

MEMIMPIN = "memimpin"


@readers.ids()
def headed_by(user: Any, on: date) -> list[int]:
    """The units this user heads that day, acting or not."""
    placed = Penempatan.objects.on(on).filter(orang=user.pk)
    rows = placed.filter(jabatan=F("unit__jabatan_pimpinan"))
    return list(rows.values_list("unit_id", flat=True))


def heads_above(path: str) -> Relation:
    """Whoever heads the unit reached by `path`, or one above it."""

    def reach(user: Any, on: date) -> Q:
        units = headed_by(user, on)
        return Q(**{f"{path}__in": offices.below(units)}) if units else nobody()

    def holders(record: Any, on: date) -> Q:
        unit = record.pk if path == "pk" else getattr(record, f"{path}_id")
        above = UnitLeluhur.objects.filter(unit=unit).values("leluhur")
        placed = Penempatan.objects.on(on).filter(unit__in=above)
        return Q(pk__in=placed.filter(jabatan=F("unit__jabatan_pimpinan")).values("orang"))

    return Relation(MEMIMPIN, reach, holders)
