"""The matrix of topics: Dewi keeps the agency's list and board, Hadi those of Bagian Hukum."""

from typing import Any

from bina.guidance.models import Bidang
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """A topic of the agency's own, in use."""
    world.topik = Bidang.objects.create(
        instansi=world.instansi, jenis="coaching", nama="Pelayanan loket"
    )


def _topics(world: Any) -> dict[str, Any]:
    return {"topik": [str(world.topik.pk)]}


KEEPERS = everyone(403, pengelola=200, pengelola_lain=200)

ROWS = [
    Row("guidance:topik_papan", KEEPERS),
    Row("guidance:topik_daftar", KEEPERS),
    Row(
        "guidance:topik_daftar",
        everyone(403, pengelola=302),
        "post",
        data=lambda world: {"jenis": "coaching", "nama": "Rapat"},
    ),
    *(
        Row(
            "guidance:topik_langkah",
            everyone(403, pengelola=302),
            "post",
            args=lambda world, name=name: [world.topik.pk, name],
        )
        for name in ("pensiunkan", "pakai_lagi")
    ),
    Row(
        "guidance:topik_pilih",
        everyone(404, diri=200, coach=200, penilai=403),
        args=lambda world: ["coaching", world.coaching.pk],
    ),
    Row(
        "guidance:topik_pilih",
        everyone(404, diri=302, coach=302, penilai=403),
        "post",
        args=lambda world: ["coaching", world.coaching.pk],
        data=_topics,
    ),
    Row(
        "guidance:topik_pilih",
        everyone(404, diri=200, coach=200, penilai=403, pengelola=403),
        args=lambda world: ["mentoring", world.mentoring["berjalan"].pk],
    ),
]
