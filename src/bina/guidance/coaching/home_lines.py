"""What coaching asks of people on Beranda beside its sessions: agreements, and who coaches."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from bina.core.home_lines import Antrean, Tugas
from bina.guidance.coaching.workflow import DRAFTED, StatusKesepakatan
from bina.guidance.models import Coaching, Kesepakatan
from bina.guidance.workflow import StatusCoaching

STAGE = "guidance"
LONGEST = 20


def queues(user: Any, *, on: date) -> list[Antrean]:
    """Agreements to write or to sign, cases that wait for a coach to be named."""
    del on
    return [Antrean(_mine(user), lambda rows: _tasks(rows, user))]


def _mine(user: Any) -> Any:
    known = Kesepakatan.objects.filter(coaching=OuterRef("pk"))
    unsigned = known.filter(
        Q(coaching__pegawai=user.pk, pegawai_pada=None) | Q(coach=user.pk, coach_pada=None),
        status__in=DRAFTED,
    )
    written = known.filter(status__in=[*DRAFTED, StatusKesepakatan.BERLAKU])
    running = Q(status=StatusCoaching.BERJALAN)
    return Coaching.objects.filter(
        running & Exists(unsigned)
        | running & Q(coach=user.pk) & ~Exists(written)
        | Q(status=StatusCoaching.TANPA_COACH, penilai=user.pk)
    ).annotate(menunggu_saya=Exists(unsigned))


def _tasks(rows: Any, user: Any) -> Iterator[Tugas]:
    people = rows.select_related("pegawai__orang", "coach")
    for one in people.order_by("pk")[:LONGEST]:
        title, act, where = _next(one)
        mine = one.pegawai_id == user.pk
        other = one.coach if mine else one.pegawai
        url = reverse(f"guidance:{where}", args=[one.pk])
        whom = None if mine else one.pegawai_id
        yield Tugas(STAGE, title % {"nama": other}, one.topik, None, url, act, whom)


def _next(one: Any) -> tuple[str, str, str]:
    """Title, act and page of what comes next."""
    if one.status == StatusCoaching.TANPA_COACH:
        return _("Tugaskan coach untuk %(nama)s"), _("Tugaskan coach"), "tugaskan"
    if one.menunggu_saya:
        title = _("Tanda tangani kesepakatan coaching dengan %(nama)s")
        return title, _("Baca kesepakatan"), "kesepakatan"
    title = _("Susun kesepakatan coaching dengan %(nama)s")
    return title, _("Susun kesepakatan"), "kesepakatan_tulis"
