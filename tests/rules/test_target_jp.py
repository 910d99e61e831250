"""What the JP of a year amount to."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.refusal import Invalid, NotInForce
from bina.rules.target_jp import target_jp
from bina.rules.texts import frozen, texts

ON = date(2026, 12, 31)
LAW = Parameters(texts())


def target(jenis_pegawai, jp, law=LAW, on=ON):
    return target_jp(jenis_pegawai=jenis_pegawai, jp=jp, law=law, on=on).findings()


def test_a_pns_has_a_minimum_and_no_ceiling():
    assert target("pns", "19.5") == {"terpenuhi": False, "kurang": Decimal("0.5")}
    assert target("pns", "20") == {"terpenuhi": True, "kurang": 0}
    assert target("pns", "300") == {"terpenuhi": True, "kurang": 0}


def test_a_pppk_has_a_ceiling_and_no_minimum():
    assert target("pppk", 0) == {"diakui": 0, "di_luar_batas": 0}
    assert target("pppk", 24) == {"diakui": 24, "di_luar_batas": 0}
    assert target("pppk", 25) == {"diakui": 24, "di_luar_batas": 1}


@given(st.decimals("0", "1000", places=1))
def test_no_hour_of_a_pppk_is_lost(jp):
    found = target("pppk", jp)
    assert found["diakui"] + found["di_luar_batas"] == jp


def test_an_agency_may_lift_the_ceiling():
    name = "perlan15_2020.jp_maksimum_pppk"
    lifted = frozen({"maksimum": "24", "berlaku": False})
    own = Value(name, date(2024, 1, 1), None, lifted, "SK Kepala", AGENCY)
    law = Parameters(texts(), {name: (own,)})
    assert target("pppk", 30, law) == {"diakui": 30, "di_luar_batas": 0}
    assert target("pppk", 30, law, date(2023, 12, 31))["diakui"] == 24


@pytest.mark.parametrize(
    ("jenis_pegawai", "jp"), [("cpns", 1), (None, 1), ("pns", -1), ("pns", None), ("pppk", True)]
)
def test_what_is_neither_pegawai_nor_hours_is_invalid(jenis_pegawai, jp):
    with pytest.raises(Invalid):
        target(jenis_pegawai, jp)


def test_pns_and_pppk_stand_under_two_texts():
    day = date(2018, 6, 1)
    assert target("pns", 20, on=day)["terpenuhi"]
    with pytest.raises(NotInForce):
        target("pppk", 20, on=day)
