"""The matrix of the calendar: Ani's coaching session and her meetings with her mentor Citra."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from bina.core.appointments import Waktu
from bina.guidance.kalender import alamat, temu
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """A meeting to come, and the secret address of Ani's calendar."""
    pada = timezone.now()
    at = {"pada": pada, "on": timezone.localdate(pada)}
    first = pada + timedelta(days=3)
    world.temu = temu.plan(
        mentoring_id=world.mentoring["berjalan"].pk,
        waktu=Waktu(first, first + timedelta(hours=1), "Kantor Bupati"),
        actor=world.named("ani"),
        **at,
    )
    _made, world.token_kalender = alamat.make(actor=world.named("ani"), **at)


def _meeting(world: Any) -> list[Any]:
    return [world.temu.pk]


def _slot(_world: Any) -> dict[str, Any]:
    day = timezone.localdate() + timedelta(days=9)
    return {"tanggal": day.isoformat(), "mulai": "09:00", "selesai": "10:00", "tempat": "Aula"}


def _running(world: Any) -> list[Any]:
    return [world.mentoring["berjalan"].pk]


# The penilai and the keepers of personnel know of the mentoring, not when the two meet.
MENTORING = {"penilai": 403, "pengelola": 403}

ROWS = [
    Row("kalender:kalender", everyone(200)),
    Row("kalender:alamat", everyone(200), "post"),
    Row("kalender:cabut", everyone(302), "post"),
    Row("kalender:umpan", everyone(200, anonymous=200), args=lambda w: [w.token_kalender]),
    Row(
        "guidance:sesi_ics",
        everyone(404, diri=200, coach=200, penilai=403),
        args=lambda world: [world.sesi_ditandatangani.pk],
    ),
    Row("guidance:mentoring_temu", everyone(404, diri=200, coach=200, **MENTORING), args=_running),
    Row(
        "guidance:mentoring_temu",
        everyone(404, diri=302, coach=302, **MENTORING),
        "post",
        args=_running,
        data=_slot,
    ),
    Row("guidance:mentoring_temu_ubah", everyone(404, diri=200, coach=200), args=_meeting),
    Row(
        "guidance:mentoring_temu_ubah",
        everyone(404, diri=302, coach=302),
        "post",
        args=_meeting,
        data=_slot,
    ),
    Row("guidance:mentoring_temu_ics", everyone(404, diri=200, coach=200), args=_meeting),
    Row(
        "guidance:mentoring_temu_batal",
        everyone(404, diri=302, coach=302),
        "post",
        args=_meeting,
    ),
]
