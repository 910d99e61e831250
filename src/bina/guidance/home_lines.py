"""What guidance tells the home pages: whose turn it is, and what happened."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bina.core.compiled import compiled
from bina.core.home_lines import Antrean, Peristiwa, Tugas
from bina.guidance import attention
from bina.guidance.models import PelatihanBimbingan, Pilihan, Sesi, Tindakan, Triase
from bina.guidance.services.coaching import COACHED
from bina.guidance.workflow import ONGOING, StatusSesi, StatusTriase

STAGE = "guidance"
LONGEST = 20
SOON = timedelta(days=7)


def queues(user: Any, *, on: date) -> list[Antrean]:
    """Sessions going on, agreed actions that fall due, causes to name and decisions to take."""
    mine = Q(coaching__pegawai=user.pk) | Q(coach=user.pk)
    due = Tindakan.objects.filter(
        oleh=user.pk,
        selesai_pada=None,
        sesi__status=StatusSesi.DITANDATANGANI,
        tenggat__lte=on + SOON,
    )
    return [
        Antrean(Sesi.objects.filter(mine, status__in=ONGOING), lambda rows: _sessions(rows, user)),
        Antrean(due, _actions),
        Antrean(_open_triage(user), lambda rows: _triage(rows, user)),
    ]


def _sessions(waiting: Any, user: Any) -> Iterator[Tugas]:
    rows = waiting.with_coaching().defer(*Sesi.WORDS)
    for one in rows.order_by("pk")[:LONGEST]:
        task = _of_pegawai(one) if one.coaching.pegawai_id == user.pk else _of_coach(one)
        if task is not None:
            yield task


def _of_pegawai(one: Sesi) -> Tugas | None:
    coach = {"nama": one.coach}
    if one.status == StatusSesi.PRA_COACHING:
        return _task(one, _("Tulis laporan pra-coaching"), _("Tulis laporan"), "laporan")
    if one.status == StatusSesi.MENUNGGU and one.pegawai_pada is None:
        return _task(one, _("Tanda tangani catatan coaching"), _("Tanda tangani"))
    if one.status == StatusSesi.DIJADWALKAN and one.mulai is not None:
        title = _("Sesi coaching dengan %(nama)s") % coach
        return _task(one, title, _("Buka sesi"), due=timezone.localdate(one.mulai))
    return None


def _of_coach(one: Sesi) -> Tugas | None:
    who = {"nama": one.coaching.pegawai}
    if one.status == StatusSesi.DILAPORKAN:
        title = _("Tetapkan jadwal coaching %(nama)s") % who
        return _task(one, title, _("Tetapkan jadwal"), "jadwal")
    if one.status == StatusSesi.MENUNGGU and one.coach_pada is None:
        title = _("Tanda tangani catatan coaching %(nama)s") % who
        return _task(one, title, _("Tanda tangani"))
    if one.status in {StatusSesi.DIJADWALKAN, StatusSesi.DICATAT} and one.mulai is not None:
        title = _("Lengkapi catatan coaching %(nama)s") % who
        return _task(one, title, _("Buka sesi"), due=timezone.localdate(one.mulai))
    return None


def _task(one: Sesi, judul: str, aksi: str, page: str = "sesi", due: date | None = None) -> Tugas:
    about = _("Sesi ke-%(ke)d: %(topik)s") % {"ke": one.ke, "topik": one.coaching.topik}
    url = reverse(f"guidance:{page}", args=[one.pk])
    until, whom = due or one.tenggat_tanda_tangan, one.coaching.pegawai_id
    return Tugas(STAGE, judul, about, until, url, aksi, whom)


def _actions(due: Any) -> Iterator[Tugas]:
    for one in due.order_by("tenggat", "pk")[:LONGEST]:
        url = reverse("guidance:sesi", args=[one.sesi_id])
        about = _("Tindakan yang disepakati dalam coaching")
        yield Tugas(STAGE, one.uraian, about, one.tenggat, url, _("Buka sesi"))


def _open_triage(user: Any) -> Any:
    """Causes to name, decisions to take, coachings to begin."""
    mine = Q(pegawai=user.pk, status=StatusTriase.TERBUKA, penyebab_pegawai=[])
    decided = Q(status=StatusTriase.DIPUTUS, pilihan__in=COACHED, coaching=None)
    assigned = PelatihanBimbingan.objects.filter(triase=OuterRef("pk"))
    training = Q(status=StatusTriase.DIPUTUS, pilihan=Pilihan.PELATIHAN) & ~Exists(assigned)
    theirs = Q(penilai=user.pk) & (Q(status=StatusTriase.TERBUKA) | decided | training)
    return Triase.objects.filter(mine | theirs)


def _triage(waiting: Any, user: Any) -> Iterator[Tugas]:
    for one in waiting.for_list()[:LONGEST]:
        yield _triage_task(one, user)


def _triage_task(one: Triase, user: Any) -> Tugas:
    url = reverse("guidance:triase", args=[one.pk])
    about = one.hasil_judul or _("Bimbingan yang diminta pegawai")
    if one.pegawai_id == user.pk:
        title, act = _("Sebutkan penyebab menurut Anda"), _("Sebutkan penyebab")
    elif one.is_open:
        title = _("Putuskan bimbingan untuk %(nama)s") % {"nama": one.pegawai}
        act = _("Putuskan")
    elif one.pilihan == Pilihan.PELATIHAN:
        url = reverse("guidance:pelatihan_triase", args=[one.pk])
        title = _("Tugaskan pelatihan bagi %(nama)s") % {"nama": one.pegawai}
        act = _("Tugaskan pelatihan")
    else:
        url = reverse("guidance:mulai", args=[one.pk])
        title = _("Mulai coaching %(nama)s") % {"nama": one.pegawai}
        act = _("Mulai coaching")
    return Tugas(STAGE, title, about, None, url, act, one.pegawai_id)


def tasks(user: Any, *, on: date) -> Iterator[Tugas]:
    """A result that lags and nobody has taken up: the furthest behind of each plan."""
    found = attention.for_reader(user, on=on)[:LONGEST]
    names = attention.names_of(one for one in found if not one.sendiri)
    for one in found:
        title = (
            _("Minta bimbingan untuk hasil yang tertinggal")
            if one.sendiri
            else _("Timbang bimbingan untuk %(nama)s") % {"nama": names[one.sinyal.pegawai_id]}
        )
        about = f"{one.sinyal.kalimat} {one.sinyal.hasil}"
        yield Tugas(STAGE, title, about, None, one.url, one.aksi, one.sinyal.pegawai_id)


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """Sessions held and decisions taken, as far as the viewer may know of them. No word of what
    was said: only that it was, when, and about which topic."""
    found = [*_held(pegawai_id, viewer, on), *_decided(pegawai_id, viewer, on)]
    return sorted(found, key=lambda one: one.tanggal, reverse=True)


@compiled
def _sessions_of(viewer: Any, pegawai_id: int, on: date) -> "QuerySet[Sesi, Sesi]":
    rows = Sesi.objects.visible_to(viewer, on=on).filter(
        coaching__pegawai=pegawai_id, mulai__isnull=False
    )
    return rows.with_coaching().defer(*Sesi.WORDS).order_by("-mulai")[:LONGEST]


@compiled
def _decisions_on(viewer: Any, pegawai_id: int, on: date) -> "QuerySet[Triase, Triase]":
    rows = Triase.objects.visible_to(viewer, on=on).filter(
        pegawai=pegawai_id, status=StatusTriase.DIPUTUS
    )
    return rows.order_by("-diputus_pada")[:LONGEST]


def _held(pegawai_id: int, viewer: Any, on: date) -> Iterator[Peristiwa]:
    for one in _sessions_of(viewer, pegawai_id, on):
        assert one.mulai is not None
        yield Peristiwa(
            timezone.localdate(one.mulai),
            _("Coaching sesi ke-%(ke)d dengan %(nama)s") % {"ke": one.ke, "nama": one.coach},
            one.coaching.topik,
            one.status,
            reverse("guidance:sesi", args=[one.pk]),
            "pembinaan",
        )


def _decided(pegawai_id: int, viewer: Any, on: date) -> Iterator[Peristiwa]:
    for one in _decisions_on(viewer, pegawai_id, on):
        assert one.diputus_pada is not None
        yield Peristiwa(
            timezone.localdate(one.diputus_pada),
            _("Bimbingan diputuskan: %(pilihan)s") % {"pilihan": one.get_pilihan_display()},
            one.hasil_judul,
            "",
            reverse("guidance:triase", args=[one.pk]),
            "pembinaan",
        )
