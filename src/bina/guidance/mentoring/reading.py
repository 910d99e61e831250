"""What the list shows: what is mine, whom I mentor, who asks me, whom I look after."""

from datetime import date
from typing import Any

from django.db.models import Count, Q

from bina.access import policy
from bina.guidance.mentoring.workflow import OPEN, StatusLog, StatusMentoring, StatusTawaran
from bina.guidance.models import LogMentoring, Mentor, Mentoring, TawaranMentor


def counts(user: Any, *, on: date) -> dict[str, int]:
    """How many mentorings are under way, by what the reader is in them, and how many are over."""
    running = Q(status__in=OPEN)
    parts = {name: Count("pk", filter=running & part) for name, part in _parts(user).items()}
    return _own(user, on).aggregate(**parts, berakhir=Count("pk", filter=~running))


def _parts(user: Any) -> dict[str, Q]:
    """Mentee, mentor, or penilai of one somebody else guides."""
    mine, guided = Q(pegawai=user.pk), Q(mentor=user.pk, mentor__isnull=False)
    return {"saya": mine, "dipandu": guided, "tim": Q(penilai=user.pk) & ~guided}


def _own(user: Any, on: date) -> Any:
    """Those the reader is part of, or the penilai of; not all that an office may see."""
    mine = Q(pegawai=user.pk) | Q(mentor=user.pk) | Q(penilai=user.pk)
    return Mentoring.objects.visible_to(user, on=on).filter(mine)


def running(user: Any, part: str, *, on: date) -> Any:
    """Mentorings under way in which the reader is that, the newest first; for `paginate`."""
    return _own(user, on).filter(_parts(user)[part], status__in=OPEN).for_list()


def ended(user: Any, *, on: date) -> Any:
    """Mentorings that are over, the newest first; for `paginate`."""
    return _own(user, on).exclude(status__in=OPEN).for_list()


def profile(user: Any) -> Mentor | None:
    return Mentor.objects.filter(pk=user.pk).prefetch_related("keahlian__bidang").first()


def asked(user: Any) -> Any:
    """Offers that wait for this mentor's answer, the first due first."""
    rows = TawaranMentor.objects.filter(mentor=user.pk, status=StatusTawaran.TERBUKA)
    return rows.select_related("mentoring__pegawai__orang", "mentoring__bidang").order_by(
        "batas", "pk"
    )


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
