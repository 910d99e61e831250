"""Long work in the background: queued by the commit, done once, told in words when it fails."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from bina.core import jobs
from bina.core.job_models import Antrean, Pekerjaan, StatusPekerjaan
from bina.core.queue import huey
from tests.conftest import Agency

LONG_AGO = timedelta(minutes=10)


class Work:
    """A kind of work for tests: it notes that it ran, and does what the test says."""

    def __init__(self) -> None:
        self.runs: list[dict[str, Any]] = []
        self.failure: Exception | None = None

    def __call__(self, progress: jobs.Progress, **argumen: Any) -> None:
        progress.of(4)
        progress.at(2)
        self.runs.append(argumen)
        if self.failure:
            raise self.failure
        progress.at(4)


@pytest.fixture
def work() -> Iterator[Work]:
    made = Work()
    jobs.HANDLERS["uji.kerja"] = made
    yield made
    del jobs.HANDLERS["uji.kerja"]


def started(**argumen: Any) -> Pekerjaan:
    return jobs.start("uji.kerja", oleh=None, pada=timezone.now(), **argumen)


def left_by_a_killed_worker(tries: int = 1) -> Pekerjaan:
    job = started()
    Antrean.objects.all().delete()
    Pekerjaan.objects.filter(pk=job.pk).update(
        status=StatusPekerjaan.BERJALAN, denyut=timezone.now() - LONG_AGO, percobaan=tries
    )
    return job


def test_work_is_done_and_its_progress_seen(agency: Agency, work: Work) -> None:
    job = jobs.start("uji.kerja", oleh=agency.dewi, pada=timezone.now(), berkas="a")
    assert (job.status, job.is_over) == ("menunggu", False)

    jobs.run_pending()

    job.refresh_from_db()
    assert work.runs == [{"berkas": "a"}]
    assert (job.status, job.persen, job.percobaan, job.oleh) == ("selesai", 100, 1, agency.dewi)


def test_a_change_taken_back_leaves_no_work(db: None, work: Work) -> None:
    with transaction.atomic():
        started()
        transaction.set_rollback(True)

    assert not Pekerjaan.objects.exists()
    assert not Antrean.objects.exists()
    assert jobs.run_pending() == 0


def test_work_queued_twice_is_done_once(db: None, work: Work) -> None:
    job = started()
    jobs.run(str(job.pk))

    assert jobs.run_pending() == 2
    assert len(work.runs) == 1


def test_work_a_killed_worker_left_is_taken_up_again(db: None, work: Work) -> None:
    job = left_by_a_killed_worker()

    jobs.sweep.call_local()
    jobs.run_pending()

    job.refresh_from_db()
    assert (job.status, job.percobaan) == ("selesai", 2)


def test_work_that_still_shows_life_is_left_alone(db: None, work: Work) -> None:
    job = left_by_a_killed_worker()
    Pekerjaan.objects.filter(pk=job.pk).update(denyut=timezone.now())

    jobs.sweep.call_local()

    assert jobs.run_pending() == 0


def test_work_that_failed_three_times_is_given_up_in_words(db: None, work: Work) -> None:
    job = left_by_a_killed_worker(tries=jobs.MOST_TRIES)

    jobs.sweep.call_local()
    jobs.run_pending()

    job.refresh_from_db()
    assert (job.status, job.pesan, work.runs) == ("gagal", jobs.SORRY, [])


def test_a_refusal_is_told_as_it_was_said(db: None, work: Work) -> None:
    work.failure = jobs.JobFailed("Lembar pertama kosong. Unggah berkas yang berisi.")
    job = started()

    jobs.run_pending()

    job.refresh_from_db()
    assert (job.status, job.pesan) == ("gagal", "Lembar pertama kosong. Unggah berkas yang berisi.")


def test_a_breakdown_is_told_without_its_innards(db: None, work: Work) -> None:
    work.failure = KeyError("rahasia")
    job = started()

    jobs.run_pending()

    job.refresh_from_db()
    assert (job.status, job.pesan) == ("gagal", jobs.SORRY)
    assert not Antrean.objects.exists()


def test_later_work_waits_for_its_time(db: None) -> None:
    soon = timezone.now() + timedelta(minutes=5)
    task = jobs.run.s("00000000-0000-0000-0000-000000000000")
    huey.storage.add_to_schedule(huey.serialize_task(task), soon)

    assert huey.read_schedule(timezone.now()) == []
    assert [one.name for one in huey.read_schedule(soon)] == ["bina.jobs.run"]
    assert huey.read_schedule(soon) == []


@pytest.mark.django_db(transaction=True)
def test_another_connection_sees_work_only_after_the_commit(work: Work) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connections

    def seen() -> int:
        try:
            return Antrean.objects.count()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            started()
            assert other.submit(seen).result() == 0
        assert other.submit(seen).result() == 1
    Antrean.objects.all().delete()
