"""What a room tells the home pages: a task that waits, an event of the past.

Plain values, so that home can put the lines of every stage into one list without knowing them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from bina.core.statement import Statement


@dataclass(frozen=True, slots=True)
class Tugas:
    """Something this person has to do: when it is due, where, and the one verb of its button.

    `stage` is the room's name ("planning"), by which home groups. `pegawai_id` is whom it is
    about, where it is about one person: their page shows it too.
    """

    stage: str
    judul: str
    keterangan: str
    tenggat: date | None
    url: str
    tindakan: str
    pegawai_id: int | None = None


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """Something that happened, for a person's timeline. `jenis` names the noun ("skp")."""

    tanggal: date
    judul: str
    isi: str
    status: str
    url: str
    jenis: str


@dataclass(frozen=True, slots=True)
class Antrean:
    """Rows that may wait for a person, and how they become tasks."""

    rows: "QuerySet[Any, Any]"
    tugas: Callable[["QuerySet[Any, Any]"], Iterable[Tugas]]


@dataclass(frozen=True, slots=True)
class Ditanyakan:
    """One question to all queues: which hold anything. `places` are those it asks of; the
    others cannot hold any."""

    statement: Statement | None
    places: tuple[int, ...]
    size: int

    @property
    def stand_ins(self) -> set[int]:
        return set(self.statement.places.values()) if self.statement else set()

    def ask(self, given: Mapping[int, Any]) -> list[bool]:
        filled = [False] * self.size
        if self.statement:
            connection, sql, params = self.statement.asked(given)
            with connection.cursor() as cursor:
                cursor.execute(sql, params)
                for place, holds in zip(self.places, cursor.fetchone(), strict=True):
                    filled[place] = bool(holds)
        return filled


def question(queues: Sequence[Antrean]) -> Ditanyakan:
    """Each queue is compiled by itself and their texts are joined: as parts of one QuerySet the
    ORM would take each of them apart and build it anew."""
    asked, values, places = [], [], []
    for place, one in enumerate(queues):
        try:
            text, params = one.rows.query.exists().sql_with_params()
        except EmptyResultSet:
            continue
        asked.append(f"EXISTS ({text})")
        values += params
        places.append(place)
    statement = Statement.of(f"SELECT {', '.join(asked)}", tuple(values)) if asked else None
    return Ditanyakan(statement, tuple(places), len(queues))


def tasks_of(queues: Sequence[Antrean], filled: Sequence[bool]) -> list[Tugas]:
    """The tasks of those queues that hold any."""
    held = (one for one, holds in zip(queues, filled, strict=True) if holds)
    return [line for one in held for line in one.tugas(one.rows)]


def waiting(queues: Sequence[Antrean]) -> list[Tugas]:
    """The tasks of all these queues. Mostly they are empty, so one question is asked first for
    all of them together: which hold anything."""
    return tasks_of(queues, question(queues).ask({}))
