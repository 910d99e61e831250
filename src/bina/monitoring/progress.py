"""How far a plan is: pure figures, no database, no clock.

For showing and for comparing with the time that has passed; no rating follows from it
(PermenPANRB 6/2022 prescribes no arithmetic: the penilai decides). Values of one indicator are
named tuples: a team has hundreds, and a frozen dataclass takes five times as long to make.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

FULL = Decimal(100)
MOST = Decimal(999)
"""More is not shown: it says no more than that the target was far too low."""


class Ukuran(NamedTuple):
    """What an indicator is measured by (planning.Indikator): `target` to `atas` where it is a
    range, `target` alone otherwise."""

    target: Decimal | None
    arah: str = "naik"
    cara_hitung: str = "jumlah"
    atas: Decimal | None = None


class Angka(NamedTuple):
    """One entry. `urutan` is the order of entry, which decides between two of one day."""

    tanggal: date
    urutan: int
    nilai: Decimal | None = None
    teks: str = ""
    batal: bool = False


def latest(entries: Iterable[Angka]) -> Angka | None:
    """The entry that holds: of the latest day, and of that day the one written last."""
    counted = [one for one in entries if not one.batal]
    return max(counted, key=lambda one: (one.tanggal, one.urutan), default=None)


def realisasi(ukuran: Ukuran, entries: Sequence[Angka]) -> Decimal | None:
    """What the entries come to; None while no number was recorded. Voided ones never count."""
    counted = [one for one in entries if not one.batal and one.nilai is not None]
    if not counted:
        return None
    if ukuran.cara_hitung == "jumlah":
        return sum((one.nilai for one in counted if one.nilai is not None), Decimal(0))
    last = latest(counted)
    return last.nilai if last else None


def persen(ukuran: Ukuran, achieved: Decimal | None) -> Decimal | None:
    """Per cent of the target, 0 to MOST; None where the target is words, 0 while nothing is
    recorded.

    The smaller-is-better formula is the one PermenPANRB 8/2021 printed for its "khusus"
    indicators, (1 + (1 - R/T)) x 100, held at 100: less than the limit is the limit kept.
    A range is judged as PermenPANRB 8/2021 judged one (`bound`).
    """
    if ukuran.target is None:
        return None
    if achieved is None:
        return Decimal(0)
    judged_by = bound(ukuran, achieved)
    if judged_by is None:
        return FULL
    if ukuran.arah == "turun":
        return _falling(judged_by, achieved)
    if not judged_by:
        return FULL
    return _two_places(min(achieved / judged_by * FULL, MOST))


def bound(ukuran: Ukuran, achieved: Decimal) -> Decimal | None:
    """The number of a range that judges: the lower bound below it, the upper one above it, none
    inside, which is the whole (PermenPANRB 8/2021, Lampiran, hlm. 91 and 100; P6 says nothing)."""
    low, high = ukuran.target, ukuran.atas
    if low is None or high is None or achieved < low:
        return low
    return high if achieved > high else None


def _falling(limit: Decimal, achieved: Decimal) -> Decimal:
    if achieved <= limit:
        return FULL
    if not limit:
        return Decimal(0)
    return _two_places(max((2 - achieved / limit) * FULL, Decimal(0)))


def mean(shares: Iterable[Decimal | None]) -> Decimal | None:
    """The mean of those that have a figure, each counted to 100 at the most: one that went far
    beyond its target does not hide one that lags."""
    known = [min(one, FULL) for one in shares if one is not None]
    return _two_places(sum(known, Decimal(0)) / len(known)) if known else None


def elapsed(mulai: date, selesai: date, on: date) -> Decimal:
    """Per cent of the days from `mulai` to `selesai` that have passed on that day."""
    whole = (selesai - mulai).days + 1
    passed = min(max((on - mulai).days + 1, 0), whole)
    return _two_places(FULL * passed / whole)


def share_of_months(mulai: date, selesai: date, first: date, last: date) -> Decimal:
    """Which part of the plan's months lies in a period: a quarter of a year is 0.25."""
    whole = _months(mulai, selesai)
    inside = _months(max(mulai, first), min(selesai, last))
    return Decimal(inside) / Decimal(whole) if whole and inside > 0 else Decimal(0)


def period_target(ukuran: Ukuran, share: Decimal) -> Decimal | None:
    """A sum's target shared out over the months; a state's target is the same all year."""
    return _part(ukuran, ukuran.target, share)


def period_measure(ukuran: Ukuran, share: Decimal) -> Ukuran:
    """What a part of the year is measured by: both bounds of a range shared out alike."""
    low, high = (_part(ukuran, one, share) for one in (ukuran.target, ukuran.atas))
    return Ukuran(low, ukuran.arah, ukuran.cara_hitung, high)


def _part(ukuran: Ukuran, target: Decimal | None, share: Decimal) -> Decimal | None:
    if target is None or ukuran.cara_hitung != "jumlah":
        return target
    return _two_places(target * share)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _two_places(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)
