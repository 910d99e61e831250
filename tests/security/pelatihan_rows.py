"""The matrix of training assigned as guidance: Budi assigns, Ani is to take it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from bina.guidance.models import Triase
from bina.guidance.pelatihan import services
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """A triage that ended in training, one whose training is assigned, and a coaching under way."""
    pada = timezone.now()
    at = {"pada": pada, "on": timezone.localdate(pada)}
    decided = Triase.objects.get(pk=world.triase_diputus.pk)
    cases = []
    for _each in range(2):
        decided.pk, decided.pilihan, decided.alasan_berbeda = None, "pelatihan", "Cukup dilatih"
        decided.save()
        cases.append(decided.pk)
    world.triase_pelatihan = Triase.objects.get(pk=cases[0])
    isi = services.Isi("formal", "kursus", "Kursus arsip", "Arsip tercecer", _until())
    world.pelatihan = services.assign(triase_id=cases[1], isi=isi, actor=world.named("budi"), **at)


def _until() -> Any:
    return timezone.localdate() + timedelta(days=60)


def _data(_world: Any) -> dict[str, Any]:
    return {
        "jalur": "kursus",
        "apa": "Kursus arsip",
        "alasan": "Arsip tercecer",
        "sampai": _until().isoformat(),
    }


def _triase(world: Any) -> list[Any]:
    return [world.triase_pelatihan.pk]


def _coaching(world: Any) -> list[Any]:
    return [world.coaching.pk]


def _one(world: Any) -> list[Any]:
    return [world.pelatihan.pk]


BY_PENILAI = everyone(404, diri=403, penilai=200)
IN_COACHING = everyone(404, diri=403, coach=403, penilai=200)

ROWS = [
    Row("guidance:pelatihan_triase", BY_PENILAI, args=_triase),
    Row("guidance:pelatihan_triase", BY_PENILAI | {"penilai": 302}, "post", _triase, _data),
    Row("guidance:pelatihan_coaching", IN_COACHING, args=_coaching),
    Row("guidance:pelatihan_coaching", IN_COACHING | {"penilai": 302}, "post", _coaching, _data),
    Row("guidance:pelatihan", everyone(404, diri=200, penilai=200), args=_one),
    Row(
        "guidance:pelatihan_tarik",
        everyone(404, diri=403, penilai=302),
        "post",
        args=_one,
        data=lambda world: {"alasan": "Kursusnya batal"},
    ),
]
