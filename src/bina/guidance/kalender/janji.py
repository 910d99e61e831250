"""What guidance writes into the appointments of all rooms (core.appointments). Called by acts;
decides no permission."""

from datetime import datetime

from bina.core import appointments
from bina.core.appointments import Waktu
from bina.guidance.kalender.workflow import TEMU
from bina.guidance.models import Mentoring, Sesi, TemuMentoring

SESI, TEMU_MENTORING = "guidance.sesi", "guidance.temu_mentoring"


def of_session(sesi: Sesi) -> Waktu:
    assert sesi.mulai is not None, "a session with a date"
    assert sesi.selesai is not None, "a session with a date"
    return Waktu(sesi.mulai, sesi.selesai, sesi.tempat)


def keep_session(sesi: Sesi, pada: datetime) -> None:
    """A coaching session has a date, or another one."""
    appointments.keep(
        asal=SESI,
        asal_id=sesi.pk,
        orang=[sesi.coaching.pegawai_id, sesi.coach_id],
        waktu=of_session(sesi),
        pada=pada,
    )


def drop_session(sesi: Sesi, pada: datetime) -> None:
    appointments.call_off(asal=SESI, asal_ids=[sesi.pk], pada=pada)


def keep_meeting(temu: TemuMentoring, pada: datetime) -> None:
    appointments.keep(
        asal=TEMU_MENTORING,
        asal_id=temu.pk,
        orang=[temu.mentoring.pegawai_id, temu.mentor_id],
        waktu=temu.waktu,
        pada=pada,
    )


def drop_meetings(mentoring: Mentoring, pada: datetime) -> None:
    """The pair ends: what they had still to come is called off."""
    rows = TemuMentoring.objects.planned().filter(mentoring=mentoring, mulai__gt=pada)
    coming = list(rows.select_for_update())
    for one in coming:
        one.status = TEMU.take("batalkan", one.status)
        one.save(update_fields=["status"])
    appointments.call_off(asal=TEMU_MENTORING, asal_ids=[one.pk for one in coming], pada=pada)
