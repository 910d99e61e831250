"""What happens in a lower room that upper rooms answer: a transfer, a retirement (house.md).

The lower room tells what happened to which rows. Each answer is made in the same transaction,
set-based, and gives its lines for the trail, which the teller writes after its own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from bina.core.audit import Line

Answer = Callable[[Sequence[int], date], Iterable[Line]]
ANSWERS: dict[str, dict[str, Answer]] = {}


def answer(happening: str, room: str, function: Answer) -> None:
    """Called by upper rooms in ready(): `function(ids, on)` does what follows for the room."""
    ANSWERS.setdefault(happening, {})[room] = function


def tell(happening: str, ids: Sequence[int], *, on: date) -> Iterator[Line]:
    """Ask every room for its answer, in the order of their names. Inside the act's transaction."""
    if not ids:
        return
    for _room, function in sorted(ANSWERS.get(happening, {}).items()):
        yield from function(ids, on)
