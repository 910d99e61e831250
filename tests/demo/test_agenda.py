"""The demo's year is played in order and lies in the past, whatever day it is."""

from datetime import date

import pytest

from bina.demo.agenda import Agenda, Moment

DAYS = [
    date(2027, 1, 1),
    date(2027, 1, 2),
    date(2027, 1, 11),
    date(2027, 4, 15),
    date(2027, 12, 31),
]


def played(today: date) -> list[tuple[str, Moment]]:
    agenda, seen = Agenda(today), []

    def act(name: str) -> object:
        return lambda when: seen.append((name, when))

    agenda.ago(2, 1, act("signed"))
    agenda.ago(40, 1, act("weighed"))
    for days in (1, 8, 22):
        agenda.planning(days, 9 - days // 3, act(f"plan {days}"))
    agenda.at(date(today.year, 12, 31), 1, act("the end of the year"))
    agenda.play()
    return seen


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_nothing_lies_ahead_nor_in_another_year(today: date) -> None:
    days = [when.on for _, when in played(today)]
    assert max(days) < today or today == date(today.year, 1, 1) == max(days)
    assert {day.year for day in days} == {today.year}


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_plans_come_first_and_every_moment_after_the_last(today: date) -> None:
    seen = played(today)
    assert [name for name, _ in seen] == ["plan 1", "plan 8", "plan 22", "weighed", "signed"]
    moments = [when.pada for _, when in seen]
    assert moments == sorted(set(moments))


def test_people_work_from_monday_to_friday() -> None:
    days = {when.on.weekday() for _, when in played(date(2027, 4, 15))}
    assert days <= {0, 1, 2, 3, 4}
