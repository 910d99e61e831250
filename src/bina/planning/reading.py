"""Reads plans as values: their results in one query, their conduct in another, however many."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from bina.core import readers
from bina.core.compiled import compiled
from bina.core.dated import in_force
from bina.documents.door import Nilai, PerilakuKerja
from bina.planning.models import ButirLampiran, EkspektasiPerilaku, NilaiPerilaku, Skp
from bina.planning.models.skp import SkpQuerySet
from bina.planning.rencana import HasilRencana, IndikatorRencana, PerilakuRencana, Rencana

# In the order of the fields of Rencana, HasilRencana and IndikatorRencana.
_PLAN = (
    *("pk", "rumpun", "versi", "pegawai_id", "penilai_id", "penempatan_id", "penempatan__unit_id"),
    *("mulai", "selesai", "disepakati_sampai", "status", "jenis", "pendekatan"),
)
_RESULT = ("pk", "kunci", "jenis", "urutan", "uraian")
_INDICATOR = (
    *("pk", "kunci", "uraian", "aspek", "target", "target_teks", "satuan", "arah", "cara_hitung"),
    *("target_atas", "urutan"),
)
_WHY = (
    *("mendukung__uraian", "mendukung__skp__pegawai__orang__nama"),
    *("mendukung_sasaran__uraian", "mendukung_indikator__uraian"),
    *("penugasan_dari", "manfaat", "penerima_manfaat", "perspektif"),
)
_FOR_PROGRESS = (
    *_PLAN,
    *(f"hasil_kerja__{name}" for name in _RESULT),
    *(f"hasil_kerja__indikator__{name}" for name in _INDICATOR),
)
_WHOLE = (*_FOR_PROGRESS, *(f"hasil_kerja__{name}" for name in _WHY))
Row = tuple[Any, ...]
Lists = dict[str, list[str]]
_AFTER_PLAN, _AFTER_RESULT = len(_PLAN), len(_PLAN) + len(_RESULT)
_AFTER_INDICATOR = len(_FOR_PROGRESS)


def rencana_of(skp: Skp) -> Rencana:
    """The plan of a record at hand, whole."""
    return plan(skp.pk)


def plan(skp_id: int) -> Rencana:
    """One plan. KeyError for an id that is none."""
    return plans([skp_id])[skp_id]


def plans(skp_ids: Iterable[int]) -> dict[int, Rencana]:
    """The plans of these ids, in two queries however many there are."""
    found = _plans(_rows_of(list(skp_ids)))
    special = {(skp, nilai): words for skp, nilai, words in _special(list(found))}
    return {pk: replace(one, perilaku=_conduct(pk, special)) for pk, one in found.items()}


@compiled
def _rows_of(skp_ids: list[int]) -> "QuerySet[Skp, Row]":
    return Skp.objects.filter(pk__in=skp_ids).values_list(*_WHOLE)


@compiled
def _special(skp_ids: list[int]) -> "QuerySet[EkspektasiPerilaku, tuple[int, str, str]]":
    rows = EkspektasiPerilaku.objects.filter(skp__in=skp_ids)
    return rows.values_list("skp_id", "nilai", "ekspektasi_khusus")


def results(skps: SkpQuerySet) -> dict[int, Rencana]:
    """What these plans are to achieve, in one query, without conduct or what it is for: for
    progress."""
    return _plans(skps.values_list(*_FOR_PROGRESS))


def _plans(rows: Iterable[Row]) -> dict[int, Rencana]:
    """By number: a row repeats its plan and its result, and to compare them whole is dear."""
    parts: dict[int, tuple[Row, dict[int, list[Row]]]] = {}
    for row in rows:
        _, hasil = parts.setdefault(row[0], (row, {}))
        if row[_AFTER_PLAN] is not None:
            hasil.setdefault(row[_AFTER_PLAN], []).append(row)
    return {pk: _plan(row[:_AFTER_PLAN], hasil) for pk, (row, hasil) in parts.items()}


def _plan(row: Any, hasil: dict[int, list[Row]]) -> Rencana:
    return Rencana(*row, hasil=_results(hasil))  # type: ignore[misc]  # mypy counts no tuple


def _results(parts: dict[int, list[Row]]) -> tuple[HasilRencana, ...]:
    """Utama before tambahan, each in the order of the form."""
    found = [_result(rows) for rows in parts.values()]
    return tuple(sorted(found, key=lambda one: (one.jenis != "utama", one.urutan, one.id)))


def _result(rows: list[Row]) -> HasilRencana:
    kept = (row[_AFTER_RESULT:_AFTER_INDICATOR] for row in rows if row[_AFTER_RESULT] is not None)
    ordered = sorted(kept, key=lambda each: (each[-1], each[0]))
    found = tuple(IndikatorRencana(*one[:-1]) for one in ordered)
    why = ("" if value is None else value for value in rows[0][_AFTER_INDICATOR:])
    first: Row = rows[0][_AFTER_PLAN:_AFTER_RESULT]
    return HasilRencana(*first, found, *why)  # type: ignore[call-arg]  # mypy counts no tuple


def annex(skp_id: int) -> Lists:
    """The three lists of a plan, by their kind, in the order of the form (one query)."""
    lists: Lists = {}
    for jenis, uraian in _annex(skp_id):
        lists.setdefault(jenis, []).append(uraian)
    return lists


@compiled
def _annex(skp_id: int) -> "QuerySet[ButirLampiran, tuple[str, str]]":
    return ButirLampiran.objects.filter(skp=skp_id).values_list("jenis", "uraian")


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
    rows = _best_last(Skp.objects.filter(pegawai__in=pegawai_ids), on)
    return rows.values_list("pegawai_id", "pk")


def running_plans(pegawai_ids: Iterable[int], viewer: Any, *, on: date) -> dict[int, Rencana]:
    """pegawai id -> that plan, without conduct, where the viewer may see it; one query."""
    found = _plans(_rows_running(viewer, list(pegawai_ids), on))
    return {one.pegawai_id: one for one in found.values()}


@compiled
def _rows_running(viewer: Any, pegawai_ids: list[int], on: date) -> "QuerySet[Skp, Row]":
    theirs = Skp.objects.visible_to(viewer, on=on).filter(pegawai__in=pegawai_ids)
    return _best_last(theirs, on).values_list(*_FOR_PROGRESS)


def running_of(pegawai_id: int, *, on: date) -> Rencana | None:
    """This person's plan in force that day, whole."""
    found = running_ids_of([pegawai_id], on=on).get(pegawai_id)
    return plan(found) if found else None


@readers.Remembered
def running_around(user: Any, on: date) -> list[Rencana]:
    """The plans in force which this user has or appraises, without conduct; their own best one
    last."""
    return list(_plans(_rows_around(user.pk, on)).values())


@compiled
def _rows_around(orang_id: int, on: date) -> "QuerySet[Skp, Row]":
    mine = Skp.objects.filter(Q(pegawai=orang_id) | Q(penilai=orang_id))
    return _best_last(mine, on).values_list(*_FOR_PROGRESS)


def _best_last(skps: SkpQuerySet, on: date) -> SkpQuerySet:
    """Those in force, ordered so that the best of each person comes last and stays."""
    held = When(in_force(on, "penempatan__"), then=Value(0))
    main = When(penempatan__jenis="definitif", then=Value(0))
    return skps.running(on).order_by(
        Case(held, default=Value(1), output_field=IntegerField()).desc(),
        Case(main, default=Value(1), output_field=IntegerField()).desc(),
        "mulai",
        "pk",
    )
