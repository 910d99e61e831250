"""The formulas of kompetensi.md 6, and the comparison, as properties."""

from collections import namedtuple
from decimal import Decimal
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bina.guidance.ukur import rumus
from bina.guidance.ukur.banding import ORDER, WAYS, compare, steps

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
LEVEL = st.integers(1, 5)
GAP = st.integers(0, 4)
Row = namedtuple("Row", "kelompok sebelum sesudah dibimbing orang")
ROWS = st.lists(
    st.builds(
        Row,
        st.sampled_from("ABC"),
        st.sampled_from(ORDER),
        st.sampled_from(ORDER),
        st.booleans(),
        st.integers(1, 40),
    ),
    max_size=30,
)


@UNHURRIED
@given(before=GAP, after=GAP)
def test_closure_is_undefined_without_a_gap_and_else_the_share_that_is_gone(
    before: int, after: int
) -> None:
    found = rumus.closure(before, after)
    if before == 0:
        assert found is None
        return
    assert found is not None
    assert found <= 100
    assert (found == 100) == (after == 0)
    assert (found < 0) == (after > before)


@UNHURRIED
@given(before=LEVEL, after=LEVEL)
def test_normalised_gain_is_one_at_the_top_and_undefined_from_it(before: int, after: int) -> None:
    found = rumus.normalised_gain(before, after)
    assert (found is None) == (before == 5)
    if found is not None:
        assert found <= 1
        assert (found == 1) == (after == 5)
        assert (found > 0) == (rumus.gain(before, after) > 0)


@UNHURRIED
@given(standard=LEVEL, level=LEVEL)
def test_a_gap_is_never_negative(standard: int, level: int) -> None:
    assert rumus.gap(standard, level) == (standard - level if level < standard else 0)


@UNHURRIED
@given(due=st.integers(0, 50), share=st.integers(0, 50))
def test_completion_is_between_nothing_and_all_of_what_is_due(due: int, share: int) -> None:
    done = min(share, due)
    found = rumus.completion(done, due)
    assert (found is None) == (due == 0)
    assert found is None or (0 <= found <= 100 and (found == 100) == (done == due))


@UNHURRIED
@given(values=st.lists(st.integers(-400, 100), min_size=1, max_size=60))
def test_the_median_of_a_tally_is_that_of_the_list(values: list[int]) -> None:
    counted = rumus.tally((Decimal(one), 1) for one in values)
    assert rumus.median(counted) == median(Decimal(one) for one in values)


def test_what_is_undefined_is_left_out_of_the_median() -> None:
    assert rumus.median(rumus.tally([(None, 9), (Decimal(50), 1)])) == 50
    assert rumus.median(rumus.tally([(None, 9)])) is None


@UNHURRIED
@given(rows=ROWS)
def test_the_comparison_is_of_five_and_more_on_both_sides_or_not_at_all(rows: list[Row]) -> None:
    found = compare(rows, fewest=5)
    if found is None:
        return
    for side in (found.dibimbing, found.pembanding):
        assert side.orang >= 5
        assert sum(side.bagian.values()) == pytest.approx(Decimal(100))
        assert set(side.bagian) == set(WAYS)
    assert found.tanpa_pembanding >= 0
    guided = sum(one.orang for one in rows if one.dibimbing)
    assert found.dibimbing.orang + found.tanpa_pembanding == guided


@UNHURRIED
@given(rows=ROWS)
def test_where_both_sides_moved_alike_the_comparison_shows_no_difference(rows: list[Row]) -> None:
    """Ten times as many others, group by group, weigh the same."""
    guided = [one._replace(dibimbing=True) for one in rows]
    others = [one._replace(dibimbing=False, orang=10 * one.orang) for one in rows]
    found = compare([*guided, *others], fewest=5)
    if found is not None:
        for one in WAYS:
            same = pytest.approx(found.pembanding.bagian[one])
            assert found.dibimbing.bagian[one] == same
        assert found.tanpa_pembanding == 0


def test_the_others_are_weighed_as_the_guided_are_spread() -> None:
    """All others of A rose, none of B. The guided are nine of A to one of B: 90 per cent."""
    rows = [
        Row("A", "kurang", "kurang", True, 9),
        Row("B", "baik", "baik", True, 1),
        Row("A", "kurang", "baik", False, 10),
        Row("B", "baik", "baik", False, 990),
    ]
    found = compare(rows, fewest=5)
    assert found is not None
    assert found.pembanding.bagian["naik"] == 90
    assert found.dibimbing.bagian["naik"] == 0
    assert found.pembanding.median == 2


def test_another_jabatan_or_another_predicate_before_is_not_comparable() -> None:
    rows = [
        Row("A", "kurang", "baik", True, 9),
        Row("B", "kurang", "baik", False, 90),
        Row("A", "baik", "baik", False, 90),
    ]
    assert compare(rows, fewest=5) is None


def test_steps_are_counted_along_the_laws_own_order() -> None:
    assert steps("butuh_perbaikan", "sangat_baik") == 2
    assert steps("baik", "kurang") == -2
