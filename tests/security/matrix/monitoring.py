"""Kemajuan: progress, evidence, feedback, requests; about Ani, asked of Eko."""

from typing import Any

from django.utils import timezone

from tests.monitoring import given
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """On Ani's plan in force (`world.plan`, of the planning room)."""
    on = timezone.localdate()
    world.realisasi = given.evidence(world, on=on)
    world.bukti_berkas = world.realisasi.bukti.get(url="")
    given.feedback_on_result(world, on=on)
    world.permintaan_ub = given.asked(world, on=on)


def _skp(world: Any) -> list[Any]:
    return [world.plan.pk]


def _entry(world: Any) -> list[Any]:
    return [world.realisasi.pk]


def _request(world: Any) -> list[Any]:
    return [world.permintaan_ub.pk]


def _hasil(world: Any) -> list[Any]:
    return [world.plan.pk, given.plan(world, on=timezone.localdate()).hasil[0].kunci]


def _given(world: Any) -> dict[str, Any]:
    return {
        "tentang": "nilai:loyal",
        "sifat": "positif",
        "situasi": "Rapat",
        "perilaku": "Menjawab",
        "dampak": "Cepat",
        "pembaca": "penilai",
    }


READING = everyone(404, diri=200, penilai=200, atasan_penilai=200, pengelola=200, auditor=200)
OWNER = everyone(404, diri=200, penilai=403, atasan_penilai=403, pengelola=403, auditor=403)
GIVING = everyone(404, diri=403, penilai=200, atasan_penilai=403, pengelola=403, auditor=403)
ASKING = everyone(404, diri=200, penilai=200, atasan_penilai=403, pengelola=403, auditor=403)

ROWS = [
    Row("monitoring:kemajuan", everyone(200)),
    Row("monitoring:kemajuan", everyone(200, diri=302), method="post",
        data=lambda world: {"indikator": "hilang"}),
    Row("monitoring:hasil", READING, args=_hasil),
    Row("monitoring:hasil", OWNER | {"diri": 302}, method="post", args=_hasil),
    Row("monitoring:batalkan", OWNER, args=_entry),
    Row("monitoring:batalkan", OWNER | {"diri": 302}, method="post", args=_entry,
        data=lambda world: {"alasan": "Ganda"}),
    Row("monitoring:tambah_bukti", OWNER, args=_entry),
    Row("monitoring:tambah_bukti", OWNER | {"diri": 302}, method="post", args=_entry,
        data=lambda world: {"url": "https://contoh.go.id"}),
    Row("monitoring:bukti", READING, args=lambda world: [world.bukti_berkas.pk]),
    Row("monitoring:umpan_balik_saya", everyone(200)),
    Row("monitoring:umpan_balik", READING | {"diri": 302}, args=lambda world: [world.ani.pk]),
    Row("monitoring:beri", GIVING, args=_skp),
    Row("monitoring:beri", GIVING | {"penilai": 302}, method="post", args=_skp, data=_given),
    Row("monitoring:minta", ASKING, args=_skp),
    Row("monitoring:minta", ASKING | {"diri": 302, "penilai": 302}, method="post", args=_skp,
        data=lambda world: {"tentang": "nilai:loyal", "kepada": world.indra.pk,
                            "tenggat": "2099-03-09"}),
    Row("monitoring:permintaan", everyone(404, diri=200, rekan=200), args=_request),
    Row("monitoring:permintaan", everyone(404, diri=403, rekan=302), method="post",
        args=_request, data=_given),
    Row("monitoring:tolak", everyone(404, diri=403, rekan=302), method="post", args=_request,
        data=lambda world: {"alasan": "Cuti"}),
    Row("monitoring:batalkan_permintaan", everyone(404, diri=302, rekan=403), method="post",
        args=_request),
]  # fmt: skip
