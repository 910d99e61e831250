"""The guidance room's door: what home and the team page may ask."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bina.competency import door as competency
from bina.core.compiled import compiled, opens
from bina.core.home_lines import Antrean, Peristiwa, Tugas
from bina.guidance import home_lines
from bina.guidance.attention import Perhatian, for_reader, of_progress, progress_asking
from bina.guidance.coaching import home_lines as coaching
from bina.guidance.mentoring import home_lines as mentoring
from bina.guidance.models import Coaching, Sesi
from bina.guidance.pengingat import home_lines as pengingat
from bina.guidance.perilaku import home_lines as perilaku
from bina.guidance.session import session_hours
from bina.guidance.sesudah import home_lines as sesudah
from bina.guidance.workflow import HELD, OPEN, StatusSesi

__all__ = [
    "Perhatian",
    "for_reader",
    "last_held",
    "of_progress",
    "progress_asking",
    "queues",
    "running",
    "tasks",
    "timeline",
    "waiting_hours",
]


def queues(user: Any, *, on: date) -> list[Antrean]:
    """What may wait for this user in guidance."""
    found = [*home_lines.queues(user, on=on), *mentoring.queues(user, on=on)]
    found += [*coaching.queues(user, on=on), *perilaku.queues(user, on=on)]
    return [*found, *sesudah.queues(user, on=on), *pengingat.queues(user, on=on)]


def tasks(user: Any, *, on: date) -> list[Tugas]:
    """Results that lag and nobody has taken up, the furthest behind first."""
    return list(home_lines.tasks(user, on=on))


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """What happened in this person's guidance, as far as the viewer may know of it."""
    found = home_lines.timeline(pegawai_id, viewer, on=on)
    found += mentoring.timeline(pegawai_id, viewer, on=on)
    return sorted(found, key=lambda one: one.tanggal, reverse=True)


@compiled
def _last_sessions(viewer: Any, pegawai_ids: list[int], on: date) -> "QuerySet[Sesi, Any]":
    rows = Sesi.objects.visible_to(viewer, on=on).filter(
        coaching__pegawai__in=pegawai_ids, status__in=HELD
    )
    return rows.values_list("coaching__pegawai").annotate(Max("mulai"))


@opens(_last_sessions)
def last_held(pegawai_ids: list[int], viewer: Any, *, on: date) -> dict[int, date]:
    """pegawai id -> the day of the last coaching session held that this viewer may know of."""
    days = _last_sessions(viewer, pegawai_ids, on)
    return {pegawai: timezone.localdate(last) for pegawai, last in days if last}


def running(pegawai_ids: list[int], viewer: Any, *, on: date) -> dict[int, str]:
    """pegawai id -> the address of a coaching under way that this viewer may know of."""
    rows = Coaching.objects.visible_to(viewer, on=on).filter(
        pegawai__in=pegawai_ids, status__in=OPEN
    )
    return {
        pegawai: reverse("guidance:coaching", args=[pk])
        for pk, pegawai in rows.order_by("pk").values_list("pk", "pegawai_id")
    }


def waiting_hours(pegawai_id: int, viewer: Any, *, on: date) -> list[competency.Menunggu]:
    """Sessions and entries that wait for signatures, for the account of hours."""
    rows = Sesi.objects.visible_to(viewer, on=on).filter(
        coaching__pegawai=pegawai_id, status=StatusSesi.MENUNGGU
    )
    found = [_waiting(one, viewer) for one in rows.with_coaching().defer(*Sesi.WORDS)]
    return [*found, *mentoring.waiting_hours(pegawai_id, viewer, on=on)]


def _waiting(one: Sesi, viewer: Any) -> competency.Menunggu:
    party = one.party(viewer.pk)
    assert one.mulai is not None, "what waits for signatures took place"
    return competency.Menunggu(
        judul=_("Coaching sesi ke-%(ke)d") % {"ke": one.ke},
        jalur=_("Coaching"),
        tanggal=timezone.localdate(one.mulai),
        jp=Decimal(session_hours(one)),
        url=reverse("guidance:sesi", args=[one.pk]),
        giliran_pembaca=bool(party) and getattr(one, f"{party}_pada") is None,
    )
