"""The figures of progress, over their whole range."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bina.monitoring.progress import (
    FULL,
    MOST,
    Angka,
    Ukuran,
    elapsed,
    latest,
    mean,
    period_measure,
    period_target,
    persen,
    realisasi,
    share_of_months,
)

DAY = date(2026, 3, 2)
amounts = st.decimals(min_value=0, max_value=10**9, places=4)
targets = st.decimals(min_value=Decimal("0.0001"), max_value=10**9, places=4)
days = st.integers(0, 364).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
ways = st.sampled_from(["jumlah", "terakhir"])
directions = st.sampled_from(["naik", "turun"])
entries = st.lists(
    st.builds(
        Angka, tanggal=days, urutan=st.integers(1, 10**6), nilai=amounts, batal=st.booleans()
    ),
    max_size=12,
    unique_by=lambda one: one.urutan,
)


def share(ukuran: Ukuran, rows: list[Angka]) -> Decimal:
    found = persen(ukuran, realisasi(ukuran, rows))
    assert found is not None
    return found


@given(targets, entries, days, amounts)
def test_a_sum_never_falls_when_something_is_added(target, rows, day, more):
    ukuran = Ukuran(target, "naik", "jumlah")
    grown = [*rows, Angka(day, 10**7, more)]
    assert share(ukuran, grown) >= share(ukuran, rows)


@given(
    st.sampled_from(["jumlah", "terakhir"]), st.sampled_from(["naik", "turun"]), targets, entries
)
def test_voided_entries_never_count(cara, arah, target, rows):
    ukuran = Ukuran(target, arah, cara)
    kept = [one for one in rows if not one.batal]
    assert share(ukuran, rows) == share(ukuran, kept)


@given(directions, targets, entries)
def test_a_share_stays_within_its_bounds(arah, target, rows):
    assert 0 <= share(Ukuran(target, arah, "jumlah"), rows) <= MOST


@given(entries)
def test_the_order_of_the_rows_does_not_matter(rows):
    for cara in ("jumlah", "terakhir"):
        ukuran = Ukuran(Decimal(100), "naik", cara)
        assert realisasi(ukuran, rows) == realisasi(ukuran, list(reversed(rows)))


def test_of_two_entries_of_one_day_the_one_written_last_holds():
    rows = [Angka(DAY, 8, Decimal(91)), Angka(DAY, 9, Decimal(88)), Angka(DAY, 7, Decimal(99))]
    ukuran = Ukuran(Decimal(95), "naik", "terakhir")
    assert realisasi(ukuran, rows) == 88


def test_a_later_day_holds_whenever_it_was_written():
    rows = [Angka(DAY, 1, Decimal(91)), Angka(DAY - timedelta(days=1), 2, Decimal(20))]
    last = latest(rows)
    assert last is not None
    assert last.nilai == 91


def test_nothing_recorded_is_nothing_reached():
    assert share(Ukuran(Decimal(240)), []) == 0


def test_a_target_in_words_has_no_share():
    assert persen(Ukuran(None), Decimal(3)) is None


def test_smaller_is_better_holds_at_the_limit_and_falls_beyond_it():
    ukuran = Ukuran(Decimal(2), "turun", "terakhir")
    found = [persen(ukuran, Decimal(value)) for value in ("1", "2", "3", "4", "9")]
    assert found == [100, 100, 50, 0, 0]


def test_no_complaints_wanted_and_none_came():
    ukuran = Ukuran(Decimal(0), "turun", "jumlah")
    assert (persen(ukuran, Decimal(0)), persen(ukuran, Decimal(1))) == (100, 0)


@given(st.lists(st.one_of(st.none(), st.decimals(0, 999, places=2)), max_size=6))
def test_one_far_beyond_its_target_hides_none_that_lags(shares):
    found = mean(shares)
    known = [one for one in shares if one is not None]
    assert (found is None) == (not known)
    if found is not None:
        assert found <= FULL
        assert found <= FULL - (FULL - min(*known, FULL)) / len(known) + Decimal("0.01")


@given(days, days)
def test_time_only_runs_forward(first, second):
    year = date(2026, 1, 1), date(2026, 12, 31)
    early, late = sorted([first, second])
    assert 0 < elapsed(*year, early) <= elapsed(*year, late) <= FULL


def test_time_before_and_after_the_period():
    year = date(2026, 1, 1), date(2026, 12, 31)
    assert elapsed(*year, date(2025, 12, 31)) == 0
    assert elapsed(*year, date(2027, 1, 1)) == FULL


def test_a_quarter_is_a_quarter_of_the_sum_and_the_whole_of_a_state():
    year = date(2026, 1, 1), date(2026, 12, 31)
    part = share_of_months(*year, date(2026, 7, 1), date(2026, 9, 30))
    assert period_target(Ukuran(Decimal(240), "naik", "jumlah"), part) == 60
    assert period_target(Ukuran(Decimal(95), "naik", "terakhir"), part) == 95


def test_a_plan_that_began_in_the_quarter_owes_only_its_own_months():
    part = share_of_months(
        date(2026, 8, 15), date(2026, 12, 31), date(2026, 7, 1), date(2026, 9, 30)
    )
    assert part == Decimal(2) / Decimal(5)


RANGE = Ukuran(Decimal(80), "naik", "terakhir", Decimal(90))


def test_inside_a_range_is_the_whole_and_outside_its_nearer_bound_judges():
    assert [persen(RANGE, Decimal(one)) for one in (80, 85, 90)] == [FULL] * 3
    assert persen(RANGE, Decimal(40)) == 50
    assert persen(RANGE, Decimal(99)) == 110
    falling = Ukuran(Decimal(2), "turun", "terakhir", Decimal(4))
    assert [persen(falling, Decimal(one)) for one in (1, 3, 5)] == [FULL, FULL, Decimal(75)]


@given(targets, targets, amounts, amounts)
def test_within_a_rising_range_more_is_never_less(one, other, few, more):
    low, high = sorted((one, other))
    ukuran = Ukuran(low, "naik", "jumlah", high + 1)
    assert persen(ukuran, min(few, more)) <= persen(ukuran, max(few, more))


def test_both_bounds_of_a_range_are_shared_out_over_the_year():
    shared = period_measure(Ukuran(Decimal(80), "naik", "jumlah", Decimal(120)), Decimal("0.25"))
    assert (shared.target, shared.atas) == (20, 30)
    assert period_measure(RANGE, Decimal("0.25")) == RANGE
