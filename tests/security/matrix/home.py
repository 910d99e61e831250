"""Beranda, a person's timeline, the trail."""

from tests.security.matrix import Row, everyone

ROWS = [
    Row("home:beranda", everyone(200)),
    Row(
        "home:linimasa",
        everyone(
            404, diri=200, penilai=200, atasan_penilai=200, pengelola=200, auditor=200,
            administrator=200,
        ),
        args=lambda world: [world.ani.pk],
    ),
    Row("home:tim", everyone(404, penilai=200, penilai_lain=200, atasan_penilai=200)),
    Row("home:unduh_tim", everyone(404, penilai=200, penilai_lain=200, atasan_penilai=200)),
    Row("home:jejak", everyone(404, auditor=200)),
    Row("home:periksa_jejak", everyone(404, auditor=302), method="post"),
]  # fmt: skip
