"""huey's storage on Django's own connection (ADR 7).

A task is a row written in the transaction that wants it: it exists after the commit or not at
all, and nothing can be lost between a commit and an enqueue.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.db import IntegrityError, connection, transaction
from huey import Huey
from huey.constants import EmptyData
from huey.storage import BaseStorage

from bina.core.job_models import Antrean, Giliran, Simpanan, TugasTerjadwal


def _aware(timestamp: datetime) -> datetime:
    return timestamp if timestamp.tzinfo else timestamp.replace(tzinfo=UTC)


class DatabaseStorage(BaseStorage):
    """The queue, the schedule and small values as rows."""

    def enqueue(self, data: bytes, priority: float | None = None) -> None:
        Antrean.objects.create(antrean=self.name, data=data, prioritas=priority or 0)

    def dequeue(self) -> bytes | None:
        waiting = Antrean.objects.filter(antrean=self.name).order_by("-prioritas", "id")
        if not waiting.exists():  # a look costs no write lock, which matters on SQLite
            return None
        with transaction.atomic():
            locked = waiting.select_for_update(skip_locked=connection.vendor == "postgresql")
            first = locked.first()
            if first is None:
                return None
            data = bytes(first.data)
            first.delete()
            return data

    def queue_size(self) -> int:
        return Antrean.objects.filter(antrean=self.name).count()

    def enqueued_items(self, limit: int | None = None) -> list[bytes]:
        rows = Antrean.objects.filter(antrean=self.name).order_by("-prioritas", "id")
        return [bytes(row.data) for row in rows[:limit]]

    def flush_queue(self) -> None:
        Antrean.objects.filter(antrean=self.name).delete()

    def add_to_schedule(self, data: bytes, ts: datetime) -> None:
        TugasTerjadwal.objects.create(antrean=self.name, data=data, waktu=_aware(ts))

    def read_schedule(self, ts: datetime) -> list[bytes]:
        due = TugasTerjadwal.objects.filter(antrean=self.name, waktu__lte=_aware(ts))
        if not due.exists():
            return []
        with transaction.atomic():
            rows = list(due.select_for_update().order_by("waktu", "id"))
            TugasTerjadwal.objects.filter(pk__in=[row.pk for row in rows]).delete()
            return [bytes(row.data) for row in rows]

    def schedule_size(self) -> int:
        return TugasTerjadwal.objects.filter(antrean=self.name).count()

    def scheduled_items(self, limit: int | None = None) -> list[bytes]:
        rows = TugasTerjadwal.objects.filter(antrean=self.name).order_by("waktu", "id")
        return [bytes(row.data) for row in rows[:limit]]

    def flush_schedule(self) -> None:
        TugasTerjadwal.objects.filter(antrean=self.name).delete()

    def put_data(self, key: str, value: bytes, is_result: bool = False) -> None:  # noqa: ARG002
        Simpanan.objects.update_or_create(antrean=self.name, kunci=key, defaults={"nilai": value})

    def peek_data(self, key: str) -> Any:
        row = Simpanan.objects.filter(antrean=self.name, kunci=key).first()
        return bytes(row.nilai) if row else EmptyData

    def pop_data(self, key: str) -> Any:
        with transaction.atomic():
            value = self.peek_data(key)
            Simpanan.objects.filter(antrean=self.name, kunci=key).delete()
            return value

    def has_data_for_key(self, key: str) -> bool:
        return Simpanan.objects.filter(antrean=self.name, kunci=key).exists()

    def put_if_empty(self, key: str, value: bytes, ttl: float | None = None) -> bool:  # noqa: ARG002
        try:
            with transaction.atomic():
                Simpanan.objects.create(antrean=self.name, kunci=key, nilai=value)
        except IntegrityError:
            return False
        return True

    def result_store_size(self) -> int:
        return Simpanan.objects.filter(antrean=self.name).count()

    def result_items(self) -> dict[str, bytes]:
        rows = Simpanan.objects.filter(antrean=self.name)
        return {row.kunci: bytes(row.nilai) for row in rows}

    def flush_results(self) -> None:
        Simpanan.objects.filter(antrean=self.name).delete()


class OneScheduler(Huey):
    """Many consumers may run; each minute of each periodic task is queued by one of them."""

    def read_periodic(self, timestamp: datetime | None) -> list[Any]:
        moment: datetime = timestamp or self._get_timestamp()  # the consumer gives none
        return list(self._won(super().read_periodic(moment), _aware(moment)))

    def _won(self, tasks: Iterable[Any], now: datetime) -> Iterable[Any]:
        minute = now.replace(second=0, microsecond=0)
        for task in tasks:
            if _claim(task.name, minute):
                yield task


def _claim(task: str, minute: datetime) -> bool:
    try:
        with transaction.atomic():
            Giliran.objects.create(tugas=task, menit=minute)
    except IntegrityError:
        return False
    return True


huey = OneScheduler(
    "bina", storage_class=DatabaseStorage, results=False, utc=True, store_none=False
)
