"""Standing in for a penilai who is away: a relation to the plans that name them."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from bina.access.tables import Relation
from bina.core import readers
from bina.core.compiled import compiled
from bina.people import bawahan
from bina.planning.models import PenggantiPenilai

PENGGANTI = "pengganti"


@compiled
def _replaced(pengganti_id: int, on: date) -> "QuerySet[PenggantiPenilai, int]":
    rows = PenggantiPenilai.objects.standing_in(on).filter(pengganti=pengganti_id)
    return rows.values_list("penilai_id", flat=True)


@readers.ids(asks=lambda user, on: [_replaced.asking(user.pk, on)])
def replaced_by(user: Any, on: date) -> list[int]:
    """The penilai this user stands in for that day. Only the penilai's own people: a substitute
    of a substitute is none, so no circle can arise."""
    return _replaced(user.pk, on)


def forget(user: Any) -> None:
    """Ask the database again: a substitution of this user has just changed."""
    replaced_by.forget(user)


def stands_in(path: str) -> Relation:
    """Whoever stands in, that day, for the person reached by `path`."""

    def reach(user: Any, on: date) -> Q:
        return bawahan.among(path, replaced_by(user, on))

    def holders(record: Any, on: date) -> Q:
        rows = PenggantiPenilai.objects.standing_in(on)
        return Q(pk__in=rows.filter(penilai=getattr(record, f"{path}_id")).values("pengganti"))

    return Relation(PENGGANTI, reach, holders)
