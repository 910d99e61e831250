"""Reads plans as values: their results in one query, their conduct in another, however many."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When

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
    found = results(Skp.objects.filter(pk__in=list(skp_ids)))
    rows = EkspektasiPerilaku.objects.filter(skp__in=found)
    special = {
        (skp, nilai): words
        for skp, nilai, words in rows.values_list("skp_id", "nilai", "ekspektasi_khusus")
    }
    return {pk: replace(one, perilaku=_conduct(pk, special)) for pk, one in found.items()}


def results(skps: SkpQuerySet) -> dict[int, Rencana]:
    """What these plans are to achieve, in one query, without conduct: for progress."""
    parts: dict[Row, dict[Row, list[Row]]] = {}
    for row in skps.values_list(*_COLUMNS):
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
    rows = _best_last(Skp.objects.filter(pegawai__in=list(pegawai_ids)), on)
    return dict(rows.values_list("pegawai_id", "pk"))


def running_plans(pegawai_ids: Iterable[int], viewer: Any, *, on: date) -> dict[int, Rencana]:
    """pegawai id -> that plan, without conduct, where the viewer may see it; one query."""
    theirs = Skp.objects.visible_to(viewer, on=on).filter(pegawai__in=list(pegawai_ids))
    return {one.pegawai_id: one for one in results(_best_last(theirs, on)).values()}


def running_of(pegawai_id: int, *, on: date) -> Rencana | None:
    """This person's plan in force that day, whole."""
    found = running_ids_of([pegawai_id], on=on).get(pegawai_id)
    return plan(found) if found else None


def running_around(user: Any, *, on: date) -> list[Rencana]:
    """The plans in force which this user has or appraises, without conduct; their own best one
    last. Remembered on the user object, which lives as long as one request."""
    kept: dict[date, list[Rencana]] = user.__dict__.setdefault("_rencana", {})
    if on not in kept:
        mine = Skp.objects.filter(Q(pegawai=user.pk) | Q(penilai=user.pk))
        kept[on] = list(results(_best_last(mine, on)).values())
    return kept[on]


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
