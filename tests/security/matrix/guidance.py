"""Pembinaan: triage of the two, coaching of the two; the penilai sees a page of their own."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from bina.guidance import sidik
from bina.guidance.models import Catatan, Coaching, Sesi, Tindakan, Triase
from bina.guidance.services.triase import Sebab
from tests.guidance import given
from tests.security import (
    coaching_rows,
    kalender_rows,
    mentoring_rows,
    pelatihan_rows,
    perilaku_rows,
    program_rows,
    sesudah_rows,
    topik_rows,
    ukur_rows,
)
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """Ani's coaching by Citra: a signed first session, a second one in its minutes, a third of
    another coaching that waits for signatures; and two open questions."""
    now, today = timezone.now(), timezone.localdate()
    at = {"pada": now, "on": today}
    world.rencana = given.plan(world, on=today)
    world.sesi_ditandatangani = given.signed(world, **at)
    world.coaching = world.sesi_ditandatangani.coaching
    world.sesi_baru = given.coaching.start_session(
        coaching_id=world.coaching.pk, actor=world.named("citra"), **at
    )
    world.tindakan = Tindakan.objects.get(sesi=world.sesi_ditandatangani)
    _more(world, at)
    coaching_rows.lay(world)
    mentoring_rows.lay(world)
    perilaku_rows.lay(world)
    sesudah_rows.lay(world)
    topik_rows.lay(world)
    program_rows.lay(world)
    kalender_rows.lay(world)
    pelatihan_rows.lay(world)


def _more(world: Any, at: dict[str, Any]) -> None:
    """Copies of the coaching in other states, laid straight into the tables."""
    world.sesi = {}
    for state in ("dilaporkan", "dijadwalkan", "dicatat", "menunggu_tanda_tangan", "batal"):
        world.sesi[state] = _copy(world, state, at)
    world.catatan = Catatan.objects.create(
        sesi=world.sesi["dicatat"],
        bagian="tujuan",
        pembaca="berdua",
        penulis=world.ani,
        isi="Enam surat sehari",
        diubah_pada=at["pada"],
    )
    rencana, other = world.rencana, world.rencana.hasil[1]
    world.triase = given.triase.weigh_signal(
        skp_id=rencana.skp_id,
        hasil_kunci=other.kunci,
        sebab=Sebab(("motivasi",)),
        actor=world.named("budi"),
        **at,
    )
    world.triase_diputus = Triase.objects.create(
        **{
            **_fields(world.triase),
            "status": "diputus",
            "pilihan": world.triase.rekomendasi,
            "diputus_oleh_id": world.budi.pk,
            "diputus_pada": at["pada"],
        }
    )


def _copy(world: Any, state: str, at: dict[str, Any]) -> Sesi:
    coaching = Coaching.objects.create(**{**_fields(world.coaching), "triase_id": None})
    signed = _fields(world.sesi_ditandatangani)
    late = {"tenggat_tanda_tangan": timezone.localdate() + timedelta(days=7)}
    unsigned = {"pegawai_pada": None, "coach_pada": None, "status": state, **late}
    return Sesi.objects.create(**{**signed, **unsigned, "coaching_id": coaching.pk})


def _fields(record: Any) -> dict[str, Any]:
    names = [one.attname for one in record._meta.concrete_fields if not one.primary_key]
    return {name: getattr(record, name) for name in names}


def _of(state: str) -> Any:
    return lambda world: [world.sesi[state].pk]


def _triase(world: Any) -> list[Any]:
    return [world.triase.pk]


def _signed(world: Any) -> list[Any]:
    return [world.sesi_ditandatangani.pk]


def _signature(world: Any) -> dict[str, Any]:
    return {"dibaca": "on", "isi": sidik.digest(world.sesi["menunggu_tanda_tangan"])}


# To all but these the coaching does not exist.
TWO = everyone(404, diri=200, coach=200, penilai=403)
READERS = everyone(404, diri=200, coach=200, penilai=200)
COACH = everyone(404, diri=403, coach=200, penilai=403)
PERSON = everyone(404, diri=200, coach=403, penilai=403)
# A step is done or refused in words (302) by the two; the penilai may only look.
STEP = everyone(404, diri=302, coach=302, penilai=403)

ROWS = [
    Row("guidance:daftar", everyone(200)),
    Row("guidance:perbandingan", everyone(200)),
    Row("guidance:minta", everyone(200)),
    # Who has no penilai above them is told so on the form.
    Row("guidance:minta", everyone(302, atasan_penilai=200), "post", data=lambda w: {"hasil": ""}),
    Row(
        "guidance:timbang",
        everyone(404, diri=403, penilai=200, atasan_penilai=403, pengelola=403, auditor=403),
        args=lambda world: [world.rencana.skp_id, world.rencana.hasil[0].kunci],
    ),
    Row("guidance:triase", everyone(404, diri=200, penilai=200), args=_triase),
    Row("guidance:penyebab", everyone(404, diri=302, penilai=302), "post", args=_triase),
    Row(
        "guidance:putuskan",
        everyone(404, diri=403, penilai=302),
        "post",
        args=_triase,
        data=lambda world: {"pilihan": world.triase.rekomendasi},
    ),
    Row("guidance:batalkan", everyone(404, diri=302, penilai=302), "post", args=_triase),
    Row(
        "guidance:mulai",
        everyone(404, diri=403, penilai=200),
        args=lambda world: [world.triase_diputus.pk],
    ),
    Row(
        "guidance:coaching",
        everyone(404, diri=302, coach=302, penilai=302),
        args=lambda world: [world.coaching.pk],
    ),
    Row(
        "guidance:sesi_baru",
        everyone(404, diri=403, coach=302, penilai=403),
        "post",
        args=lambda world: [world.coaching.pk],
    ),
    Row("guidance:sesi", READERS, args=_signed),
    Row("guidance:sesi", READERS, args=_of("dicatat")),
    Row("guidance:laporan", PERSON, args=_of("dilaporkan")),
    Row("guidance:jadwal", COACH, args=_of("dilaporkan")),
    Row("guidance:notulen", TWO, args=_of("dicatat")),
    Row(
        "guidance:catatan_baru",
        STEP,
        "post",
        args=_of("dicatat"),
        data=lambda world: {"bagian": "tujuan", "pembaca": "berdua", "isi": "Enam sehari"},
    ),
    Row(
        "guidance:catatan",
        everyone(404, diri=200, coach=403),
        args=lambda world: [world.catatan.pk],
    ),
    Row(
        "guidance:catatan_hapus",
        everyone(404, diri=302, coach=403),
        "post",
        args=lambda world: [world.catatan.pk],
    ),
    Row("guidance:tanda_tangani", STEP, "post", args=_of("menunggu_tanda_tangan"), data=_signature),
    *(
        Row(
            "guidance:langkah",
            expect,
            "post",
            args=lambda world, name=name, state=state: [world.sesi[state].pk, name],
            data=lambda world: {"keterangan": "Tanggalnya salah"},
        )
        for name, state, expect in (
            ("minta_tanda_tangan", "dicatat", STEP),
            ("minta_perbaikan", "menunggu_tanda_tangan", STEP),
            ("batalkan", "dijadwalkan", STEP),
            ("catat_tidak_hadir", "dijadwalkan", STEP),
            ("kirim_ulang_usul", "menunggu_tanda_tangan", STEP),
        )
    ),
    Row("guidance:pdf", TWO, args=_signed),
    Row(
        "guidance:tindakan_selesai",
        STEP,
        "post",
        args=lambda world: [world.tindakan.pk],
    ),
]
ROWS += coaching_rows.ROWS
ROWS += mentoring_rows.ROWS
ROWS += perilaku_rows.ROWS
ROWS += sesudah_rows.ROWS
ROWS += topik_rows.ROWS
ROWS += program_rows.ROWS
ROWS += ukur_rows.ROWS
ROWS += kalender_rows.ROWS
ROWS += pelatihan_rows.ROWS
