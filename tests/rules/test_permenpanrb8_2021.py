"""The numeric scheme of the second half of 2021: how far an indicator went, and its mark."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.permenpanrb8_2021 import capaian_iki_p8, nilai_iki_p8
from bina.rules.refusal import Invalid, Manual, NotInForce

ON = date(2021, 12, 31)
AMOUNTS = st.decimals("0.01", 10_000, places=2)


@pytest.fixture
def reached(law):
    def reached(realisasi, target, jenis="normal", on=ON):
        given = {"jenis": jenis, "target": target, "realisasi": realisasi}
        return capaian_iki_p8(**given, law=law, on=on)

    return reached


@pytest.fixture
def mark(law):
    def mark(capaian, on=ON, **more):
        return nilai_iki_p8(capaian=capaian, **more, law=law, on=on).nilai

    return mark


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian"),
    [
        ("80", "80", "100"),
        ("80", "0", "0"),
        (["80", "90"], "80", "100"),
        (["80", "90"], "90", "100"),
        (["80", "90"], "99", "110"),
        (["80", "80"], "40", "50"),
    ],
)
def test_a_range_is_judged_by_the_bound_that_was_missed(reached, target, realisasi, capaian):
    assert reached(realisasi, target).capaian == Decimal(capaian)


def test_a_special_indicator_missed_by_more_than_its_target_falls_below_nothing(reached):
    assert reached("20", "8", "khusus").capaian == Decimal("-50")


@pytest.mark.parametrize(
    ("realisasi", "capaian"),
    [("9", "87.5"), ("7", "100"), ("7.5", "100"), ("8", "100"), ("3.5", "150"), ("16", "0")],
)
def test_where_smaller_is_better_a_range_has_its_bounds_too(reached, realisasi, capaian):
    """The examples of the Lampiran, hlm. 100: 7 to 8 months."""
    assert reached(realisasi, ["7", "8"], "khusus").capaian == Decimal(capaian)


def test_a_range_may_begin_at_nothing(reached):
    assert reached("0", ["0", "4"]).capaian == reached("4", ["0", "4"], "khusus").capaian == 100
    assert reached("6", ["0", "4"], "khusus").capaian == 50


@pytest.mark.parametrize(
    "target",
    ["0", "-1", ["90", "80"], ["80"], [1, 2, 3], [0, 0], [-1, 2], "banyak", None, True, {}],
)
@pytest.mark.parametrize("jenis", ["normal", "khusus"])
def test_a_target_that_is_none_is_refused(reached, target, jenis):
    with pytest.raises(Invalid):
        reached("1", target, jenis)


@pytest.mark.parametrize("realisasi", ["-1", "banyak", None, True, float("nan"), ["1"]])
def test_what_was_not_achieved_in_numbers_is_refused(reached, realisasi):
    with pytest.raises(Invalid):
        reached(realisasi, "1")
    with pytest.raises(Invalid):
        reached("1", "1", "biasa")


RANGES = st.tuples(AMOUNTS, AMOUNTS).map(sorted)


@given(target=st.one_of(AMOUNTS, RANGES), several=st.lists(AMOUNTS, min_size=2, max_size=6))
def test_more_is_never_less(law, target, several):
    for jenis, order in (("normal", sorted(several)), ("khusus", sorted(several, reverse=True))):
        given = {"jenis": jenis, "target": target, "law": law, "on": ON}
        found = [capaian_iki_p8(realisasi=one, **given).capaian for one in order]
        assert found == sorted(found)


@pytest.mark.parametrize(
    ("capaian", "nilai"),
    [
        ("0", "0"), ("59", "49"), ("60", "50"), ("79", "69"), ("80", "70"), ("99", "89"),
        ("100", "109"), ("110.01", "120"), ("500", "120"), ("29.5", "24.5"),
    ],
)  # fmt: skip
def test_the_ends_of_each_stretch(mark, capaian, nilai):
    assert mark(capaian) == Decimal(nilai)


@pytest.mark.parametrize("capaian", ["59.5", "79.01", "99.99", "100.01", "110"])
def test_between_the_stretches_a_person_decides(mark, capaian):
    with pytest.raises(Manual):
        mark(capaian)


@pytest.mark.parametrize(
    ("capaian", "kategori"),
    [
        ("59", "sangat_kurang"), ("60", "kurang"), ("98", "cukup"), ("100", "baik"),
        ("111", "sangat_baik"),
    ],
)  # fmt: skip
def test_a_mark_has_its_category(law, capaian, kategori):
    assert nilai_iki_p8(capaian=capaian, law=law, on=ON).kategori == kategori
    best = nilai_iki_p8(capaian="100", maksimum=True, law=law, on=ON)
    assert best.kategori == "sangat_baik"


def test_the_whole_of_a_target_that_cannot_be_exceeded_is_the_highest(mark):
    assert mark("100", maksimum=True) == 120
    assert mark("99", maksimum=True) == 89
    assert mark("110.01", maksimum=True) == 120
    with pytest.raises(Manual):
        mark("100.01", maksimum=True)
    with pytest.raises(Invalid):
        mark("100", maksimum="ya")


@pytest.mark.parametrize("capaian", ["-1", "banyak", True])
def test_what_is_no_achievement_has_no_mark(mark, capaian):
    with pytest.raises(Invalid):
        mark(capaian)


@pytest.mark.parametrize("on", [date(2021, 6, 30), date(2022, 1, 1)])
def test_it_judges_its_half_year_only(reached, mark, on):
    with pytest.raises(NotInForce):
        reached("1", "1", on=on)
    with pytest.raises(NotInForce):
        mark("90", on=on)


@given(st.lists(st.decimals(0, 130, places=2), min_size=2, max_size=6))
def test_the_mark_never_falls_as_more_is_reached(law, several):
    marks = []
    for one in sorted(several):
        try:
            marks.append(nilai_iki_p8(capaian=one, law=law, on=ON).nilai)
        except Manual:
            continue
    assert marks == sorted(marks)
