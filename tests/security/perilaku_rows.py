"""The matrix of conduct: Budi told Ani; nobody else knows that there is anything."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from bina.guidance.models import MasalahPerilaku
from bina.guidance.perilaku import services
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """One matter told and due for review; a talk is sealed in it."""
    now, today = timezone.now(), timezone.localdate()
    day = today - timedelta(days=30)
    world.masalah = services.name(world.triase, actor=world.named("budi"), pada=now)
    talk = services.Pembicaraan(day, "Yang dibicarakan", "Jawabannya", today, menghambat=True)
    services.tell(kode=world.masalah.kode, isi=talk, actor=world.named("budi"), pada=now, on=today)


def case(world: Any) -> list[Any]:
    return [world.masalah.pk]


def untold(world: Any) -> list[Any]:
    """Another one, of which Ani knows nothing yet."""
    MasalahPerilaku.objects.filter(pk=world.masalah.pk).update(status="perilaku_berubah")
    made = services.name(world.triase, actor=world.named("budi"), pada=timezone.now())
    return [made.pk]


def talk(_world: Any) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "tanggal": today,
        "isi": "Yang dibicarakan lagi",
        "tinjau_pada": today + timedelta(days=14),
    }


TWO = everyone(404, diri=200, penilai=200)
PENILAI = everyone(404, diri=403, penilai=302)
ROWS = [
    Row("guidance:masalah_perilaku", TWO, args=case),
    Row("guidance:masalah_perilaku", everyone(404, penilai=200), args=untold),
    Row("guidance:masalah_bicarakan", PENILAI, "post", case, talk),
    Row(
        "guidance:masalah_tanggapi",
        everyone(404, diri=302, penilai=403),
        "post",
        case,
        lambda _world: {"isi": "Tanggapan Ani"},
    ),
    Row(
        "guidance:masalah_tinjau",
        PENILAI,
        "post",
        case,
        lambda _world: {"berubah": "tidak", "isi": "Belum berubah sejak itu"},
    ),
    Row("guidance:masalah_tarik", everyone(404, penilai=302), "post", untold),
]
