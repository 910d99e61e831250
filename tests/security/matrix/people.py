"""Organisasi: units, people, superiors, offices, staff files."""

from typing import Any

from bina.people.models import AnggotaTim, Impor, Kantor, KetuaTim, PermohonanAtasan
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
    world.tim = world.team("SPBE", world.ani)
    world.tim_nanti = AnggotaTim.objects.create(
        tim=world.tim, orang=world.citra, mulai="2030-01-01"
    )
    world.tim_eko = AnggotaTim.objects.create(tim=world.tim, orang=world.eko, mulai="2026-01-01")
    KetuaTim.objects.filter(tim=world.tim).update(selesai="2029-12-31")
    world.tim_ketua = KetuaTim.objects.create(tim=world.tim, orang=world.gita, mulai="2030-01-01")
    world.kantor = Kantor.objects.get(orang=world.hadi)


def _ani(world: Any) -> list[Any]:
    return [world.ani.pk]


def _impor(world: Any) -> list[Any]:
    return [world.impor.pk]


def _tim(world: Any) -> list[Any]:
    return [world.tim.pk]


def team(**others: int) -> dict[str, int]:
    """The people named in the team may look (also who is yet to lead or join it), nobody acts
    but the manager of its unit; the manager of another unit does not know of it."""
    named = dict.fromkeys(
        ("diri", "rekan", "penilai_lain", "coach", "auditor", "administrator"), 403
    )
    return everyone(404, **(named | others))


READERS = ("diri", "rekan", "penilai_lain", "coach", "pengelola", "auditor", "administrator")
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
    Row("people:tim", everyone(200)),
    Row("people:tim_baru", everyone(404, pengelola=200, pengelola_lain=200)),
    Row("people:tim_baru", everyone(404, pengelola=200, pengelola_lain=200), method="post"),
    Row("people:tim_rinci", everyone(404, **dict.fromkeys(READERS, 200)), args=_tim),
    *(
        Row(url, team(pengelola=200), method=method, args=_tim)
        for url in (
            "people:tim_ubah",
            "people:tim_akhiri",
            "people:tim_ketua",
            "people:tim_anggota",
        )
        for method in ("get", "post")
    ),
    *(
        Row(
            "people:tim_akhiri_anggota",
            team(pengelola=200),
            method=method,
            args=lambda world: [world.tim_eko.pk],
        )
        for method in ("get", "post")
    ),
    Row(
        "people:tim_batal_anggota",
        team(pengelola=302),
        method="post",
        args=lambda world: [world.tim_nanti.pk],
    ),
    Row(
        "people:tim_batal_ketua",
        team(pengelola=302),
        method="post",
        args=lambda world: [world.tim_ketua.pk],
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
