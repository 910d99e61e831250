"""SE MenPANRB 3/2021: the year 2021, whose halves were appraised by two texts, as one mark."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bina.rules.given import number, yes_or_no
from bina.rules.parameters import Parameters
from bina.rules.refusal import Invalid, Manual
from bina.rules.result import Result, based_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Nilai2021(Result):
    """The mark alone: no text read says which predicate it has."""

    nilai: Decimal


def nilai_2021(
    *,
    januari_juni: Any,
    juli_desember: Any,
    dikonversi: bool,
    law: Parameters,
    on: date | None,
) -> Nilai2021:
    """Both halves of 2021, weighed: the imported mark of PP 46/2011 and that of the second half.

    `dikonversi`: whether the first mark was put on the scale of PP 30/2019 already. Raises Manual
    where it was not (its baik is 76 to 90, the other's 90 to 120, and the table that converts was
    not read), Invalid for marks outside that scale, NotInForce outside July to December 2021.
    """
    skala = law.in_force("pp30_2019.skala_nilai", on)
    bobot = law.in_force("semenpanrb3_2021.bobot_periode", on)
    marks = {"januari_juni": januari_juni, "juli_desember": juli_desember}
    read = {name: number(value, name) for name, value in marks.items()}
    for name, mark in read.items():
        if mark > skala.value["tertinggi"]:
            raise Invalid(f"{name}: above {skala.value['tertinggi']}: {mark}")
    if not yes_or_no(dikonversi, "dikonversi"):
        raise Manual("januari_juni: a mark on the scale of PP 46/2011 must be converted first")
    nilai = sum((mark * bobot.value[name] for name, mark in read.items()), Decimal(0))
    return Nilai2021(nilai=nilai, dasar=based_on(skala, bobot))
