"""What mentoring tells the home pages: whose turn it is, and what happened."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from bina.competency import door as competency
from bina.core.compiled import compiled
from bina.core.home_lines import Antrean, Peristiwa, Tugas
from bina.guidance.mentoring import page, reading
from bina.guidance.mentoring.workflow import StatusLog, StatusMentoring
from bina.guidance.models import LaporanMentoring, LogMentoring, Mentoring

STAGE = "guidance"
LONGEST = 20
S = StatusMentoring


def queues(user: Any, *, on: date) -> list[Antrean]:
    """Offers to answer, entries to initial, cases whose next step is this person's."""
    del on
    return [
        Antrean(reading.asked(user), _asked),
        Antrean(reading.to_initial(user), _initials),
        Antrean(_mine(user), lambda rows: _cases(rows, user)),
    ]


def _asked(rows: Any) -> Iterator[Tugas]:
    for one in rows[:LONGEST]:
        title = _("Jawab permintaan mentoring %(nama)s") % {"nama": one.mentoring.pegawai}
        yield Tugas(
            STAGE,
            title,
            str(one.mentoring.bidang),
            one.batas,
            reverse("guidance:mentoring", args=[one.mentoring_id]),
            _("Jawab"),
        )


def _initials(rows: Any) -> Iterator[Tugas]:
    for one in rows[:LONGEST]:
        title = _("Paraf log mentoring %(nama)s") % {"nama": one.mentoring.pegawai}
        url = reverse("guidance:mentoring_log", args=[one.pk])
        yield Tugas(STAGE, title, str(one.mentoring.bidang), None, url, _("Baca dan paraf"))


def _mine(user: Any) -> Any:
    """The report is asked for beside, not joined: conditions on both tables joined by "or" cost
    PostgreSQL fifty times as long to plan."""
    own = Q(pegawai=user.pk, status__in=[S.RENCANA, S.MENCARI])
    boss = Q(penilai=user.pk, status__in=[S.DIAJUKAN, S.DILAPORKAN])
    signing = _to_sign(user, "pegawai") | _to_sign(user, "mentor")
    return Mentoring.objects.filter(own | boss | signing)


def _to_sign(user: Any, peran: str) -> Any:
    signed = LaporanMentoring.objects.filter(mentoring=OuterRef("pk"))
    signed = signed.filter(**{f"{peran}_pada__isnull": False})
    return Q(**{peran: user.pk}, status=S.LAPORAN) & ~Exists(signed)


def _cases(rows: Any, user: Any) -> Iterator[Tugas]:
    for one in rows.for_list()[:LONGEST]:
        title, act, where = _next(one)
        about = str(one.bidang)
        url = reverse(f"guidance:{where}", args=[one.pk])
        whom = None if one.pegawai_id == user.pk else one.pegawai_id
        yield Tugas(STAGE, title % {"nama": one.pegawai}, about, None, url, act, whom)


def _next(one: Mentoring) -> tuple[str, str, str]:
    """Title, verb and page of what waits."""
    said = {
        S.RENCANA: (_("Lengkapi dan ajukan rencana mentoring"), _("Buka rencana"), "mentoring"),
        S.MENCARI: (_("Pilih mentor"), _("Pilih mentor"), "mentoring_cari"),
        S.DIAJUKAN: (_("Setujui rencana mentoring %(nama)s"), _("Baca rencana"), "mentoring"),
        S.LAPORAN: (_("Tanda tangani laporan mentoring"), _("Tanda tangani"), "mentoring"),
        S.DILAPORKAN: (
            _("Konfirmasi hasil mentoring %(nama)s"),
            _("Baca laporan"),
            "mentoring",
        ),
    }
    return said[S(one.status)]


@compiled
def _initialled(viewer: Any, pegawai_id: int, on: date) -> "QuerySet[LogMentoring, LogMentoring]":
    seen = Mentoring.objects.visible_to(viewer, on=on).filter(pegawai=pegawai_id)
    rows = LogMentoring.objects.filter(mentoring__in=seen, status=StatusLog.DIPARAF)
    return rows.for_list().select_related("mentoring__bidang")[:LONGEST]


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> Iterator[Peristiwa]:
    """Meetings both have initialled: that they were, and in which field; no word of them."""
    for one in _initialled(viewer, pegawai_id, on):
        yield Peristiwa(
            one.tanggal,
            _("Mentoring ke-%(ke)d dengan %(nama)s") % {"ke": one.ke, "nama": one.mentor},
            str(one.mentoring.bidang),
            one.status,
            reverse("guidance:mentoring", args=[one.mentoring_id]),
            "pembinaan",
        )


def waiting_hours(pegawai_id: int, viewer: Any, *, on: date) -> list[competency.Menunggu]:
    """Entries that wait for initials, for the account of hours."""
    seen = Mentoring.objects.visible_to(viewer, on=on).filter(pegawai=pegawai_id)
    rows = LogMentoring.objects.filter(mentoring__in=seen, status=StatusLog.MENUNGGU)
    found = rows.with_mentoring().defer(*LogMentoring.WORDS)
    return [_waiting(one, viewer) for one in found]


def _waiting(one: LogMentoring, viewer: Any) -> competency.Menunggu:
    peran = one.party(viewer.pk)
    page_of = "mentoring_log" if peran else "mentoring"
    return competency.Menunggu(
        judul=_("Mentoring ke-%(ke)d") % {"ke": one.ke},
        jalur=_("Mentoring"),
        tanggal=one.tanggal,
        jp=Decimal(page.hours(one.mentoring)),
        url=reverse(f"guidance:{page_of}", args=[one.pk if peran else one.mentoring_id]),
        giliran_pembaca=bool(peran) and getattr(one, f"{peran}_pada") is None,
    )
