"""Training assigned as guidance, and handed to the competency plan as a need; taken back once."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.competency import door as competency
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance.models import Coaching, JenisPelatihan, PelatihanBimbingan, Pilihan, Triase
from bina.guidance.pelatihan.jalur import JALUR
from bina.guidance.pelatihan.workflow import PELATIHAN
from bina.guidance.services.refusals import Refused
from bina.guidance.workflow import StatusTriase

ORIGIN = "guidance.pelatihan"


@dataclass(frozen=True, slots=True)
class Isi:
    """What is to be learned, by which jalur, why, and by when."""

    jenis: str
    jalur: str
    apa: str
    alasan: str
    sampai: date


@transaction.atomic
def assign(*, triase_id: int, isi: Isi, actor: Any, pada: datetime, on: date) -> PelatihanBimbingan:
    """tugaskan_pelatihan: what a triage decided; one stands at a time.

    Raises Triase.DoesNotExist, PermissionDenied; WrongState where it was not decided so or one
    stands already; Refused with what is missing.
    """
    rows = Triase.objects.visible_to(actor, on=on).select_related("pegawai__instansi")
    triase = rows.select_for_update(of=("self",)).get(pk=triase_id)
    policy.require(actor, "triase.tugaskan_pelatihan", triase, on=on)
    if triase.status != StatusTriase.DIPUTUS or triase.pilihan != Pilihan.PELATIHAN:
        raise WrongState(f"pelatihan.tugaskan: the triage says {triase.pilihan or triase.status}")
    if PelatihanBimbingan.objects.standing().filter(triase=triase).exists():
        raise WrongState("pelatihan.tugaskan: one stands already")
    made = PelatihanBimbingan(triase=triase, pegawai=triase.pegawai)
    return _assigned(made, isi, actor, pada, on)


@transaction.atomic
def assign_in_coaching(
    *, coaching_id: int, isi: Isi, actor: Any, pada: datetime, on: date
) -> PelatihanBimbingan:
    """tugaskan_pelatihan: the pimpinan finds, in a coaching under way, that a training is needed.

    Raises Coaching.DoesNotExist, PermissionDenied, Refused; WrongState once it is closed.
    """
    rows = Coaching.objects.visible_to(actor, on=on).select_related("pegawai__instansi")
    coaching = rows.select_for_update(of=("self",)).get(pk=coaching_id)
    policy.require(actor, "coaching.tugaskan_pelatihan", coaching, on=on)
    if not coaching.is_running:
        raise WrongState("pelatihan.tugaskan: the coaching is closed")
    made = PelatihanBimbingan(coaching=coaching, pegawai=coaching.pegawai)
    return _assigned(made, isi, actor, pada, on)


@transaction.atomic
def withdraw(
    *, pelatihan_id: int, alasan: str, actor: Any, pada: datetime, on: date
) -> PelatihanBimbingan:
    """tarik: called off, and with it the need, in the same act.

    Raises PelatihanBimbingan.DoesNotExist, PermissionDenied, WrongState; Refused without a reason.
    """
    rows = PelatihanBimbingan.objects.visible_to(actor, on=on).select_related("pegawai__instansi")
    one = rows.select_for_update(of=("self",)).get(pk=pelatihan_id)
    policy.require(actor, "pelatihan_bimbingan.tarik", one, on=on)
    one.status = PELATIHAN.take("tarik", one.status)
    if not alasan.strip():
        raise Refused(_("Tuliskan alasannya, supaya pegawai tahu mengapa."))
    one.alasan_tarik = alasan.strip()
    one.save(update_fields=["status", "alasan_tarik"])
    competency.withdraw_need(asal=ORIGIN, asal_id=str(one.pk), actor=actor, pada=pada)
    audit.record(
        "pelatihan_bimbingan.tarik", pelaku=actor, objek=one, pada=pada, berubah=["status"]
    )
    return one


def _assigned(
    one: PelatihanBimbingan, isi: Isi, actor: Any, pada: datetime, on: date
) -> PelatihanBimbingan:
    _check(isi, on)
    one.penilai, one.dibuat = actor, pada
    one.jenis, one.jalur, one.sampai = isi.jenis, isi.jalur, isi.sampai
    one.apa, one.alasan = isi.apa.strip(), isi.alasan.strip()
    one.save()
    need = competency.IsiKebutuhan(one.jalur, one.apa, one.sampai, ORIGIN, str(one.pk))
    competency.record_need(pegawai_id=one.pegawai_id, isi=need, actor=actor, pada=pada)
    audit.record("pelatihan_bimbingan.tugaskan", pelaku=actor, objek=one, pada=pada)
    return one


def _check(isi: Isi, on: date) -> None:
    for wrong, why in (
        (isi.jenis not in JenisPelatihan.values, _("Pilih pelatihan formal atau informal.")),
        (
            isi.jalur not in JALUR.get(isi.jenis, ()),
            _("Jalur ini tidak cocok dengan jenis pelatihannya. Pilih jalur lain."),
        ),
        (not isi.apa.strip(), _("Sebutkan pelatihannya.")),
        (not isi.alasan.strip(), _("Tuliskan mengapa pelatihan ini membantu pegawai.")),
        (isi.sampai <= on, _("Tanggal ini sudah lewat. Pilih tanggal sesudah hari ini.")),
    ):
        if wrong:
            raise Refused(why)
