"""Progress of many plans at once, as plain values: a fixed number of queries for any number."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from bina.core import readers
from bina.core.ahead import Asking
from bina.core.compiled import compiled
from bina.monitoring import progress
from bina.monitoring.models import Realisasi
from bina.monitoring.progress import Angka, Ukuran
from bina.planning import door as planning
from bina.planning.door import HasilRencana, IndikatorRencana, Rencana
from bina.ui.tulisan import angka

Entries = Mapping[UUID, Sequence[Angka]]


class KemajuanIndikator(NamedTuple):
    """What was achieved of one indicator. `persen` is None where the target is words."""

    rencana: IndikatorRencana
    target: Decimal | None
    realisasi: Decimal | None
    teks: str
    persen: Decimal | None
    jumlah_catatan: int
    terakhir: date | None
    target_atas: Decimal | None = None

    @property
    def target_cetak(self) -> str:
        if self.target is None:
            return self.rencana.target_teks
        return planning.amount_or_range(self.target, self.target_atas, self.rencana.satuan)

    @property
    def realisasi_cetak(self) -> str:
        return amount(self.realisasi, self.rencana.satuan) or self.teks

    @property
    def is_shared_out(self) -> bool:
        """Whether a period's target is a part of the plan's."""
        return self.target != self.rencana.target


class KemajuanHasil(NamedTuple):
    rencana: HasilRencana
    persen: Decimal | None
    indikator: tuple[KemajuanIndikator, ...]


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """How far a plan is on a day, beside the time that has passed of its period."""

    rencana: Rencana
    waktu: Decimal
    persen: Decimal | None
    hasil: tuple[KemajuanHasil, ...]
    terakhir: date | None

    @property
    def skp_id(self) -> int:
        return self.rencana.skp_id

    @property
    def pegawai_id(self) -> int:
        return self.rencana.pegawai_id

    @property
    def selisih(self) -> Decimal | None:
        """Points before (or, negative, behind) the time; None without a numeric target."""
        return None if self.persen is None else self.persen - self.waktu

    @property
    def paling_tertinggal(self) -> KemajuanHasil | None:
        """The result that is furthest behind."""
        known = [one for one in self.hasil if one.persen is not None]
        return min(known, key=lambda one: one.persen or Decimal(0), default=None)

    def of(self, kunci: UUID) -> KemajuanHasil | None:
        return next((one for one in self.hasil if one.rencana.kunci == kunci), None)


def amount(value: Decimal | None, satuan: str) -> str:
    """`240 orang`, `91,5%`, or nothing where there is no number."""
    if value is None:
        return ""
    joint = "" if satuan == "%" else " "
    return f"{angka(value)}{joint}{satuan}".strip()


def progress_of(skp_ids: Iterable[int], *, on: date) -> dict[int, Kemajuan]:
    """skp id -> how far it is on that day (three queries however many there are)."""
    return progress_of_plans(planning.plans(skp_ids), on=on)


@readers.Remembered
def around(user: Any, on: date) -> list[Kemajuan]:
    """Of every plan in force this user has or appraises, their own best one last (two queries)."""
    plans = {one.skp_id: one for one in planning.running_around(user, on=on)}
    return list(progress_of_plans(plans, on=on).values())


def progress_asking(plans: Mapping[int, Rencana], *, on: date) -> list[Asking]:
    """What `progress_of_plans` will ask."""
    return [_entries.asking([one.rumpun for one in plans.values()], on, date.min)]


def progress_of_plans(plans: Mapping[int, Rencana], *, on: date) -> dict[int, Kemajuan]:
    """The same for plans already at hand (one query)."""
    entries = entries_by_indicator(plans.values(), until=on)
    return {pk: whole_plan(one, entries[one.rumpun], on) for pk, one in plans.items()}


def entries_by_indicator(
    plans: Iterable[Rencana], *, until: date, since: date = date.min
) -> dict[UUID, dict[UUID, list[Angka]]]:
    """rumpun -> indicator key -> the valid entries of every version of the plan."""
    found: dict[UUID, dict[UUID, list[Angka]]] = {one.rumpun: {} for one in plans}
    for rumpun, kunci, *entry in _entries(list(found), until, since):
        found[rumpun].setdefault(kunci, []).append(Angka(*entry))
    return found


@compiled
def _entries(rumpun: list[UUID], until: date, since: date) -> "QuerySet[Realisasi, Any]":
    rows = Realisasi.objects.valid().filter(
        skp__rumpun__in=rumpun, tanggal__lte=until, tanggal__gte=since
    )
    return rows.values_list(
        "skp__rumpun", "indikator__kunci", "tanggal", "pk", "nilai", "nilai_teks"
    )


def whole_plan(rencana: Rencana, entries: Entries, on: date) -> Kemajuan:
    """The progress of a plan against its own targets and the days they were agreed for; of a plan
    that ended earlier, time stands still at its last day."""
    hasil = results(rencana, entries, lambda ukuran: ukuran)
    days = [each.terakhir for one in hasil for each in one.indikator if each.terakhir]
    return Kemajuan(
        rencana=rencana,
        waktu=progress.elapsed(rencana.mulai, rencana.semula_sampai, min(on, rencana.selesai)),
        persen=progress.mean(each.persen for one in hasil for each in one.indikator),
        hasil=hasil,
        terakhir=max(days, default=None),
    )


def part_of_plan(rencana: Rencana, *, mulai: date, selesai: date) -> tuple[KemajuanHasil, ...]:
    """What was achieved in a period, against the part of the targets that falls into it."""
    until = min(selesai, rencana.selesai)
    found = entries_by_indicator([rencana], since=mulai, until=until)[rencana.rumpun]
    share = progress.share_of_months(rencana.mulai, rencana.semula_sampai, mulai, until)
    return results(rencana, found, lambda ukuran: progress.period_measure(ukuran, share))


def results(
    rencana: Rencana, entries: Entries, judged_by: Callable[[Ukuran], Ukuran]
) -> tuple[KemajuanHasil, ...]:
    """Each result with its indicators, judged against what the caller names."""
    return tuple(_result(one, entries, judged_by) for one in rencana.hasil)


def _result(
    hasil: HasilRencana, entries: Entries, judged_by: Callable[[Ukuran], Ukuran]
) -> KemajuanHasil:
    found = tuple(_indicator(one, entries.get(one.kunci, ()), judged_by) for one in hasil.indikator)
    return KemajuanHasil(hasil, progress.mean(one.persen for one in found), found)


def _indicator(
    one: IndikatorRencana, entries: Sequence[Angka], judged_by: Callable[[Ukuran], Ukuran]
) -> KemajuanIndikator:
    judged = judged_by(Ukuran(one.target, one.arah, one.cara_hitung, one.target_atas))
    last = progress.latest(entries)
    achieved = progress.realisasi(judged, entries) if last else None
    told = [each for each in entries if each.nilai is not None or each.teks]
    worded = progress.latest(told) if told else None
    return KemajuanIndikator(
        rencana=one,
        target=judged.target,
        target_atas=judged.atas,
        realisasi=achieved,
        teks=worded.teks if worded else "",
        persen=progress.persen(judged, achieved),
        jumlah_catatan=len(entries),
        terakhir=last.tanggal if last else None,
    )
