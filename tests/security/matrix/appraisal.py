"""Penilaian: a released evaluation of Ani, her draft of another period, the unit's rating."""

from typing import Any

from django.utils import timezone

from bina.appraisal.models import PeriodeEvaluasi
from tests.appraisal import given
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """On Ani's plan in force: Triwulan I is released, Triwulan II is Budi's draft."""
    on = timezone.localdate()
    world.periode = given.periode(world, on)
    second = PeriodeEvaluasi.objects.get(instansi=world.instansi, nomor=2)
    second.dibuka = second.mulai.replace(month=1)
    second.save()
    world.evaluasi = given.released(world, on)
    given.reached(world, on=on, periode_id=second.pk)
    world.draf = given.saved(world, on=on, periode_id=second.pk)


def _released(world: Any) -> list[Any]:
    return [world.evaluasi.pk]


def _draft(world: Any) -> list[Any]:
    return [world.draf.pk]


def _rating(world: Any) -> list[Any]:
    return [world.draf.periode_id, world.draf.skp_id]


def _unit(world: Any) -> list[Any]:
    return [world.draf.periode_id, world.umum.pk]


READING = everyone(404, diri=200, penilai=200, atasan_penilai=200, pengelola=200, auditor=200)
RATING = everyone(404, diri=403, penilai=200, atasan_penilai=403, pengelola=403, auditor=403)
HEADING = everyone(404, atasan_penilai=200, pengelola=403, auditor=403, administrator=403)
OPENING = everyone(404, pengelola=200, auditor=403, administrator=403)

ROWS = [
    Row("appraisal:daftar", everyone(200)),
    Row("appraisal:saya", everyone(200)),
    Row("appraisal:nilai", RATING, args=_rating),
    Row("appraisal:nilai", RATING | {"penilai": 302}, method="post", args=_rating,
        data=lambda world: {"rating_hasil": "sesuai", "suntingan": 1, "halaman": "x"}),
    # a draft: its penilai alone, before any other reader of the tier (T7)
    Row("appraisal:evaluasi", everyone(404, penilai=302), args=_draft),
    Row("appraisal:pdf", everyone(404, penilai=200), args=_draft),
    Row("appraisal:rilis", everyone(404, penilai=200), args=_draft),
    Row("appraisal:rilis", everyone(404, penilai=302), method="post", args=_draft,
        data=lambda world: {"suntingan": 1}),
    Row("appraisal:evaluasi", READING, args=_released),
    Row("appraisal:pdf", READING, args=_released),
    Row("appraisal:rilis", everyone(404, diri=403, penilai=302, atasan_penilai=403,
                                    pengelola=403, auditor=403), args=_released),
    Row("appraisal:organisasi", everyone(200)),
    Row("appraisal:capaian", HEADING, args=_unit),
    Row("appraisal:capaian", HEADING | {"atasan_penilai": 302}, method="post", args=_unit,
        data=lambda world: {"capaian": "kurang", "alasan": "x", "alasan_perubahan": "y",
                            "suntingan": 1}),
    Row("appraisal:periode", OPENING),
    Row("appraisal:periode", OPENING | {"pengelola": 302}, method="post",
        data=lambda world: {"tahun": timezone.localdate().year - 1}),
]  # fmt: skip
