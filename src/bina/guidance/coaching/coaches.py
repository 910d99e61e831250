"""The agency's coaches and their training, a page at a time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef

from bina.accounts.models import Orang
from bina.guidance import kualifikasi
from bina.guidance.kualifikasi import Kualifikasi
from bina.guidance.models import Coaching, JenisCoach, SertifikatCoach
from bina.guidance.workflow import StatusCoaching


@dataclass(frozen=True, slots=True)
class BarisCoach:
    """A coach: by office or assigned, and their training."""

    orang: Orang
    membimbing: bool
    ditugaskan: bool
    kualifikasi: Kualifikasi


def _running(instansi_id: int) -> Any:
    return Coaching.objects.filter(pegawai__instansi=instansi_id, status=StatusCoaching.BERJALAN)


def _laid_down(instansi_id: int) -> Any:
    return SertifikatCoach.objects.filter(instansi=instansi_id)


def _trained(instansi_id: int, on: date, who: str) -> Exists:
    """Has a certificate that counts that day, as `kualifikasi.judge` finds it."""
    return Exists(_laid_down(instansi_id).valid(on).filter(orang=OuterRef(who)))


def counts(instansi_id: int, *, on: date) -> dict[str, int]:
    """How many coach now and how many of them untrained; how many papers wait (two queries)."""
    untrained = ~_trained(instansi_id, on, "coach")
    found = _running(instansi_id).aggregate(
        membimbing=Count("coach", distinct=True),
        tanpa=Count("coach", distinct=True, filter=untrained),
    )
    return {**found, "menunggu": waiting(instansi_id).count()}


def waiting(instansi_id: int) -> Any:
    """Certificates nobody has held against their files yet, the oldest first."""
    rows = _laid_down(instansi_id).filter(diperiksa_pada=None)
    return rows.select_related("orang").order_by("dibuat", "pk")


def people(instansi_id: int, *, cari: str = "") -> Any:
    """Whoever coaches now or has laid down a certificate, by name."""
    running = _running(instansi_id)
    known = running.values("coach").union(_laid_down(instansi_id).order_by().values("orang"))
    mine = running.filter(coach=OuterRef("pk"))
    rows = Orang.objects.filter(pk__in=known).annotate(
        membimbing=Exists(mine), ditugaskan=Exists(mine.filter(coach_jenis=JenisCoach.PIHAK_LAIN))
    )
    return (rows.filter(nama__icontains=cari) if cari else rows).order_by("nama", "pk")


def untrained(rows: Any, instansi_id: int, *, on: date) -> Any:
    """Those who coach now without a certificate that counts."""
    return rows.filter(~_trained(instansi_id, on, "pk"), membimbing=True)


def lines(rows: Iterable[Any], instansi_id: int, *, on: date) -> list[BarisCoach]:
    """These people with their certificates (one query)."""
    people = list(rows)
    held = defaultdict(list)
    for one in _laid_down(instansi_id).filter(orang__in=people):
        held[one.orang_id].append(one)
    return [
        BarisCoach(one, one.membimbing, one.ditugaskan, kualifikasi.judge(held[one.pk], on))
        for one in people
    ]
