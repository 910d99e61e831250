"""Single cells of staff files: what people and spreadsheets make of names, dates and numbers."""

import re
from datetime import date, datetime
from typing import Any

from bina.core.cells import text
from bina.rules.nip import clean_nip

DMY = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})")
YMD = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
WHOLE = re.compile(r"([0-9]{1,9})(?:[.,]0+)?")
# 1.98703E+17, 1,98703E+17, and an 18-digit number with a fraction: digits are lost for good.
DAMAGED = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+|[0-9]{15,}[.,]0+")
FIRST_YEAR, LAST_YEAR = 1900, 2200


class Impossible(ValueError):
    """A date that no calendar has."""


class Unread(ValueError):
    """The cell does not say what its column is for."""


def day(cell: Any) -> date | None:
    """A date, or None for an empty cell. Raises Impossible or Unread."""
    if isinstance(cell, datetime):
        return _likely(cell.date())
    if isinstance(cell, date):
        return _likely(cell)
    written = text(cell)
    return _read_day(written) if written else None


def _read_day(written: str) -> date:
    if match := DMY.fullmatch(written):
        dd, mm, yyyy = match.groups()
    elif match := YMD.fullmatch(written):
        yyyy, mm, dd = match.groups()
    else:
        raise Unread(written)
    try:
        return _likely(date(int(yyyy), int(mm), int(dd)))
    except ValueError as refusal:
        raise Impossible(written) from refusal


def _likely(found: date) -> date:
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Impossible(found.isoformat())
    return found


def year(cell: Any) -> int | None:
    """A year, also as a spreadsheet gives it (2013.0), or None. Raises Unread."""
    written = text(cell)
    if not written:
        return None
    match = WHOLE.fullmatch(written)
    found = int(match[1]) if match else 0
    if not FIRST_YEAR <= found <= LAST_YEAR:
        raise Unread(written)
    return found


def nip(cell: Any) -> str:
    """A NIP without what people put between its digits; not yet judged."""
    return clean_nip(text(cell))


def is_damaged(cell: Any) -> bool:
    """Whether a spreadsheet has turned the digits into a number and lost some."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return abs(cell) >= 1e15
    return bool(DAMAGED.fullmatch(text(cell).strip("'’")))
