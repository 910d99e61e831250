"""Reads plans as values: their results in one query, their conduct in another, however many."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from bina.core import readers
from bina.core.compiled import compiled, opens
from bina.core.dated import in_force
from bina.documents.door import Nilai, PerilakuKerja
from bina.planning import columns, locked
from bina.planning.columns import Row
from bina.planning.models import ButirLampiran, EkspektasiPerilaku, NilaiPerilaku, Skp
from bina.planning.models.skp import SkpQuerySet
from bina.planning.rencana import HasilRencana, PerilakuRencana, Rencana

Lists = dict[str, list[str]]


def rencana_of(skp: Skp) -> Rencana:
    """The plan of a record at hand, whole."""
    return plan(skp.pk)


def plan(skp_id: int) -> Rencana:
    """One plan. KeyError for an id that is none."""
    return plans([skp_id])[skp_id]


@compiled
def _rows_of(skp_ids: list[int]) -> "QuerySet[Skp, Row]":
    return Skp.objects.filter(pk__in=skp_ids).values_list(*columns.PLAN, *columns.WITH_WHY)


@compiled
def _special(skp_ids: list[int]) -> "QuerySet[EkspektasiPerilaku, tuple[int, str, str]]":
    rows = EkspektasiPerilaku.objects.filter(skp__in=skp_ids)
    return rows.values_list("skp_id", "nilai", "ekspektasi_khusus")


@opens(_rows_of, _special)
def plans(skp_ids: Iterable[int]) -> dict[int, Rencana]:
    """The plans of these ids, in two queries however many there are."""
    found = _plans(_rows_of(list(skp_ids)))
    special = {(skp, nilai): words for skp, nilai, words in _special(list(found))}
    return {pk: replace(one, perilaku=_conduct(pk, special)) for pk, one in found.items()}


def results(skps: SkpQuerySet) -> dict[int, Rencana]:
    """What these plans are to achieve, in one query, without conduct or what it is for: for
    progress."""
    return _plans(skps.values_list(*columns.PLAN, *columns.RESULTS))


def _plans(found: Iterable[Row]) -> dict[int, Rencana]:
    """Of rows of a plan with its results."""
    end = len(columns.PLAN)
    return {
        pk: _plan(each[0][:end], columns.results(row[end:] for row in each))
        for pk, each in columns.by_plan(found).items()
    }


def _plan(row: Any, hasil: tuple[HasilRencana, ...]) -> Rencana:
    return Rencana(*row, hasil=hasil)  # type: ignore[misc]  # mypy counts no tuple


def with_results(found: list[Row]) -> Iterator[Rencana]:
    """Of rows of plans in force (columns.PLAN), their results from what is kept of locked ones."""
    hasil = locked.results_of([(row[0], row[1]) for row in found])
    return (_plan(row, hasil[row[0]]) for row in found)


@compiled
def _annex(skp_id: int) -> "QuerySet[ButirLampiran, tuple[str, str]]":
    return ButirLampiran.objects.filter(skp=skp_id).values_list("jenis", "uraian")


@opens(_annex)
def annex(skp_id: int) -> Lists:
    """The three lists of a plan, by their kind, in the order of the form (one query)."""
    lists: Lists = {}
    for jenis, uraian in _annex(skp_id):
        lists.setdefault(jenis, []).append(uraian)
    return lists


def _conduct(skp_id: int, special: dict[tuple[int, str], str]) -> tuple[PerilakuRencana, ...]:
    return tuple(
        PerilakuRencana(
            nilai=nilai,
            label=str(NilaiPerilaku(nilai).label),
            panduan=tuple(PerilakuKerja(Nilai(nilai)).isi()["panduan"]),
            ekspektasi_khusus=special.get((skp_id, nilai), ""),
        )
        for nilai in NilaiPerilaku.values
    )


def running_ids_of(pegawai_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """pegawai id -> the plan in force that day, for many people in one query: of the position
    still held first, the definitive one first."""
    return dict(_running_ids(list(pegawai_ids), on))


@compiled
def _running_ids(pegawai_ids: list[int], on: date) -> "QuerySet[Skp, tuple[int, int]]":
    rows = best_last(Skp.objects.running(on).filter(pegawai__in=pegawai_ids), on)
    return rows.values_list("pegawai_id", "pk")


def running_of(pegawai_id: int, *, on: date) -> Rencana | None:
    """This person's plan in force that day, whole."""
    found = running_ids_of([pegawai_id], on=on).get(pegawai_id)
    return plan(found) if found else None


@readers.Remembered
def running_around(user: Any, on: date) -> list[Rencana]:
    """The plans in force which this user has or appraises, without conduct; their own best one
    last."""
    return list(with_results(_around(user.pk, on)))


@compiled
def _around(orang_id: int, on: date) -> "QuerySet[Skp, Row]":
    mine = Skp.objects.running(on).filter(Q(pegawai=orang_id) | Q(penilai=orang_id))
    return best_last(mine, on).values_list(*columns.PLAN)


def best_last(skps: SkpQuerySet, on: date) -> SkpQuerySet:
    """Ordered so that the best of each person comes last and stays: of the position still held,
    the definitive one."""
    held = When(in_force(on, "penempatan__"), then=Value(0))
    main = When(penempatan__jenis="definitif", then=Value(0))
    return skps.order_by(
        Case(held, default=Value(1), output_field=IntegerField()).desc(),
        Case(main, default=Value(1), output_field=IntegerField()).desc(),
        "mulai",
        "pk",
    )
