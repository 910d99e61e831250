"""T1, the planning room: what Ani's unit undertakes, and its cascade.

`world.perjanjian` is in force, read by everybody of the agency. Rows that need one begin the
next version, which Budi writes (as Dewi may, for the unit and all below) and Fitri establishes.
"""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from bina.planning.perjanjian.services import impor as impor_perjanjian
from bina.planning.perjanjian.services import perjanjian
from tests.planning import agreements
from tests.security.matrix import Row, everyone

FILE = b"KODE UNIT;SASARAN;INDIKATOR;TARGET\nU0102;Produk hukum sah;Perda selesai;Seluruhnya\n"


def lay(world: Any) -> None:
    """What Bagian Umum undertakes, established; and a file Dewi sent."""
    world.perjanjian = agreements.established(world)
    world.berkas_perjanjian = impor_perjanjian.upload(
        instansi=world.instansi,
        tahun=timezone.localdate().year,
        upload=SimpleUploadedFile("perjanjian.csv", FILE),
        actor=world.named("dewi"),
        pada=timezone.now(),
        on=timezone.localdate(),
    )


def next_version(world: Any) -> Any:
    return perjanjian.start_change(
        perjanjian_id=world.perjanjian.pk,
        alasan="Anggaran berubah",
        actor=world.named("budi"),
        pada=timezone.now(),
        on=timezone.localdate(),
    )


def running(world: Any) -> list[Any]:
    return [world.perjanjian.pk]


def sent(world: Any) -> list[Any]:
    return [world.berkas_perjanjian.pk]


def draft(world: Any) -> list[Any]:
    return [next_version(world).pk]


def draft_sasaran(world: Any) -> list[Any]:
    made = next_version(world)
    return [made.pk, made.sasaran.get(nomor=1).pk]


def step(name: str) -> Any:
    return lambda world: [next_version(world).pk, name]


def seen(world: Any) -> dict[str, Any]:
    return {"suntingan": 0}


def unit_and_year(world: Any) -> list[Any]:
    return [world.umum.pk, timezone.localdate().year]


def umum(*more: Any) -> Any:
    return lambda world: [world.umum.pk, *more]


AGENCY = everyone(200)
ONLY_WRITERS = everyone(403, penilai=200, pengelola=200)
DRAFT = everyone(404, penilai=200, atasan_penilai=200, pengelola=200)
WRITE = DRAFT | {"atasan_penilai": 403}
WRITE_ACT = everyone(404, penilai=302, pengelola=302, atasan_penilai=403)
ESTABLISH = everyone(404, penilai=403, pengelola=403, atasan_penilai=302)
# Heads of the unit and above, and the offices over it.
CASCADE = everyone(404, penilai=200, atasan_penilai=200, pengelola=200, auditor=200)
# Heads and managers of any unit; a file is only its sender's.
WRITERS = everyone(
    404, penilai=200, penilai_lain=200, atasan_penilai=200, pengelola=200, pengelola_lain=200
)
SENDER = everyone(404, pengelola=200)
SENDER_ACTS = everyone(404, pengelola=302)

ROWS = [
    Row("planning:impor_perjanjian", WRITERS),
    Row("planning:impor_perjanjian", WRITERS, "post"),
    Row("planning:contoh_perjanjian", WRITERS),
    Row("planning:impor_perjanjian_rinci", SENDER, args=sent),
    Row("planning:impor_perjanjian_ambil", SENDER_ACTS, "post", sent),
    Row("planning:impor_perjanjian_batalkan", SENDER_ACTS, "post", sent),
    Row("planning:daftar_perjanjian", AGENCY),
    Row(
        "planning:mulai_perjanjian",
        everyone(403, penilai=302, pengelola=302),
        "post",
        unit_and_year,
    ),
    Row("planning:perjanjian", AGENCY, args=running),
    Row("planning:perjanjian", DRAFT, args=draft),
    Row("planning:sasaran_baru", WRITE, args=draft),
    Row("planning:sasaran_baru", WRITE, "post", draft),
    Row("planning:sasaran", WRITE, args=draft_sasaran),
    Row("planning:sasaran", WRITE, "post", draft_sasaran),
    Row("planning:hapus_sasaran", WRITE_ACT, "post", draft_sasaran, seen),
    Row("planning:anggaran", WRITE, args=draft),
    Row("planning:anggaran", WRITE, "post", draft),
    Row("planning:bandingkan_perjanjian", AGENCY, args=running),
    Row("planning:bandingkan_perjanjian", DRAFT, args=draft),
    Row("planning:perubahan_perjanjian", ONLY_WRITERS, args=running),
    Row("planning:perubahan_perjanjian", ONLY_WRITERS, "post", running),
    Row("planning:langkah_perjanjian", ESTABLISH, "post", step("tetapkan"), seen),
    Row("planning:langkah_perjanjian", WRITE_ACT, "post", step("batalkan"), seen),
    Row("planning:langkah_perjanjian", everyone(404), "post", step("hapus")),
    Row("planning:kaskade", CASCADE, args=umum()),
    Row("planning:cakupan", CASCADE, args=umum()),
    Row("planning:cakupan_daftar", CASCADE, args=umum("pegawai")),
    Row("planning:cakupan_daftar", everyone(404), args=umum("lain")),
    Row("planning:unduh_kaskade", CASCADE, args=umum("pohon")),
    Row("planning:unduh_kaskade", CASCADE, args=umum("cakupan")),
    Row("planning:unduh_kaskade", CASCADE, args=umum("matriks")),
    Row("planning:unduh_kaskade", everyone(404), args=umum("lain")),
    Row("planning:matriks", CASCADE, args=umum()),
    # Without a row or a column in the address there is nothing to fill in.
    Row(
        "planning:isi_matriks",
        everyone(404, atasan_penilai=403, pengelola=403, auditor=403),
        args=umum(),
    ),
    Row(
        "planning:isi_matriks",
        everyone(404, atasan_penilai=403, pengelola=403, auditor=403),
        "post",
        umum(),
    ),
]
