"""What a new placement or superior's line does to the one before it.

Both are dated rows of which one a day may hold: the old one ends the day before the new one
begins; what began the same day is replaced in place.
"""

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """`selesai`: what the old row's end becomes. `mulai`: when the new row begins; None where
    the old row is replaced in place and stays open."""

    selesai: date | None
    mulai: date | None


def first_day(tmt: date | None, *, on: date) -> date:
    """When what nobody held before begins: as the file says, else on the day of taking."""
    return tmt or on


def successor(
    mulai: date, selesai: date | None, *, tmt: date | None, on: date, same: bool = False
) -> Step:
    """From the TMT if it is later than the old row, else from the day of taking.

    `same` where the old row, already closed, says what the new one would: if the two would
    touch the same day it is opened again.
    """
    last = selesai or mulai
    start = tmt if tmt and tmt > last else on
    touches = selesai is not None and selesai >= start
    if mulai >= start or (touches and same):
        return Step(selesai=None, mulai=None)
    ends = start - DAY if selesai is None or touches else selesai
    return Step(selesai=ends, mulai=start)


def ending(mulai: date, *, on: date) -> date:
    """The last day of what ends without a successor: yesterday, or the day it began."""
    return max(mulai, on - DAY)


def closed(mulai: date, *, on: date) -> date:
    """The last day of what ends with the day of taking (retirement)."""
    return max(mulai, on)
