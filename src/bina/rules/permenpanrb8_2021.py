"""PermenPANRB 8/2021: how far an indicator was reached, and the mark of it (2021)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bina.rules.given import choice, number, yes_or_no
from bina.rules.parameters import Parameters
from bina.rules.refusal import Invalid, Manual
from bina.rules.result import Result, based_on

WHOLE = Decimal(100)


class Jenis(StrEnum):
    """Khusus: the smaller the better."""

    NORMAL = "normal"
    KHUSUS = "khusus"


@dataclass(frozen=True, slots=True, kw_only=True)
class CapaianIki(Result):
    """`capaian` in percent. A special indicator missed by more than its target falls below 0."""

    capaian: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiIki(Result):
    nilai: Decimal


def capaian_iki_p8(
    *, jenis: str, target: Any, realisasi: Any, law: Parameters, on: date | None
) -> CapaianIki:
    """Realisation against target, in percent. `target` is a number or a range [low, high].

    Lampiran: a range is judged by the bound that was missed, its inside is the whole. Special
    indicators: (1 + (1 - R/T)) x 100. Raises Invalid for a target that is not above 0 or a range
    that falls, Manual for a special indicator with a range: the text has no rule for it.
    """
    kind, done = choice(Jenis, jenis, "jenis"), number(realisasi, "realisasi")
    rumus = law.in_force("permenpanrb8_2021.rumus_capaian", on)
    low, high = _bounds(target)
    if rumus.value[kind] == "turun":
        if isinstance(target, list | tuple):
            raise Manual("target: no rule for a range where smaller is better")
        return CapaianIki(capaian=(2 - done / low) * WHOLE, dasar=based_on(rumus))
    if low < high and low <= done <= high:
        inside = law.in_force("permenpanrb8_2021.capaian_di_dalam_rentang", on)
        return CapaianIki(capaian=inside.value, dasar=based_on(rumus, inside))
    missed = low if done < low else high
    return CapaianIki(capaian=done * WHOLE / missed, dasar=based_on(rumus))


def _bounds(target: Any) -> tuple[Decimal, Decimal]:
    ends = list(target) if isinstance(target, list | tuple) else [target, target]
    if len(ends) != 2:
        raise Invalid(f"target: neither a number nor a range: {target!r}")
    low, high = (number(one, "target") for one in ends)
    if not 0 < low <= high:
        raise Invalid(f"target: not above 0, or the range falls: {target!r}")
    return low, high


def nilai_iki_p8(
    *, capaian: Any, maksimum: bool = False, law: Parameters, on: date | None
) -> NilaiIki:
    """The mark of an achievement in percent; `maksimum` where the target cannot be exceeded.

    Lampiran: straight between the ends of each stretch. Raises Manual where the text read gives
    no value (between its stretches, and from above 100 to 110), Invalid below 0.
    """
    reached, full = number(capaian, "capaian"), yes_or_no(maksimum, "maksimum")
    stretches = law.in_force("permenpanrb8_2021.nilai_iki", on)
    top = law.in_force("permenpanrb8_2021.nilai_iki_tertinggi", on)
    if reached > top.value["di_atas"] or (full and reached == top.value["maksimum"]):
        return NilaiIki(nilai=top.value["nilai"], dasar=based_on(top))
    for one in stretches.value:
        if one["dari"] <= reached <= one["sampai"]:
            return NilaiIki(nilai=_between(one, reached), dasar=based_on(stretches))
    raise Manual(f"capaian: the text gives no mark for {reached}")


def _between(one: Any, reached: Decimal) -> Decimal:
    width = one["sampai"] - one["dari"]
    if not width:
        return Decimal(one["nilai_dari"])
    rise = one["nilai_sampai"] - one["nilai_dari"]
    return Decimal(one["nilai_dari"] + rise * (reached - one["dari"]) / width)
