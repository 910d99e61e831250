"""The next predicate of people who were guided beside that of comparable people who were not.

Comparable: the same kind and level of jabatan and the same predicate before. What the others did
is weighed as the guided are spread over these groups (direct standardisation), so that a different
mix of people does not look like an effect. Guided people without anybody comparable are left out.
Pure: no database.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

# From the worst to the best, as the law's own picture of the distribution lines them up.
ORDER: Final = ("sangat_kurang", "kurang", "butuh_perbaikan", "baik", "sangat_baik")
NAIK, TETAP, TURUN = "naik", "tetap", "turun"
WAYS: Final = (NAIK, TETAP, TURUN)


@dataclass(frozen=True, slots=True)
class Kelompok:
    """One side. `bagian`: share in per cent by way; `median`: steps between the predicates."""

    orang: int
    bagian: dict[str, Decimal]
    median: Decimal


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """`tanpa_pembanding`: guided people nobody was comparable to."""

    dibimbing: Kelompok
    pembanding: Kelompok
    tanpa_pembanding: int


Groups = dict[Any, dict[int, Decimal]]


def steps(before: str, after: str) -> int:
    """How many predicates up (or, negative, down)."""
    return ORDER.index(after) - ORDER.index(before)


def way(moved: int) -> str:
    return NAIK if moved > 0 else TURUN if moved < 0 else TETAP


def compare(rows: Iterable[Any], *, fewest: int) -> Perbandingan | None:
    """None where either side would stand for fewer people than `fewest`.

    A row has kelompok, sebelum, sesudah, dibimbing and orang (appraisal.door.Peralihan).
    """
    guided, others = _groups(rows)
    shared = [key for key in guided if key in others]
    n = int(sum(sum(guided[key].values()) for key in shared))
    among = int(sum(sum(others[key].values()) for key in shared))
    if n < fewest or among < fewest:
        return None
    left = int(sum(sum(found.values()) for found in guided.values())) - n
    return Perbandingan(
        _side(n, _added(guided[key] for key in shared)),
        _side(among, _added(_weighed(others[key], guided[key]) for key in shared)),
        left,
    )


def _groups(rows: Iterable[Any]) -> tuple[Groups, Groups]:
    """Of each side: (group, predicate before) -> steps -> people."""
    both: tuple[Groups, Groups] = (
        defaultdict(lambda: defaultdict(Decimal)),
        defaultdict(lambda: defaultdict(Decimal)),
    )
    for one in rows:
        side = both[0] if one.dibimbing else both[1]
        side[one.kelompok, one.sebelum][steps(one.sebelum, one.sesudah)] += one.orang
    return both


def _weighed(found: dict[int, Decimal], like: dict[int, Decimal]) -> dict[int, Decimal]:
    """These people, counted as if there were as many as on the other side of their group."""
    factor = sum(like.values(), Decimal(0)) / sum(found.values(), Decimal(0))
    return {moved: n * factor for moved, n in found.items()}


def _added(parts: Iterable[dict[int, Decimal]]) -> dict[int, Decimal]:
    found: dict[int, Decimal] = defaultdict(Decimal)
    for part in parts:
        for moved, n in part.items():
            found[moved] += n
    return found


def _side(orang: int, counted: dict[int, Decimal]) -> Kelompok:
    total = sum(counted.values(), Decimal(0))
    share = dict.fromkeys(WAYS, Decimal(0))
    for moved, n in counted.items():
        share[way(moved)] += 100 * n / total
    return Kelompok(orang, share, _median(counted, total))


def _median(counted: dict[int, Decimal], total: Decimal) -> Decimal:
    """The middle by weight; between two where exactly half lies below."""
    passed = Decimal(0)
    ordered = sorted(counted)
    for place, moved in enumerate(ordered):
        passed += counted[moved]
        if 2 * passed == total and place + 1 < len(ordered):
            return Decimal(moved + ordered[place + 1]) / 2
        if 2 * passed >= total:
            return Decimal(moved)
    raise ValueError("nobody to take the middle of")
