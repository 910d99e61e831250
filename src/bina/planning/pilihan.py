"""What the agency decides about drafting (`perencanaan.toml`): the values in force on a day."""

from datetime import date
from functools import cache
from typing import Any

from bina.planning.models import JenisSkp
from bina.rules.parameters import Parameters
from bina.rules.texts import texts


@cache
def law() -> Parameters:
    return Parameters(texts())


def _value(name: str, on: date) -> Any:
    return law().in_force(f"perencanaan.{name}", on).value


def independent_level(*, on: date) -> int:
    """Down to which level of the tree heads of units are pimpinan unit kerja mandiri; -1: none."""
    return int(_value("tingkat_unit_mandiri", on))


def asks_manual(jenis: str, *, on: date) -> bool:
    """Whether the indicators of a plan of this kind have a Manual Indikator Kinerja."""
    asked = _value("manual_indikator", on)
    return asked == "semua" or (asked == "jpt" and jenis == JenisSkp.JPT)


def clarification(*, on: date) -> str:
    """`diingatkan`, `wajib` or `tidak`: what an unsigned clarification means at submission."""
    return str(_value("klarifikasi", on))


def in_background_from(*, on: date) -> int:
    return int(_value("bagikan_di_latar", on))
