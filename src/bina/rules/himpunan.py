"""The rules of predicates said to a database: whole agencies at once, in one statement.

Written from the same parameters and bounds as the functions of the same names, for any day
and any agency's own values, in SQL that SQLite and PostgreSQL both read. Every literal is a
word of the law's own lists or a whole number: nothing given by a user reaches a statement.

The caller names its rows: tables, or `WITH` before the statement, of these columns.

    penilaian   pegawai, unit, hasil_kerja, perilaku    a row a person
    predikat    unit, predikat                          a row a person
    capaian     unit, capaian                           a row a unit
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bina.rules.parameters import Parameters
from bina.rules.permenpanrb6_2022 import CapaianOrganisasi, Predikat, Rating, sel
from bina.rules.result import Result, based_on
from bina.rules.semenpanrb3_2023 import Pelanggaran, Syarat, orang_minimum, syarat


@dataclass(frozen=True, slots=True, kw_only=True)
class Kueri(Result):
    """A SELECT, and the basis of all that it finds."""

    sql: str


def predikat_kinerja(*, law: Parameters, on: date | None) -> Kueri:
    """pegawai, unit and predikat of every row of `penilaian`.

    PermenPANRB 6/2022, Lampiran, kuadran kinerja pegawai, as `permenpanrb6_2022`. NULL where
    a rating is missing or none of the three. Raises NotInForce before the quadrant.
    """
    kuadran = law.in_force("permenpanrb6_2022.kuadran", on)
    rows = {row: _case("perilaku", _cells(kuadran.value, row)) for row in Rating}
    sql = f"SELECT pegawai, unit, {_case('hasil_kerja', rows)} AS predikat FROM penilaian"  # noqa: S608
    return Kueri(sql=sql, dasar=based_on(kuadran))


def pola_distribusi(*, law: Parameters, on: date | None) -> Kueri:
    """unit, capaian, the pegawai of each predikat and pelanggaran of every row of `capaian`.

    SE MenPANRB 3/2023, as `semenpanrb3_2023`. `pelanggaran` is for `read`: NULL where the
    function refuses (an unknown capaian, or an unknown predikat among the unit's people).
    People without a predikat are not counted. Raises NotInForce before the SE.
    """
    pola = law.in_force("semenpanrb3_2023.pola_distribusi", on)
    pembulatan = law.in_force("semenpanrb3_2023.pembulatan", on)
    terkecil = law.in_force("semenpanrb3_2023.jumlah_minimum", on)
    least = orang_minimum(terkecil.value)
    curves = {
        capaian: _breaches(syarat(pola.value[capaian], pembulatan.value), least)
        for capaian in CapaianOrganisasi
    }
    return Kueri(sql=_judged(curves), dasar=based_on(pola, pembulatan, terkecil))


def read(pelanggaran: str | None) -> tuple[Pelanggaran, ...] | None:
    """What `pola_distribusi` found for a unit: nothing, breaches in order, or None: refused."""
    if pelanggaran is None:
        return None
    return tuple(Pelanggaran(word) for word in pelanggaran.split(",") if word)


def _cells(kuadran: Mapping[str, Any], row: Rating) -> dict[Rating, str]:
    return {column: _word(sel(kuadran, row, column)) for column in Rating}


def _judged(curves: Mapping[CapaianOrganisasi, str]) -> str:
    columns = ", ".join(Predikat)
    return (
        f"SELECT unit, capaian, {columns},"  # noqa: S608
        f" CASE WHEN asing = 0 THEN {_case('capaian', curves)} END AS pelanggaran"
        f" FROM ({_counted()}) AS dihitung"
    )


def _counted() -> str:
    """The people of each unit by predikat; units without people stay, with none of each.

    Grouped by unit and predikat first, and only then laid side by side: each person's
    predikat is found once.
    """
    known = f"predikat {{}} ({', '.join(map(_word, Predikat))})"
    conditions = {name.value: f"predikat = {_word(name)}" for name in Predikat}
    conditions |= {"pegawai": known.format("IN"), "asing": known.format("NOT IN")}
    sums = ", ".join(
        f"sum(orang) FILTER (WHERE {condition}) AS {name}" for name, condition in conditions.items()
    )
    shown = ", ".join(f"CAST(coalesce({name}, 0) AS bigint) AS {name}" for name in conditions)
    return (
        f"SELECT capaian.unit, capaian.capaian, {shown} FROM capaian LEFT JOIN"  # noqa: S608
        f" (SELECT unit, {sums} FROM (SELECT unit, predikat, count(*) AS orang FROM predikat"
        " GROUP BY unit, predikat) AS kelompok GROUP BY unit) AS sebaran"
        " ON sebaran.unit = capaian.unit"
    )


def _breaches(known: Iterable[Syarat], least: int) -> str:
    """The words of all bounds broken, in the order in which they are told, with commas."""
    broken: dict[Pelanggaran, list[str]] = {}
    for one in known:
        broken.setdefault(one.pelanggaran, []).append(_broken(one))
    words = [
        f"CASE WHEN {' OR '.join(broken[word])} THEN {_literal(',' + word)} ELSE '' END"
        for word in Pelanggaran
        if word in broken
    ]
    told = f"substr({' || '.join(words)}, 2)" if words else "''"
    return f"CASE WHEN pegawai >= {least:d} THEN {told} ELSE '' END"


def _broken(one: Syarat) -> str:
    """`Syarat.dilanggar` in SQL: whole numbers divide whole in both databases."""
    found = " + ".join(one.predikat)
    batas = f"({one.bagian:d} * pegawai + {one.tambah:d}) / {one.pembagi:d}"
    return f"{found} {one.tanda} {batas}"


def _case(column: str, answers: Mapping[Any, str]) -> str:
    """NULL for whatever is not among the answers."""
    whens = " ".join(f"WHEN {_word(word)} THEN {answer}" for word, answer in answers.items())
    return f"CASE {column} {whens} END"


def _word(word: StrEnum) -> str:
    return _literal(word.value)


def _literal(text: str) -> str:
    """The law's words are letters and underscores; anything else here is a fault of ours."""
    if not text.replace("_", "").replace(",", "").isalpha():
        raise ValueError(f"not a word of the law: {text!r}")
    return f"'{text}'"
