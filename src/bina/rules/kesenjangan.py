"""PP 11/2017 Pasal 206: analysis of performance gaps and of competency gaps."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bina.rules.given import choice, count, number
from bina.rules.parameters import Parameters
from bina.rules.permenpanrb6_2022 import Predikat
from bina.rules.refusal import Invalid
from bina.rules.result import Result, based_on

PERCENT = 100


class Arah(StrEnum):
    """Which way an indicator is better: naik, larger; turun, smaller."""

    NAIK = "naik"
    TURUN = "turun"


class KelasKinerja(StrEnum):
    TIDAK_ADA = "tidak_ada"
    KECIL = "kecil"
    SEDANG = "sedang"
    TINGGI = "tinggi"


class KelasKompetensi(StrEnum):
    TIDAK_ADA = "tidak_ada"
    RENDAH = "rendah"
    SEDANG = "sedang"
    TINGGI = "tinggi"


@dataclass(frozen=True, slots=True, kw_only=True)
class KesenjanganKinerja(Result):
    """`persen` of the target, not rounded."""

    persen: Decimal
    klasifikasi: KelasKinerja


@dataclass(frozen=True, slots=True, kw_only=True)
class KesenjanganDariPredikat(Result):
    """`penyebab`: the causes that the predikat itself names."""

    klasifikasi: KelasKinerja
    penyebab: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KesenjanganKompetensi(Result):
    """`kesenjangan` in levels below the standard."""

    kesenjangan: int
    klasifikasi: KelasKompetensi


def kesenjangan_kinerja(
    *,
    target: Decimal | int | str,
    capaian: Decimal | int | str,
    arah: str = Arah.NAIK,
    law: Parameters,
    on: date | None,
) -> KesenjanganKinerja:
    """How far a result falls short of its target, in percent of the target.

    Pasal 206: result against the target of the jabatan. Reached or passed is no gap.
    The class is found with exact fractions: nothing is rounded at a bound.
    Raises Invalid for a target that is not above zero and a negative capaian.
    """
    goal, reached = Fraction(number(target, "target")), Fraction(number(capaian, "capaian"))
    if goal == 0:
        raise Invalid("target: a share of nothing is no number")
    down = choice(Arah, arah, "arah") is Arah.TURUN
    persen = max(Fraction(0), reached - goal if down else goal - reached) * PERCENT / goal
    kelas = law.in_force("pp11_2017.kelas_kesenjangan_kinerja", on)
    found = next(
        row["klasifikasi"]
        for row in kelas.value
        if "sampai" not in row or persen <= Fraction(row["sampai"])
    )
    return KesenjanganKinerja(
        persen=Decimal(persen.numerator) / persen.denominator,
        klasifikasi=KelasKinerja(found),
        dasar=based_on(kelas),
    )


def kesenjangan_dari_predikat(
    *, predikat: str, law: Parameters, on: date | None
) -> KesenjanganDariPredikat:
    """The performance gap where only the predikat is known: a first guess, ask for figures.

    No text gives it; it reads the quadrant backwards. Raises Invalid, NotInForce.
    """
    found = choice(Predikat, predikat, "predikat")
    table = law.in_force("pp11_2017.kesenjangan_dari_predikat", on)
    row = table.value[found]
    return KesenjanganDariPredikat(
        klasifikasi=KelasKinerja(row["klasifikasi"]),
        penyebab=row["penyebab"],
        dasar=based_on(table),
    )


def kesenjangan_kompetensi(
    *, standar: int, capaian: int, law: Parameters, on: date | None
) -> KesenjanganKompetensi:
    """How many levels a pegawai stands below the standard of a competency.

    Pasal 206: profile against standar kompetensi jabatan. Above the standard is no gap.
    Raises Invalid for anything but a level of PermenPANRB 38/2017.
    """
    tingkat = law.in_force("permenpanrb38_2017.tingkat_kompetensi", on)
    gap = max(
        0, level(standar, "standar", tingkat.value) - level(capaian, "capaian", tingkat.value)
    )
    kelas = law.in_force("pp11_2017.kelas_kesenjangan_kompetensi", on)
    found = next(row["klasifikasi"] for row in kelas.value if gap >= row["mulai"])
    return KesenjanganKompetensi(
        kesenjangan=gap, klasifikasi=KelasKompetensi(found), dasar=based_on(tingkat, kelas)
    )


def level(value: object, name: str, tingkat: dict[str, int]) -> int:
    """A level of a competency, between the lowest and the highest of the law."""
    found = count(value, name)
    if not tingkat["terendah"] <= found <= tingkat["tertinggi"]:
        raise Invalid(f"{name}: no such level: {value!r}")
    return found
