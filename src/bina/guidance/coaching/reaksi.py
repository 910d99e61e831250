"""Reactions to sessions, in medians (kompetensi.md 6, L1). Never a single one, never below five
people (security.md), and only of months that are over: an answer given today changes nothing a
coach can see today, so nobody can tell whose it was."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from statistics import median
from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bina.guidance.models import ReaksiSesi
from bina.guidance.models.sesudah_sesi import SISI

FEWEST: Final = 5
NAMA: Final[dict[str, Any]] = {
    "relevansi": _("Berguna bagi pekerjaan saya"),
    "kepercayaan": _("Saya dapat berbicara dengan percaya"),
    "kejelasan": _("Jelas apa yang akan dilakukan"),
    "kemauan": _("Saya mau melanjutkan"),
}


@dataclass(frozen=True, slots=True)
class Median:
    nama: Any
    nilai: Decimal


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """Medians of so many people; empty where there are too few to hide among."""

    orang: int
    sesi: int
    median: tuple[Median, ...]


def summary(rows: "QuerySet[ReaksiSesi]", *, on: date) -> Ringkasan:
    """One voice a person: the median of their own answers, then the median over people."""
    until = timezone.make_aware(datetime.combine(on.replace(day=1), time.min))
    given: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    values = rows.filter(pada__lt=until).values_list("sesi__coaching__pegawai", *SISI)
    for pegawai, *answer in values:
        given[pegawai].append(tuple(answer))
    if len(given) < FEWEST:
        return Ringkasan(0, 0, ())
    found = tuple(Median(NAMA[side], _over_people(given, n)) for n, side in enumerate(SISI))
    return Ringkasan(len(given), sum(map(len, given.values())), found)


def _over_people(given: dict[int, list[tuple[int, ...]]], n: int) -> Decimal:
    voices = [median(answer[n] for answer in each) for each in given.values()]
    return Decimal(str(median(voices)))


def of_coach(orang_id: int, *, on: date) -> Ringkasan:
    return summary(ReaksiSesi.objects.filter(sesi__coach=orang_id), on=on)


def of_agency(instansi_id: int, *, on: date) -> Ringkasan:
    rows = ReaksiSesi.objects.filter(sesi__coaching__pegawai__instansi=instansi_id)
    return summary(rows, on=on)
