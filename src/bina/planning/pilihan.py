"""What the agency decides about drafting (`perencanaan.toml`): its values in force on a day."""

from datetime import date
from typing import Any

from bina.law import door as law
from bina.planning import ketentuan
from bina.planning.models import JenisSkp


def _value(name: str, instansi: Any, on: date) -> Any:
    return law.parameters(instansi).in_force(f"perencanaan.{name}", on).value


def independent_level(instansi: Any, *, on: date) -> int:
    """Down to which level of the tree heads of units are pimpinan unit kerja mandiri; -1: none."""
    return int(_value("tingkat_unit_mandiri", instansi, on))


def asks_manual(instansi: Any, jenis: str, *, on: date) -> bool:
    """Whether the indicators of a plan of this kind have a Manual Indikator Kinerja."""
    asked = _value("manual_indikator", instansi, on)
    return asked == "semua" or (asked == "jpt" and jenis == JenisSkp.JPT)


def clarification(instansi: Any, *, on: date) -> str:
    """`diingatkan`, `wajib` or `tidak`: what an unsigned clarification means at submission."""
    return str(_value("klarifikasi", instansi, on))


def in_background_from(instansi: Any, *, on: date) -> int:
    return int(_value("bagikan_di_latar", instansi, on))


def grounds(instansi: Any, *, on: date) -> tuple[str, ...]:
    """The grounds on which the agency lets an established plan be changed, in its order."""
    return ketentuan.dasar_perubahan(on, law=law.parameters(instansi))
