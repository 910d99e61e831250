"""Long work in the background, with visible progress.

A room names its work with `@handler("impor.periksa")` and starts it with `start(...)` inside
the transaction that wants it. The handler must be safe to run twice: a killed worker's job is
taken up again by the next sweep.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from django.db import close_old_connections, connection, models
from django.db.models import Q
from django.utils import timezone
from huey import crontab

from bina.core.job_models import Giliran, Pekerjaan, StatusPekerjaan
from bina.core.queue import huey

log = structlog.get_logger("bina.jobs")
SILENCE = timedelta(seconds=90)
MOST_TRIES = 3
SORRY = "Pekerjaan ini gagal karena gangguan sistem. Data Anda aman; mulai lagi dari awal."


class JobFailed(Exception):
    """The work cannot be done; its message is for the person who asked."""


class Progress:
    """How a handler says how far it is. Cheap enough to call once a chunk."""

    def __init__(self, pekerjaan: Pekerjaan) -> None:
        self.pekerjaan = pekerjaan

    def of(self, jumlah: int) -> None:
        """There are `jumlah` steps in all."""
        self._save(jumlah=jumlah, selesai=0)

    def at(self, selesai: int) -> None:
        """`selesai` steps are done."""
        self._save(selesai=min(selesai, self.pekerjaan.jumlah or selesai))

    def _save(self, **values: int) -> None:
        for name, value in values.items():
            setattr(self.pekerjaan, name, value)
        Pekerjaan.objects.filter(pk=self.pekerjaan.pk).update(denyut=timezone.now(), **values)


Handler = Callable[..., None]
HANDLERS: dict[str, Handler] = {}


def handler(jenis: str) -> Callable[[Handler], Handler]:
    """Register the function that does work of this kind: `(progress, **argumen)`."""

    def keep(function: Handler) -> Handler:
        HANDLERS[jenis] = function
        return function

    return keep


def start(jenis: str, *, oleh: models.Model | None, pada: datetime, **argumen: Any) -> Pekerjaan:
    """Queue work; inside a transaction it is queued by the commit or not at all."""
    job = Pekerjaan.objects.create(
        jenis=jenis, oleh_id=oleh.pk if oleh else None, argumen=argumen, denyut=pada, dibuat=pada
    )
    run(str(job.pk))
    return job


@huey.task(name="bina.jobs.run")
def run(pk: str) -> None:
    """Do one job, if nobody else is doing it."""
    job = _claimed(UUID(pk))
    if job is None:
        return
    try:
        HANDLERS[job.jenis](Progress(job), **job.argumen)
    except JobFailed as failure:
        _end(job, StatusPekerjaan.GAGAL, str(failure))
    except Exception:
        log.exception("job_failed", jenis=job.jenis, pekerjaan=pk)
        _end(job, StatusPekerjaan.GAGAL, SORRY)
    else:
        _end(job, StatusPekerjaan.SELESAI, "")


def _claimed(pk: UUID) -> Pekerjaan | None:
    now = timezone.now()
    free = Q(status=StatusPekerjaan.MENUNGGU) | Q(
        status=StatusPekerjaan.BERJALAN, denyut__lt=now - SILENCE
    )
    taken = Pekerjaan.objects.filter(free, pk=pk, percobaan__lt=MOST_TRIES).update(
        status=StatusPekerjaan.BERJALAN, denyut=now, percobaan=models.F("percobaan") + 1
    )
    return Pekerjaan.objects.get(pk=pk) if taken else None


def _end(job: Pekerjaan, status: StatusPekerjaan, pesan: str) -> None:
    Pekerjaan.objects.filter(pk=job.pk).update(status=status, pesan=pesan, denyut=timezone.now())


@huey.periodic_task(crontab(minute="*"), name="bina.jobs.sweep")
def sweep() -> None:
    """Take up again what a killed worker left, and give up what failed too often."""
    now = timezone.now()
    silent = Pekerjaan.objects.filter(
        status__in=[StatusPekerjaan.MENUNGGU, StatusPekerjaan.BERJALAN], denyut__lt=now - SILENCE
    )
    silent.filter(percobaan__gte=MOST_TRIES).update(status=StatusPekerjaan.GAGAL, pesan=SORRY)
    for job in silent.filter(percobaan__lt=MOST_TRIES):
        run(str(job.pk))
    Giliran.objects.filter(menit__lt=now - timedelta(days=2)).delete()


def run_pending() -> int:
    """Do everything that is queued, here and now (commands and tests). Returns how many."""
    done = 0
    while (task := huey.dequeue()) is not None:
        huey.execute(task)
        done += 1
    return done


@huey.pre_execute()
def _fresh_connection(_task: Any) -> None:
    if not connection.in_atomic_block:
        close_old_connections()
