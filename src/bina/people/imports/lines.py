"""What lines of every kind of staff file share: what is skipped, what a checked line is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from bina.people.imports import columns, messages
from bina.people.imports.messages import Said
from bina.people.imports.reading import Row, Table
from bina.people.imports.values import text
from bina.ui import tulisan

TOTAL = re.compile(r"(?:grand |sub ?)?(?:jumlah|total)\b", re.IGNORECASE)
MOST_CELLS_OF_TOTAL = 3
EMPTY = ("", None)
AT_ONCE = 2_000
MOST_SKIPPED_NAMED = 200

Tell = Callable[[float], None]


def silent(_done: float) -> None:
    """For callers who watch no progress."""


class Staged(NamedTuple):
    """A checked line: what it would do, why, and what the taking needs."""

    nomor: int
    hasil: str
    kunci: str
    nama: str
    peringatan: list[Said]
    alasan: list[Said]
    perubahan: list[list[str]]
    data: dict[str, Any]


@dataclass(slots=True)
class Checked:
    """A whole file, checked against one revision of the agency."""

    kolom: list[str]
    revisi: int
    jumlah: int
    lewat: list[list[Any]]
    dilewati: int
    rows: Callable[[], Iterator[Staged]] = field(repr=False)


@dataclass(slots=True)
class Source:
    """The rows of a table without blank and total lines, which are counted."""

    table: Table
    lewat: list[list[Any]] = field(default_factory=list)
    dilewati: int = 0

    def rows(self, tell: Tell) -> Iterator[tuple[int, Row]]:
        whole = max(self.table.jumlah, 1)
        for nomor, row in self.table.rows:
            if nomor % AT_ONCE == 0:
                tell(min(nomor / whole, 1.0))
            why = _skipped(row)
            if why:
                self._skip(nomor, why)
            else:
                yield nomor, row

    def _skip(self, nomor: int, why: str) -> None:
        self.dilewati += 1
        if len(self.lewat) < MOST_SKIPPED_NAMED:
            self.lewat.append([nomor, why])


def _skipped(row: Row) -> str:
    some = [cell for cell in row if cell not in EMPTY]
    # Most lines are full: four cells with text settle it, the others need no look.
    filled = [cell for cell in some[: MOST_CELLS_OF_TOTAL + 1] if text(cell)]
    if len(filled) <= MOST_CELLS_OF_TOTAL:
        filled = [cell for cell in some if text(cell)]
    if not filled:
        return "kosong"
    if len(filled) <= MOST_CELLS_OF_TOTAL and TOTAL.match(text(filled[0])):
        return "jumlah"
    return ""


def original(row: Row, kolom: list[str]) -> list[str]:
    """The cells as they stand in the file, for the list of what is to be mended."""
    cells = [_cell(cell) for cell in row[: len(kolom)]]
    return cells + [""] * (len(kolom) - len(cells))


def _cell(cell: Any) -> str:
    return cell.replace("\x00", "") if isinstance(cell, str) else text(cell)


def stored(value: Any) -> str:
    """A value as the staging keeps it: dates in ISO, nothing as an empty text."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def shown(kolom: str, value: str) -> str:
    """A stored value in words for people."""
    if not value:
        return messages.spoken_word(messages.KOSONG)
    if kolom in columns.DATES:
        return str(tulisan.tanggal(date.fromisoformat(value)))
    return value.upper() if kolom == "jenis_pegawai" else value


def change(kind: str, perubahan: list[str]) -> str:
    """One change as a sentence: what, from, to."""
    kolom, semula, menjadi = perubahan
    name = columns.label(kind, kolom)
    return f"{name}: {shown(kolom, semula)} menjadi {shown(kolom, menjadi)}"


def cycles(graph: dict[Any, Any]) -> Iterator[list[Any]]:
    """Every circle of a graph in which each node points to one other at the most."""
    done: set[Any] = set()
    for start in graph:
        path: dict[Any, int] = {}
        at = start
        while at is not None and at not in done and at not in path:
            path[at] = len(path)
            at = graph.get(at)
        if at is not None and at in path:
            yield list(path)[path[at] :]
        done.update(path)


def named(nodes: list[str], most: int = 6) -> str:
    """A few names of many."""
    rest = len(nodes) - most
    return ", ".join(nodes[:most]) + (f", dan {rest} lainnya" if rest > 0 else "")


def position(key: tuple[str, str, str] | None) -> str:
    """A position with what tells it apart from others of its name."""
    if key is None:
        return ""
    nama, jenis, jenjang = key
    return f"{nama} ({jenis}, {jenjang})" if jenjang else f"{nama} ({jenis})"
