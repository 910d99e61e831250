"""Which agreed actions are past due: upper rooms that keep actions register here, so that
monitoring can tell of them without knowing the rooms."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Lewat:
    """How many of a person's actions are past due, and since when the oldest is."""

    jumlah: int
    sejak: date


# `(people, on) -> {pegawai id: Lewat}`.
Overdue = Callable[[list[int], date], dict[int, Lewat]]
_rooms: dict[str, Overdue] = {}


def register(room: str, overdue: Overdue) -> None:
    """Called by upper rooms in ready(); the same name again takes the place of the first."""
    _rooms[room] = overdue


def of(pegawai_ids: list[int], *, on: date) -> dict[int, Lewat]:
    """Over all rooms together (a query a room)."""
    found: dict[int, Lewat] = {}
    for overdue in _rooms.values():
        for pegawai, one in overdue(pegawai_ids, on).items():
            known = found.get(pegawai)
            found[pegawai] = (
                Lewat(known.jumlah + one.jumlah, min(known.sejak, one.sejak)) if known else one
            )
    return found
