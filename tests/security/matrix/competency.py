"""Kompetensi: one's own hours, and those of a person one may read."""

from tests.security.matrix import Row, everyone

ROWS = [
    Row("competency:akun", everyone(200)),
    Row("competency:kebutuhan", everyone(200)),
    Row(
        "competency:akun_orang",
        everyone(404, diri=200, penilai=200, atasan_penilai=200, pengelola=200, auditor=200),
        args=lambda world: [world.ani.pk],
    ),
]
