"""What happens in the demo's year, played in the order in which it happened.

Acts are noted down first and played afterwards, so that the trail reads like one kept from day to
day. Whatever day of the year it is made on, all of it lies in the past and in this year: early in
January the days of planning draw together.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

DAY = timedelta(days=1)
GAP = timedelta(seconds=5)
PLANNING = 22  # days after New Year by which the last plan is established
OFFICE_OPENS = 1  # UTC: eight in the morning in the west of the archipelago


@dataclass(frozen=True, slots=True)
class Moment:
    """When an act happens, as services ask for it."""

    pada: datetime
    on: date


Act = Callable[[Moment], object]


@dataclass(order=True, frozen=True, slots=True)
class _Line:
    day: date
    phase: int
    meant: date
    hour: int
    number: int
    act: Act = field(compare=False)


class Agenda:
    """Acts of one year up to yesterday (on New Year's Day: up to that day)."""

    def __init__(self, today: date) -> None:
        self.first = date(today.year, 1, 1)
        self.last = max(today - DAY, self.first)
        self.planned_by = min(self.first + PLANNING * DAY, self.last)
        self.lines: list[_Line] = []

    def planning(self, days: int, hour: int, act: Act) -> None:
        """So many days after New Year, or as near to it as the year is old."""
        span = (self.planned_by - self.first).days
        day = self.first + round(min(days, PLANNING) * span / PLANNING) * DAY
        self._note(day, 0, self.first + days * DAY, hour, act)

    def ago(self, days: int, hour: int, act: Act) -> None:
        """So many days before today, once there are plans."""
        meant = self.last - max(days - 1, 0) * DAY
        self._note(max(meant, self.planned_by), 1, meant, hour, act)

    def at(self, day: date, hour: int, act: Act) -> None:
        """On that very day: what lies ahead, or before there are plans, does not happen."""
        if self.planned_by <= day <= self.last:
            self._note(day, 1, day, hour, act)

    def _note(self, day: date, phase: int, meant: date, hour: int, act: Act) -> None:
        day = max(working_day(day), self.first)
        self.lines.append(_Line(day, phase, meant, hour, len(self.lines), act))

    def play(self) -> None:
        """Each act in its turn, none at the same moment as another."""
        now = datetime.min.replace(tzinfo=UTC)
        for line in sorted(self.lines):
            now = max(moment(line.day, line.hour), now + GAP)
            line.act(Moment(now, line.day))


def moment(day: date, hour: int) -> datetime:
    """So many hours after the office opens."""
    return datetime(day.year, day.month, day.day, OFFICE_OPENS + hour, 15, tzinfo=UTC)


def working_day(day: date) -> date:
    """That day, or the Friday before."""
    return day - max(day.weekday() - 4, 0) * DAY
