"""Which distribution of predikat a unit's own rating allows."""

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.parameters import AGENCY, ParameterError, Parameters, Value
from bina.rules.permenpanrb6_2022 import CapaianOrganisasi, Predikat
from bina.rules.refusal import Invalid, NotInForce
from bina.rules.semenpanrb3_2023 import Pelanggaran, pola_distribusi, syarat
from bina.rules.texts import texts

ON = date(2026, 12, 31)
LAW = Parameters(texts())
JUMLAH = st.dictionaries(st.sampled_from(list(Predikat)), st.integers(0, 60))
CAPAIAN = st.sampled_from(list(CapaianOrganisasi))


def broken(capaian, law=LAW, on=ON, **jumlah):
    found = pola_distribusi(capaian_organisasi=capaian, jumlah=jumlah, law=law, on=on)
    assert found.sesuai is (not found.pelanggaran)
    return list(found.pelanggaran)


def agency(name, value):
    """The texts, and an agency's own value in the place of one."""
    name = f"semenpanrb3_2023.{name}"
    own = Value(name, date(2023, 1, 31), None, value, "SK Kepala", AGENCY)
    return Parameters(texts(), {name: (own,)})


@pytest.mark.parametrize(
    ("capaian", "jumlah", "pelanggaran"),
    [
        ("istimewa", {"sangat_baik": 70, "baik": 30}, []),
        ("istimewa", {"sangat_baik": 71, "baik": 29}, ["sangat_baik_maksimum"]),
        ("istimewa", {"sangat_kurang": 10}, []),
        ("baik", {"baik": 7, "sangat_baik": 2, "kurang": 1}, []),
        ("baik", {"baik": 71, "kurang": 29}, ["baik_maksimum"]),
        (
            "baik",
            {"baik": 8, "sangat_baik": 2},
            ["baik_maksimum", "wajib_ada_butuh_perbaikan_atau_kurang"],
        ),
        (
            "baik",
            {"baik": 1, "sangat_baik": 1, "sangat_kurang": 1},
            ["wajib_ada_butuh_perbaikan_atau_kurang"],
        ),
        (
            "butuh_perbaikan",
            {"sangat_baik": 11, "butuh_perbaikan": 59, "baik": 30},
            ["sangat_baik_maksimum", "butuh_perbaikan_minimum"],
        ),
        ("kurang", {"kurang": 6, "butuh_perbaikan": 1, "sangat_baik": 1, "baik": 2}, []),
        (
            "kurang",
            {"sangat_baik": 10},
            ["sangat_baik_maksimum", "butuh_perbaikan_minimum", "kurang_minimum"],
        ),
        ("sangat_kurang", {"sangat_kurang": 90, "kurang": 5, "butuh_perbaikan": 5}, []),
        ("sangat_kurang", {"sangat_kurang": 9, "butuh_perbaikan": 1}, []),
        ("sangat_kurang", {"sangat_kurang": 10}, ["kurang_dan_butuh_perbaikan_minimum"]),
        (
            "sangat_kurang",
            {"sangat_baik": 10},
            [
                "sangat_baik_maksimum",
                "sangat_kurang_minimum",
                "kurang_dan_butuh_perbaikan_minimum",
            ],
        ),
    ],
)
def test_each_bound_of_the_table_holds_to_the_person(capaian, jumlah, pelanggaran):
    assert broken(capaian, **jumlah) == pelanggaran


@given(CAPAIAN, JUMLAH, st.integers(2, 50))
def test_shares_not_sizes_decide(capaian, jumlah, times):
    larger = {name: n * times for name, n in jumlah.items()}
    assert broken(capaian, **jumlah) == broken(capaian, **larger)


@given(CAPAIAN, JUMLAH)
def test_breaches_are_told_in_the_order_of_the_list(capaian, jumlah):
    found = broken(capaian, **jumlah)
    assert found == [p for p in Pelanggaran if p in found]


@given(CAPAIAN, JUMLAH)
def test_a_predikat_nobody_has_may_be_left_out(capaian, jumlah):
    whole = {name: jumlah.get(name, 0) for name in Predikat}
    assert broken(capaian, **jumlah) == broken(capaian, **whole)


@pytest.mark.parametrize("capaian", CapaianOrganisasi)
def test_an_empty_unit_breaks_nothing(capaian):
    assert broken(capaian) == []
    assert broken(capaian, sangat_baik=0) == []


