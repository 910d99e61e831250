"""Opening a table somebody sent, whatever program wrote it: xlsx, or csv of several habits."""

import csv
import io
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from bina.core import workbook
from bina.core.cells import text

MOST_ROWS = 500_000
MOST_COLUMNS = 200
MOST_CELLS = 12_000_000
MOST_UNPACKED = 600 * 1024 * 1024
LOOK_FOR_HEADER = 20
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = (
    "Berkas terkunci kata sandi atau berformat .xls lama. Simpan sebagai .xlsx tanpa kata sandi, "
    "lalu unggah lagi."
)
BROKEN = "Berkas tidak terbaca. Buka di program lembar kerja, simpan ulang, lalu unggah lagi."

TOO_LARGE = (
    f"Berkas terlalu besar: paling banyak {MOST_ROWS} baris dan {MOST_COLUMNS} kolom. "
    "Hapus baris dan kolom yang tidak dipakai, atau bagi menjadi beberapa berkas."
)

Row = Sequence[Any]


class Head(Protocol):
    """A column a file may have: its header, what the code calls it, whether it must be there."""

    @property
    def judul(self) -> str: ...
    @property
    def nama(self) -> str: ...
    @property
    def wajib(self) -> bool: ...


Heads = Sequence[Head]


class Unreadable(Exception):
    """The whole file is refused; the message says why and what to do."""


@dataclass(slots=True)
class Table:
    """The rows under the header, each with its number in the file."""

    kolom: list[str]
    index: dict[str, int]
    rows: Iterator[tuple[int, Row]] = field(repr=False)
    jumlah: int


def read(content: bytes, heads: Heads) -> Table:
    """Find the row that has these headers, and the rows below it. Raises Unreadable."""
    if not content.strip():
        raise Unreadable("Berkas kosong. Unggah berkas yang berisi judul kolom dan datanya.")
    if content.startswith(OLE):
        raise Unreadable(LOCKED)
    if content.startswith(ZIP):
        return _read_xlsx(content, heads)
    if b"\x00" in content:
        raise Unreadable(BROKEN)
    return _read_csv(content, heads)


def _read_xlsx(content: bytes, heads: Heads) -> Table:
    try:
        _refuse_size(content)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    except PasswordError as refusal:
        raise Unreadable(LOCKED) from refusal
    except (CalamineError, BadZipFile, zlib.error, OSError, ValueError, RuntimeError) as refusal:
        raise Unreadable(BROKEN) from refusal
    best = min(sheets, key=lambda sheet: _lacking(sheet.iter_rows(), heads))
    return _table(best.iter_rows(), heads, best.total_height)


def _refuse_size(content: bytes) -> None:
    """Before the workbook is opened: the reader takes memory for every place up to the last."""
    if workbook.unpacked(content) > MOST_UNPACKED:
        raise Unreadable(TOO_LARGE)
    found = workbook.extent(content)
    if found.rows > MOST_ROWS or found.columns > MOST_COLUMNS or found.area > MOST_CELLS:
        raise Unreadable(TOO_LARGE)


def _lacking(rows: Iterable[Row], heads: Heads) -> int:
    """How many required headers the best row at the top does not have."""
    found = (_names(row) for row in islice(rows, LOOK_FOR_HEADER))
    return min((len(missing(heads, set(names))) for names in found), default=99)


def _read_csv(content: bytes, heads: Heads) -> Table:
    written = _decoded(content)
    lines = written.count("\n") + 1
    if lines > MOST_ROWS:
        raise Unreadable(f"Berkas terlalu besar: paling banyak {MOST_ROWS} baris.")
    reader = csv.reader(io.StringIO(written, newline=""), delimiter=_delimiter(written))
    return _table(_guarded(reader), heads, lines)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(written: str) -> str:
    top = "\n".join(written.split("\n", LOOK_FOR_HEADER)[:LOOK_FOR_HEADER])
    return max(",;\t", key=top.count)


def _guarded(reader: Iterable[Row]) -> Iterator[Row]:
    nomor = 0
    try:
        for nomor, row in enumerate(reader, start=1):
            if len(row) > MOST_COLUMNS:
                raise Unreadable(
                    f"Baris {nomor} berisi lebih dari {MOST_COLUMNS} kolom. Periksa pemisah "
                    "kolomnya, lalu unggah lagi."
                )
            yield row
    except csv.Error as refusal:
        raise Unreadable(
            f"Baris {nomor + 1} tidak terbaca: isi satu sel terlalu panjang. Periksa tanda kutip "
            "yang tidak ditutup di baris itu, lalu unggah lagi."
        ) from refusal


def missing(heads: Heads, present: set[str]) -> list[str]:
    """The headers without which the file cannot be read, as far as they are not there."""
    return [one.judul for one in heads if one.wajib and one.judul not in present]


def _names(row: Row) -> list[str]:
    return [text(cell).upper().replace("_", " ") for cell in row]


def _table(rows: Iterable[Row], heads: Heads, jumlah: int) -> Table:
    numbered = enumerate(rows, start=1)
    top = list(islice(numbered, LOOK_FOR_HEADER))
    if not any(any(_names(row)) for _, row in top):
        raise Unreadable("Berkas kosong. Unggah berkas yang berisi judul kolom dan datanya.")
    at = min(range(len(top)), key=lambda n: len(missing(heads, set(_names(top[n][1])))))
    names = _names(top[at][1])
    _refuse_header(heads, names)
    index = {one.nama: names.index(one.judul) for one in heads if one.judul in names}
    below = iter([*top[at + 1 :]])
    return Table([text(cell) for cell in top[at][1]], index, _chained(below, numbered), jumlah)


def _refuse_header(heads: Heads, names: list[str]) -> None:
    lacking = missing(heads, set(names))
    if lacking:
        raise Unreadable(
            f"Kolom {', '.join(lacking)} tidak ada. Tambahkan kolom itu dengan judul persis "
            "seperti ini, lalu unggah lagi."
        )
    twice = [one.judul for one in heads if names.count(one.judul) > 1]
    if twice:
        raise Unreadable(f"Kolom {', '.join(twice)} ada dua kali. Hapus salah satunya.")


def _chained(
    first: Iterator[tuple[int, Row]], rest: Iterator[tuple[int, Row]]
) -> Iterator[tuple[int, Row]]:
    yield from first
    yield from rest
