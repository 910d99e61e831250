"""The reader of a question that is built for all readers of a kind (ADR 24).

What a condition may rest on is registered by the rooms: ids known for a day (whom one appraises,
for whom one stands in), put into the text at each asking; and what shapes the text itself (the
offices held). Both are remembered on the user object, which lives as long as one request.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from django.contrib.auth import get_user_model

Find = Callable[[Any, date], list[Any]]
NOBODY = [0]  # no record bears this id
_IDS: list[tuple[str, Find]] = []
_SHAPES: list[tuple[str, Find]] = []
FIRST_FACT = 50
"""The place of the first of these ids in a text; those of a question's own arguments are before."""


def register_ids(remembered: str, find: Find) -> None:
    """Ids a condition may rest on. `remembered` is where `find` keeps them on the user."""
    _IDS.append((remembered, find))


def register_shape(remembered: str, find: Find) -> None:
    """What makes the text another one, the same way."""
    _SHAPES.append((remembered, find))


@dataclass(frozen=True, slots=True)
class Kind:
    """What readers share for whom the text is the same. Nothing else may go into a condition."""

    hari: date
    aktif: bool
    instansi_id: int | None
    ketentuan: Any  # the version of the agency's own law
    bentuk: tuple[tuple[Any, ...], ...]
    instansi: Any = field(compare=False)

    @classmethod
    def of(cls, user: Any, on: date) -> Self:
        agency = user.instansi
        return cls(
            on,
            user.is_active,
            user.instansi_id,
            agency.versi_ketentuan if agency else None,
            tuple(tuple(find(user, on)) for _name, find in _SHAPES),
            agency,
        )

    def stand_in(self, pk: int, ids: Callable[[int], list[int]]) -> Any:
        """Nobody, of this kind; `ids` gives what stands for the ids at a place."""
        nobody = get_user_model()(pk=pk, instansi=self.instansi, is_active=self.aktif)
        for (name, _find), held in zip(_SHAPES, self.bentuk, strict=True):
            nobody.__dict__[name] = {self.hari: list(held)}
        for number, (name, _find) in enumerate(_IDS):
            nobody.__dict__[name] = {self.hari: ids(FIRST_FACT + number)}
        return nobody


def known(user: Any, on: date, places: Iterable[int]) -> dict[int, list[int]]:
    """The user's own ids for these places of a text. None: those of nobody."""
    facts = {place - FIRST_FACT for place in places if place >= FIRST_FACT}
    return {FIRST_FACT + one: list(_IDS[one][1](user, on)) or NOBODY for one in facts}