@pytest.mark.parametrize("jumlah", [{"sangat_baik": -1}, {"baik": 1.5}, {"baik": True}])
def test_anything_but_a_number_of_persons_is_invalid(jumlah):
    with pytest.raises(Invalid):
        broken("istimewa", **jumlah)


@pytest.mark.parametrize("jumlah", [None, 3, [], "baik"])
def test_anything_but_a_table_of_numbers_is_invalid(jumlah):
    with pytest.raises(Invalid):
        pola_distribusi(capaian_organisasi="baik", jumlah=jumlah, law=LAW, on=ON)


def test_unknown_words_are_invalid():
    with pytest.raises(Invalid):
        broken("cukup", baik=1)
    with pytest.raises(Invalid):
        broken("baik", cukup=1)


def test_the_pattern_begins_on_the_day_of_the_circular():
    assert broken("istimewa", on=date(2023, 1, 31), sangat_baik=1) == ["sangat_baik_maksimum"]
    with pytest.raises(NotInForce):
        broken("istimewa", on=date(2023, 1, 30), sangat_baik=1)


def test_an_agency_may_spare_small_units():
    law = agency("jumlah_minimum", 5)
    assert broken("istimewa", law, sangat_baik=4) == []
    assert broken("istimewa", law, sangat_baik=5) == ["sangat_baik_maksimum"]
    assert broken("baik", agency("jumlah_minimum", 0)) == []


@pytest.mark.parametrize(
    ("pembulatan", "allowed"), [("ke_bawah", 2), ("ke_atas", 3), ("terdekat", 2), ("tanpa", 2)]
)
def test_an_agency_may_round_a_bound_to_persons(pembulatan, allowed):
    law = agency("pembulatan", pembulatan)  # 70 percent of 3 is 2.1
    assert broken("istimewa", law, sangat_baik=allowed, baik=3 - allowed) == []
    if allowed < 3:
        assert broken("istimewa", law, sangat_baik=3) == ["sangat_baik_maksimum"]


def test_half_a_person_is_rounded_up_to_the_nearest():
    law = agency("pembulatan", "terdekat")  # 70 percent of 5 is 3.5, 10 percent of 5 is 0.5
    assert broken("istimewa", law, sangat_baik=4, baik=1) == []
    assert broken("istimewa", law, sangat_baik=5) == ["sangat_baik_maksimum"]
    assert broken("kurang", law, kurang=5) == ["butuh_perbaikan_minimum"]


ROUNDED = {"ke_bawah": ROUND_FLOOR, "ke_atas": ROUND_CEILING, "terdekat": ROUND_HALF_UP}


def row(bound, percent):
    return {"pelanggaran": "baik_maksimum", "predikat": ["baik"], bound: percent}


@given(
    st.decimals(0, 100, places=3),
    st.integers(0, 300).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))),
    st.sampled_from(["tanpa", *ROUNDED]),
)
def test_a_bound_in_whole_persons_decides_as_the_share_itself(percent, persons, pembulatan):
    found, total = persons
    share = percent * total / 100
    if pembulatan in ROUNDED:
        share = share.quantize(Decimal(1), ROUNDED[pembulatan])
    most, least = syarat([row("maksimum", percent), row("minimum", percent)], pembulatan)
    jumlah = {Predikat.BAIK: found, Predikat.KURANG: total - found}
    assert most.dilanggar(jumlah) is (found > share)
    assert least.dilanggar(jumlah) is (found < share)


@pytest.mark.parametrize("percent", [Decimal("-1"), Decimal("100.1"), Decimal("0.0000000001")])
def test_a_share_that_is_none_or_too_fine_to_count_by_is_refused(percent):
    with pytest.raises(ParameterError):
        syarat([row("maksimum", percent)], "tanpa")


def test_an_unknown_way_of_rounding_is_refused_not_ignored():
    with pytest.raises(ParameterError, match="pembulatan"):
        broken("istimewa", agency("pembulatan", "sesuka"), sangat_baik=1)


def test_the_result_names_every_value_it_used():
    found = pola_distribusi(capaian_organisasi="baik", jumlah={}, law=LAW, on=ON)
    assert [d.name for d in found.dasar] == [
        "semenpanrb3_2023.pola_distribusi",
        "semenpanrb3_2023.pembulatan",
        "semenpanrb3_2023.jumlah_minimum",
    ]
    assert {d.tag for d in found.dasar} == {"copy", "design"}
    assert Decimal(70) == LAW.in_force(found.dasar[0].name, ON).value["istimewa"][0]["maksimum"]
