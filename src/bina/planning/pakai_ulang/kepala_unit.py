"""Whoever heads a unit or one above it, as a relation for access tables."""

from datetime import date
from typing import Any

from django.db.models import Q

from bina.access.tables import Relation, nobody
from bina.people import hierarchy, offices
from bina.people.models import UnitLeluhur
from bina.planning.perjanjian.units import headed

KEPALA_UNIT = "kepala_unit"


def kepala_unit(path: str) -> Relation:
    """The head of the record's unit, or of any unit above it."""

    def reach(user: Any, on: date) -> Q:
        units = headed(user, on)
        return Q(**{f"{path}__in": offices.below(units)}) if units else nobody()

    def holders(record: Any, on: date) -> Q:
        unit = record.pk if path == "pk" else getattr(record, f"{path}_id")
        above = UnitLeluhur.objects.filter(unit=unit).values_list("leluhur_id", flat=True)
        return Q(pk__in=set(hierarchy.heads_of(above, on=on).values()))

    return Relation(KEPALA_UNIT, reach, holders)
