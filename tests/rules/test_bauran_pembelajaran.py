"""10:20:70."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.bauran_pembelajaran import bauran_pembelajaran
from bina.rules.jalur import Jalur
from bina.rules.parameters import Parameters
from bina.rules.refusal import Invalid, Manual
from bina.rules.texts import texts

ON = date(2026, 12, 31)
LAW = Parameters(texts())
MAPPED = [jalur for jalur in Jalur if jalur is not Jalur.NONKLASIKAL_LAIN]
HOURS = st.dictionaries(st.sampled_from(MAPPED), st.integers(0, 100))


def mix(jp):
    found = bauran_pembelajaran(jp=jp, law=LAW, on=ON)
    return found.klasikal, found.sosial, found.pengalaman


@given(HOURS)
def test_the_three_shares_make_the_whole(jp):
    whole = sum(mix(jp))
    assert abs(whole - (100 if sum(jp.values()) else 0)) < Decimal("1e-20")


@given(HOURS, st.integers(2, 50))
def test_only_the_shares_of_hours_count(jp, times):
    assert mix({jalur: hours * times for jalur, hours in jp.items()}) == mix(jp)


SOSIAL = {"coaching", "mentoring", "komunitas_belajar", "patok_banding"}
PENGALAMAN = {"detasering", "pertukaran", "magang", "bimbingan_di_tempat_kerja", "outbond"}


@pytest.mark.parametrize("jalur", MAPPED)
def test_every_jalur_but_one_belongs_to_one_share(jalur):
    shares = [100 if part else 0 for part in (jalur in SOSIAL, jalur in PENGALAMAN)]
    assert mix({jalur: 1}) == (100 - sum(shares), *shares)


def test_hours_that_no_share_claims_need_a_person():
    with pytest.raises(Manual):
        mix({"nonklasikal_lain": 1, "seminar": 4})
    assert mix({"nonklasikal_lain": 0, "seminar": 4}) == (100, 0, 0)


def test_no_hours_are_no_mix():
    assert mix({}) == mix({"seminar": "0"}) == (0, 0, 0)


@pytest.mark.parametrize("jp", [{"kuliah": 1}, {"seminar": -1}, {"seminar": True}, None, [], "x"])
def test_what_is_no_table_of_hours_is_invalid(jp):
    with pytest.raises(Invalid):
        mix(jp)
