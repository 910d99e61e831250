"""Reads plans as values: their results in one query, their conduct in another, however many."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from bina.core.compiled import compiled
from bina.core.dated import in_force
from bina.documents.door import Nilai, PerilakuKerja
from bina.planning.models import EkspektasiPerilaku, NilaiPerilaku, Skp
from bina.planning.models.skp import SkpQuerySet
from bina.planning.rencana import HasilRencana, IndikatorRencana, PerilakuRencana, Rencana

# In the order of the fields of Rencana, HasilRencana and IndikatorRencana.
_PLAN = (
    *("pk", "rumpun", "versi", "pegawai_id", "penilai_id", "penempatan_id", "penempatan__unit_id"),
    *("mulai", "selesai", "disepakati_sampai", "status", "jenis", "pendekatan"),
)
_RESULT = (
    *("pk", "kunci", "jenis", "urutan", "uraian"),
    *("mendukung__uraian", "mendukung__skp__pegawai__orang__nama"),
    *("mendukung_sasaran__uraian", "mendukung_indikator__uraian"),
    *("penugasan_dari", "manfaat", "penerima_manfaat", "perspektif"),
)
_INDICATOR = (
    *("pk", "kunci", "uraian", "aspek", "target", "target_teks", "satuan", "arah", "cara_hitung"),
    *("target_atas", "urutan"),
)
_COLUMNS = (
    *_PLAN,
    *(f"hasil_kerja__{name}" for name in _RESULT),
    *(f"hasil_kerja__indikator__{name}" for name in _INDICATOR),
)
Row = tuple[Any, ...]
_AFTER_PLAN, _AFTER_RESULT = len(_PLAN), len(_PLAN) + len(_RESULT)


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
    return Skp.objects.filter(pk__in=skp_ids).values_list(*_COLUMNS)


@compiled
def _special(skp_ids: list[int]) -> "QuerySet[EkspektasiPerilaku, tuple[int, str, str]]":
    rows = EkspektasiPerilaku.objects.filter(skp__in=skp_ids)
    return rows.values_list("skp_id", "nilai", "ekspektasi_khusus")


def results(skps: SkpQuerySet) -> dict[int, Rencana]:
    """What these plans are to achieve, in one query, without conduct: for progress."""
    return _plans(skps.values_list(*_COLUMNS))


def _plans(rows: Iterable[Row]) -> dict[int, Rencana]:
    parts: dict[Row, dict[Row, list[Row]]] = {}
    for row in rows:
        hasil = parts.setdefault(row[:_AFTER_PLAN], {})
        if row[_AFTER_PLAN] is None:
            continue
        indikator = hasil.setdefault(row[_AFTER_PLAN:_AFTER_RESULT], [])
        if row[_AFTER_RESULT] is not None:
            indikator.append(row[_AFTER_RESULT:])
    return {row[0]: _plan(row, hasil) for row, hasil in parts.items()}


def _plan(row: Any, hasil: dict[Row, list[Row]]) -> Rencana:
    return Rencana(*row, hasil=_results(hasil))  # type: ignore[misc]  # mypy counts no tuple


def _results(rows: dict[Row, list[Row]]) -> tuple[HasilRencana, ...]:
    """Utama before tambahan, each in the order of the form."""
    found = [_result(row, indikator) for row, indikator in rows.items()]
    return tuple(sorted(found, key=lambda one: (one.jenis != "utama", one.urutan, one.id)))


def _result(row: Row, indikator: list[Row]) -> HasilRencana:
    ordered = sorted(indikator, key=lambda each: (each[-1], each[0]))
    words: Any = ("" if value is None else value for value in row)
    found = tuple(IndikatorRencana(*one[:-1]) for one in ordered)
    return HasilRencana(*words, indikator=found)  # type: ignore[misc]


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
    return _best_last(theirs, on).values_list(*_COLUMNS)


def running_of(pegawai_id: int, *, on: date) -> Rencana | None:
    """This person's plan in force that day, whole."""
    found = running_ids_of([pegawai_id], on=on).get(pegawai_id)
    return plan(found) if found else None


def running_around(user: Any, *, on: date) -> list[Rencana]:
    """The plans in force which this user has or appraises, without conduct; their own best one
    last. Remembered on the user object, which lives as long as one request."""
    kept: dict[date, list[Rencana]] = user.__dict__.setdefault("_rencana", {})
    if on not in kept:
        kept[on] = list(_plans(_rows_around(user.pk, on)).values())
    return kept[on]


@compiled
def _rows_around(orang_id: int, on: date) -> "QuerySet[Skp, Row]":
    mine = Skp.objects.filter(Q(pegawai=orang_id) | Q(penilai=orang_id))
    return _best_last(mine, on).values_list(*_COLUMNS)


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
