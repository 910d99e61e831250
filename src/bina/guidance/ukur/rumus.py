"""The formulas of kompetensi.md 6. Pure: no database, no clock; None is said as "-"."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

HIGHEST: Final = 5
HUNDRED: Final = Decimal(100)


def gain(before: int, after: int) -> Decimal:
    """post - pre."""
    return Decimal(after - before)


def gap(standard: int, level: int) -> int:
    """How far a level is below what the position asks; never negative (kompetensi.md 1.2)."""
    return max(0, standard - level)


def closure(gap_before: int, gap_after: int) -> Decimal | None:
    """(gap_pre - gap_post) / gap_pre x 100; undefined where there was no gap."""
    if gap_before == 0:
        return None
    return HUNDRED * (gap_before - gap_after) / gap_before


def normalised_gain(before: int, after: int, highest: int = HIGHEST) -> Decimal | None:
    """(post - pre) / (max - pre): what was gained of what could be; undefined at the top."""
    if before == highest:
        return None
    return Decimal(after - before) / (highest - before)


def completion(on_time: int, due: int) -> Decimal | None:
    """Done on time / all that is due x 100; undefined while nothing is due."""
    return HUNDRED * on_time / due if due else None


def median(counted: Mapping[Decimal, int]) -> Decimal | None:
    """The middle of a distribution value -> how often; between the two middle ones where even."""
    total = sum(counted.values())
    if total == 0:
        return None
    low, high = _at(counted, (total - 1) // 2), _at(counted, total // 2)
    return (low + high) / 2


def _at(counted: Mapping[Decimal, int], place: int) -> Decimal:
    passed = 0
    for value in sorted(counted):
        passed += counted[value]
        if passed > place:
            return value
    raise IndexError(place)


def tally(values: Iterable[tuple[Decimal | None, int]]) -> dict[Decimal, int]:
    """value -> how often, without those that are undefined."""
    found: dict[Decimal, int] = {}
    for value, n in values:
        if value is not None:
            found[value] = found.get(value, 0) + n
    return found
