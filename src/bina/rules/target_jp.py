"""PP 11/2017 Pasal 203 (PNS) and Peraturan LAN 15/2020 (PPPK): JP in a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import takewhile
from typing import Any, Final

from bina.rules.given import choice, day, items, number
from bina.rules.parameters import Parameters, Value
from bina.rules.refusal import Invalid
from bina.rules.result import Result, based_on

DITERAPKAN: Final = "diterapkan"


class JenisPegawai(StrEnum):
    PNS = "pns"
    PPPK = "pppk"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetJp(Result):
    """For a PNS `terpenuhi` and `kurang`; for a PPPK `diakui` and `di_luar_batas`."""

    terpenuhi: bool | None = None
    kurang: Decimal | None = None
    diakui: Decimal | None = None
    di_luar_batas: Decimal | None = None


def target_jp(
    *, jenis_pegawai: str, jp: Decimal | int | str, law: Parameters, on: date | None
) -> TargetJp:
    """What the JP of a year (PPPK: a contract year) amount to before the law.

    PP 11/2017 Pasal 203 ayat (4): a PNS owes at least so many, without a ceiling.
    Peraturan LAN 15/2020: of a PPPK's at most so many are recognised; the rest is kept.
    Raises Invalid for another kind of pegawai or a negative number.
    """
    kind, total = choice(JenisPegawai, jenis_pegawai, "jenis_pegawai"), number(jp, "jp")
    if kind is JenisPegawai.PNS:
        least = law.in_force("pp11_2017.target_jp_pns", on)
        kurang = max(Decimal(0), least.value - total)
        return TargetJp(terpenuhi=kurang == 0, kurang=kurang, dasar=based_on(least))
    most, applied = _ceiling(law, on)
    diakui = _recognised(total, most, applied)
    return TargetJp(diakui=diakui, di_luar_batas=total - diakui, dasar=based_on(most, applied))


def _ceiling(law: Parameters, on: date | None) -> tuple[Value, Value]:
    """The most JP of a PPPK, and whether the agency applies it."""
    return (
        law.in_force("perlan15_2020.jp_maksimum_pppk", on),
        law.in_force("perlan15_2020.batas_pppk", on),
    )


def _recognised(total: Decimal, most: Value, applied: Value) -> Decimal:
    return min(total, most.value) if applied.value == DITERAPKAN else total


@dataclass(frozen=True, slots=True, kw_only=True)
class JpTahunPerjanjian(Result):
    """One entry a contract year, from the first to the last with an activity: its first and its
    last day, all JP of it, what of them is recognised, and what is kept beyond that."""

    mulai: tuple[date, ...]
    selesai: tuple[date, ...]
    jp: tuple[Decimal, ...]
    diakui: tuple[Decimal, ...]
    di_luar_batas: tuple[Decimal, ...]


def tahun_perjanjian(mulai: date, pada: date) -> tuple[date, date]:
    """The first and the last day of the contract year of a contract begun on `mulai` in which a
    day lies. A contract of 29 February has its other years from 1 March. Raises Invalid before.
    """
    if pada < mulai:
        raise Invalid(f"{pada} lies before the contract of {mulai}")
    first = _anniversary(mulai, pada.year)
    if first > pada:
        first = _anniversary(mulai, pada.year - 1)
    return first, _anniversary(mulai, first.year + 1) - timedelta(days=1)


def _anniversary(begin: date, year: int) -> date:
    if year > MAXYEAR:
        raise Invalid(f"no calendar reaches {year}")
    try:
        return begin.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def jp_tahun_perjanjian(
    *,
    mulai: date,
    kegiatan: Any,
    selesai: date | None = None,
    law: Parameters,
    on: date | None,
) -> JpTahunPerjanjian:
    """A PPPK's JP by contract year; of each year so many are recognised, the rest is kept.

    Peraturan LAN 15/2020: "1 tahun masa perjanjian kerja", so a year runs from the contract's day
    to the day before its return, across the turn of the calendar year. `kegiatan` are tables of
    `tanggal` and `jp`; a last year cut short by `selesai` keeps the whole ceiling. Raises Invalid
    for activities outside the contract and for anything but days and hours.
    """
    begin, end = _contract(mulai, selesai)
    rows = [_dated(entry, begin, end) for entry in items(kegiatan, "kegiatan")]
    most, applied = _ceiling(law, on)
    years = _years(begin, max((when for when, _ in rows), default=begin))
    jp = tuple(_within(rows, *year) for year in years)
    diakui = tuple(_recognised(total, most, applied) for total in jp)
    return JpTahunPerjanjian(
        mulai=tuple(first for first, _ in years),
        selesai=tuple(min(last, end) if end else last for _, last in years),
        jp=jp,
        diakui=diakui,
        di_luar_batas=tuple(total - part for total, part in zip(jp, diakui, strict=True)),
        dasar=based_on(most, applied),
    )


def _contract(mulai: Any, selesai: Any) -> tuple[date, date | None]:
    begin, end = day(mulai, "mulai"), None if selesai is None else day(selesai, "selesai")
    if end is not None and end < begin:
        raise Invalid("selesai: before the contract begins")
    return begin, end


def _within(rows: list[tuple[date, Decimal]], first: date, last: date) -> Decimal:
    return sum((hours for when, hours in rows if first <= when <= last), Decimal(0))


def _years(begin: date, until: date) -> list[tuple[date, date]]:
    starts = (_anniversary(begin, year) for year in range(begin.year, until.year + 1))
    return [tahun_perjanjian(begin, first) for first in takewhile(lambda d: d <= until, starts)]


def _dated(entry: Any, begin: date, end: date | None) -> tuple[date, Decimal]:
    if not isinstance(entry, Mapping) or set(entry) != {"tanggal", "jp"}:
        raise Invalid(f"kegiatan: not a table of tanggal and jp: {entry!r}")
    when, hours = day(entry["tanggal"], "tanggal"), number(entry["jp"], "jp")
    if when < begin or (end is not None and when > end):
        raise Invalid(f"tanggal: outside the contract: {when}")
    return when, hours
