"""What the list shows: what is mine, whom I mentor, who asks me, whom I look after."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from bina.access import policy
from bina.guidance.mentoring.workflow import OPEN, StatusLog, StatusMentoring, StatusTawaran
from bina.guidance.models import LogMentoring, Mentor, Mentoring, TawaranMentor

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Isi:
    """What is under way for this person; never a word of what was written."""

    tawaran: list[TawaranMentor]
    paraf: list[LogMentoring]
    saya: list[Mentoring]
    dipandu: list[Mentoring]
    tim: list[Mentoring]
    mentor: Mentor | None

    @property
    def kosong(self) -> bool:
        return not (self.tawaran or self.paraf or self.saya or self.dipandu or self.tim)


def overview(user: Any, *, on: date) -> Isi:
    """Six queries, however many rows."""
    rows = Mentoring.objects.visible_to(user, on=on).for_list()
    team = rows.filter(penilai=user.pk, status__in=OPEN).exclude(mentor=user.pk)
    return Isi(
        list(asked(user)),
        list(to_initial(user)),
        list(rows.filter(pegawai=user.pk)[:LONGEST]),
        list(rows.filter(mentor=user.pk)[:LONGEST]),
        list(team[:LONGEST]),
        Mentor.objects.filter(pk=user.pk).prefetch_related("keahlian__bidang").first(),
    )


def asked(user: Any) -> Any:
    """Offers that wait for this mentor's answer."""
    rows = TawaranMentor.objects.filter(mentor=user.pk, status=StatusTawaran.TERBUKA)
    return rows.select_related("mentoring__pegawai__orang", "mentoring__bidang").order_by("batas")


def to_initial(user: Any) -> Any:
    """Entries that wait for this person's initials, those of earlier pairs among them."""
    mine = Q(mentoring__pegawai=user.pk, pegawai_pada=None) | Q(mentor=user.pk, mentor_pada=None)
    rows = LogMentoring.objects.filter(mine, status=StatusLog.MENUNGGU)
    people = ("mentor", "mentoring__pegawai__orang", "mentoring__bidang")
    return rows.defer(*LogMentoring.WORDS).select_related(*people).order_by("tanggal", "pk")


def of_programme(program: Any, user: Any, on: date) -> Any:
    """Its mentees in the reader's reach, with how often they met; for `paginate`."""
    mine = policy.scope(user, "mentoring.lihat", on=on)
    counted = Count("log", filter=Q(log__status=StatusLog.DIPARAF))
    rows = Mentoring.objects.filter(mine, program=program).annotate(hadir=counted)
    people = rows.select_related("pegawai__orang", "mentor", "bidang").defer(*Mentoring.WORDS)
    return people.order_by("pegawai__orang__nama", "pk")


def progress(program: Any) -> dict[str, int]:
    """How many mentees are where."""
    counted = program.peserta.order_by().values_list("status").annotate(Count("pk"))
    found = dict(counted)
    return {
        "semua": sum(found.values()),
        "berjalan": found.get(StatusMentoring.BERJALAN, 0) + found.get(StatusMentoring.LAPORAN, 0),
        "selesai": found.get(StatusMentoring.SELESAI, 0),
    }
