"""Credit points of functional positions."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.permenpanrb1_2023 import Jenjang, angka_kredit
from bina.rules.permenpanrb6_2022 import Predikat
from bina.rules.refusal import Invalid, NotInForce

ON = date(2026, 12, 31)
LEVELS, MONTHS = st.sampled_from(list(Jenjang)), st.integers(1, 12)


def points(law, jenjang="ahli_muda", predikat="baik", bulan=12, on=ON):
    given = {"jenjang": jenjang, "predikat": predikat, "bulan": bulan}
    return angka_kredit(**given, law=law, on=on).angka_kredit


@pytest.mark.parametrize(
    ("jenjang", "a_year"),
    [
        ("pemula", "3.75"), ("terampil", "5"), ("mahir", "12.5"), ("penyelia", "25"),
        ("ahli_pertama", "12.5"), ("ahli_muda", "25"), ("ahli_madya", "37.5"), ("ahli_utama", "50"),
    ],
)  # fmt: skip
def test_a_good_year_earns_the_coefficient(law, jenjang, a_year):
    assert points(law, jenjang) == Decimal(a_year)


@given(jenjang=LEVELS, bulan=MONTHS)
def test_a_better_predikat_never_earns_less(law, jenjang, bulan):
    earned = [points(law, jenjang, one, bulan) for one in reversed(Predikat)]
    assert earned == sorted(earned)


@given(jenjang=LEVELS, predikat=st.sampled_from(list(Predikat)), bulan=st.integers(1, 11))
def test_the_parts_of_a_year_make_the_year(law, jenjang, predikat, bulan):
    parts = points(law, jenjang, predikat, bulan) + points(law, jenjang, predikat, 12 - bulan)
    assert abs(parts - points(law, jenjang, predikat)) < Decimal("1e-20")


@given(
    jenjang=LEVELS, predikat=st.sampled_from(list(Predikat)), months=st.lists(MONTHS, min_size=2)
)
def test_credit_points_add_up_over_months(law, jenjang, predikat, months):
    """As long as the periods together make no more than a year."""
    while sum(months) > 12:
        months.pop()
    if months:
        parts = sum(points(law, jenjang, predikat, one) for one in months)
        assert abs(parts - points(law, jenjang, predikat, sum(months))) < Decimal("1e-20")


@pytest.mark.parametrize("bulan", [0, -1, 13, "1.5", None, True])
def test_only_whole_months_of_one_year_count(law, bulan):
    with pytest.raises(Invalid):
        points(law, bulan=bulan)


@pytest.mark.parametrize(("jenjang", "predikat"), [("utama", "baik"), ("ahli_muda", "cukup")])
def test_an_unknown_level_or_predikat_is_refused(law, jenjang, predikat):
    with pytest.raises(Invalid):
        points(law, jenjang, predikat)


def test_before_its_day_there_is_no_text(law):
    with pytest.raises(NotInForce):
        points(law, on=date(2023, 6, 30))
