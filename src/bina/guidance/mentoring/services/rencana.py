"""The mentee's plan: written, sent, agreed, called off."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.guidance.kalender import janji
from bina.guidance.mentoring.services import tawaran
from bina.guidance.mentoring.workflow import MENTORING, OPEN
from bina.guidance.models import Bidang, ButirRencana, Mentoring, Pilihan, Triase
from bina.guidance.models.mentor import HIGHEST
from bina.guidance.services.refusals import Refused, Stale
from bina.guidance.topik.services import keep_field
from bina.people import hierarchy
from bina.people.models import Pegawai
from bina.planning import door as planning


@dataclass(frozen=True, slots=True)
class IsiButir:
    """One skill: b what, c by which steps, d until when, f how success is seen."""

    keahlian: str
    langkah: str
    sampai: date
    ukuran: str


@dataclass(frozen=True, slots=True)
class Rencana:
    """The plan's six items (PermenPANRB 6/2022, Lampiran), with the field and one's level in it."""

    bidang_id: int
    tingkat: int
    lokasi: str
    tujuan: str
    perubahan: str
    mulai: date
    selesai: date
    butir: tuple[IsiButir, ...] = ()


def locked(mentoring_id: int, actor: Any, on: date) -> Mentoring:
    """The case, locked. Raises Mentoring.DoesNotExist for whoever may not even see it."""
    visible = Mentoring.objects.visible_to(actor, on=on).with_people()
    return visible.select_for_update(of=("self",)).get(pk=mentoring_id)


def taken(mentoring_id: int, name: str, actor: Any, on: date) -> Mentoring:
    """The case in its new state, not yet saved. PermissionDenied, WrongState."""
    one = locked(mentoring_id, actor, on)
    policy.require(actor, f"mentoring.{name}", one, on=on)
    one.status = MENTORING.take(name, one.status)
    return one


def saved(one: Mentoring, name: str, actor: Any, pada: datetime, *fields: str) -> Mentoring:
    """Names of fields only: what the two write is of the coaching tier (security.md)."""
    one.save()
    audit.record(f"mentoring.{name}", pelaku=actor, objek=one, pada=pada, berubah=fields)
    return one


@transaction.atomic
def write_plan(
    *, rencana: Rencana, triase_id: int | None, actor: Any, pada: datetime, on: date
) -> Mentoring:
    """susun: a person writes down what they want to learn; out of a triage or unprompted.

    Raises Pegawai.DoesNotExist for somebody who is none, Triase.DoesNotExist; Refused with what
    is missing.
    """
    pegawai = Pegawai.objects.select_related("instansi").get(pk=actor.pk)
    penilai = _penilai_of(pegawai, on)
    triase = _triase(triase_id, actor, on)
    _check(rencana, pegawai)
    if Mentoring.objects.filter(
        pegawai=pegawai, bidang=rencana.bidang_id, status__in=OPEN
    ).exists():
        raise Refused(_("Sudah ada mentoring Anda di bidang ini. Selesaikan atau hentikan dahulu."))
    one = Mentoring(pegawai=pegawai, penilai_id=penilai, triase=triase, dibuat=pada)
    _fill(one, rencana)
    return saved(one, "susun", actor, pada, "rencana_mentoring")


@transaction.atomic
def change_plan(
    *,
    mentoring_id: int,
    rencana: Rencana,
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> Mentoring:
    """ubah_rencana: until it is sent.

    Raises Mentoring.DoesNotExist, PermissionDenied, WrongState, Refused; Stale when it changed
    after this page was opened.
    """
    one = locked(mentoring_id, actor, on)
    policy.require(actor, "mentoring.ubah_rencana", one, on=on)
    MENTORING.take("ajukan", one.status)  # only what could be sent can still be written
    if one.suntingan != suntingan:
        raise Stale
    _check(rencana, one.pegawai)
    others = Mentoring.objects.filter(pegawai=one.pegawai_id, status__in=OPEN).exclude(pk=one.pk)
    if others.filter(bidang=rencana.bidang_id).exists():
        raise Refused(_("Sudah ada mentoring Anda di bidang ini. Selesaikan atau hentikan dahulu."))
    one.suntingan += 1
    _fill(one, rencana)
    return saved(one, "ubah_rencana", actor, pada, "rencana_mentoring")


@transaction.atomic
def submit(*, mentoring_id: int, actor: Any, pada: datetime, on: date) -> Mentoring:
    """ajukan: all six items are there; the penilai reads it.

    Raises Mentoring.DoesNotExist, PermissionDenied, WrongState; Refused without a measure.
    """
    one = taken(mentoring_id, "ajukan", actor, on)
    if not one.butir.exists():
        raise Refused(_("Rencana belum memuat keahlian dan ukuran keberhasilannya. Lengkapi dulu."))
    one.catatan = ""
    return saved(one, "ajukan", actor, pada, "status")


@transaction.atomic
def agree(*, mentoring_id: int, actor: Any, pada: datetime, on: date) -> Mentoring:
    """setujui: the penilai agrees; the search begins. Raises as `submit`."""
    return saved(taken(mentoring_id, "setujui", actor, on), "setujui", actor, pada, "status")


@transaction.atomic
def send_back(*, mentoring_id: int, alasan: str, actor: Any, pada: datetime, on: date) -> Mentoring:
    """kembalikan: with what is to be mended. Raises as `submit`; Refused without words."""
    one = taken(mentoring_id, "kembalikan", actor, on)
    if not alasan.strip():
        raise Refused(_("Tuliskan apa yang perlu diperbaiki, supaya pegawai tahu."))
    one.catatan = alasan.strip()
    return saved(one, "kembalikan", actor, pada, "status")


@transaction.atomic
def stop(*, mentoring_id: int, actor: Any, pada: datetime, on: date) -> Mentoring:
    """hentikan: no more of it; what was done and initialled stays. Raises as `submit`."""
    one = taken(mentoring_id, "hentikan", actor, on)
    tawaran.drop_all(one)
    end_pair(one, pada, on)
    return saved(one, "hentikan", actor, pada, "status")


@transaction.atomic
def change_mentor(*, mentoring_id: int, actor: Any, pada: datetime, on: date) -> Mentoring:
    """ganti_mentor: either of the two; no reason is asked for and none is kept.

    The log stays as it is, and whoever was there may still initial it. Raises as `submit`.
    """
    one = taken(mentoring_id, "ganti_mentor", actor, on)
    end_pair(one, pada, on)
    one.mentor = None
    return saved(one, "ganti_mentor", actor, pada, "mentor")


def end_pair(one: Mentoring, pada: datetime, on: date) -> None:
    """The pair's last day: never before its first. What they had still to come is called off."""
    janji.drop_meetings(one, pada)
    for pair in one.pasangan.filter(selesai=None):
        pair.selesai = max(on, pair.mulai)
        pair.save(update_fields=["selesai"])


