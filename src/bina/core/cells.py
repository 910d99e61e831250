"""Single cells of spreadsheets people send: what their programs make of a line of text."""

from datetime import datetime
from typing import Any

FORMULA = ("=", "+", "-", "@")


def text(cell: Any) -> str:
    """The cell as one line of text: no outer or double spaces, no control characters."""
    if isinstance(cell, str):
        found = cell if cell.isprintable() else _printable(cell)
        found = " ".join(found.split())
        # An apostrophe before a formula is ours: an export made the cell harmless.
        return found[1:] if found[:1] == "'" and found[1:2] in FORMULA else found
    return _other(cell)


def _printable(cell: str) -> str:
    return "".join(one if one.isprintable() or one.isspace() else "" for one in cell)


def _other(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        return cell.date().isoformat()
    return str(cell)
