"""Results that rest on a parameter: the rooms that give them say until which day they reach.

A result may be judged by a day still to come (a year rated before it ends). A value the agency
sets must begin after that day, or the same question would get another answer.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.db.models import TextField
from django.db.models.functions import Cast

Ask = Callable[[int, str], date | None]
_asked: Final[dict[str, Ask]] = {}


def register(name: str, ask: Ask) -> None:
    """`ask(instansi_id, parameter)`: the last day by which a result was judged that rests on it.
    Called in AppConfig.ready()."""
    _asked[name] = ask


def last_day(instansi_id: int, parameter: str) -> date | None:
    """The last such day of all rooms; None where no result rests on it."""
    days = [ask(instansi_id, parameter) for ask in _asked.values()]
    return max((day for day in days if day is not None), default=None)


def resting_on(rows: Any, parameter: str) -> Any:
    """Of these rows, those whose stored basis (`dasar`) names the parameter; both engines."""
    said = rows.annotate(dasar_tertulis=Cast("dasar", TextField()))
    return said.filter(dasar_tertulis__contains=f'"{parameter}"')


_monthly: Final[list[Callable[[str], bool]]] = []


def register_monthly(counts: Callable[[str], bool]) -> None:
    """Parameters by which a whole month is judged at once (`counts(name)`): hours, whose caps run
    by the month. Called in AppConfig.ready()."""
    _monthly.append(counts)


def whole_months(parameter: str, day: date) -> date:
    """The day, or the first of the next month where months are judged as a whole."""
    if day.day == 1 or not any(counts(parameter) for counts in _monthly):
        return day
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
