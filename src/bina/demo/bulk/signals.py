"""The nightly look at every running plan of a bulk agency, measured."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from bina.demo.bulk.people import moment
from bina.demo.bulk.writing import settle, write
from bina.monitoring import door as monitoring
from bina.monitoring.models import Realisasi, Sinyal
from bina.people.models import Instansi
from bina.planning.models import Indikator, Skp

ENTRIES = 12
EVERY = timedelta(days=20)


def nights() -> dict[str, float]:
    """Seconds for the first night, when all is new, and for the next one, when little is."""
    instansi = Instansi.objects.get(kode="massal-1")
    on = timezone.localdate()
    if not Realisasi.objects.filter(skp__pegawai__instansi=instansi).exists():
        _entries(instansi, on)
    Sinyal.objects.all().delete()
    first, plans = _timed(instansi, on)
    kept = Sinyal.objects.count()
    second, _plans = _timed(instansi, on + timedelta(days=1))
    return {
        "signals plans": float(plans),
        "signals found": float(kept),
        "signals first night s": first,
        "signals next night s": second,
    }


def _timed(instansi: Instansi, on: date) -> tuple[float, int]:
    began = time.perf_counter()
    seen = monitoring.look_at_agency(instansi, on=on)
    return time.perf_counter() - began, seen


def _entries(instansi: Instansi, on: date) -> None:
    """A dozen entries on the first indicator of every running plan; one plan in five is silent."""
    running = Skp.objects.running(on).filter(pegawai__instansi=instansi)
    first = Indikator.objects.filter(hasil__skp__in=running, hasil__urutan=1, urutan=1)
    columns = ["skp_id", "indikator_id", "tanggal", "nilai", "dicatat_oleh_id", "dibuat"]
    plans = list(first.values_list("hasil__skp_id", "pk", "hasil__skp__pegawai_id"))
    write(Realisasi, columns, _rows(plans, on))
    settle(Realisasi)


def _rows(plans: list[tuple[int, int, int]], on: date) -> Iterator[tuple[Any, ...]]:
    for skp, indikator, pegawai in plans:
        for k in range(ENTRIES if skp % 5 else 0):
            day = on - k * EVERY
            yield skp, indikator, day, Decimal(3 + skp % 11), pegawai, moment(day)
