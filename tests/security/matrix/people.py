"""Organisasi: units, people, superiors, offices, staff files."""

from typing import Any

from bina.people.models import Impor, Kantor, PermohonanAtasan
from tests.conftest import NOON
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    world.permohonan = PermohonanAtasan.objects.create(
        pegawai=world.ani.pegawai,
        usulan=world.fitri,
        mulai="2026-03-01",
        alasan="Salah unit",
        dibuat=NOON,
    )
    world.impor = Impor.objects.create(
        instansi=world.instansi, jenis="pegawai", status="diperiksa", oleh=world.dewi, dibuat=NOON
    )
    world.kantor = Kantor.objects.get(orang=world.hadi)


def _ani(world: Any) -> list[Any]:
    return [world.ani.pk]


def _impor(world: Any) -> list[Any]:
    return [world.impor.pk]


MANAGING = everyone(404, pengelola=200, pengelola_lain=200, auditor=200, administrator=200)

ROWS = [
    Row("people:organisasi", MANAGING),
    Row("people:pegawai", MANAGING),
    Row(
        "people:koreksi",
        everyone(
            404,
            diri=403,
            penilai=403,
            atasan_penilai=403,
            pengelola=200,
            auditor=403,
            administrator=403,
        ),
        args=_ani,
    ),
    Row("people:orang_baru", everyone(404, pengelola=200, auditor=403, administrator=200)),
    Row(
        "people:buka_akun",
        everyone(
            404,
            diri=403,
            penilai=403,
            atasan_penilai=403,
            pengelola=403,
            auditor=403,
            administrator=200,
        ),
        args=_ani,
    ),
    Row(
        "people:buka_akun",
        everyone(
            404,
            diri=403,
            penilai=403,
            atasan_penilai=403,
            pengelola=403,
            auditor=403,
            administrator=200,
        ),
        method="post",
        args=_ani,
    ),
    Row("people:atasan_saya", everyone(200)),
    Row("people:permohonan", everyone(200)),
    Row(
        "people:permohonan_langkah",
        everyone(404, diri=403, pengelola=302),
        method="post",
        args=lambda world: [world.permohonan.pk, "setujui"],
    ),
    Row(
        "people:permohonan_langkah",
        everyone(404, diri=302, pengelola=403),
        method="post",
        args=lambda world: [world.permohonan.pk, "batalkan"],
    ),
    Row("people:kantor", everyone(404, administrator=200)),
    Row(
        "people:akhiri_kantor",
        everyone(404, pengelola=403, pengelola_lain=403, auditor=403, administrator=302),
        method="post",
        args=lambda world: [world.kantor.pk],
    ),
    Row("people:impor", everyone(404, pengelola=200, auditor=403, administrator=403)),
    Row(
        "people:impor",
        everyone(404, pengelola=200, auditor=403, administrator=403),
        method="post",
    ),
    Row("people:impor_rinci", everyone(404, pengelola=200), args=_impor),
    Row("people:impor_kemajuan", everyone(404, pengelola=204), args=_impor),
    Row(
        "people:impor_unduh",
        everyone(404, pengelola=200),
        args=lambda world: [world.impor.pk, "ditolak", "xlsx"],
    ),
    Row("people:impor_ambil", everyone(404, pengelola=302), method="post", args=_impor),
    Row("people:impor_batalkan", everyone(404, pengelola=302), method="post", args=_impor),
]
