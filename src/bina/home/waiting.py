"""What waits for a person, over all rooms.

Which queues hold anything is one long question, and it is everybody's: only the reader's own id
differs, whom they stand in for, the day, the law of their agency and the offices they hold. So it
is built and compiled once for a kind of readers, and asked with the reader's ids (ADR 24).
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection

from bina.core import readers
from bina.core.compiled import KEPT, refuse
from bina.core.home_lines import Antrean, Ditanyakan, Tugas, question, tasks_of
from bina.core.readers import Kind
from bina.dialog import door as dialog
from bina.guidance import door as guidance
from bina.law import door as law
from bina.monitoring import door as monitoring
from bina.people import door as people
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


def tasks(user: Any, *, on: date) -> list[Tugas]:
    """The tasks of the queues of all rooms. The queues themselves are built in those rooms alone
    in which something waits."""
    law.parameters(user.instansi)  # whatever it has to read, it reads here
    asked, sizes = _question(kind_of(user, on))
    filled = asked.ask({READER: user.pk, **readers.known(user, on, asked.stand_ins)})
    found: list[Tugas] = []
    for ask, size in zip(QUEUES, sizes, strict=True):
        here, filled = filled[:size], filled[size:]
        if any(here):
            found += tasks_of(ask(user, on=on), here)
    return found


def kind_of(user: Any, on: date) -> Kind:
    """Hardly anybody stands in for a penilai, and who does not is asked of fewer plans."""
    return Kind.of(user, on, law=True, few=[planning.stands_in_for])


@lru_cache(KEPT)
def _question(kind: Kind) -> tuple[Ditanyakan, list[int]]:
    """The question, and how many queues of each room it is about."""
    nobody = kind.stand_in(READER)
    with connection.execute_wrapper(refuse):
        rooms = [ask(nobody, on=kind.hari) for ask in QUEUES]
    return question([one for room in rooms for one in room]), [len(room) for room in rooms]
