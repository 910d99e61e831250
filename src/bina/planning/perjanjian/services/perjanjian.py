"""Writing a unit's perjanjian kinerja: begin it, its sasaran and targets, its budget; establish.

One act, one transaction, one line in the trail. An established version is only replaced.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.people.models import Unit
from bina.planning import workflow
from bina.planning.isi import IsiAnggaran, IsiIndikator, IsiSasaran
from bina.planning.models import AnggaranUnit, IndikatorUnit, PerjanjianKinerja, SasaranUnit
from bina.planning.services.refusals import Refused, Stale
from bina.planning.workflow import StatusPerjanjian

FIRST_YEAR, LAST_YEAR = 2020, 2100


@transaction.atomic
def start(*, unit_id: int, tahun: int, actor: Any, pada: datetime, on: date) -> PerjanjianKinerja:
    """Begin the unit's perjanjian of a year.

    Raises Unit.DoesNotExist, PermissionDenied; Refused where there is one already.
    """
    unit = Unit.objects.select_for_update().get(
        policy.scope(actor, "unit_kinerja.lihat", on=on), pk=unit_id
    )
    policy.require(actor, "unit_kinerja.susun_perjanjian", unit, on=on)
    if not FIRST_YEAR <= tahun <= LAST_YEAR:
        raise Refused(_("Tahun ini di luar jangkauan. Pilih tahun di halaman daftar."))
    return begin(unit, tahun, actor, pada)


def begin(unit: Unit, tahun: int, actor: Any, pada: datetime) -> PerjanjianKinerja:
    """The first draft; the caller has checked who may and holds the unit."""
    every = PerjanjianKinerja.objects.of(unit.pk, tahun)
    if every.exclude(status=StatusPerjanjian.DIBATALKAN).exists():
        raise Refused(_("Perjanjian kinerja unit dan tahun ini sudah ada. Buka yang ada."))
    made = PerjanjianKinerja.objects.create(unit=unit, tahun=tahun, versi=_next(every), dibuat=pada)
    audit.record(
        "perjanjian.mulai",
        pelaku=actor,
        objek=made,
        pada=pada,
        ke={"status": made.status, "tahun": tahun},
    )
    return made


def _next(every: Any) -> int:
    kept = every.exclude(status=StatusPerjanjian.DIBATALKAN)
    return (kept.aggregate(last=Max("versi"))["last"] or 0) + 1


@transaction.atomic
def start_change(
    *, perjanjian_id: int, alasan: str, actor: Any, pada: datetime, on: date
) -> PerjanjianKinerja:
    """Begin the next version with everything the one in force holds, every `kunci` kept.

    Raises PerjanjianKinerja.DoesNotExist, PermissionDenied, WrongState, Refused.
    """
    old = _locked(perjanjian_id, actor, on)
    policy.require(actor, "perjanjian.susun_perubahan", old, on=on)
    if old.status != StatusPerjanjian.DITETAPKAN:
        raise WrongState(f"perjanjian.susun_perubahan: not from {old.status}")
    if not alasan.strip():
        raise Refused(_("Tuliskan alasan perubahan, supaya pembaca tahu mengapa."))
    every = PerjanjianKinerja.objects.of(old.unit_id, old.tahun)
    if every.filter(status=StatusPerjanjian.DRAF).exists():
        raise Refused(
            _("Perubahan perjanjian ini sedang disusun. Selesaikan atau batalkan dulu draf itu.")
        )
    made = PerjanjianKinerja.objects.create(
        unit=old.unit, tahun=old.tahun, versi=_next(every), alasan_perubahan=alasan, dibuat=pada
    )
    _copy_parts(old, made)
    audit.record(
        "perjanjian.susun_perubahan", pelaku=actor, objek=made, pada=pada, ke={"versi": made.versi}
    )
    return made


def _copy_parts(old: PerjanjianKinerja, made: PerjanjianKinerja) -> None:
    for sasaran in old.sasaran.prefetch_related("indikator"):
        again = SasaranUnit.objects.create(
            perjanjian=made, kunci=sasaran.kunci, nomor=sasaran.nomor, uraian=sasaran.uraian
        )
        rows = list(sasaran.indikator.all())
        for row in rows:
            row.pk, row.sasaran = None, again
        IndikatorUnit.objects.bulk_create(rows)
    lines = list(old.anggaran.all())
    for line in lines:
        line.pk, line.perjanjian = None, made
    AnggaranUnit.objects.bulk_create(lines)


def _locked(perjanjian_id: int, actor: Any, on: date) -> PerjanjianKinerja:
    visible = PerjanjianKinerja.objects.visible_to(actor, on=on).select_related("unit")
    return visible.select_for_update(of=("self",)).get(pk=perjanjian_id)


def opened(perjanjian_id: int, suntingan: int, actor: Any, on: date) -> PerjanjianKinerja:
    """The draft, locked for this act, if the actor may edit it and saw its latest state.

    Raises PerjanjianKinerja.DoesNotExist, PermissionDenied, WrongState, Stale.
    """
    found = _locked(perjanjian_id, actor, on)
    policy.require(actor, "perjanjian.ubah", found, on=on)
    if not found.is_open:
        raise WrongState(f"perjanjian.ubah: not in {found.status}")
    if found.suntingan != suntingan:
        raise Stale(found.suntingan)
    return found


def _edited(
    found: PerjanjianKinerja, act: str, actor: Any, pada: datetime, berubah: Sequence[str]
) -> None:
    found.suntingan += 1
    found.save(update_fields=["suntingan"])
    audit.record(act, pelaku=actor, objek=found, pada=pada, berubah=berubah)


@transaction.atomic
def save_sasaran(
    *,
    perjanjian_id: int,
    sasaran_id: int | None,
    isi: IsiSasaran,
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> SasaranUnit:
    """Add a sasaran with its indicators, or change one. Raises as `opened`, and
    SasaranUnit.DoesNotExist for one of another perjanjian."""
    found = opened(perjanjian_id, suntingan, actor, on)
    sasaran = (
        found.sasaran.get(pk=sasaran_id)
        if sasaran_id
        else SasaranUnit(perjanjian=found, nomor=_last(found) + 1)
    )
    sasaran.uraian = isi.uraian
    sasaran.save()
    write_indicators(sasaran, isi.indikator)
    _edited(found, "perjanjian.simpan_sasaran", actor, pada, ["sasaran", "indikator"])
    return sasaran


def _last(found: PerjanjianKinerja) -> int:
    return found.sasaran.aggregate(last=Max("nomor"))["last"] or 0


def write_indicators(sasaran: SasaranUnit, isi: Sequence[IsiIndikator]) -> None:
    """These indicators in this order, and no other."""
    known = {one.pk: one for one in sasaran.indikator.all()}
    kept = [one.id for one in isi if one.id]
    if set(kept) - set(known):
        raise IndikatorUnit.DoesNotExist("an indicator of another sasaran")
    sasaran.indikator.exclude(pk__in=kept).delete()
    for number, one in enumerate(isi, 1):
        row = known[one.id] if one.id else IndikatorUnit(sasaran=sasaran)
        for name in ("uraian", "target", "target_teks", "satuan", "arah"):
            setattr(row, name, getattr(one, name))
        row.urutan = number
        row.save()


@transaction.atomic
def remove_sasaran(
    *, perjanjian_id: int, sasaran_id: int, suntingan: int, actor: Any, pada: datetime, on: date
) -> None:
    """Take a sasaran out of the draft; the others close up. Raises as `save_sasaran`."""
    found = opened(perjanjian_id, suntingan, actor, on)
    found.sasaran.get(pk=sasaran_id).delete()
    rows = list(found.sasaran.all())
    for number, row in enumerate(rows, 1):
        row.nomor = number
    SasaranUnit.objects.bulk_update(rows, ["nomor"])
    _edited(found, "perjanjian.hapus_sasaran", actor, pada, ["sasaran"])


@transaction.atomic
def save_anggaran(
    *,
    perjanjian_id: int,
    isi: Sequence[IsiAnggaran],
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> None:
    """Write the lines of the budget anew. Raises as `opened`."""
    found = opened(perjanjian_id, suntingan, actor, on)
    found.anggaran.all().delete()
    AnggaranUnit.objects.bulk_create(
        AnggaranUnit(perjanjian=found, urutan=number, program=one.program, jumlah=one.jumlah)
        for number, one in enumerate(isi, 1)
    )
    _edited(found, "perjanjian.simpan_anggaran", actor, pada, ["anggaran"])


@transaction.atomic
def establish(
    *, perjanjian_id: int, suntingan: int, actor: Any, pada: datetime, on: date
) -> PerjanjianKinerja:
    """tetapkan: the perjanjian is agreed and locked; it replaces the version in force.

    Raises PerjanjianKinerja.DoesNotExist, PermissionDenied, WrongState, Stale; Refused where a
    sasaran or its indicators are missing.
    """
    found = _locked(perjanjian_id, actor, on)
    policy.require(actor, "perjanjian.tetapkan", found, on=on)
    before, found.status = found.status, workflow.PERJANJIAN.take("tetapkan", found.status)
    if found.suntingan != suntingan:
        raise Stale(found.suntingan)
    _refuse_incomplete(found)
    replaced = _replaced(found)
    found.ditetapkan_pada, found.ditetapkan_oleh = pada, actor
    found.save(update_fields=["status", "ditetapkan_pada", "ditetapkan_oleh"])
    line = audit.line_about(
        "perjanjian.tetapkan",
        found,
        berubah=("status",),
        dari={"status": before},
        ke={"status": found.status, "versi": found.versi},
    )
    audit.record_many([*replaced, line], pelaku=actor, pada=pada)
    return found


def _refuse_incomplete(found: PerjanjianKinerja) -> None:
    if not found.sasaran.exists():
        raise Refused(_("Belum ada sasaran. Tambahkan sedikitnya satu, lalu tetapkan."))
    bare = found.sasaran.filter(indikator=None).first()
    if bare:
        raise Refused(
            _("Sasaran “%(nama)s” belum berindikator. Tambahkan indikator dan targetnya.")
            % {"nama": bare.uraian}
        )


def _replaced(found: PerjanjianKinerja) -> list[audit.Line]:
    every = PerjanjianKinerja.objects.of(found.unit_id, found.tahun).select_related("unit")
    lines = []
    for one in every.filter(status=StatusPerjanjian.DITETAPKAN).select_for_update(of=("self",)):
        before, one.status = one.status, workflow.PERJANJIAN.take("gantikan", one.status)
        one.save(update_fields=["status"])
        changed = {"dari": {"status": before}, "ke": {"status": one.status}}
        lines.append(audit.line_about("perjanjian.gantikan", one, berubah=("status",), **changed))
    return lines


@transaction.atomic
def cancel(
    *, perjanjian_id: int, suntingan: int, actor: Any, pada: datetime, on: date
) -> PerjanjianKinerja:
    """batalkan: the draft is given up and kept. Raises as `opened`."""
    found = opened(perjanjian_id, suntingan, actor, on)
    before, found.status = found.status, workflow.PERJANJIAN.take("batalkan", found.status)
    found.save(update_fields=["status"])
    audit.record(
        "perjanjian.batalkan",
        pelaku=actor,
        objek=found,
        pada=pada,
        berubah=["status"],
        dari={"status": before},
        ke={"status": found.status},
    )
    return found
