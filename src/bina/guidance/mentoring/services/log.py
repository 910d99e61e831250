"""The first talk, and the log: an entry counts once both have initialled it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bina.access import policy
from bina.competency import door as competency
from bina.core import audit, files
from bina.core.workflow import WrongState
from bina.guidance import asal
from bina.guidance.mentoring import sidik
from bina.guidance.mentoring.services.rencana import locked, saved
from bina.guidance.mentoring.workflow import LOG, StatusMentoring
from bina.guidance.models import (
    Bentuk,
    BuktiMentoring,
    LogMentoring,
    Mentoring,
    ParafMentoring,
    PasanganMentor,
    PeranMentee,
)
from bina.guidance.services.refusals import Refused, Stale

ORIGIN = asal.LOG
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Isi:
    """An entry: when, how long, in which forms and roles, what was done and learned."""

    tanggal: date
    menit: int
    bentuk: tuple[str, ...]
    peran: tuple[str, ...]
    kegiatan: str
    dipelajari: str
    dikenalkan: str = ""
    kendala: str = ""
    tindak_lanjut: str = ""


@transaction.atomic
def record_talk(
    *, mentoring_id: int, tanggal: date, kesepakatan: str, actor: Any, pada: datetime, on: date
) -> Mentoring:
    """bicara: the first talk, and what the two agreed on: rhythm, bounds of secrecy, right to stop.

    Raises Mentoring.DoesNotExist, PermissionDenied, WrongState, Refused.
    """
    one = locked(mentoring_id, actor, on)
    policy.require(actor, "mentoring.bicara", one, on=on)
    pair = _pair(one)
    if pair.bicara_pertama is not None:
        raise WrongState("mentoring.bicara: recorded already")
    if not kesepakatan.strip():
        raise Refused(_("Tulis kesepakatan Anda berdua, walau singkat."))
    if not pair.mulai <= tanggal <= on:
        raise Refused(_("Tanggal pembicaraan tidak boleh sebelum mentornya bersedia atau nanti."))
    pair.bicara_pertama, pair.kesepakatan = tanggal, kesepakatan.strip()
    pair.save(update_fields=["bicara_pertama", "kesepakatan"])
    return saved(one, "bicara", actor, pada, "bicara_pertama")


def _pair(one: Mentoring) -> PasanganMentor:
    pair = one.pasangan.filter(selesai=None).first()
    if pair is None or one.status != StatusMentoring.BERJALAN:
        raise WrongState("mentoring: nobody mentors at the moment")
    return pair


@transaction.atomic
def write(*, mentoring_id: int, isi: Isi, actor: Any, pada: datetime, on: date) -> LogMentoring:
    """catat: a new entry, by either of the two. Raises as `record_talk`."""
    one = locked(mentoring_id, actor, on)
    policy.require(actor, "mentoring.catat", one, on=on)
    pair = _pair(one)
    if pair.bicara_pertama is None:
        raise Refused(_("Catat pembicaraan pertama dahulu, lalu isi log."))
    if isi.tanggal < pair.mulai:
        raise Refused(_("Tanggal ini sebelum mentor bersedia. Pilih tanggal lain."))
    last = one.log.aggregate(last=Max("ke"))["last"] or 0
    log = LogMentoring(mentoring=one, mentor_id=pair.mentor_id, ke=last + 1, dibuat=pada)
    _fill(log, isi, on)
    return _saved(log, "catat", actor, pada, "log")


@transaction.atomic
def change(
    *, log_id: int, isi: Isi, suntingan: int, actor: Any, pada: datetime, on: date
) -> LogMentoring:
    """ubah: until it is ready for initials.

    Raises LogMentoring.DoesNotExist, PermissionDenied, WrongState, Refused; Stale when the other
    one saved after this page was opened.
    """
    log = taken_log(log_id, "ubah", actor, on)
    if log.suntingan != suntingan:
        raise Stale
    log.suntingan += 1
    _fill(log, isi, on)
    return _saved(log, "ubah", actor, pada, "log")


@transaction.atomic
def add_evidence(
    *, log_id: int, berkas: UploadedFile, actor: Any, pada: datetime, on: date
) -> BuktiMentoring:
    """tambah_bukti: a file that shows it, until the entry is ready. Raises as `change`, and
    core.files.FileRefused."""
    log = _locked_log(log_id, actor, on)
    policy.require(actor, "log_mentoring.tambah_bukti", log, on=on)
    LOG.take("ubah", log.status)
    stored = files.accept(berkas, oleh=actor, pada=pada, kinds=files.EVIDENCE)
    made = BuktiMentoring.objects.create(log=log, berkas=stored, dibuat=pada)
    audit.record(
        "log_mentoring.tambah_bukti", pelaku=actor, objek=log, pada=pada, berubah=["bukti"]
    )
    return made


@transaction.atomic
def ask_initials(*, log_id: int, actor: Any, pada: datetime, on: date) -> LogMentoring:
    """minta_paraf: from here on it is not edited. Raises as `change`."""
    log = taken_log(log_id, "minta_paraf", actor, on)
    log.keterangan = ""
    return _saved(log, "minta_paraf", actor, pada, "status")


@transaction.atomic
def ask_mending(*, log_id: int, apa: str, actor: Any, pada: datetime, on: date) -> LogMentoring:
    """minta_perbaikan: an initial given falls away and stays on record. Raises as `change`."""
    log = taken_log(log_id, "minta_perbaikan", actor, on)
    if not apa.strip():
        raise Refused(_("Tuliskan apa yang perlu diperbaiki, supaya yang lain tahu."))
    log.keterangan = apa.strip()
    log.pegawai_pada = log.mentor_pada = None
    log.paraf.filter(gugur_pada=None).update(gugur_pada=pada)
    return _saved(log, "minta_perbaikan", actor, pada, "status", "paraf")


@transaction.atomic
def initial(
    *, log_id: int, dibaca: bool, isi: str, actor: Any, pada: datetime, on: date
) -> LogMentoring:
    """paraf: each of the two once, under what they have read (`isi` is its digest).

    The second makes it count: 2 JP go onto the mentee's account (PerLAN 10/2018, Lampiran; 0 with
    its reason beyond two a month). Raises as `change`; Refused unread.
    """
    log = taken_log(log_id, "paraf", actor, on)
    peran = log.party(actor.pk)
    if getattr(log, f"{peran}_pada") is not None:
        raise WrongState(f"log_mentoring.paraf: initialled by {peran} already")
    refuse_unread(dibaca)
    if sidik.of_log(log) != isi:
        raise Stale
    # Before any line of the trail, so that two such acts never wait for each other in a circle.
    competency.hold_account(log.mentoring.pegawai_id)
    ParafMentoring.objects.create(log=log, peran=peran, oleh=actor, sidik=isi, pada=pada)
    setattr(log, f"{peran}_pada", pada)
    complete = log.pegawai_pada is not None and log.mentor_pada is not None
    if complete:
        log.status = LOG.take("sahkan", log.status)
    log.save(update_fields=["status", f"{peran}_pada"])
    if complete:
        _credit(log, actor, pada)
    act = "sahkan" if complete else "paraf"
    audit.record(f"log_mentoring.{act}", pelaku=actor, objek=log, pada=pada, berubah=["paraf"])
    return log


def refuse_unread(dibaca: bool) -> None:
    if not dibaca:
        raise Refused(_("Centang dulu bahwa Anda sudah membacanya. Belum ada yang berubah."))


def _credit(log: LogMentoring, actor: Any, pada: datetime) -> None:
    done = competency.Kegiatan(
        jalur="mentoring",
        tanggal=log.tanggal,
        asal=ORIGIN,
        asal_id=str(log.pk),
        nomor=log.ke,
        ditandatangani=True,
    )
    competency.credit(pegawai_id=log.mentoring.pegawai_id, kegiatan=done, actor=actor, pada=pada)


def _locked_log(log_id: int, actor: Any, on: date) -> LogMentoring:
    visible = LogMentoring.objects.visible_to(actor, on=on).with_mentoring()
    return visible.select_for_update(of=("self",)).get(pk=log_id)


def taken_log(log_id: int, name: str, actor: Any, on: date) -> LogMentoring:
    """The entry in its new state, not yet saved. PermissionDenied, WrongState."""
    log = _locked_log(log_id, actor, on)
    policy.require(actor, f"log_mentoring.{name}", log, on=on)
    log.status = LOG.take(name, log.status)
    return log


def _fill(log: LogMentoring, isi: Isi, on: date) -> None:
    _check(isi, on)
    log.tanggal, log.menit = isi.tanggal, isi.menit
    log.bentuk, log.peran = list(isi.bentuk), list(isi.peran)
    for name in ("kegiatan", "dipelajari", "dikenalkan", "kendala", "tindak_lanjut"):
        setattr(log, name, getattr(isi, name).strip())


def _check(isi: Isi, on: date) -> None:
    introduced = Bentuk.INTRODUCING in isi.bentuk
    for wrong, why in (
        (isi.tanggal > on, _("Yang belum terjadi tidak dapat dicatat. Pilih tanggal yang lalu.")),
        (not 0 < isi.menit <= DAY, _("Isi lamanya dalam menit, paling lama sehari.")),
        (not isi.bentuk or set(isi.bentuk) - set(Bentuk.values), _("Pilih bentuk mentoringnya.")),
        (not isi.peran or set(isi.peran) - set(PeranMentee.values), _("Pilih peran mentee.")),
        (not isi.kegiatan.strip(), _("Isi kegiatannya.")),
        (not isi.dipelajari.strip(), _("Isi apa yang dipelajari.")),
        (
            introduced and not isi.dikenalkan.strip(),
            _("Sebut siapa yang diperkenalkan, karena bentuknya introducing."),
        ),
    ):
        if wrong:
            raise Refused(why)


def _saved(log: LogMentoring, name: str, actor: Any, pada: datetime, *fields: str) -> LogMentoring:
    log.save()
    audit.record(f"log_mentoring.{name}", pelaku=actor, objek=log, pada=pada, berubah=fields)
    return log


def log_reading(*, objek: Any, bentuk: str, actor: Any, pada: datetime) -> None:
    """baca: every reading of what the two wrote leaves a line, never its contents (PDP 31)."""
    with transaction.atomic():
        audit.record(
            "mentoring.baca", pelaku=actor, objek=objek, pada=pada, fakta={"bentuk": bentuk}
        )
