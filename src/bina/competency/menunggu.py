"""Hours that wait for a signature: upper rooms say what is under way (house.md, registries)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Menunggu:
    """An activity that would earn JP once it is signed. `judul` says its kind, no contents."""

    judul: str
    jalur: str
    tanggal: date
    jp: Decimal
    url: str
    giliran_pembaca: bool


Ask = Callable[..., list[Menunggu]]
_asked: Final[dict[str, Ask]] = {}


def register(name: str, ask: Ask) -> None:
    """`ask(pegawai_id, viewer, on=...)`; called in AppConfig.ready()."""
    _asked[name] = ask


def waiting(pegawai_id: int, viewer: Any, *, on: date) -> list[Menunggu]:
    """Everything under way, as far as this viewer may know of it."""
    return [one for ask in _asked.values() for one in ask(pegawai_id, viewer, on=on)]
