"""The matrix of coaching beyond its sessions: Ani is coached by Citra, Budi appraises her, Dewi
keeps the agency's records. Beside the coaching of the session rows: one that waits for a coach,
a draft of an agreement, a certificate of Citra's, a question of the agency's, a shared note."""

from typing import Any

from django.utils import timezone

from bina.guidance.coaching.services import pertanyaan
from bina.guidance.coaching.sidik import digest
from bina.guidance.models import Catatan, Coaching, Kesepakatan, Sesi
from tests.guidance import certified, given
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    at = {"pada": timezone.now(), "on": timezone.localdate()}
    given.draft(world, world.coaching, **at)
    fields = [one.attname for one in Coaching._meta.concrete_fields if not one.primary_key]
    kept = {name: getattr(world.coaching, name) for name in fields}
    world.tanpa_coach = Coaching.objects.create(
        **{**kept, "triase_id": None, "status": "tanpa_coach", "coach_id": None}
    )
    people = {"coach": world.citra, "penilai": world.budi}
    Sesi.objects.create(
        coaching=world.tanpa_coach, ke=1, status="batal", dibuat=at["pada"], **people
    )
    world.sertifikat = certified.lay(world, **at)
    world.pertanyaan = pertanyaan.add(
        bagian="tujuan", isi="Apa yang Anda harapkan?", actor=world.named("dewi"), **at
    )
    world.dibagikan = Catatan.objects.create(
        sesi=world.sesi["dicatat"],
        bagian="tujuan",
        pembaca="bagi",
        penulis=world.citra,
        isi="Dua surat sehari",
        diubah_pada=at["pada"],
    )


def _case(world: Any) -> list[Any]:
    return [world.coaching.pk]


def _signature(world: Any) -> dict[str, Any]:
    draft = Kesepakatan.objects.drafted(world.coaching.pk).select_related("coaching").get()
    return {"dibaca": "on", "isi": digest(draft)}


TWO = everyone(404, diri=200, coach=200, penilai=403)
STEP = everyone(404, diri=302, coach=302, penilai=403)
PERSONALIA = everyone(403, pengelola=200)

ROWS = [
    Row("guidance:kesepakatan", TWO, args=_case),
    Row("guidance:kesepakatan_tulis", TWO, args=_case),
    Row("guidance:kesepakatan_tanda_tangan", STEP, "post", args=_case, data=_signature),
    *(
        Row(
            "guidance:coaching_langkah",
            STEP,
            "post",
            args=lambda world, name=name: [world.sesi["menunggu_tanda_tangan"].coaching_id, name],
        )
        for name in ("minta_ganti_coach", "hentikan")
    ),
    Row(
        "guidance:tutup",
        everyone(404, diri=403, coach=200, penilai=403),
        args=lambda world: [world.sesi["batal"].coaching_id],
    ),
    Row(
        "guidance:tugaskan",
        everyone(404, diri=403, penilai=200),
        args=lambda world: [world.tanpa_coach.pk],
    ),
    Row(
        "guidance:reaksi",
        everyone(404, diri=200, coach=403, penilai=403),
        args=lambda world: [world.sesi_ditandatangani.pk],
    ),
    Row(
        "guidance:catatan_cabut",
        everyone(404, diri=302, coach=403),
        "post",
        args=lambda world: [world.dibagikan.pk],
    ),
    Row("guidance:sertifikat", everyone(200)),
    Row("guidance:daftar_coach", PERSONALIA),
    Row(
        "guidance:sertifikat_berkas",
        everyone(404, coach=200, pengelola=200),
        args=lambda world: [world.sertifikat.pk],
    ),
    Row(
        "guidance:sertifikat_periksa",
        everyone(404, coach=403, pengelola=302),
        "post",
        args=lambda world: [world.sertifikat.pk],
    ),
    Row("guidance:pertanyaan", everyone(200)),
    Row(
        "guidance:pertanyaan",
        everyone(403, pengelola=302),
        "post",
        data=lambda world: {"bagian": "pilihan", "isi": "Apa lagi yang mungkin?"},
    ),
    Row(
        "guidance:pertanyaan_tarik",
        everyone(403, pengelola=302),
        "post",
        args=lambda world: [world.pertanyaan.pk],
    ),
]
