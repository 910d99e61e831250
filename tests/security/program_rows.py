"""The matrix of programmes: Ani's coaching by Citra is in a programme that Dewi keeps."""

from typing import Any

from django.utils import timezone

from bina.guidance.models import PesertaCoaching
from bina.guidance.program import services
from tests.guidance import mentored
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """A second programme for the whole agency, with the coaching in it."""
    at = {"pada": timezone.now(), "on": timezone.localdate()}
    world.program_coaching = mentored.programme(world, **at)
    world.peserta_coaching = PesertaCoaching.objects.create(
        program=world.program_coaching, coaching=world.coaching, masuk_pada=at["pada"]
    )
    assert services.joinable(world.coaching, on=at["on"]).count() == 2


def _joined(world: Any) -> list[Any]:
    return [world.coaching.pk]


def _alone(world: Any) -> list[Any]:
    return [world.sesi["dicatat"].coaching_id]


ROWS = [
    Row("guidance:program_gabung", everyone(404, diri=200, coach=200, penilai=200), args=_joined),
    Row(
        "guidance:program_gabung",
        everyone(404, diri=403, coach=302, penilai=302),
        "post",
        args=_alone,
        data=lambda world: {"program": str(world.program_coaching.pk)},
    ),
    Row(
        "guidance:program_keluar",
        everyone(404, diri=302, coach=403, penilai=403),
        "post",
        args=_joined,
    ),
    Row(
        "guidance:program_anggaran",
        everyone(404, pengelola=302),
        "post",
        args=lambda world: [world.program_coaching.pk],
        data=lambda world: {"anggaran_jp": "40"},
    ),
    Row(
        "guidance:mentoring_program",
        everyone(404, pengelola=200),
        args=lambda world: [world.program_coaching.pk],
    ),
]
