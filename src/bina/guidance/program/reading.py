"""What the personnel unit sees of a programme: who attended, themes, hours, how far; no word."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from bina.competency import door as competency
from bina.guidance import asal
from bina.guidance.models import PesertaCoaching, ProgramMentoring, Sesi
from bina.guidance.program import anggaran
from bina.guidance.program.anggaran import Anggaran
from bina.guidance.workflow import OPEN, StatusSesi

LONGEST = 200
MISSED = (StatusSesi.TIDAK_HADIR,)


@dataclass(frozen=True, slots=True)
class Peserta:
    """A coaching in a programme: attendance, themes, hours, completion."""

    pegawai: str
    coach: str
    tema: tuple[str, ...]
    hadir: int
    tidak_hadir: int
    jp: Decimal
    status: str


@dataclass(frozen=True, slots=True)
class Ringkas:
    """A programme beside its list of mentees."""

    peserta: list[Peserta]
    selesai: int
    pemandu: list[tuple[str, str, int]]
    anggaran: Anggaran


def overview(program: ProgramMentoring, user: Any, *, on: date) -> Ringkas:
    """Eight queries, however many take part."""
    rows = _rows(program, user, on)
    hours = _hours(rows)
    found = [_line(one, hours.get(one.coaching_id, Decimal(0))) for one in rows]
    ended = sum(one.status not in OPEN for one in found)
    return Ringkas(found, ended, _guides(program), anggaran.of_programme(program, on=on))


def _rows(program: ProgramMentoring, user: Any, on: date) -> list[Any]:
    seen = PesertaCoaching.objects.visible_to(user, on=on)
    rows = seen.filter(program=program).annotate(
        hadir=Count("coaching__sesi", filter=Q(coaching__sesi__status=StatusSesi.DITANDATANGANI)),
        absen=Count("coaching__sesi", filter=Q(coaching__sesi__status__in=MISSED)),
    )
    people = rows.select_related("coaching__pegawai__orang", "coaching__coach")
    themes = people.prefetch_related("coaching__topik_kasus__topik")
    return list(themes.order_by("coaching__pegawai__orang__nama", "pk")[:LONGEST])


def _hours(rows: list[Any]) -> dict[int, Decimal]:
    """coaching -> hours credited for its signed sessions."""
    each = Sesi.objects.filter(coaching__in=[one.coaching_id for one in rows])
    signed = each.filter(status=StatusSesi.DITANDATANGANI).annotate(jp=competency.jp_of(asal.SESI))
    found: dict[int, Decimal] = {}
    for coaching, jp in signed.values_list("coaching", "jp"):
        found[coaching] = found.get(coaching, Decimal(0)) + jp
    return found


def _line(one: Any, jp: Decimal) -> Peserta:
    coaching = one.coaching
    return Peserta(
        str(coaching.pegawai),
        str(coaching.coach or "-"),
        tuple(sorted(str(each.topik) for each in coaching.topik_kasus.all())),
        one.hadir,
        one.absen,
        jp,
        coaching.status,
    )


def _guides(program: ProgramMentoring) -> list[tuple[str, str, int]]:
    """(name, as what, how many people) of the coaches and mentors of the cohort."""
    coaches = (
        program.peserta_coaching.exclude(coaching__coach=None)
        .order_by()
        .values_list("coaching__coach__nama")
    )
    mentors = program.peserta.exclude(mentor=None).order_by().values_list("mentor__nama")
    counted = [
        *((nama, "coach", n) for nama, n in coaches.annotate(n=Count("coaching__pegawai"))),
        *((nama, "mentor", n) for nama, n in mentors.annotate(n=Count("pegawai"))),
    ]
    return sorted(counted)
