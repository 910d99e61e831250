"""How a term is counted: from the day after, by calendar days or by working days."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from bina.rules.refusal import Invalid

ONE_DAY = timedelta(days=1)


class Satuan(StrEnum):
    """How a term is counted: every day, or working days only."""

    HARI = "hari"
    HARI_KERJA = "hari_kerja"


def every_day(_: date) -> bool:
    return True


def last_day(after: date, lama: int, counts: Callable[[date], bool] = every_day) -> date:
    """The so-many-th counting day after a day. Raises Invalid where the calendar ends."""
    found, left = after, lama
    while left > 0:
        found = _next(found)
        left -= counts(found)
    return found


def _next(day: date) -> date:
    try:
        return day + ONE_DAY
    except OverflowError as error:
        raise Invalid(f"no calendar reaches beyond {day}") from error
