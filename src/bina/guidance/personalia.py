"""Whoever keeps the performance records or the personnel of a unit, and whom they look after.

They see attendance, themes, hours and completion; never a word of what was said. What stands for
fewer than five people is not shown at all (security.md): of four, each knows the other three.
"""

from datetime import date
from typing import Any, Final

from bina.access.tables import allow, table
from bina.people import offices
from bina.people.models import Penempatan
from bina.people.relations import office_over_unit

PERSONALIA: Final = ("pengelola", "pimpinan_kepegawaian")
FEWEST: Final = 5

TABLES = [
    table(
        "papan_bimbingan",
        "people.Unit",
        [office_over_unit(one, "pk") for one in PERSONALIA],
        {"lihat": allow(*PERSONALIA)},
    )
]


def people_of(user: Any, *, on: date) -> Any:
    """Ids of the people placed that day in the units this user keeps, as a subquery."""
    units = [unit for office in PERSONALIA for unit in offices.units_of(user, office, on)]
    placed = Penempatan.objects.on(on).filter(unit__in=offices.below(units))
    return placed.values("orang")


def keeps(user: Any, *, on: date) -> bool:
    """Whether this user keeps any unit at all."""
    return any(offices.units_of(user, one, on) for one in PERSONALIA)
