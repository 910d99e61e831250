"""What a room tells the home pages: a task that waits, an event of the past.

Plain values, so that home can put the lines of every stage into one list without knowing them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


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


def waiting(queues: Sequence[Antrean]) -> list[Tugas]:
    """The tasks of all these queues. Mostly they are empty, so one question is asked first for
    all of them together: which hold anything."""
    held = (one for one, holds in zip(queues, _filled(queues), strict=True) if holds)
    return [line for one in held for line in one.tugas(one.rows)]


def _filled(queues: Sequence[Antrean]) -> list[bool]:
    """Each queue is compiled by itself and their texts are joined: as parts of one QuerySet the
    ORM would take each of them apart and build it anew, a tenth of the page's time."""
    asked, values, places = [], [], []
    for place, one in enumerate(queues):
        try:
            text, params = one.rows.query.exists().sql_with_params()
        except EmptyResultSet:
            continue
        asked.append(f"EXISTS ({text})")
        values += params
        places.append(place)
    filled = [False] * len(queues)
    if asked:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(asked)}", values)
            for place, holds in zip(places, cursor.fetchone(), strict=True):
                filled[place] = bool(holds)
    return filled
