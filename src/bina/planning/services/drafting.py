"""Writing the draft: start it, its results and indicators, conduct, annex."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.people.models import Pegawai, Penempatan
from bina.planning import gate, suggestions, support
from bina.planning.isi import IsiHasil, IsiIndikator
from bina.planning.kewajiban import first_day
from bina.planning.models import (
    ButirLampiran,
    EkspektasiPerilaku,
    HasilKerja,
    Indikator,
    JenisLampiran,
    NilaiPerilaku,
    Skp,
    TeksLampiran,
)
from bina.planning.services import checks
from bina.planning.services.kinds import kind_of
from bina.planning.services.refusals import Refused, Stale
from bina.planning.workflow import ENDED


@transaction.atomic
def start_skp(*, penempatan_id: int, pendekatan: str, actor: Any, pada: datetime, on: date) -> Skp:
    """Begin the SKP of the year for the actor's placement on that day.

    Raises Penempatan.DoesNotExist for a placement that is not the actor's that day, Refused
    where a plan for it exists or is being written, PermissionDenied for whoever is no pegawai.
    """
    placements = Penempatan.objects.on(on).filter(orang=actor.pk)
    placed = placements.select_related("jabatan", "unit").get(pk=penempatan_id)
    if not Pegawai.objects.filter(pk=actor.pk, aktif=True).exists():
        raise PermissionDenied("skp.mulai")
    skp = begin(placed, pendekatan, pada, on)
    audit.record("skp.mulai", pelaku=actor, objek=skp, pada=pada, ke={"status": skp.status})
    return skp


def begin(placed: Penempatan, pendekatan: str, pada: datetime, on: date) -> Skp:
    """The first draft for a placement, with what every plan holds. Raises Refused where a plan
    for it exists or is being written."""
    mulai, selesai = period_of(placed, first_day(placed, on=on))
    gate.refuse_start(placed, mulai, on=on)
    _refuse_second(placed, mulai)
    skp = Skp.objects.create(
        pegawai_id=placed.orang_id,
        penempatan=placed,
        mulai=mulai,
        selesai=selesai,
        jenis=kind_of(placed, mulai),
        pendekatan=pendekatan,
        dibuat=pada,
    )
    _fill_first(skp)
    return skp


def period_of(placed: Penempatan, first: date) -> tuple[date, date]:
    """From that day to the end of its year, as far as the placement lasts."""
    last = date(first.year, 12, 31)
    return first, min(last, placed.selesai or last)


def _refuse_second(placed: Penempatan, mulai: date) -> None:
    others = Skp.objects.filter(penempatan=placed, mulai=mulai)
    if others.exclude(status__in=ENDED).exists():
        raise Refused(
            _("SKP untuk jabatan dan tahun ini sudah ada. Buka SKP itu untuk meneruskannya.")
        )


def _fill_first(skp: Skp) -> None:
    EkspektasiPerilaku.objects.bulk_create(
        EkspektasiPerilaku(skp=skp, nilai=nilai) for nilai in NilaiPerilaku.values
    )
    ButirLampiran.objects.bulk_create(first_annex(skp, suggested_lists(skp)))


def suggested_lists(skp: Skp) -> dict[str, list[str]]:
    """Bina's suggestions for the lists for which the agency keeps no texts of its own; from
    those the pegawai picks."""
    kept = TeksLampiran.objects.in_use().filter(instansi=skp.penempatan.unit.instansi_id)
    own = set(kept.values_list("jenis", flat=True))
    return {jenis: rows for jenis, rows in suggestions.lampiran().items() if jenis not in own}


def first_annex(skp: Skp, lists: Mapping[str, Sequence[str]]) -> Iterator[ButirLampiran]:
    for jenis, lines in lists.items():
        for number, uraian in enumerate(lines, 1):
            yield ButirLampiran(skp=skp, jenis=jenis, urutan=number, uraian=uraian)


def opened(skp_id: int, suntingan: int, actor: Any, on: date) -> Skp:
    """The draft, locked for this act, if the actor may edit it and saw its latest state.

    Raises Skp.DoesNotExist, PermissionDenied, WrongState (no draft any more), Stale.
    """
    visible = Skp.objects.visible_to(actor, on=on)
    skp = visible.select_for_update(of=("self",)).get(pk=skp_id)
    policy.require(actor, "skp.ubah", skp, on=on)
    if not skp.is_open:
        raise WrongState(f"skp.ubah: not in {skp.status}")
    if skp.suntingan != suntingan:
        raise Stale(skp.suntingan)
    return skp


def edited(skp: Skp, act: str, actor: Any, pada: datetime, berubah: Sequence[str]) -> None:
    """Count the edit and write its line: names of parts only, a draft's words stay private."""
    skp.suntingan += 1
    skp.save(update_fields=["suntingan"])
    audit.record(act, pelaku=actor, objek=skp, pada=pada, berubah=berubah)


