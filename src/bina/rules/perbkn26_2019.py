"""PerBKN 26/2019: job person match, how well a person's competencies meet a jabatan's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bina.rules.given import items
from bina.rules.kesenjangan import level
from bina.rules.parameters import Parameters, Value
from bina.rules.refusal import Invalid
from bina.rules.result import Result, based_on

PERCENT = 100


class Seleksi(StrEnum):
    """Memenuhi syarat, masih memenuhi syarat, kurang memenuhi syarat."""

    MS = "ms"
    MMS = "mms"
    KMS = "kms"


class Pemetaan(StrEnum):
    OPTIMAL = "optimal"
    CUKUP_OPTIMAL = "cukup_optimal"
    KURANG_OPTIMAL = "kurang_optimal"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPersonMatch(Result):
    """`kesenjangan` has one entry a competency, in the order given."""

    persen: Decimal
    seleksi: Seleksi
    pemetaan: Pemetaan
    kesenjangan: tuple[int, ...]


def job_person_match(
    *, standar: Sequence[int], capaian: Sequence[int], law: Parameters, on: date | None
) -> JobPersonMatch:
    """The sum of levels reached as a percentage of the sum of levels required.

    The whole is capped; in the list of gaps no surplus hides a gap of another. Bands
    are compared without rounding. Raises Invalid for lists that are empty or of
    unequal length, and for anything but levels.
    """
    tingkat = law.in_force("permenpanrb38_2017.tingkat_kompetensi", on)
    required = [level(v, "standar", tingkat.value) for v in items(standar, "standar")]
    reached = [level(v, "capaian", tingkat.value) for v in items(capaian, "capaian")]
    if not required or len(required) != len(reached):
        raise Invalid("standar, capaian: not one level of each for every competency")
    cap = law.in_force("perbkn26_2019.persen_maksimum", on)
    seleksi, pemetaan = (law.in_force(f"perbkn26_2019.{n}", on) for n in ("seleksi", "pemetaan"))
    persen = min(cap.value, Decimal(sum(reached)) * PERCENT / sum(required))
    return JobPersonMatch(
        persen=persen,
        seleksi=Seleksi(_band(persen, seleksi)),
        pemetaan=Pemetaan(_band(persen, pemetaan)),
        kesenjangan=tuple(max(0, s - c) for s, c in zip(required, reached, strict=True)),
        dasar=based_on(tingkat, cap, seleksi, pemetaan),
    )


def _band(persen: Decimal, bands: Value) -> str:
    return str(next(row["kategori"] for row in bands.value if persen >= row["mulai"]))
