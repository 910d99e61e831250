"""10:20:70: the mix of learning, a planning aid and no quota."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bina.rules.given import choice, number
from bina.rules.jalur import Jalur
from bina.rules.parameters import Parameters, Value
from bina.rules.refusal import Invalid, Manual
from bina.rules.result import Result, based_on

PERCENT = 100


class Bagian(StrEnum):
    """The 10, the 20 and the 70."""

    KLASIKAL = "klasikal"
    SOSIAL = "sosial"
    PENGALAMAN = "pengalaman"


@dataclass(frozen=True, slots=True, kw_only=True)
class BauranPembelajaran(Result):
    """Percent of the whole, not rounded; all zero where there is no JP."""

    klasikal: Decimal
    sosial: Decimal
    pengalaman: Decimal


def bauran_pembelajaran(
    *, jp: Mapping[str, Decimal | int | str], law: Parameters, on: date | None
) -> BauranPembelajaran:
    """How JP by jalur divide into the 10, the 20 and the 70.

    Which jalur belongs where is the agency's to set. Raises Invalid for an unknown
    jalur or a negative number, Manual for JP of a jalur that no share claims.
    """
    if not isinstance(jp, Mapping):
        raise Invalid(f"jp: not a table: {jp!r}")
    hours = {choice(Jalur, name, "jp"): number(n, str(name)) for name, n in jp.items()}
    bauran = law.in_force("perlan10_2018.bauran_pembelajaran", on)
    sums = dict.fromkeys(Bagian, Decimal(0))
    for jalur, earned in hours.items():
        if earned:
            sums[_bagian(jalur, bauran)] += earned
    whole = sum(sums.values()) or Decimal(1)
    percent = {bagian: part * PERCENT / whole for bagian, part in sums.items()}
    return BauranPembelajaran(
        klasikal=percent[Bagian.KLASIKAL],
        sosial=percent[Bagian.SOSIAL],
        pengalaman=percent[Bagian.PENGALAMAN],
        dasar=based_on(bauran),
    )


def _bagian(jalur: Jalur, bauran: Value) -> Bagian:
    for bagian in Bagian:
        if jalur in bauran.value[bagian]:
            return bagian
    raise Manual(f"{jalur}: neither klasikal nor sosial nor pengalaman")
