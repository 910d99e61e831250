"""The final report: against each measure of success, signed by both, confirmed by the pimpinan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance.mentoring import sidik
from bina.guidance.mentoring.services.log import refuse_unread
from bina.guidance.mentoring.services.rencana import end_pair, locked, saved, taken
from bina.guidance.mentoring.workflow import MENTORING, StatusLog
from bina.guidance.models import (
    CapaianUkuran,
    LaporanMentoring,
    Mentoring,
    ParafMentoring,
    Perubahan,
)
from bina.guidance.services.refusals import Refused, Stale


@dataclass(frozen=True, slots=True)
class Hasil:
    """What came of one measure."""

    realisasi: str
    tercapai: bool


@dataclass(frozen=True, slots=True)
class Isi:
    """`capaian`: by the key of the plan's row."""

    ringkasan: str
    pengetahuan: str
    rekomendasi: str
    capaian: Mapping[int, Hasil]


@transaction.atomic
def write_report(
    *, mentoring_id: int, isi: Isi, suntingan: int, actor: Any, pada: datetime, on: date
) -> LaporanMentoring:
    """susun_laporan: either of the two writes, both sign.

    Raises Mentoring.DoesNotExist, PermissionDenied, WrongState, Refused; Stale when the other one
    saved after this page was opened.
    """
    one = locked(mentoring_id, actor, on)
    policy.require(actor, "mentoring.susun_laporan", one, on=on)
    MENTORING.take("laporkan", one.status)
    _check(one, isi)
    found = LaporanMentoring.objects.select_for_update().filter(mentoring=one).first()
    laporan = found or LaporanMentoring(mentoring=one)
    if laporan.suntingan != suntingan:
        raise Stale
    assert one.mentor_id is not None, "a running mentoring has its mentor"
    laporan.mentor_id, laporan.suntingan = one.mentor_id, laporan.suntingan + 1
    laporan.ringkasan, laporan.pengetahuan = isi.ringkasan.strip(), isi.pengetahuan.strip()
    laporan.rekomendasi = isi.rekomendasi.strip()
    laporan.save()
    _write_findings(laporan, isi)
    audit.record("mentoring.susun_laporan", pelaku=actor, objek=one, pada=pada, berubah=["laporan"])
    return laporan


def _write_findings(laporan: LaporanMentoring, isi: Isi) -> None:
    laporan.capaian.all().delete()
    CapaianUkuran.objects.bulk_create(
        CapaianUkuran(
            laporan=laporan,
            butir_id=pk,
            realisasi=each.realisasi.strip(),
            tercapai=each.tercapai,
        )
        for pk, each in isi.capaian.items()
    )


def _check(one: Mentoring, isi: Isi) -> None:
    measures = set(one.butir.values_list("pk", flat=True))
    unsaid = [each for each in isi.capaian.values() if not each.realisasi.strip()]
    if set(isi.capaian) != measures or unsaid:
        raise Refused(_("Isi capaian untuk setiap ukuran keberhasilan."))
    if not isi.ringkasan.strip() or not isi.pengetahuan.strip():
        raise Refused(_("Isi ringkasan dan pengetahuan yang didokumentasikan."))


@transaction.atomic
def ask_signatures(*, mentoring_id: int, actor: Any, pada: datetime, on: date) -> Mentoring:
    """laporkan: the report is ready; from here on it is not edited.

    Raises as `write_report`; Refused without a report, and while the log has nothing both have
    initialled.
    """
    one = taken(mentoring_id, "laporkan", actor, on)
    if not LaporanMentoring.objects.filter(mentoring=one, mentor=one.mentor_id).exists():
        raise Refused(_("Laporan akhir belum disusun dengan mentor yang sekarang. Susun dahulu."))
    if not one.log.filter(status=StatusLog.DIPARAF).exists():
        raise Refused(_("Log belum berisi kegiatan yang diparaf berdua."))
    LaporanMentoring.objects.filter(mentoring=one).update(keterangan="")
    return saved(one, "laporkan", actor, pada, "status")


@transaction.atomic
def ask_mending(*, mentoring_id: int, apa: str, actor: Any, pada: datetime, on: date) -> Mentoring:
    """perbaiki: a signature given falls away and stays on record. Raises as `write_report`."""
    one = taken(mentoring_id, "perbaiki", actor, on)
    if not apa.strip():
        raise Refused(_("Tuliskan apa yang perlu diperbaiki, supaya yang lain tahu."))
    void_signatures(one, pada, apa.strip())
    return saved(one, "perbaiki", actor, pada, "status", "tanda_tangan")


def void_signatures(one: Mentoring, pada: datetime, keterangan: str = "") -> None:
    """The report goes back to be written."""
    for laporan in LaporanMentoring.objects.filter(mentoring=one):
        laporan.paraf.filter(gugur_pada=None).update(gugur_pada=pada)
        laporan.pegawai_pada = laporan.mentor_pada = None
        laporan.keterangan = keterangan
        laporan.save(update_fields=["pegawai_pada", "mentor_pada", "keterangan"])


@transaction.atomic
def sign(
    *, mentoring_id: int, dibaca: bool, isi: str, actor: Any, pada: datetime, on: date
) -> Mentoring:
    """tanda_tangani: each of the two once; after the second the pimpinan is asked.

    Raises as `write_report`; Refused unread.
    """
    one = taken(mentoring_id, "tanda_tangani", actor, on)
    laporan = LaporanMentoring.objects.select_for_update().get(mentoring=one)
    peran = one.party(actor.pk)
    if getattr(laporan, f"{peran}_pada") is not None:
        raise WrongState(f"mentoring.tanda_tangani: signed by {peran} already")
    refuse_unread(dibaca)
    if sidik.of_report(laporan) != isi:
        raise Stale
    ParafMentoring.objects.create(laporan=laporan, peran=peran, oleh=actor, sidik=isi, pada=pada)
    setattr(laporan, f"{peran}_pada", pada)
    laporan.save(update_fields=[f"{peran}_pada"])
    act = "tanda_tangani"
    if laporan.is_signed:
        act = "sahkan"
        one.status = MENTORING.take(act, one.status)
        end_pair(one, pada, on)
    return saved(one, act, actor, pada, "tanda_tangan")


@transaction.atomic
def confirm(
    *, mentoring_id: int, perubahan: str, kata: str, actor: Any, pada: datetime, on: date
) -> Mentoring:
    """selesaikan: the pimpinan says whether the change of item e is felt, and it is closed.

    Raises Mentoring.DoesNotExist, PermissionDenied, WrongState; Refused without words.
    """
    one = taken(mentoring_id, "selesaikan", actor, on)
    if perubahan not in Perubahan.values or not kata.strip():
        raise Refused(_("Pilih apakah perubahannya terasa, dan tulis apa yang Anda lihat."))
    laporan = LaporanMentoring.objects.select_for_update().get(mentoring=one)
    laporan.perubahan, laporan.kata_pimpinan, laporan.pimpinan_pada = perubahan, kata.strip(), pada
    laporan.save(update_fields=["perubahan", "kata_pimpinan", "pimpinan_pada"])
    return saved(one, "selesaikan", actor, pada, "status", "laporan")
