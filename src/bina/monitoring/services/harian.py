"""The diary (catatan harian): one line a deed, sent once however often the device sends it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from bina.core import audit
from bina.monitoring import law, pengamatan, subject
from bina.monitoring.models import Realisasi, RencanaAksi
from bina.monitoring.services.progress import NONE, BuktiBaru, attach, check_day, check_link
from bina.monitoring.services.refused import Refused
from bina.planning.door import IndikatorRencana, Rencana

LONGEST = 300
MOST = 1_000_000_000
WITHOUT_UNIT = "kegiatan"


@dataclass(frozen=True, slots=True)
class Baris:
    """A line as written: on a step, or straight on an indicator."""

    tanggal: date
    jam_mulai: time
    jam_selesai: time
    kegiatan: str
    jumlah: int
    rencana_aksi_id: int | None = None
    indikator_kunci: UUID | None = None
    bukti: BuktiBaru = NONE


@dataclass(frozen=True, slots=True)
class Ukur:
    """What the quantity of a line is counted in, and whether it is the indicator's own."""

    indikator: IndikatorRencana
    langkah: RencanaAksi | None
    satuan: str
    dihitung: bool


def record_line(
    *, skp_id: int, baris: Baris, kunci: UUID, actor: Any, pada: datetime, on: date
) -> tuple[Realisasi, bool]:
    """Write a line, and say whether it is new: the same `kunci` of the same person is the line
    that is there already, and leaves no second trace.

    Raises ObjectDoesNotExist, PermissionDenied, Refused, core.files.FileRefused.
    """
    try:
        with transaction.atomic():
            return _record(skp_id, baris, kunci, actor, pada, on)
    except IntegrityError:
        known = _known(actor, kunci)
        if known is None:
            raise
        return known, False


def _record(
    skp_id: int, baris: Baris, kunci: UUID, actor: Any, pada: datetime, on: date
) -> tuple[Realisasi, bool]:
    rencana = subject.find(actor, "catat", skp_id, on=on)
    if known := _known(actor, kunci):
        return known, False
    ukur = _measure(rencana, baris)
    _check(rencana, baris, on)
    made = _made(skp_id, baris, ukur)
    made.kunci_kirim, made.dicatat_oleh, made.dibuat = kunci, actor, pada
    made.save(force_insert=True)
    added = attach(made, baris.bukti, actor, pada)
    pengamatan.look_at_plan(skp_id, law=law.of(actor), on=on)
    ke: dict[str, audit.Fact] = {
        "indikator": ukur.indikator.id,
        "rencana_aksi": baris.rencana_aksi_id,
        "tanggal": baris.tanggal,
        "jumlah": baris.jumlah,
        "bukti": len(added),
    }
    audit.record("realisasi.catat_harian", pelaku=actor, objek=made, pada=pada, ke=ke)
    return made, True


def _known(actor: Any, kunci: UUID) -> Realisasi | None:
    return Realisasi.objects.filter(dicatat_oleh=actor.pk, kunci_kirim=kunci).first()


def _made(skp_id: int, baris: Baris, ukur: Ukur) -> Realisasi:
    return Realisasi(
        skp_id=skp_id,
        indikator_id=ukur.indikator.id,
        rencana_aksi=ukur.langkah,
        tanggal=baris.tanggal,
        jam_mulai=baris.jam_mulai,
        jam_selesai=baris.jam_selesai,
        uraian=baris.kegiatan.strip(),
        jumlah=baris.jumlah,
        satuan=ukur.satuan,
        nilai=Decimal(baris.jumlah) if ukur.dihitung else None,
    )


def _measure(rencana: Rencana, baris: Baris) -> Ukur:
    if baris.rencana_aksi_id is not None:
        return _of_step(rencana, baris.rencana_aksi_id)
    if baris.indikator_kunci is None:
        raise Refused(_("Belum dipilih untuk apa. Pilih langkah atau hasil kerjanya."), "untuk")
    one = subject.indicator(rencana, baris.indikator_kunci)
    return Ukur(one, None, one.satuan or WITHOUT_UNIT, one.target is not None)


def _of_step(rencana: Rencana, pk: int) -> Ukur:
    """A step counts for its indicator while the plan in force still has it as a number."""
    step = RencanaAksi.objects.of_plan(rencana.rumpun).for_list().filter(pk=pk).first()
    if step is None:
        raise Refused(_("Langkah ini tidak ada lagi pada rencana Anda. Pilih yang lain."), "untuk")
    one = subject.indicator(rencana, step.indikator.kunci)
    counts = step.dihitung and one.target is not None
    return Ukur(one, step, step.satuan or WITHOUT_UNIT, counts)


def _check(rencana: Rencana, baris: Baris, on: date) -> None:
    check_day(rencana, baris.tanggal, on)
    if baris.jam_selesai <= baris.jam_mulai:
        raise Refused(
            _("Jam selesai harus sesudah jam mulai. Lewat tengah malam? Tulis dua baris."),
            "jam_selesai",
        )
    if not baris.kegiatan.strip() or len(baris.kegiatan) > LONGEST:
        raise Refused(
            _("Kegiatan diisi satu baris, paling panjang %(n)s huruf.") % {"n": LONGEST},
            "kegiatan",
        )
    if not 0 <= baris.jumlah <= MOST:
        raise Refused(_("Jumlah harus bilangan bulat, paling sedikit 0."), "jumlah")
    check_link(baris.bukti)
