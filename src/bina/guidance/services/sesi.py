"""A session from the employee's report to the minutes both may sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.guidance import kualifikasi, penyesuaian
from bina.guidance.kalender import janji
from bina.guidance.models import (
    Coaching,
    JenisMasalah,
    Kesepakatan,
    PindahJadwal,
    Sesi,
    TidakHadir,
    Tindakan,
)
from bina.guidance.services.refusals import Refused, Stale
from bina.guidance.workflow import SESI

# How long the two have for their signatures; the design's own, no text names it.
DAYS_TO_SIGN = 7


@dataclass(frozen=True, slots=True)
class Laporan:
    """The pre-coaching report: progress and strategy, problem, cause; alternatives if any."""

    progres: str
    masalah: str
    penyebab: str
    alternatif: str = ""
    jenis: str = ""


@dataclass(frozen=True, slots=True)
class Jadwal:
    """When and where."""

    mulai: datetime
    selesai: datetime
    tempat: str


@dataclass(frozen=True, slots=True)
class IsiTindakan:
    """An agreed action. `oleh` is a role: pegawai or coach."""

    uraian: str
    oleh: str
    tenggat: date


@dataclass(frozen=True, slots=True)
class IsiPenyesuaian:
    indikator_kunci: UUID
    menjadi: Decimal
    alasan: str


@dataclass(frozen=True, slots=True)
class Notulen:
    """What the two fill in after the session (Format Pelaksanaan Coaching)."""

    jadwal: Jadwal
    metode: str = ""
    proses: str = ""
    kualitas: str = ""
    alternatif: str = ""
    tindakan: tuple[IsiTindakan, ...] = ()
    penyesuaian: IsiPenyesuaian | None = None


def locked(sesi_id: int, actor: Any, on: date) -> Sesi:
    """The session, locked. Raises Sesi.DoesNotExist for whoever may not even see it."""
    visible = Sesi.objects.visible_to(actor, on=on).with_coaching()
    return visible.select_for_update(of=("self",)).get(pk=sesi_id)


def taken(sesi_id: int, name: str, actor: Any, on: date) -> Sesi:
    """The session in its new state, not yet saved. PermissionDenied, WrongState."""
    sesi = locked(sesi_id, actor, on)
    policy.require(actor, f"coaching.{name}", sesi.coaching, on=on)
    sesi.status = SESI.take(name, sesi.status)
    return sesi


@transaction.atomic
def report(*, sesi_id: int, laporan: Laporan, actor: Any, pada: datetime, on: date) -> Sesi:
    """laporkan: the employee's report before the session; mended until a date is set.

    Raises Sesi.DoesNotExist, PermissionDenied, WrongState; Refused with what is missing.
    """
    sesi = taken(sesi_id, "laporkan", actor, on)
    if not all((laporan.progres.strip(), laporan.masalah.strip(), laporan.penyebab.strip())):
        raise Refused(_("Isi kemajuan, masalah, dan penyebabnya. Alternatif boleh menyusul."))
    if laporan.jenis not in JenisMasalah.values:
        raise Refused(_("Pilih apakah masalahnya pada metode, proses, atau kualitas kerja."))
    sesi.pra_progres, sesi.pra_masalah = laporan.progres.strip(), laporan.masalah.strip()
    sesi.pra_penyebab, sesi.pra_jenis = laporan.penyebab.strip(), laporan.jenis
    sesi.pra_alternatif = laporan.alternatif.strip()
    sesi.dilaporkan_pada = pada
    return _saved(sesi, "laporkan", actor, pada, "laporan_pra_coaching")


@transaction.atomic
def schedule(
    *, sesi_id: int, jadwal: Jadwal, alasan: str = "", actor: Any, pada: datetime, on: date
) -> Sesi:
    """jadwalkan: the coach sets when and where, or moves it with a reason both read.

    Raises as `report`; Refused where the coach's certificate would have lapsed by then.
    """
    sesi = taken(sesi_id, "jadwalkan", actor, on)
    before = sesi.mulai
    _place(sesi, jadwal)
    kualifikasi.refuse_lapsed(sesi.coaching, on=timezone.localdate(jadwal.mulai))
    if before is not None and before != jadwal.mulai:
        if not alasan.strip():
            raise Refused(_("Tuliskan alasan jadwal dipindah, supaya yang lain tahu."))
        said = {"alasan": alasan.strip()[:500], "oleh": actor, "pada": pada}
        PindahJadwal.objects.create(sesi=sesi, dari=before, **said)
    janji.keep_session(sesi, pada)
    return _saved(sesi, "jadwalkan", actor, pada, "jadwal")


@transaction.atomic
def write_minutes(
    *, sesi_id: int, isi: Notulen, suntingan: int, actor: Any, pada: datetime, on: date
) -> Sesi:
    """catat: what was found, weighed and agreed; either of the two writes, both sign.

    Raises as `report`, also where there is no agreement yet; Stale when the other one saved
    after this page was opened.
    """
    sesi = taken(sesi_id, "catat", actor, on)
    refuse_unagreed(sesi)
    if sesi.suntingan != suntingan:
        raise Stale
    _place(sesi, isi.jadwal)
    janji.keep_session(sesi, pada)
    sesi.masalah_metode, sesi.masalah_proses = isi.metode.strip(), isi.proses.strip()
    sesi.masalah_kualitas, sesi.alternatif = isi.kualitas.strip(), isi.alternatif.strip()
    sesi.suntingan += 1
    _replace_actions(sesi, isi.tindakan)
    penyesuaian.write(sesi, isi.penyesuaian, on=on)
    return _saved(sesi, "catat", actor, pada, "catatan_sesi", "tindakan", "penyesuaian")


@transaction.atomic
def ask_signatures(*, sesi_id: int, actor: Any, pada: datetime, on: date) -> Sesi:
    """minta_tanda_tangan: the minutes are ready; from here on they are not edited.

    Raises as `report`; Refused before the session is over and without a problem written down.
    """
    sesi = taken(sesi_id, "minta_tanda_tangan", actor, on)
    refuse_future(sesi, pada)
    if not (sesi.masalah_metode or sesi.masalah_proses or sesi.masalah_kualitas):
        raise Refused(
            _("Isi masalah pada metode, proses, atau kualitas kerja. Catatan Anda tetap tersimpan.")
        )
    sesi.tenggat_tanda_tangan = on + timedelta(days=DAYS_TO_SIGN)
    sesi.keterangan = ""
    return _saved(sesi, "minta_tanda_tangan", actor, pada, "status")


@transaction.atomic
def ask_mending(*, sesi_id: int, apa: str, actor: Any, pada: datetime, on: date) -> Sesi:
    """minta_perbaikan: back to the minutes. A signature given falls away and stays on record.

    Raises as `report`; Refused without words.
    """
    sesi = taken(sesi_id, "minta_perbaikan", actor, on)
    if not apa.strip():
        raise Refused(_("Tuliskan apa yang perlu diperbaiki, supaya yang lain tahu."))
    sesi.keterangan, sesi.tenggat_tanda_tangan = apa.strip(), None
    sesi.pegawai_pada = sesi.coach_pada = None
    fallen = sesi.tanda_tangan.filter(gugur_pada=None).update(gugur_pada=pada)
    fields = ["status", "tanda_tangan"] if fallen else ["status"]
    return _saved(sesi, "minta_perbaikan", actor, pada, *fields)


@transaction.atomic
def cancel(*, sesi_id: int, alasan: str, actor: Any, pada: datetime, on: date) -> Sesi:
    """batalkan: before it took place, with the reason. Raises as `report`."""
    return _called_off(taken(sesi_id, "batalkan", actor, on), "batalkan", alasan, actor, pada)


@transaction.atomic
def record_absence(
    *, sesi_id: int, siapa: str, alasan: str, actor: Any, pada: datetime, on: date
) -> Sesi:
    """catat_tidak_hadir: the hour came and the session did not take place; who was not there
    (pegawai, coach or both) is written down by either of the two. Raises as `report`."""
    sesi = taken(sesi_id, "catat_tidak_hadir", actor, on)
    if sesi.mulai is not None and sesi.mulai > pada:
        raise Refused(_("Sesi ini belum tiba. Batalkan atau pindahkan jadwalnya."))
    if siapa not in TidakHadir.values:
        raise Refused(_("Pilih siapa yang tidak hadir: pegawai, coach, atau keduanya."))
    sesi.tidak_hadir = siapa
    return _called_off(sesi, "catat_tidak_hadir", alasan, actor, pada)


def _called_off(sesi: Sesi, name: str, alasan: str, actor: Any, pada: datetime) -> Sesi:
    if not alasan.strip():
        raise Refused(_("Tuliskan alasannya, supaya yang lain tahu mengapa."))
    sesi.keterangan = alasan.strip()
    janji.drop_session(sesi, pada)
    return _saved(sesi, name, actor, pada, "status")


def release(sesi: Sesi, *, kata: str, pada: datetime) -> None:
    """lepaskan: the coach changes or one of the two stops. A signature given falls away, nothing
    written is lost; without both names there is no form and no JP."""
    sesi.status = SESI.take("lepaskan", sesi.status)
    sesi.keterangan, sesi.tenggat_tanda_tangan = kata, None
    sesi.pegawai_pada = sesi.coach_pada = None
    sesi.tanda_tangan.filter(gugur_pada=None).update(gugur_pada=pada)
    janji.drop_session(sesi, pada)
    sesi.save()


def refuse_unagreed(sesi: Sesi) -> None:
    """Nothing is written for the other one to read before both know who else will read it, and
    what even a coach may not keep to themselves. A date may be set before."""
    agreed = Kesepakatan.objects.in_force(sesi.coaching_id).filter(coach=sesi.coach_id)
    if not agreed.exists():
        raise Refused(
            _(
                "Kesepakatan coaching belum ditandatangani berdua. Tanda tangani dulu di halaman "
                "kesepakatan, lalu simpan lagi."
            )
        )


def refuse_future(sesi: Sesi, pada: datetime) -> None:
    """What has not taken place is not signed."""
    if sesi.selesai is None or sesi.selesai > pada:
        raise Refused(
            _("Sesi ini belum selesai menurut jadwalnya. Betulkan waktunya atau tunggu usai.")
        )


def _place(sesi: Sesi, jadwal: Jadwal) -> None:
    if jadwal.selesai <= jadwal.mulai or not jadwal.tempat.strip():
        raise Refused(_("Isi tempat, dan waktu selesai sesudah waktu mulai."))
    _within_assignment(sesi.coaching, timezone.localdate(jadwal.mulai))
    sesi.mulai, sesi.selesai, sesi.tempat = jadwal.mulai, jadwal.selesai, jadwal.tempat.strip()


def _within_assignment(coaching: Coaching, day: date) -> None:
    first, last = coaching.tugas_mulai, coaching.tugas_selesai
    if first is not None and last is not None and not first <= day <= last:
        raise Refused(_("Tanggal ini di luar masa tugas coach. Pilih tanggal lain."))


def _replace_actions(sesi: Sesi, tindakan: Iterable[IsiTindakan]) -> None:
    people = {"pegawai": sesi.coaching.pegawai_id, "coach": sesi.coach_id}
    given = [one for one in tindakan if one.uraian.strip()]
    if any(one.oleh not in people for one in given):
        raise Refused(_("Pilih siapa yang melakukan tindakan: pegawai atau coach."))
    sesi.tindakan.all().delete()
    Tindakan.objects.bulk_create(
        Tindakan(
            sesi=sesi, uraian=one.uraian.strip(), oleh_id=people[one.oleh], tenggat=one.tenggat
        )
        for one in given
    )


def _saved(sesi: Sesi, name: str, actor: Any, pada: datetime, *fields: str) -> Sesi:
    """Names of fields only: what the two write is of the coaching tier (security.md)."""
    sesi.save()
    audit.record(f"sesi_coaching.{name}", pelaku=actor, objek=sesi, pada=pada, berubah=fields)
    return sesi
