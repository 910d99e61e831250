"""What waits for a person, over all rooms.

Which queues hold anything is one long question, and it is everybody's: only the reader's own id
differs, the day, the law of their agency, the offices they hold and whom they stand in for. So it
is built and compiled once for all who share those, and asked with the reader's id (ADR 24).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Self
from uuid import UUID

from django.db import connection

from bina.accounts.models import Orang
from bina.core.compiled import KEPT, stand_in
from bina.core.home_lines import Antrean, Ditanyakan, Tugas, question, tasks_of
from bina.dialog import door as dialog
from bina.guidance import door as guidance
from bina.law import door as law
from bina.monitoring import door as monitoring
from bina.people import door as people
from bina.people import offices
from bina.planning import door as planning

READER = 0  # the place of their id in the question
QueuesOf = Callable[..., list[Antrean]]

QUEUES: list[QueuesOf] = [
    guidance.queues,
    dialog.queues,
    monitoring.queues,
    planning.queues,
    people.queues,
]


@dataclass(frozen=True, slots=True)
class Sejenis:
    """What readers share for whom the question is the same. Nothing else may go into a queue."""

    hari: date
    instansi_id: int | None
    ketentuan: UUID | None
    kantor: tuple[tuple[str, int, int | None], ...]
    menggantikan: tuple[int, ...]
    instansi: Any = field(compare=False)

    @classmethod
    def of(cls, user: Any, on: date) -> Self:
        agency = user.instansi
        return cls(
            on,
            user.instansi_id,
            agency.versi_ketentuan if agency else None,
            tuple(offices.held(user, on)),
            tuple(planning.stands_in_for(user, on=on)),
            agency,
        )

    def stand_in(self) -> Orang:
        """Nobody, of this kind: of whose id the reader's own takes the place."""
        nobody = Orang(pk=stand_in(READER), instansi=self.instansi)
        offices.suppose(nobody, self.hari, list(self.kantor))
        planning.suppose_stands_in(nobody, list(self.menggantikan), on=self.hari)
        return nobody


def tasks(user: Any, *, on: date) -> list[Tugas]:
    """The tasks of the queues of all rooms. The queues themselves are built in those rooms alone
    in which something waits."""
    law.parameters(user.instansi)  # whatever it has to read, it reads here
    asked, sizes = _question(Sejenis.of(user, on))
    filled = asked.ask({READER: user.pk})
    found: list[Tugas] = []
    for ask, size in zip(QUEUES, sizes, strict=True):
        here, filled = filled[:size], filled[size:]
        if any(here):
            found += tasks_of(ask(user, on=on), here)
    return found


@lru_cache(KEPT)
def _question(kind: Sejenis) -> tuple[Ditanyakan, list[int]]:
    """The question, and how many queues of each room it is about."""
    with connection.execute_wrapper(_refuse):
        rooms = [ask(kind.stand_in(), on=kind.hari) for ask in QUEUES]
    return question([one for room in rooms for one in room]), [len(room) for room in rooms]


def _refuse(_execute: Any, sql: str, *_rest: Any) -> Any:
    raise RuntimeError(f"A queue asks the database while it is built, of nobody's records: {sql}")
