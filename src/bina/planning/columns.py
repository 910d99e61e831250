"""Rows of plans, as the database joins them, made into values."""

from collections.abc import Iterable
from typing import Any

from bina.planning.rencana import HasilRencana, IndikatorRencana

# In the order of the fields of Rencana, HasilRencana and IndikatorRencana.
PLAN = (
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
RESULTS = (
    *(f"hasil_kerja__{name}" for name in _RESULT),
    *(f"hasil_kerja__indikator__{name}" for name in _INDICATOR),
)
"""Of a plan, what it is to achieve: a row for each indicator."""
WITH_WHY = (*RESULTS, *(f"hasil_kerja__{name}" for name in _WHY))
"""The same, and what each result is for and supports."""
Row = tuple[Any, ...]
_AFTER_RESULT, _AFTER_INDICATOR = len(_RESULT), len(RESULTS)


def by_plan(rows: Iterable[Row]) -> dict[int, list[Row]]:
    """The rows of each plan, whose number stands first."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def results(rows: Iterable[Row]) -> tuple[HasilRencana, ...]:
    """Of one plan, from its columns RESULTS or WITH_WHY: utama before tambahan, each in the order
    of the form."""
    parts: dict[int, list[Row]] = {}
    for row in rows:
        if row[0] is not None:
            parts.setdefault(row[0], []).append(row)
    found = [_result(each) for each in parts.values()]
    return tuple(sorted(found, key=lambda one: (one.jenis != "utama", one.urutan, one.id)))


def _result(rows: list[Row]) -> HasilRencana:
    kept = (row[_AFTER_RESULT:_AFTER_INDICATOR] for row in rows if row[_AFTER_RESULT] is not None)
    ordered = sorted(kept, key=lambda each: (each[-1], each[0]))
    found = tuple(IndikatorRencana(*one[:-1]) for one in ordered)
    why = ("" if value is None else value for value in rows[0][_AFTER_INDICATOR:])
    first: Row = rows[0][:_AFTER_RESULT]
    return HasilRencana(*first, found, *why)  # type: ignore[call-arg]  # mypy counts no tuple
