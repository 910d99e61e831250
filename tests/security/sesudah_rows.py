"""The matrix of what follows on guidance: Citra guided Ani, Gita is Citra's superior."""

from typing import Any

from django.utils import timezone

from bina.guidance.models import Coaching, Sesi
from tests.guidance import ended
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """Two ended coachings of Ani by Citra: one not yet spoken of, one with both forms."""
    at = {"pada": timezone.now(), "on": timezone.localdate()}
    world.coaching_selesai, done = (_ended(world, at) for _number in range(2))
    world.umpan_balik_akhir = ended.handed_over(world, done, **at)
    world.evaluasi_kompetensi = ended.judged(world, done, **at)


def _ended(world: Any, at: dict[str, Any]) -> Coaching:
    fields = {**ended.fields_of(world.coaching), "triase_id": None, "status": "selesai"}
    made = Coaching.objects.create(**fields)
    signed = ended.fields_of(world.sesi_ditandatangani)
    Sesi.objects.create(**{**signed, "coaching_id": made.pk})
    return made


def _open(world: Any) -> list[Any]:
    return ["coaching", world.coaching_selesai.pk]


def _said(world: Any) -> list[Any]:
    return [world.umpan_balik_akhir.pk]


def _judged(world: Any) -> list[Any]:
    return [world.evaluasi_kompetensi.pk]


ROWS = [
    Row("guidance:sesudah", everyone(200)),
    Row("guidance:umpan_balik_isi", everyone(404, diri=200, coach=403, penilai=403), args=_open),
    Row(
        "guidance:umpan_balik_isi",
        everyone(404, diri=302, coach=403, penilai=403),
        "post",
        args=_open,
        data=lambda world: {**ended.SAID, "setuju": "on"},
    ),
    Row("guidance:kompetensi_nilai", everyone(404, diri=403, coach=200, penilai=200), args=_open),
    # Whoever guided does not even learn that something was said.
    Row("guidance:umpan_balik_akhir", everyone(404, diri=200, penilai_lain=200), args=_said),
    Row("guidance:umpan_balik_pdf", everyone(404, diri=200, penilai_lain=200), args=_said),
    Row(
        "guidance:umpan_balik_dibaca",
        everyone(404, diri=403, penilai_lain=302),
        "post",
        args=_said,
    ),
    Row(
        "guidance:kompetensi_evaluasi",
        everyone(404, diri=200, coach=200, penilai=200),
        args=_judged,
    ),
    Row("guidance:kompetensi_pdf", everyone(404, diri=200, coach=200, penilai=200), args=_judged),
]
