"""What the personnel unit sees of a programme: who attended, themes, hours, how far; no word."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, Value

from bina.competency import door as competency
from bina.guidance import asal
from bina.guidance.models import PesertaCoaching, ProgramMentoring, Sesi
from bina.guidance.workflow import OPEN, StatusSesi

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


def counts(program: ProgramMentoring, user: Any, *, on: date) -> dict[str, int]:
    """How many coachings of it the reader sees, and how many of them are over."""
    over = Count("pk", filter=~Q(coaching__status__in=OPEN))
    return _seen(program, user, on).aggregate(semua=Count("pk"), selesai=over)


def _seen(program: ProgramMentoring, user: Any, on: date) -> Any:
    return PesertaCoaching.objects.visible_to(user, on=on).filter(program=program)


def coachings(program: ProgramMentoring, user: Any, *, on: date) -> Any:
    """The coachings of the programme by name, for `paginate`."""
    rows = _seen(program, user, on).annotate(
        hadir=Count("coaching__sesi", filter=Q(coaching__sesi__status=StatusSesi.DITANDATANGANI)),
        absen=Count("coaching__sesi", filter=Q(coaching__sesi__status__in=MISSED)),
    )
    people = rows.select_related("coaching__pegawai__orang", "coaching__coach")
    themes = people.prefetch_related("coaching__topik_kasus__topik")
    return themes.order_by("coaching__pegawai__orang__nama", "pk")


def lines(rows: Iterable[Any]) -> list[Peserta]:
    """What is said of these, with their hours (one query)."""
    shown = list(rows)
    hours = _hours(shown)
    return [_line(one, hours.get(one.coaching_id, Decimal(0))) for one in shown]


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


def guides(program: ProgramMentoring) -> Any:
    """Coaches and mentors of the cohort by name: `nama`, `sebagai`, `n` people; for `paginate`."""
    coaches = _counted(program.peserta_coaching, "coaching__coach", "coaching__pegawai", "coach")
    mentors = _counted(program.peserta, "mentor", "pegawai", "mentor")
    return coaches.union(mentors).order_by("nama", "orang", "sebagai")


def _counted(rows: Any, whom: str, people: str, sebagai: str) -> Any:
    named = rows.exclude(**{whom: None}).order_by().annotate(sebagai=Value(sebagai))
    return named.values("sebagai", orang=F(whom), nama=F(f"{whom}__nama")).annotate(n=Count(people))
