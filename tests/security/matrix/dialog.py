"""Dialog kinerja: of the two alone; to everybody else a dialogue does not exist."""

from typing import Any

from django.utils import timezone

from bina.dialog.models import Tindakan
from tests.dialog import given
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """Ani's and Budi's dialogues: one confirmed with an open action, the next one planned."""
    now, today = timezone.now(), timezone.localdate()
    at = {"pada": now, "on": today}
    world.rencana_dialog = given.plan(world, on=today)
    world.dialog_usai = given.confirmed(world, **at)
    world.tindakan_dialog = Tindakan.objects.get(dialog=world.dialog_usai)
    world.dialog = given.planned(world, **at)
    world.butir_agenda = given.point(world, world.dialog, "ani", "Surat menumpuk", **at)
    world.catatan_ani = given.note(world, world.dialog, "ani", "Tanya soal cuti", **at)
    world.catatan_budi = given.note(world, world.dialog, "budi", "Dengarkan dulu", **at)


def _one(world: Any) -> list[Any]:
    return [world.dialog.pk]


# To all but these the dialogue does not exist. A step is done or refused in words (302).
READERS = everyone(404, diri=200, penilai=200)
STEP = everyone(404, diri=302, penilai=302)
# Whoever reads the plan and is none of its two may not plan a dialogue on it.
PLANNING = everyone(404, atasan_penilai=403, pengelola=403, auditor=403, diri=302, penilai=302)
SUMMARY = {
    "ringkasan": "Piket mulai Senin.",
    "suntingan": 0,
    "tindakan-TOTAL_FORMS": "0",
    "tindakan-INITIAL_FORMS": "0",
}

ROWS = [
    Row("dialog:orang", READERS, args=lambda world: [world.ani.pk]),
    Row("dialog:rencanakan", PLANNING, args=lambda world: [world.rencana_dialog.skp_id]),
    Row(
        "dialog:rencanakan",
        PLANNING,
        "post",
        args=lambda world: [world.rencana_dialog.skp_id],
        data=lambda world: {"tanggal": timezone.localdate().isoformat(), "tempat": "Aula"},
    ),
    Row("dialog:dialog", READERS, args=_one),
    Row("dialog:dialog", READERS, args=lambda world: [world.dialog_usai.pk]),
    Row("dialog:jadwal", READERS, args=_one),
    Row(
        "dialog:jadwal",
        STEP,
        "post",
        args=_one,
        data=lambda world: {"tanggal": timezone.localdate().isoformat(), "tempat": "Aula"},
    ),
    Row("dialog:undangan", READERS, args=_one),
    Row("dialog:mulai", STEP, "post", args=_one),
    Row("dialog:rangkum", STEP, args=_one),
    Row("dialog:rangkum", STEP, "post", args=_one, data=lambda world: SUMMARY),
    Row("dialog:konfirmasi", STEP, "post", args=_one, data=lambda world: {"suntingan": 0}),
    Row("dialog:batalkan", STEP, "post", args=_one, data=lambda world: {"alasan": "Sakit"}),
    Row("dialog:tambah", STEP, "post", args=_one, data=lambda world: {"uraian": "Cuti bersama"}),
    Row(
        "dialog:ambil",
        STEP,
        "post",
        args=_one,
        data=lambda world: {"kunci": f"belum_ada:{world.rencana_dialog.hasil[0].kunci}"},
    ),
    Row(
        "dialog:catat",
        STEP,
        "post",
        args=_one,
        data=lambda world: {"isi": "Tanya soal cuti", "suntingan_catatan": 1},
    ),
    Row(
        "dialog:hapus",
        everyone(404, diri=302, penilai=403),
        "post",
        args=lambda world: [world.butir_agenda.pk],
    ),
    Row("dialog:selesai", STEP, "post", args=lambda world: [world.tindakan_dialog.pk]),
]
