"""The reader of a question that is built for all readers of a kind (ADR 24).

What a condition may rest on is registered by the rooms: ids known for a day (whom one appraises,
for whom one stands in), put into the text at each asking; and what shapes the text itself (the
offices held). Both are remembered on the user object, which lives as long as one request.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from bina.core.statement import stand_in

Find = Callable[[Any, date], list[Any]]
NOBODY = [0]  # no record bears this id
_IDS: list[tuple[str, Find]] = []
_SHAPES: list[tuple[str, Find]] = []
# Places in a text: those of a question's own arguments are before.
AGENCY, NIP, FIRST_FACT = 48, 49, 50


def register_ids(remembered: str, find: Find) -> None:
    """Ids a condition may rest on. `remembered` is where `find` keeps them on the user."""
    _IDS.append((remembered, find))


def register_shape(remembered: str, find: Find) -> None:
    """What makes the text another one, the same way."""
    _SHAPES.append((remembered, find))


class StandIn:
    """Nobody, for whom a condition is built in the place of all readers of a kind.

    Whatever else of a reader a condition looks at is refused (RuntimeError): two readers of one
    kind may differ in it.
    """

    is_authenticated = True
    is_anonymous = False
    nip: str | None
    instansi_id: int | None
    instansi: Any

    def __init__(self, pk: int, *, is_active: bool) -> None:
        self.pk = self.id = pk
        self.is_active = is_active

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(f"A question is built that hangs on the reader's {name}: see Kind")


@dataclass(frozen=True, slots=True)
class Kind:
    """What readers share for whom the text is the same. Nothing else may go into a condition."""

    hari: date
    aktif: bool
    pegawai: bool  # has a NIP
    beragensi: bool
    bentuk: tuple[tuple[str, tuple[Any, ...]], ...]
    hukum: tuple[Any, ...] = ()  # the agency and the version of its own law
    tanpa: frozenset[str] = frozenset()  # of which ids there are none
    instansi: Any = field(default=None, compare=False)

    @classmethod
    def of(
        cls,
        user: Any,
        on: date,
        *,
        shaped: bool = True,
        law: bool = False,
        few: Iterable[str] = (),
    ) -> Self:
        """`shaped`: with what shapes a text. `law`: the agency's own values are part of it, so it
        is for readers of one agency. `few`: ids most readers have none of; that is part of it, and
        there are fewer conditions."""
        agency = user.instansi if law else None
        return cls(
            on,
            user.is_active,
            bool(user.nip),
            user.instansi_id is not None,
            tuple((name, tuple(find(user, on))) for name, find in _SHAPES) if shaped else (),
            (agency.pk, agency.versi_ketentuan) if agency else (),
            frozenset(name for name, find in _IDS if name in few and not find(user, on)),
            agency,
        )

    def stand_in(self, place: int) -> StandIn:
        """`place` is where the reader's own id is put in later."""
        nobody = StandIn(stand_in(place), is_active=self.aktif)
        nobody.nip = f"{stand_in(NIP)}" if self.pegawai else None
        nobody.instansi_id = stand_in(AGENCY) if self.beragensi else None
        if self.hukum or not self.beragensi:
            nobody.instansi = self.instansi
        for name, held in self.bentuk:
            nobody.__dict__[name] = {self.hari: list(held)}
        for number, (name, _find) in enumerate(_IDS):
            ids = [] if name in self.tanpa else [stand_in(FIRST_FACT + number)]
            nobody.__dict__[name] = {self.hari: ids}
        return nobody


def known(user: Any, on: date, places: Iterable[int]) -> dict[int, Any]:
    """The user's own ids for these places of a text. None: those of nobody."""
    facts = {place - FIRST_FACT for place in places if place >= FIRST_FACT}
    found = {FIRST_FACT + one: list(_IDS[one][1](user, on)) or NOBODY for one in facts}
    return {AGENCY: user.instansi_id, **found}
