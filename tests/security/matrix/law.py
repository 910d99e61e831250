"""Hukum: the law is for everybody, an agency's own values for the head of its personnel unit.

Nobody of the cast holds that office; tests/law/test_access.py gives it.
"""

from datetime import date
from typing import Any

from bina.law.models import Ketentuan
from tests.conftest import NOON
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    world.ketentuan = Ketentuan.objects.create(
        instansi=world.instansi,
        parameter="pemantauan.poin_tertinggal",
        mulai=date(2030, 1, 1),
        nilai="20",
        dasar="Keputusan Bupati 1/2026",
        hari=date(2026, 3, 2),
        ditetapkan_oleh=world.dewi,
        ditetapkan_pada=NOON,
    )


OPEN = ["pemantauan.poin_tertinggal"]
ROWS = [
    Row("law:daftar", everyone(200, anonymous=200)),
    Row("law:aturan", everyone(200, anonymous=200), args=lambda world: ["predikat_kinerja"]),
    Row("law:ketentuan", everyone(404)),
    *(
        Row("law:tetapkan", everyone(404), method=method, args=lambda world: OPEN)
        for method in ("get", "post")
    ),
    Row(
        "law:cabut",
        everyone(404),
        method="post",
        args=lambda world: [world.ketentuan.pk],
    ),
]
