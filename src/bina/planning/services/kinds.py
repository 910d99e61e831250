"""Whose form a plan is (kinerja.md 1.4, SKP kinds)."""

from datetime import date

from bina.people.models import Penempatan, UnitLeluhur
from bina.planning import pilihan
from bina.planning.models import JenisSkp


def kind_of(placed: Penempatan, on: date) -> str:
    """JPT, and heads of units the agency calls independent, have the form with perspektif."""
    if placed.jabatan.is_pimpinan_tinggi or _heads_independent_unit(placed, on):
        return JenisSkp.JPT
    return JenisSkp.JA_JF


def _heads_independent_unit(placed: Penempatan, on: date) -> bool:
    level = pilihan.independent_level(placed.unit.instansi, on=on)
    if level < 0 or placed.jabatan_id != placed.unit.jabatan_pimpinan_id:
        return False
    return UnitLeluhur.objects.filter(unit=placed.unit_id, jarak__gt=0).count() <= level