@transaction.atomic
def save_result(
    *,
    skp_id: int,
    hasil_id: int | None,
    isi: IsiHasil,
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> HasilKerja:
    """Add a result with its indicators, or change one; indicators left out are removed.

    Raises as `opened`; HasilKerja.DoesNotExist for a result of another plan; Refused where it
    would support what is neither the pimpinan's nor the unit's.
    """
    skp = opened(skp_id, suntingan, actor, on)
    hasil = skp.hasil_kerja.get(pk=hasil_id) if hasil_id else HasilKerja(skp=skp)
    checks.refuse_odd(skp, isi)
    isi = checks.assigned(skp, hasil, isi, on)
    _refuse_unknown_support(skp, hasil, isi, on)
    if hasil.pk is None or hasil.jenis != isi.jenis:
        hasil.urutan = _next(skp.hasil_kerja.filter(jenis=isi.jenis))
    for name, value in asdict(isi).items():
        if name != "indikator":
            setattr(hasil, name, value)
    hasil.save()
    _save_indicators(hasil, isi.indikator)
    edited(skp, "skp.simpan_hasil", actor, pada, ["hasil_kerja", "indikator"])
    return hasil


def _refuse_unknown_support(skp: Skp, hasil: HasilKerja, isi: IsiHasil, on: date) -> None:
    """What it supports already it may go on supporting, whatever has become of it."""
    for field in support.FIELDS.values():
        pk = getattr(isi, field)
        fresh = pk and pk != getattr(hasil, field)
        if fresh and not support.is_open_to(skp, field, pk, on=on):
            raise Refused(_("Yang didukung tidak berlaku lagi. Pilih dari daftar terbaru."))


def _save_indicators(hasil: HasilKerja, isi: Sequence[IsiIndikator]) -> None:
    known = {one.pk: one for one in hasil.indikator.all()}
    kept = [one.id for one in isi if one.id]
    if set(kept) - set(known):
        raise Indikator.DoesNotExist("an indicator of another result")
    hasil.indikator.exclude(pk__in=kept).delete()
    for number, one in enumerate(isi, 1):
        row = known[one.id] if one.id else Indikator(hasil=hasil)
        for name, value in asdict(one).items():
            if name != "id":
                setattr(row, name, value)
        row.urutan = number
        row.save()


@transaction.atomic
def remove_result(
    *, skp_id: int, hasil_id: int, suntingan: int, actor: Any, pada: datetime, on: date
) -> None:
    """Take a result out of the draft. Raises as `opened`, and HasilKerja.DoesNotExist."""
    skp = opened(skp_id, suntingan, actor, on)
    skp.hasil_kerja.get(pk=hasil_id).delete()
    edited(skp, "skp.hapus_hasil", actor, pada, ["hasil_kerja"])


@transaction.atomic
def move_result(
    *, skp_id: int, hasil_id: int, up: bool, suntingan: int, actor: Any, pada: datetime, on: date
) -> None:
    """One place up or down among the results of its kind; at the end nothing moves."""
    skp = opened(skp_id, suntingan, actor, on)
    hasil = skp.hasil_kerja.get(pk=hasil_id)
    rows = list(skp.hasil_kerja.filter(jenis=hasil.jenis).order_by("urutan", "pk"))
    here = rows.index(hasil)
    there = min(max(here + (-1 if up else 1), 0), len(rows) - 1)
    rows.insert(there, rows.pop(here))
    for number, row in enumerate(rows, 1):
        row.urutan = number
    HasilKerja.objects.bulk_update(rows, ["urutan"])
    edited(skp, "skp.urutkan_hasil", actor, pada, ["urutan"])


@transaction.atomic
def save_lampiran(
    *,
    skp_id: int,
    isi: Mapping[str, Sequence[str]],
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> None:
    """Write the three annex lists anew. Raises as `opened`."""
    skp = opened(skp_id, suntingan, actor, on)
    skp.lampiran.all().delete()
    ButirLampiran.objects.bulk_create(
        ButirLampiran(skp=skp, jenis=jenis, urutan=number, uraian=uraian)
        for jenis in JenisLampiran.values
        for number, uraian in enumerate(isi.get(jenis, ()), 1)
    )
    edited(skp, "skp.simpan_lampiran", actor, pada, ["lampiran"])


@transaction.atomic
def save_ekspektasi(
    *,
    skp_id: int,
    isi: Mapping[str, str],
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> None:
    """The pegawai writes what was agreed on the seven values. Raises as `opened`."""
    skp = opened(skp_id, suntingan, actor, on)
    write_ekspektasi(skp, isi)
    edited(skp, "skp.simpan_perilaku", actor, pada, ["ekspektasi_khusus"])


def write_ekspektasi(skp: Skp, isi: Mapping[str, str]) -> None:
    """Only words on values that exist; nothing is added or taken away."""
    rows = list(skp.perilaku.all())
    for row in rows:
        row.ekspektasi_khusus = isi.get(row.nilai, row.ekspektasi_khusus)
    EkspektasiPerilaku.objects.bulk_update(rows, ["ekspektasi_khusus"])


def _next(rows: Any) -> int:
    return (rows.aggregate(last=Max("urutan"))["last"] or 0) + 1