def _penilai_of(pegawai: Pegawai, on: date) -> int:
    plan = planning.running_of(pegawai.pk, on=on)
    found = hierarchy.superior_of(pegawai.pk, on=on)
    penilai = plan.penilai_id if plan else found.pk if found else None
    if penilai is None or penilai == pegawai.pk:
        raise Refused(
            _(
                "Pejabat Penilai Kinerja Anda belum tercatat. Sampaikan kepada pengelola kinerja "
                "lewat halaman Atasan saya, lalu kirim lagi."
            )
        )
    return penilai


def _triase(triase_id: int | None, actor: Any, on: date) -> Triase | None:
    if triase_id is None:
        return None
    visible = Triase.objects.visible_to(actor, on=on).filter(pegawai=actor.pk)
    triase = visible.select_for_update(of=("self",)).get(pk=triase_id)
    if triase.pilihan != Pilihan.MENTORING or Mentoring.objects.filter(triase=triase).exists():
        raise Refused(_("Keputusan ini bukan mentoring, atau mentoringnya sudah dimulai."))
    return triase


def _check(rencana: Rencana, pegawai: Pegawai) -> None:
    fields = Bidang.objects.of_agency(pegawai.instansi_id)
    for wrong, why in (
        (not rencana.tujuan.strip(), _("Isi tujuan mentoring.")),
        (not rencana.perubahan.strip(), _("Isi perubahan yang akan dirasakan pimpinan.")),
        (rencana.selesai <= rencana.mulai, _("Tanggal selesai harus sesudah tanggal mulai.")),
        (not 0 <= rencana.tingkat < HIGHEST, _("Pilih tingkat Anda sekarang dari daftar.")),
        (not fields.filter(pk=rencana.bidang_id).exists(), _("Pilih bidang dari daftar.")),
        (not rencana.butir, _("Isi paling sedikit satu keahlian dengan ukuran keberhasilannya.")),
    ):
        if wrong:
            raise Refused(why)
    for each in rencana.butir:
        _check_skill(each, rencana)


def _check_skill(each: IsiButir, rencana: Rencana) -> None:
    if not (each.keahlian.strip() and each.langkah.strip()):
        raise Refused(_("Isi keahlian dan langkah-langkah mengembangkannya."))
    if not each.ukuran.strip():
        raise Refused(
            _("Keahlian “%(apa)s” belum berukuran. Tulis bagaimana keberhasilannya dikenali.")
            % {"apa": each.keahlian.strip()}
        )
    if not rencana.mulai <= each.sampai <= rencana.selesai:
        raise Refused(_("Tenggat tiap keahlian harus di dalam jangka waktu mentoring."))


def _fill(one: Mentoring, rencana: Rencana) -> None:
    before = one.bidang_id if one.pk else None
    one.bidang_id, one.tingkat = rencana.bidang_id, rencana.tingkat
    one.lokasi, one.tujuan = rencana.lokasi.strip(), rencana.tujuan.strip()
    one.perubahan, one.mulai, one.selesai = (
        rencana.perubahan.strip(),
        rencana.mulai,
        rencana.selesai,
    )
    one.save()
    keep_field(one, before)
    one.butir.all().delete()
    ButirRencana.objects.bulk_create(
        ButirRencana(
            mentoring=one,
            keahlian=each.keahlian.strip(),
            langkah=each.langkah.strip(),
            sampai=each.sampai,
            ukuran=each.ukuran.strip(),
        )
        for each in rencana.butir
    )
