"""Job person match."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.parameters import Parameters
from bina.rules.perbkn26_2019 import Pemetaan, Seleksi, job_person_match
from bina.rules.refusal import Invalid, NotInForce
from bina.rules.texts import texts

ON = date(2026, 12, 31)
LAW = Parameters(texts())
PAIRS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=30)


def match(standar, capaian, on=ON):
    return job_person_match(standar=standar, capaian=capaian, law=LAW, on=on)


@pytest.mark.parametrize(
    ("reached", "seleksi", "pemetaan"),
    [
        (90, "ms", "optimal"),
        (89, "ms", "cukup_optimal"),
        (80, "ms", "cukup_optimal"),
        (79, "mms", "cukup_optimal"),
        (78, "mms", "cukup_optimal"),
        (77, "mms", "kurang_optimal"),
        (68, "mms", "kurang_optimal"),
        (67, "kms", "kurang_optimal"),
    ],
)
def test_a_band_begins_with_its_bound(reached, seleksi, pemetaan):
    # 20 competencies at level 5 require 100; each level missing is one percent
    found = match([5] * 20, [5 - (place < 100 - reached) for place in range(20)])
    if reached < 80:
        found = match([5] * 20, [4 - (place < 80 - reached) for place in range(20)])
    assert (found.persen, found.seleksi, found.pemetaan) == (reached, seleksi, pemetaan)


def test_bands_are_compared_without_rounding():
    found = match([5] * 4999 + [4], [4] * 4999 + [3])
    assert Decimal("79.995") < found.persen < 80  # shown as 80.00
    assert found.seleksi == "mms"


@given(PAIRS)
def test_the_whole_is_capped_and_no_surplus_hides_a_gap(pairs):
    standar, capaian = map(list, zip(*pairs, strict=True))
    found = match(standar, capaian)
    assert 0 < found.persen <= 100
    assert list(found.kesenjangan) == [max(0, s - c) for s, c in pairs]
    if not any(found.kesenjangan):
        assert (found.persen, found.pemetaan) == (100, "optimal")


@given(PAIRS, st.integers(0, 29))
def test_a_higher_level_never_lowers_the_match_nor_its_bands(pairs, place):
    standar, capaian = map(list, zip(*pairs, strict=True))
    higher = [min(5, one + (n == place)) for n, one in enumerate(capaian)]
    first, second = match(standar, capaian), match(standar, higher)
    assert first.persen <= second.persen
    for kind, field in ((Seleksi, "seleksi"), (Pemetaan, "pemetaan")):
        worst_first = list(reversed(kind))
        ranks = [worst_first.index(getattr(one, field)) for one in (first, second)]
        assert ranks == sorted(ranks)


@given(PAIRS.flatmap(lambda pairs: st.tuples(st.just(pairs), st.permutations(pairs))))
def test_the_order_of_competencies_does_not_change_the_match(orders):
    first, second = (match(*map(list, zip(*pairs, strict=True))) for pairs in orders)
    assert (first.persen, first.pemetaan) == (second.persen, second.pemetaan)
    assert sorted(first.kesenjangan) == sorted(second.kesenjangan)


@pytest.mark.parametrize(
    ("standar", "capaian"),
    [
        ([], []),
        ([3], [3, 3]),
        ([3, 3], [3]),
        ([0], [1]),
        ([1], [0]),
        ([6], [1]),
        ([3], [True]),
        ("3", "3"),
        (None, [3]),
        (3, 3),
    ],
)
def test_every_competency_has_one_level_of_each(standar, capaian):
    with pytest.raises(Invalid):
        match(standar, capaian)


def test_before_the_regulation_there_is_no_match():
    with pytest.raises(NotInForce):
        match([3], [3], on=date(2018, 1, 1))
