"""T29: however many workers keep the schedule, each turn comes once, and twice does no harm."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connections

from bina.core import jobs
from bina.core.job_models import Antrean, Giliran
from bina.core.queue import OneScheduler, huey

MINUTE = datetime(2026, 3, 2, 5, 1, tzinfo=UTC)
WORKERS = 4


def turns(barrier: Barrier, moment: datetime) -> list[str]:
    """What one worker's scheduler takes upon itself at that moment."""
    try:
        barrier.wait()
        return [task.name for task in huey.read_periodic(moment)]
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_of_four_schedulers_one_takes_the_turn() -> None:
    barrier = Barrier(WORKERS)
    with ThreadPoolExecutor(WORKERS) as pool:
        moments = [MINUTE + timedelta(seconds=7 * number) for number in range(WORKERS)]
        taken = list(pool.map(lambda moment: turns(barrier, moment), moments))

    names = [name for one in taken for name in one]
    assert "bina.jobs.sweep" in names
    assert len(names) == len(set(names))


def test_the_next_minute_is_a_turn_of_its_own(db: None) -> None:
    first = [task.name for task in huey.read_periodic(MINUTE)]
    again = huey.read_periodic(MINUTE + timedelta(seconds=30))
    after = [task.name for task in huey.read_periodic(MINUTE + timedelta(minutes=1))]

    assert "bina.jobs.sweep" in first
    assert again == []
    assert "bina.jobs.sweep" in after


def test_the_consumer_gives_no_moment_and_the_clock_is_asked(db: None) -> None:
    assert isinstance(huey, OneScheduler)
    assert "bina.jobs.sweep" in [task.name for task in huey.read_periodic(None)]


def test_sweeping_twice_changes_nothing_more(db: None) -> None:
    jobs.sweep.call_local()
    before = (Antrean.objects.count(), Giliran.objects.count())
    jobs.sweep.call_local()
    assert (Antrean.objects.count(), Giliran.objects.count()) == before


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_take_the_same_task() -> None:
    barrier = Barrier(WORKERS)
    for number in range(8):
        jobs.run(f"00000000-0000-0000-0000-00000000000{number}")

    def work(_: int) -> list[str]:
        taken = []
        try:
            barrier.wait()
            while (task := huey.dequeue()) is not None:
                taken.append(task.args[0])
        finally:
            connections.close_all()
        return taken

    with ThreadPoolExecutor(WORKERS) as pool:
        taken = [pk for one in pool.map(work, range(WORKERS)) for pk in one]
    assert len(taken) == len(set(taken)) == 8
