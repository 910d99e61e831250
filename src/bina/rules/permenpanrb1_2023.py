"""PermenPANRB 1/2023 Pasal 37, PerBKN 3/2023: credit points from the predikat of a period."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bina.rules.given import choice, count
from bina.rules.parameters import Parameters
from bina.rules.permenpanrb6_2022 import Predikat
from bina.rules.refusal import Invalid
from bina.rules.result import Result, based_on

PERCENT = 100


class Jenjang(StrEnum):
    """Levels of functional positions: skill first, expertise after."""

    PEMULA = "pemula"
    TERAMPIL = "terampil"
    MAHIR = "mahir"
    PENYELIA = "penyelia"
    AHLI_PERTAMA = "ahli_pertama"
    AHLI_MUDA = "ahli_muda"
    AHLI_MADYA = "ahli_madya"
    AHLI_UTAMA = "ahli_utama"


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaKredit(Result):
    angka_kredit: Decimal


def angka_kredit(
    *, jenjang: str, predikat: str, bulan: Any, law: Parameters, on: date | None
) -> AngkaKredit:
    """The credit points of a period of so many months: months/12 x percent x coefficient.

    Exact; shown half up to two places. Raises Invalid for an unknown level or predikat and for
    anything but 1 to 12 whole months, NotInForce before the text.
    """
    level, named = choice(Jenjang, jenjang, "jenjang"), choice(Predikat, predikat, "predikat")
    koefisien = law.in_force("permenpanrb1_2023.koefisien", on)
    persen = law.in_force("permenpanrb1_2023.persentase_predikat", on)
    setahun = law.in_force("permenpanrb1_2023.bulan_setahun", on)
    months = count(bulan, "bulan", least=1)
    if months > setahun.value:
        raise Invalid(f"bulan: a year has {setahun.value}: {bulan!r}")
    earned = koefisien.value[level] * persen.value[named] * months
    return AngkaKredit(
        angka_kredit=earned / (PERCENT * setahun.value),
        dasar=based_on(koefisien, persen, setahun),
    )
