"""Meetings of a mentoring to come: planned, moved and called off by either of the two."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import appointments, audit
from bina.core.appointments import Waktu
from bina.core.workflow import WrongState
from bina.guidance.kalender import janji
from bina.guidance.kalender.workflow import TEMU
from bina.guidance.mentoring.services.rencana import locked
from bina.guidance.mentoring.workflow import StatusMentoring
from bina.guidance.models import TemuMentoring
from bina.guidance.services.refusals import Refused


@transaction.atomic
def plan(*, mentoring_id: int, waktu: Waktu, actor: Any, pada: datetime, on: date) -> TemuMentoring:
    """jadwalkan_temu: when and where the two meet next.

    Raises Mentoring.DoesNotExist, PermissionDenied; WrongState where nobody mentors at the
    moment; Refused for an hour that has passed.
    """
    one = locked(mentoring_id, actor, on)
    policy.require(actor, "mentoring.jadwalkan_temu", one, on=on)
    if one.status != StatusMentoring.BERJALAN or one.mentor is None:
        raise WrongState("mentoring.jadwalkan_temu: nobody mentors at the moment")
    temu = TemuMentoring(mentoring=one, mentor=one.mentor, dibuat=pada)
    _place(temu, waktu, pada)
    return _saved(temu, "jadwalkan", actor, pada, "jadwal")


@transaction.atomic
def move(*, temu_id: int, waktu: Waktu, actor: Any, pada: datetime, on: date) -> TemuMentoring:
    """jadwalkan: another time or place. Raises TemuMentoring.DoesNotExist, PermissionDenied,
    WrongState, Refused."""
    temu = _taken(temu_id, "jadwalkan", actor, on)
    _place(temu, waktu, pada)
    return _saved(temu, "jadwalkan", actor, pada, "jadwal")


@transaction.atomic
def call_off(*, temu_id: int, actor: Any, pada: datetime, on: date) -> TemuMentoring:
    """batalkan: no reason is asked for. Raises as `move`."""
    temu = _taken(temu_id, "batalkan", actor, on)
    temu.save(update_fields=["status"])
    appointments.call_off(asal=janji.TEMU_MENTORING, asal_ids=[temu.pk], pada=pada)
    audit.record("temu_mentoring.batalkan", pelaku=actor, objek=temu, pada=pada, berubah=["status"])
    return temu


def _taken(temu_id: int, name: str, actor: Any, on: date) -> TemuMentoring:
    visible = TemuMentoring.objects.visible_to(actor, on=on).with_mentoring()
    temu = visible.select_for_update(of=("self",)).get(pk=temu_id)
    policy.require(actor, f"temu_mentoring.{name}", temu, on=on)
    temu.status = TEMU.take(name, temu.status)
    return temu


def _place(temu: TemuMentoring, waktu: Waktu, pada: datetime) -> None:
    if waktu.selesai <= waktu.mulai or not waktu.tempat.strip():
        raise Refused(_("Isi tempat, dan waktu selesai sesudah waktu mulai."))
    if waktu.mulai <= pada:
        raise Refused(_("Waktu ini sudah lewat. Pertemuan yang sudah terjadi ditulis di log."))
    temu.mulai, temu.selesai, temu.tempat = waktu.mulai, waktu.selesai, waktu.tempat.strip()


def _saved(
    temu: TemuMentoring, name: str, actor: Any, pada: datetime, *fields: str
) -> TemuMentoring:
    temu.save()
    janji.keep_meeting(temu, pada)
    audit.record(f"temu_mentoring.{name}", pelaku=actor, objek=temu, pada=pada, berubah=fields)
    return temu
