"""The tree of units as a table of ancestors, so that "and below" is one lookup."""

from collections.abc import Iterator, Mapping

from bina.core.bulk import copy_rows
from bina.people.models import Instansi, Unit, UnitLeluhur


class Circle(ValueError):
    """A unit would stand above itself."""


def ancestors(induk: Mapping[int, int | None]) -> Iterator[tuple[int, int, int]]:
    """(unit, leluhur, jarak) of every unit and each unit above it. Raises Circle."""
    for unit in induk:
        above: int | None = unit
        seen: list[int] = []
        while above is not None:
            if above in seen:
                raise Circle(str(above))
            yield unit, above, len(seen)
            seen.append(above)
            above = induk[above]


def rebuild(instansi: Instansi) -> None:
    """Write the table of ancestors anew for one agency; inside the caller's transaction."""
    induk = dict(Unit.objects.filter(instansi=instansi).values_list("pk", "induk_id"))
    UnitLeluhur.objects.filter(unit__instansi=instansi).delete()
    copy_rows(UnitLeluhur, ["unit_id", "leluhur_id", "jarak"], ancestors(induk))
