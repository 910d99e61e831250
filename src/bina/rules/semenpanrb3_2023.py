"""SE MenPANRB 3/2023: which distribution of predikat a unit's own rating allows."""

import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from bina.rules.given import choice, count
from bina.rules.parameters import ParameterError, Parameters
from bina.rules.permenpanrb6_2022 import CapaianOrganisasi, Predikat
from bina.rules.refusal import Invalid
from bina.rules.result import Result, based_on

PERCENT = 100
FINEST = 10**11
"""The largest divisor of a bound: times a nation's pegawai it fits a database's integer."""
DIBANDINGKAN = MappingProxyType({">": operator.gt, "<": operator.lt})


class Pelanggaran(StrEnum):
    """How a distribution leaves its pattern, in the order in which they are told."""

    SANGAT_BAIK_MAKSIMUM = "sangat_baik_maksimum"
    BAIK_MAKSIMUM = "baik_maksimum"
    WAJIB_ADA = "wajib_ada_butuh_perbaikan_atau_kurang"
    BUTUH_PERBAIKAN_MINIMUM = "butuh_perbaikan_minimum"
    KURANG_MINIMUM = "kurang_minimum"
    SANGAT_KURANG_MINIMUM = "sangat_kurang_minimum"
    KURANG_DAN_BUTUH_PERBAIKAN_MINIMUM = "kurang_dan_butuh_perbaikan_minimum"


@dataclass(frozen=True, slots=True)
class Syarat:
    """One bound of the pattern, in whole numbers: Python and a database decide by it alike.

    Broken where the pegawai with one of `predikat` are more (`tanda` ">") or fewer ("<")
    than (`bagian` * all pegawai of the unit + `tambah`) / `pembagi`, its fraction dropped.
    """

    pelanggaran: Pelanggaran
    predikat: tuple[Predikat, ...]
    tanda: str
    bagian: int
    tambah: int
    pembagi: int

    def dilanggar(self, jumlah: Mapping[Predikat, int]) -> bool:
        found = sum(jumlah.get(name, 0) for name in self.predikat)
        batas = (self.bagian * sum(jumlah.values()) + self.tambah) // self.pembagi
        return bool(DIBANDINGKAN[self.tanda](found, batas))


@dataclass(frozen=True, slots=True, kw_only=True)
class PolaDistribusi(Result):
    sesuai: bool
    pelanggaran: tuple[Pelanggaran, ...]


def pola_distribusi(
    *, capaian_organisasi: str, jumlah: Mapping[str, int], law: Parameters, on: date | None
) -> PolaDistribusi:
    """Whether the numbers of pegawai with each predikat keep the unit's pattern.

    SE MenPANRB 3/2023, pola distribusi; `jumlah` counts pegawai, a missing predikat is
    none. An empty unit breaks nothing. What follows from a breach (a warning, a written
    reason) is the caller's. Raises Invalid for unknown names and for anything that is
    not a number of persons, NotInForce before the SE.
    """
    capaian = choice(CapaianOrganisasi, capaian_organisasi, "capaian_organisasi")
    counted = _counted(jumlah)
    pola = law.in_force("semenpanrb3_2023.pola_distribusi", on)
    pembulatan = law.in_force("semenpanrb3_2023.pembulatan", on)
    terkecil = law.in_force("semenpanrb3_2023.jumlah_minimum", on)
    applies = sum(counted.values()) >= orang_minimum(terkecil.value)
    known = syarat(pola.value[capaian], pembulatan.value) if applies else ()
    broken = {one.pelanggaran for one in known if one.dilanggar(counted)}
    return PolaDistribusi(
        sesuai=not broken,
        pelanggaran=tuple(p for p in Pelanggaran if p in broken),
        dasar=based_on(pola, pembulatan, terkecil),
    )


def orang_minimum(terkecil: int) -> int:
    """The smallest number of pegawai the pattern is held against: never none."""
    return max(1, terkecil)


def syarat(rows: Iterable[Mapping[str, Any]], pembulatan: str) -> tuple[Syarat, ...]:
    """The bounds of one capaian, as the parameter prints them, in whole numbers.

    Raises ParameterError for an unknown way of rounding, and for a share that is none or
    finer than a database counts: an agency's own value may be any.
    """
    return tuple(_syarat(row, pembulatan) for row in rows)


def _syarat(row: Mapping[str, Any], pembulatan: str) -> Syarat:
    predikat = tuple(Predikat(name) for name in row["predikat"])
    tanda = ">" if "maksimum" in row else "<"
    if "minimum_orang" in row:
        tanda, batas = "<", (0, int(row["minimum_orang"]), 1)
    else:
        share = Fraction(row["minimum" if tanda == "<" else "maksimum"]) / PERCENT
        batas = _persons(share, tanda, pembulatan)
    return Syarat(Pelanggaran(row["pelanggaran"]), predikat, tanda, *batas)


def _persons(share: Fraction, tanda: str, pembulatan: str) -> tuple[int, int, int]:
    """A share of a unit as whole persons: (bagian, tambah, pembagi).

    Without rounding the share itself is compared. Persons are whole: more than a share is
    more than the share rounded down, fewer is fewer than the share rounded up.
    """
    above, below = share.as_integer_ratio()
    if not 0 <= share <= 1 or below > FINEST:
        raise ParameterError(f"pola_distribusi: not a share to count by: {share}")
    if pembulatan == "tanpa":
        pembulatan = "ke_bawah" if tanda == ">" else "ke_atas"
    if pembulatan == "ke_bawah":
        return above, 0, below
    if pembulatan == "ke_atas":
        return above, below - 1, below
    if pembulatan == "terdekat":
        return 2 * above, below, 2 * below
    raise ParameterError(f"pembulatan: unknown: {pembulatan!r}")


def _counted(jumlah: object) -> dict[Predikat, int]:
    if not isinstance(jumlah, Mapping):
        raise Invalid(f"jumlah: not a table: {jumlah!r}")
    return {choice(Predikat, name, "jumlah"): count(n, str(name)) for name, n in jumlah.items()}
