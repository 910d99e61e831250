"""SE MenPANRB 3/2023: which distribution of predikat a unit's own rating allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from bina.rules.given import choice, count
from bina.rules.parameters import Parameters
from bina.rules.permenpanrb6_2022 import CapaianOrganisasi, Predikat
from bina.rules.refusal import Invalid
from bina.rules.result import Result, based_on

PERCENT = 100
ROUNDING = MappingProxyType(
    {"ke_bawah": ROUND_FLOOR, "ke_atas": ROUND_CEILING, "terdekat": ROUND_HALF_UP}
)


class Pelanggaran(StrEnum):
    """How a distribution leaves its pattern, in the order in which they are told."""

    SANGAT_BAIK_MAKSIMUM = "sangat_baik_maksimum"
    BAIK_MAKSIMUM = "baik_maksimum"
    WAJIB_ADA = "wajib_ada_butuh_perbaikan_atau_kurang"
    BUTUH_PERBAIKAN_MINIMUM = "butuh_perbaikan_minimum"
    KURANG_MINIMUM = "kurang_minimum"
    SANGAT_KURANG_MINIMUM = "sangat_kurang_minimum"
    KURANG_DAN_BUTUH_PERBAIKAN_MINIMUM = "kurang_dan_butuh_perbaikan_minimum"


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
    total = sum(counted.values())
    applies = total >= max(1, terkecil.value)
    rows = pola.value[capaian] if applies else ()
    broken = {row["pelanggaran"] for row in rows if _breaks(row, counted, pembulatan.value)}
    return PolaDistribusi(
        sesuai=not broken,
        pelanggaran=tuple(p for p in Pelanggaran if p in broken),
        dasar=based_on(pola, pembulatan, terkecil),
    )


def _counted(jumlah: object) -> dict[Predikat, int]:
    if not isinstance(jumlah, Mapping):
        raise Invalid(f"jumlah: not a table: {jumlah!r}")
    return {choice(Predikat, name, "jumlah"): count(n, str(name)) for name, n in jumlah.items()}


def _breaks(row: Mapping[str, Any], counted: dict[Predikat, int], pembulatan: str) -> bool:
    found = sum(counted.get(Predikat(name), 0) for name in row["predikat"])
    total = sum(counted.values())
    if "minimum_orang" in row:
        return bool(found < row["minimum_orang"])
    if "minimum" in row:
        return found < _persons(row["minimum"], total, pembulatan)
    return found > _persons(row["maksimum"], total, pembulatan)


def _persons(percent: Decimal, total: int, pembulatan: str) -> Decimal:
    """A share of the unit in persons; exact unless the agency rounds."""
    share = percent * total / PERCENT
    if pembulatan in ROUNDING:
        return share.quantize(Decimal(1), ROUNDING[pembulatan])
    return share
