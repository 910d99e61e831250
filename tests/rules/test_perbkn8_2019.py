"""Indeks profesionalitas ASN."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.perbkn8_2019 import Kategori, Kelompok, indeks_profesionalitas
from bina.rules.refusal import Invalid, NotInForce
from bina.rules.texts import frozen, texts

ON = date(2026, 11, 26)
LAW = Parameters(texts())
EDUCATION = ["di_bawah_sma", "smk", "sma", "d1", "d2", "d3", "d4", "s1", "s2", "s3"]
PREDIKAT = ["sangat_kurang", "kurang", "butuh_perbaikan", "baik", "sangat_baik"]
HUKUMAN = ["berat", "sedang", "ringan", "tidak_ada"]
BEST = {
    "pendidikan": "s3",
    "kelompok": "struktural",
    "diklat": True,
    "jp": 20,
    "seminar": True,
    "predikat": "sangat_baik",
    "hukuman": "tidak_ada",
}
GIVEN = st.fixed_dictionaries(
    {
        "pendidikan": st.sampled_from(EDUCATION),
        "kelompok": st.sampled_from(list(Kelompok)),
        "diklat": st.booleans(),
        "jp": st.integers(0, 40),
        "seminar": st.booleans(),
        "predikat": st.sampled_from(PREDIKAT),
        "hukuman": st.sampled_from(HUKUMAN),
    }
)


def index(law=LAW, on=ON, **changes):
    return indeks_profesionalitas(**BEST | changes, law=law, on=on)


@pytest.mark.parametrize("kelompok", Kelompok)
def test_the_best_of_every_kind_of_jabatan_has_a_hundred(kelompok):
    found = index(kelompok=kelompok)
    assert (found.kualifikasi, found.kompetensi, found.kinerja, found.disiplin) == (25, 40, 30, 5)
    assert (found.nilai, found.kategori) == (100, "sangat_tinggi")


@pytest.mark.parametrize(
    ("field", "dimension", "points"),
    [
        ("pendidikan", "kualifikasi", [1, 5, 5, 5, 5, 10, 15, 15, 20, 25]),
        ("predikat", "kinerja", [1, 5, 15, 25, 30]),
        ("hukuman", "disiplin", [1, 2, 3, 5]),
    ],
)
def test_each_word_has_its_points(field, dimension, points):
    words = {"pendidikan": EDUCATION, "predikat": PREDIKAT, "hukuman": HUKUMAN}[field]
    assert [getattr(index(**{field: word}), dimension) for word in words] == points


def test_the_older_cukup_counts_as_butuh_perbaikan():
    assert index(predikat="cukup").kinerja == index(predikat="butuh_perbaikan").kinerja


@pytest.mark.parametrize(
    ("kelompok", "diklat", "jp", "seminar", "points"),
    [
        ("struktural", True, 0, False, "15"), ("struktural", False, 20, False, "15"),
        ("fungsional", False, 0, True, "10"), ("fungsional", False, "19.99", False, "0"),
        ("pelaksana", True, 0, False, "0"), ("pelaksana", False, 20, False, "22.5"),
        ("pelaksana", False, 19, True, "17.5"),
    ],
)  # fmt: skip
def test_training_hours_and_seminars_are_all_or_nothing(kelompok, diklat, jp, seminar, points):
    found = index(kelompok=kelompok, diklat=diklat, jp=jp, seminar=seminar)
    assert found.kompetensi == Decimal(points)


def test_some_functional_positions_need_no_training():
    guru = {"diklat": False, "jabatan": "guru"}
    assert index(kelompok="fungsional", **guru).kompetensi == 40
    assert index(kelompok="fungsional", diklat=False, jabatan="auditor").kompetensi == 25
    assert index(kelompok="struktural", **guru).kompetensi == 25


@pytest.mark.parametrize(
    ("kualifikasi", "kategori"),
    [
        ("16", "sangat_tinggi"), ("15.995", "sangat_tinggi"), ("15.99", "tinggi"), ("6", "tinggi"),
        ("5.99", "sedang"), ("-4", "sedang"), ("-4.01", "rendah"), ("-14.99", "rendah"),
        ("-15", "sangat_rendah"), ("-14.996", "sangat_rendah"),
    ],
)  # fmt: skip
def test_a_band_begins_with_its_bound_after_rounding_to_two_places(kualifikasi, kategori):
    """An agency's odd score of education puts the sum on each side of a bound."""
    name = "perbkn8_2019.kualifikasi"
    row = dict(texts()[name].values[0].value) | {"s3": Decimal(kualifikasi)}
    own = Value(name, date(2020, 1, 1), None, frozen(row), "SK", AGENCY)
    assert index(Parameters(texts(), {name: (own,)})).kategori == kategori


ORDERS = {"pendidikan": EDUCATION, "predikat": PREDIKAT, "hukuman": HUKUMAN}


@given(GIVEN, st.sampled_from(sorted(ORDERS)))
def test_nothing_better_ever_lowers_the_index(known, field):
    order, worst_first = ORDERS[field], list(reversed(Kategori))
    better = order[min(order.index(known[field]) + 1, len(order) - 1)]
    first, second = index(**known), index(**known | {field: better})
    assert 0 < first.nilai <= second.nilai <= 100
    assert worst_first.index(first.kategori) <= worst_first.index(second.kategori)
    for more in ({"diklat": True}, {"seminar": True}, {"jp": known["jp"] + 5}):
        assert index(**known | more).nilai >= first.nilai


@pytest.mark.parametrize(
    "wrong",
    [
        {"pendidikan": "s4"}, {"pendidikan": None}, {"pendidikan": ["s3"]}, {"kelompok": "jpt"},
        {"diklat": 1}, {"diklat": None}, {"jp": -1}, {"jp": True}, {"jp": float("nan")},
        {"seminar": "ya"}, {"predikat": "istimewa"}, {"hukuman": None}, {"hukuman": "teguran"},
        {"jabatan": 3},
    ],
)  # fmt: skip
def test_unknown_words_are_refused(wrong):
    with pytest.raises(Invalid):
        index(**wrong)


def test_before_its_text_there_is_no_index():
    with pytest.raises(NotInForce):
        index(on=date(2019, 12, 31))
