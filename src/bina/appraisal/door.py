"""The appraisal room's door: what other rooms may ask about evaluations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When

from bina.appraisal import home_lines
from bina.appraisal.models import Evaluasi, PeriodeEvaluasi
from bina.appraisal.services.capaian import set_capaian
from bina.appraisal.services.evaluations import Isi, release, save_draft
from bina.appraisal.services.periods import open_year
from bina.appraisal.services.refused import Refused, Stale
from bina.core.home_lines import Peristiwa, Tugas

__all__ = [
    "HasilEvaluasi",
    "Isi",
    "Peralihan",
    "Periode",
    "Refused",
    "Stale",
    "open_year",
    "periods",
    "release",
    "released_of",
    "save_draft",
    "set_capaian",
    "tasks",
    "timeline",
    "transitions",
]


@dataclass(frozen=True, slots=True)
class HasilEvaluasi:
    """A released evaluation, as other rooms read it."""

    id: int
    pegawai_id: int
    penilai_id: int
    periode: str
    mulai: date
    selesai: date
    rating_hasil: str
    rating_perilaku: str
    predikat: str
    dasar: list[dict[str, str]]
    dirilis_pada: datetime


def released_of(pegawai_ids: list[int], *, on: date) -> dict[int, list[HasilEvaluasi]]:
    """pegawai id -> released evaluations up to that day, newest period first (one query).

    The caller decides who sees them; drafts never leave this room.
    """
    rows = Evaluasi.objects.released().filter(pegawai__in=pegawai_ids, dirilis_pada__date__lte=on)
    found: dict[int, list[HasilEvaluasi]] = {one: [] for one in pegawai_ids}
    for one in rows.select_related("periode").order_by("-periode__mulai", "-pk"):
        found[one.pegawai_id].append(_line(one))
    return found


@dataclass(frozen=True, slots=True)
class Periode:
    """A period of evaluation, as other rooms read it."""

    id: int
    nama: str
    jenis: str
    mulai: date
    selesai: date


def periods(instansi_id: int, *, on: date) -> list[Periode]:
    """The agency's periods that have begun, the newest first (one query)."""
    rows = PeriodeEvaluasi.objects.of(instansi_id).filter(mulai__lte=on)
    return [Periode(one.pk, str(one), one.jenis, one.mulai, one.selesai) for one in rows]


@dataclass(frozen=True, slots=True)
class Peralihan:
    """How many people of one kind and level of jabatan went from one predicate to another."""

    kelompok: tuple[str, str]
    sebelum: str
    sesudah: str
    dibimbing: bool
    orang: int


def transitions(
    *, sebelum: int, sesudah: int, pegawai: Any, dibimbing: Sequence[Any]
) -> list[Peralihan]:
    """Released predicates of two periods, counted by jabatan and by whether a person is in one of
    the subqueries `dibimbing`. One query; a few hundred lines for any number of people.

    Of two evaluations of one person in the period before, the later plan counts.
    """
    released = Evaluasi.objects.released().order_by()
    before = released.filter(periode=sebelum, pegawai=OuterRef("pegawai")).order_by("-pk")
    among = Q(pk__in=[])
    for one in dibimbing:
        among |= Q(pegawai__in=one)
    rows = released.filter(periode=sesudah, pegawai__in=pegawai).annotate(
        semula=Subquery(before.values("predikat")[:1]),
        terbimbing=Case(When(among, then=Value(True)), default=Value(False)),
        jenis=F("skp__penempatan__jabatan__jenis"),
        jenjang=F("skp__penempatan__jabatan__jenjang"),
    )
    names = ("jenis", "jenjang", "semula", "predikat", "terbimbing")
    counted = rows.filter(semula__isnull=False).values_list(*names)
    return [
        Peralihan((jenis, jenjang), was, now, guided, n)
        for jenis, jenjang, was, now, guided, n in counted.annotate(
            orang=Count("pegawai", distinct=True)
        )
    ]


def tasks(user: Any, *, on: date) -> list[Tugas]:
    """People and units this user has yet to rate."""
    return home_lines.tasks(user, on=on)


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """Released evaluations of this person, as far as the viewer may see them."""
    return home_lines.timeline(pegawai_id, viewer, on=on)


def _line(one: Evaluasi) -> HasilEvaluasi:
    assert one.dirilis_pada is not None  # the database holds it
    return HasilEvaluasi(
        id=one.pk,
        pegawai_id=one.pegawai_id,
        penilai_id=one.penilai_id,
        periode=str(one.periode),
        mulai=one.periode.mulai,
        selesai=one.periode.selesai,
        rating_hasil=one.rating_hasil,
        rating_perilaku=one.rating_perilaku,
        predikat=one.predikat,
        dasar=one.dasar,
        dirilis_pada=one.dirilis_pada,
    )
