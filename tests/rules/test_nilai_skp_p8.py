"""PermenPANRB 8/2021: additional work, the mark of an SKP, of a year, and of conduct."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.permenpanrb8_2021 import (
    Kategori,
    kinerja_tambahan_p8,
    klarifikasi_perilaku_p8,
    nilai_perilaku_p8,
    nilai_skp_p8,
    nilai_skp_setahun_p8,
)
from bina.rules.refusal import Invalid, Manual, NotInForce
from bina.rules.semenpanrb3_2021 import nilai_2021
from bina.rules.texts import frozen, texts

ON = date(2021, 12, 31)
LAW = Parameters(texts())
MARKS = st.decimals(0, 120, places=2)
LEVELS = st.integers(1, 7)
WORKS = st.fixed_dictionaries(
    {
        "kategori": st.sampled_from(list(Kategori)),
        "nilai": MARKS,
        "bobot": st.decimals(0, 10, places=1),
    }
)


def work(kategori="sangat_baik", nilai="120", **weight):
    return {"kategori": kategori, "nilai": nilai, **(weight or {"bobot": "5"})}


def extra(*works, law=LAW, on=ON):
    return kinerja_tambahan_p8(kegiatan=list(works), law=law, on=on)


def skp(utama, tambahan=0, on=ON):
    return nilai_skp_p8(kinerja_utama=utama, kinerja_tambahan=tambahan, law=LAW, on=on).nilai


def year(*nilai, on=ON):
    return nilai_skp_setahun_p8(nilai=list(nilai), law=LAW, on=on).nilai


def conduct(standar, *tingkat, on=ON):
    return nilai_perilaku_p8(standar=standar, tingkat=list(tingkat), law=LAW, on=on).nilai


def unclear(standar, *tingkat, on=ON):
    found = klarifikasi_perilaku_p8(standar=standar, tingkat=list(tingkat), law=LAW, on=on)
    return list(found.perlu_klarifikasi)


def joined(first, second, dikonversi=True, on=ON):
    halves = {"januari_juni": first, "juli_desember": second, "dikonversi": dikonversi}
    return nilai_2021(**halves, law=LAW, on=on).nilai


@pytest.mark.parametrize(
    ("kategori", "nilai"),
    [
        ("sangat_baik", "5"), ("baik", "4"), ("cukup", "3"), ("kurang", "2"),
        ("sangat_kurang", "1"),
    ],
)  # fmt: skip
def test_a_category_keeps_its_part_of_the_weight(kategori, nilai):
    assert extra(work(kategori, "100")).nilai == Decimal(nilai)


def test_additional_work_adds_ten_at_the_most():
    assert extra(work(), work()).nilai == 10
    assert extra(work(), work()).rincian == (6, 6)
    assert extra(work(nilai="100"), work(nilai="99")).nilai == Decimal("9.95")
    assert extra().nilai == 0


def test_a_scope_whose_weight_no_text_gives_needs_a_person():
    with pytest.raises(Manual):
        extra(work(lingkup="antar_unit"))


def test_an_agency_may_weigh_a_scope():
    name = "permenpanrb8_2021.bobot_lingkup_penugasan"
    own = Value(name, date(2021, 7, 1), None, frozen({"antar_unit": "4"}), "SK Bupati", AGENCY)
    law = Parameters(texts(), {name: (own,)})
    assert extra(work(nilai="100", lingkup="antar_unit"), law=law).nilai == 4
    with pytest.raises(Manual):
        extra(work(lingkup="antar_instansi"), law=law)


@pytest.mark.parametrize(
    "wrong",
    [
        None, "x", [], {}, work(bobot="-1"), work(bobot=True), work(lingkup=3),
        work(bobot="5", lingkup="antar_unit"), work("istimewa"), work(None), work(nilai="120.01"),
        work(nilai=-1), work(nilai=float("nan")), {"kategori": "baik", "nilai": "100"},
        work(bobot="5", catatan="x"),
    ],
)  # fmt: skip
def test_what_is_no_additional_work_is_refused(wrong):
    with pytest.raises(Invalid):
        extra(work(), wrong)


@pytest.mark.parametrize("kegiatan", [None, "x", {}, 3])
def test_additional_works_come_in_a_list(kegiatan):
    with pytest.raises(Invalid):
        kinerja_tambahan_p8(kegiatan=kegiatan, law=LAW, on=ON)


@given(st.lists(WORKS, max_size=6), WORKS)
def test_one_more_work_never_lowers_the_mark_nor_lifts_it_past_the_cap(works, more):
    assert 0 <= extra(*works).nilai <= extra(*works, more).nilai <= 10
    assert extra(*reversed(works)).nilai == extra(*works).nilai


@given(MARKS, st.sampled_from(list(Kategori)[1:]))
def test_a_better_category_or_mark_never_earns_less(nilai, kategori):
    better = list(Kategori)[list(Kategori).index(kategori) - 1]
    earned = extra(work(kategori, nilai)).nilai
    assert earned <= extra(work(better, nilai)).nilai
    assert earned <= extra(work(kategori, 120)).nilai


def test_the_mark_of_an_skp_is_main_and_additional_work_together():
    assert skp("102.8") == Decimal("102.8")
    assert skp("110", "10") == 120


def test_where_the_sum_leaves_the_scale_a_person_decides():
    with pytest.raises(Manual):
        skp("110.01", "10")


@pytest.mark.parametrize(
    ("utama", "tambahan"), [("120.01", 0), (-1, 0), ("x", 0), (True, 0), (90, "10.01"), (90, -1)]
)
def test_marks_outside_their_scales_are_refused(utama, tambahan):
    with pytest.raises(Invalid):
        skp(utama, tambahan)


def test_two_skp_of_a_year_are_joined_by_their_mean_however_long_they_were():
    assert year("100", "91") == Decimal("95.5")
    assert year("88") == 88


def test_the_text_joins_no_third_skp():
    with pytest.raises(Manual):
        year(90, 90, 90)


@pytest.mark.parametrize("nilai", [[], [121], [-1, 90], ["x"], [None], None, "90", [True]])
def test_a_year_without_marks_has_none(nilai):
    with pytest.raises(Invalid):
        nilai_skp_setahun_p8(nilai=nilai, law=LAW, on=ON)


@given(MARKS, MARKS)
def test_a_mean_lies_between_and_knows_no_order(first, second):
    assert min(first, second) <= year(first, second) <= max(first, second)
    assert year(first, second) == year(second, first)


def test_every_situation_below_the_standard_needs_a_klarifikasi():
    assert unclear(4, 3, 4, 5, 1) == [True, False, False, True]


@pytest.mark.parametrize(
    ("tingkat", "nilai"),
    [
        ([4, 4], "120"), ([7, 7], "120"), ([3, 5], "120"), ([4, 3], "114.5"), ([3, 3], "109"),
        ([3, 2], "99.5"), ([2, 2], "90"),
    ],
)  # fmt: skip
def test_the_unofficial_mark_of_conduct_runs_straight_between_its_ends(tingkat, nilai):
    found = nilai_perilaku_p8(standar=4, tingkat=tingkat, law=LAW, on=ON)
    assert found.nilai == Decimal(nilai)
    assert (found.resmi, found.dasar[-1].tag) == (False, "secondary")


def test_two_levels_and_more_below_the_standard_no_formula_judges():
    with pytest.raises(Manual):
        conduct(4, 2, 2, 1)


@given(LEVELS, st.lists(LEVELS, min_size=1, max_size=6), st.integers(0, 5))
def test_a_higher_level_never_lowers_the_mark_of_conduct(standar, tingkat, place):
    higher = [min(7, one + (n == place)) for n, one in enumerate(tingkat)]
    try:
        assert conduct(standar, *tingkat) <= conduct(standar, *higher) <= 120
    except Manual:
        assert sum(tingkat) < (standar - 2) * len(tingkat)


@pytest.mark.parametrize(
    ("standar", "tingkat"),
    [
        (0, [3]), (8, [3]), (3, [0]), (3, [8]), (3, []), (3, None), (None, [3]), (3, [2.5]),
        (3, [True]), ("x", [3]),
    ],
)  # fmt: skip
def test_conduct_has_seven_levels(standar, tingkat):
    for rule in (nilai_perilaku_p8, klarifikasi_perilaku_p8):
        with pytest.raises(Invalid):
            rule(standar=standar, tingkat=tingkat, law=LAW, on=ON)


def test_the_halves_of_2021_weigh_the_same():
    assert joined("100", "90") == 95


def test_each_half_has_a_weight_of_its_own():
    name = "semenpanrb3_2021.bobot_periode"
    weights = frozen({"januari_juni": "0.25", "juli_desember": "0.75"})
    law = Parameters(texts(), {name: (Value(name, date(2021, 7, 1), None, weights, "SK", AGENCY),)})
    halves = {"januari_juni": 100, "juli_desember": 80, "dikonversi": True}
    assert nilai_2021(**halves, law=law, on=ON).nilai == 85


def test_a_mark_on_the_older_scale_must_be_converted_by_a_person():
    with pytest.raises(Manual):
        joined("85", "109", dikonversi=False)


@pytest.mark.parametrize(
    ("first", "second", "dikonversi"),
    [
        (121, 90, True),
        (90, 121, True),
        (-1, 90, True),
        (90, "x", True),
        (90, 90, 1),
        (90, 90, None),
    ],
)
def test_halves_that_are_no_marks_are_refused(first, second, dikonversi):
    with pytest.raises(Invalid):
        joined(first, second, dikonversi)


@given(MARKS, MARKS, MARKS)
def test_the_mark_of_2021_never_falls_as_a_half_rises(first, second, other):
    low, high = sorted([first, other])
    assert joined(low, second) <= joined(high, second)
    assert joined(second, low) <= joined(second, high)


@pytest.mark.parametrize("on", [date(2021, 6, 30), date(2022, 1, 1)])
def test_all_of_it_judges_its_half_year_only(on):
    for ask in (
        lambda: extra(work(), on=on),
        lambda: skp(90, on=on),
        lambda: year(90, on=on),
        lambda: conduct(4, 4, on=on),
        lambda: unclear(4, 4, on=on),
        lambda: joined(90, 90, on=on),
    ):
        with pytest.raises(NotInForce):
            ask()
