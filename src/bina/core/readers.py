"""The reader of a question that is built for all readers of a kind (ADR 24).

What a condition may rest on is marked in the rooms: ids known for a day (`ids`: whom one
appraises, for whom one stands in), put into the text at each asking; and what shapes the text
itself (`shape`: the offices held).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import update_wrapper
from typing import Any, Generic, Self, TypeVar

from bina.core.ahead import Asking, ahead
from bina.core.statement import stand_in

T = TypeVar("T")
Find = Callable[[Any, date], list[T]]
Asks = Callable[[Any, date], Iterable[Asking]]


def _nothing(_user: Any, _on: date) -> Iterable[Asking]:
    return ()


class AsksTheDatabase(RuntimeError):
    """A condition rests on something that is not known of all readers of a kind."""


class Remembered(Generic[T]):
    """What a function of a user and a day finds, kept on the user object, which lives as long as
    one request, one task or one command. Also a decorator."""

    def __init__(self, find: Callable[[Any, date], list[T]], asks: Asks = _nothing) -> None:
        self.find, self.asks = find, asks
        self.name = f"{find.__module__}.{find.__qualname__}"
        update_wrapper(self, find)

    def __call__(self, user: Any, on: date) -> list[T]:
        kept: dict[date, list[T]] = user.__dict__.setdefault(self.name, {})
        if on not in kept:
            if isinstance(user, StandIn):
                raise AsksTheDatabase(f"A question is built that hangs on {self.name}: see Kind")
            with ahead(*self.asks(user, on)):
                kept[on] = self.find(user, on)
        return kept[on]

    def knows(self, user: Any, on: date) -> bool:
        return on in user.__dict__.get(self.name, ())

    def forget(self, user: Any) -> None:
        """Ask again: something it rests on has just changed."""
        user.__dict__.pop(self.name, None)


NOBODY = [0]  # no record bears this id
IDS: list[Remembered[int]] = []
SHAPES: list[Remembered[Any]] = []
# Places in a text: those of a question's own arguments are before.
AGENCY, NIP, FIRST_FACT = 48, 49, 50


def ids(asks: Asks = _nothing) -> Callable[[Find[int]], Remembered[int]]:
    """Ids a condition may rest on; `asks`: what finding them asks in any case."""

    def mark(find: Find[int]) -> Remembered[int]:
        IDS.append(Remembered(find, asks))
        return IDS[-1]

    return mark


def shape(asks: Asks = _nothing) -> Callable[[Find[T]], Remembered[T]]:
    """What makes the text another one."""

    def mark(find: Find[T]) -> Remembered[T]:
        made = Remembered(find, asks)
        SHAPES.append(made)
        return made

    return mark


def learn(user: Any, on: date, facts: Iterable[Remembered[Any]]) -> None:
    """Find all of these that are not known yet, their questions sent in one message."""
    unknown = [one for one in facts if not one.knows(user, on)]
    with ahead(*(each for one in unknown for each in one.asks(user, on))):
        for one in unknown:
            one(user, on)


def learn_usual(user: Any, on: date) -> None:
    """All that says what it asks: most conditions rest on these, so a page that will ask many
    begins with them."""
    learn(user, on, [one for one in (*SHAPES, *IDS) if one.asks is not _nothing])


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
    bentuk: tuple[tuple[Any, ...], ...]  # in the order of SHAPES
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
        few: Iterable[Remembered[int]] = (),
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
            tuple(tuple(find(user, on)) for find in SHAPES) if shaped else (),
            (agency.pk, agency.versi_ketentuan) if agency else (),
            frozenset(find.name for find in few if not find(user, on)),
            agency,
        )

    def stand_in(self, place: int) -> StandIn:
        """`place` is where the reader's own id is put in later."""
        nobody = StandIn(stand_in(place), is_active=self.aktif)
        nobody.nip = f"{stand_in(NIP)}" if self.pegawai else None
        nobody.instansi_id = stand_in(AGENCY) if self.beragensi else None
        if self.hukum or not self.beragensi:
            nobody.instansi = self.instansi
        for find, held in zip(SHAPES, self.bentuk, strict=False):  # none of them: not shaped
            nobody.__dict__[find.name] = {self.hari: list(held)}
        for number, known in enumerate(IDS):
            found = [] if known.name in self.tanpa else [stand_in(FIRST_FACT + number)]
            nobody.__dict__[known.name] = {self.hari: found}
        return nobody


def known(user: Any, on: date, places: Iterable[int]) -> dict[int, Any]:
    """The user's own ids for these places of a text. None: those of nobody."""
    facts = {place - FIRST_FACT for place in places if place >= FIRST_FACT}
    learn(user, on, (IDS[one] for one in facts))
    found = {FIRST_FACT + one: list(IDS[one](user, on)) or NOBODY for one in facts}
    return {AGENCY: user.instansi_id, **found}
