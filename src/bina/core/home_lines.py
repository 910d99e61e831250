"""What a room tells the home pages: a task that waits, an event of the past.

Plain values, so that home can put the lines of every stage into one list without knowing them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, QuerySet


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


def waiting(user: Any, queues: Sequence[Antrean]) -> list[Tugas]:
    """The tasks of all these queues. Mostly they are empty, so one question is asked first for
    all of them together: which hold anything."""
    me = get_user_model()._default_manager.filter(pk=user.pk)
    filled = me.values_list(*(Exists(one.rows) for one in queues)).first() or ()
    held = (one for one, holds in zip(queues, filled, strict=False) if holds)
    return [line for one in held for line in one.tugas(one.rows)]
