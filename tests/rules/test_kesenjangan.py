"""Gaps of performance and of competency."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.kesenjangan import (
    KelasKinerja,
    KelasKompetensi,
    kesenjangan_dari_predikat,
    kesenjangan_kinerja,
    kesenjangan_kompetensi,
)
from bina.rules.parameters import Parameters
from bina.rules.refusal import Invalid
from bina.rules.texts import texts

ON = date(2026, 12, 31)
LAW = Parameters(texts())
LEVELS = st.integers(1, 5)


def kinerja(target, capaian, **more):
    return kesenjangan_kinerja(target=target, capaian=capaian, law=LAW, on=ON, **more)


def kompetensi(standar, capaian):
    return kesenjangan_kompetensi(standar=standar, capaian=capaian, law=LAW, on=ON)


@pytest.mark.parametrize(
    ("capaian", "klasifikasi"),
    [
        ("100", "tidak_ada"),
        ("99.999999", "kecil"),
        ("80", "kecil"),
        ("79.999999", "sedang"),
        ("60", "sedang"),
        ("59.999999", "tinggi"),
        ("0", "tinggi"),
    ],
)
def test_a_class_holds_up_to_and_with_its_bound(capaian, klasifikasi):
    assert kinerja("100", capaian).klasifikasi == klasifikasi


def test_the_class_is_judged_before_rounding():
    found = kinerja("100000", "79999")
    assert found.persen == Decimal("20.001")
    assert found.klasifikasi == "sedang"
    assert kinerja("3", Decimal("2.4")).klasifikasi == "kecil"


def test_where_smaller_is_better_more_is_a_gap():
    assert kinerja("10", "14.1", arah="turun").klasifikasi == "tinggi"
    assert kinerja("10", "3", arah="turun").persen == 0
    assert kinerja("10", "30", arah="turun").persen == 200


@given(st.decimals("0.01", "1000", places=2), st.decimals("0", "2000", places=2))
def test_the_gap_never_grows_as_the_result_rises(target, capaian):
    less, more = kinerja(target, capaian), kinerja(target, capaian + 1)
    assert 0 <= more.persen <= less.persen <= 100
    order = list(KelasKinerja)
    assert order.index(more.klasifikasi) <= order.index(less.klasifikasi)


@pytest.mark.parametrize(
    ("target", "capaian"),
    [
        ("0", "0"),
        ("-1", "1"),
        ("1", "-1"),
        ("x", "1"),
        ("", "1"),
        ("NaN", "1"),
        ("Infinity", "1"),
        (float("nan"), 1),
        (1, float("inf")),
        (Decimal("NaN"), 1),
        (True, 1),
        (1, None),
        ([1], 1),
        ("1e3", "1"),
        ("1_0", "1"),
        (Decimal("1E+999999"), 1),
        (Decimal("1E-999999"), 1),
    ],
)
def test_what_is_no_quantity_is_invalid(target, capaian):
    with pytest.raises(Invalid):
        kinerja(target, capaian)


def test_there_are_two_directions():
    with pytest.raises(Invalid):
        kinerja(1, 1, arah="datar")


def test_numbers_may_be_written_in_any_form():
    assert kinerja(50, 40.0).persen == kinerja("50", Decimal(40)).persen == 20


@pytest.mark.parametrize(
    ("predikat", "klasifikasi", "penyebab"),
    [
        ("sangat_baik", "tidak_ada", ()),
        ("baik", "tidak_ada", ()),
        ("butuh_perbaikan", "sedang", ()),
        ("kurang", "tidak_ada", ("perilaku",)),
        ("sangat_kurang", "tinggi", ("perilaku",)),
    ],
)
def test_a_predikat_alone_hints_at_the_gap_and_its_cause(predikat, klasifikasi, penyebab):
    found = kesenjangan_dari_predikat(predikat=predikat, law=LAW, on=ON)
    assert (found.klasifikasi, found.penyebab) == (klasifikasi, penyebab)
    assert found.dasar[0].tag == "design"


@pytest.mark.parametrize(
    ("capaian", "klasifikasi"),
    [(5, "tidak_ada"), (4, "rendah"), (3, "sedang"), (2, "tinggi"), (1, "tinggi")],
)
def test_levels_below_the_standard_have_their_classes(capaian, klasifikasi):
    assert kompetensi(5, capaian).klasifikasi == klasifikasi


@given(LEVELS, LEVELS)
def test_a_competency_gap_is_never_below_zero(standar, capaian):
    found = kompetensi(standar, capaian)
    assert found.kesenjangan == max(0, standar - capaian)
    assert (found.kesenjangan == 0) == (found.klasifikasi == "tidak_ada")


@given(LEVELS, st.integers(1, 4))
def test_the_class_of_a_competency_gap_never_grows_as_the_level_rises(standar, capaian):
    order = list(KelasKompetensi)
    less, more = kompetensi(standar, capaian), kompetensi(standar, capaian + 1)
    assert order.index(more.klasifikasi) <= order.index(less.klasifikasi)


@given(st.integers(1, 500), st.integers(0, 1000), st.integers(2, 50))
def test_only_the_share_of_the_target_counts(target, capaian, times):
    for arah in ("naik", "turun"):
        one = kinerja(target, capaian, arah=arah)
        many = kinerja(target * times, capaian * times, arah=arah)
        assert (one.persen, one.klasifikasi) == (many.persen, many.klasifikasi)


@pytest.mark.parametrize("level", [0, 6, -1, 2.5, "x", True, None, Decimal("NaN")])
def test_there_are_five_levels(level):
    for pair in ((level, 3), (3, level)):
        with pytest.raises(Invalid):
            kompetensi(*pair)
