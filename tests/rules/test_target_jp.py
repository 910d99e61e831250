"""What the JP of a year amount to."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.refusal import Invalid, NotInForce
from bina.rules.target_jp import jp_tahun_perjanjian, tahun_perjanjian, target_jp
from bina.rules.texts import texts

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
    name = "perlan15_2020.batas_pppk"
    own = Value(name, date(2024, 1, 1), None, "tidak_diterapkan", "SK Kepala", AGENCY)
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


@given(st.decimals(0, 100, places=1), st.decimals(0, 100, places=1))
def test_more_hours_never_mean_less_before_the_law(first, second):
    less, more = sorted([first, second])
    assert target("pns", less)["kurang"] >= target("pns", more)["kurang"]
    assert target("pppk", less)["diakui"] <= target("pppk", more)["diakui"] <= 24


DAYS = st.dates(date(2021, 1, 1), date(2030, 12, 31))
BEGIN = date(2024, 7, 1)


def done(day, jp):
    return {"tanggal": day, "jp": jp}


def contract(*kegiatan, mulai=BEGIN, selesai=None, on=ON):
    return jp_tahun_perjanjian(
        mulai=mulai, selesai=selesai, kegiatan=list(kegiatan), law=LAW, on=on
    )


def test_a_contract_year_runs_across_the_turn_of_the_calendar_year():
    assert tahun_perjanjian(BEGIN, date(2025, 6, 30)) == (BEGIN, date(2025, 6, 30))
    assert tahun_perjanjian(BEGIN, date(2025, 7, 1)) == (date(2025, 7, 1), date(2026, 6, 30))


def test_a_contract_of_29_february_has_its_other_years_from_1_march():
    leap = date(2024, 2, 29)
    assert tahun_perjanjian(leap, date(2025, 2, 28)) == (leap, date(2025, 2, 28))
    assert tahun_perjanjian(leap, date(2025, 3, 1)) == (date(2025, 3, 1), date(2026, 2, 28))
    assert tahun_perjanjian(leap, date(2028, 2, 29)) == (date(2028, 2, 29), date(2029, 2, 28))


def test_the_ceiling_holds_for_each_contract_year_and_not_for_the_calendar_year():
    found = contract(done(date(2025, 2, 1), 24), done(date(2025, 8, 1), 20))
    assert found.diakui == (24, 20)
    found = contract(done(date(2024, 12, 1), 20), done(date(2025, 1, 15), 20))
    assert (found.jp, found.diakui, found.di_luar_batas) == ((40,), (24,), (16,))
    assert (found.mulai, found.selesai) == ((BEGIN,), (date(2025, 6, 30),))


def test_a_year_without_activities_stands_between_and_a_contract_without_any_has_one():
    found = contract(done(date(2024, 7, 1), 1), done(date(2026, 7, 1), 2))
    assert found.jp == (1, 0, 2)
    assert contract().diakui == (0,)


def test_a_last_year_cut_short_keeps_the_whole_ceiling():
    found = contract(done(date(2025, 7, 15), 30), selesai=date(2025, 7, 31))
    assert (found.selesai[-1], found.diakui[-1]) == (date(2025, 7, 31), 24)


@given(DAYS, DAYS)
def test_every_day_of_a_contract_lies_in_one_contract_year(one, other):
    begin, day = sorted([one, other])
    first, last = tahun_perjanjian(begin, day)
    assert begin <= first <= day <= last
    assert 364 <= (last - first).days <= 366
    assert tahun_perjanjian(begin, last) == (first, last)
    assert tahun_perjanjian(begin, last + timedelta(days=1))[0] == last + timedelta(days=1)


ROWS = st.builds(done, st.dates(BEGIN, date(2027, 12, 31)), st.decimals(0, 40, places=1))


@given(st.lists(ROWS, max_size=8), ROWS)
def test_no_hour_of_a_contract_is_lost_and_none_more_lowers_what_is_recognised(rows, more):
    found = contract(*rows)
    assert sum(found.jp) == sum(row["jp"] for row in rows)
    assert all(0 <= part <= 24 for part in found.diakui)
    kept = zip(found.jp, found.diakui, found.di_luar_batas, strict=True)
    assert all(total == part + rest for total, part, rest in kept)
    assert sum(contract(*rows, more).diakui) >= sum(found.diakui)
    assert contract(*reversed(rows)).diakui == found.diakui


@pytest.mark.parametrize(
    ("changes", "kegiatan"),
    [
        ({"mulai": "2024-07-01"}, []),
        ({"mulai": datetime(2024, 7, 1)}, []),
        ({"selesai": date(2024, 6, 30)}, []),
        ({"selesai": date(2024, 12, 31)}, [done(date(2025, 1, 1), 1)]),
        ({"mulai": date.max}, []),
        ({}, [done(date(2024, 6, 30), 1)]),
        ({}, [done(BEGIN, -1)]),
        ({}, [done(BEGIN, True)]),
        ({}, [done("2024-07-01", 1)]),
        ({}, [{"tanggal": BEGIN}]),
        ({}, [{**done(BEGIN, 1), "judul": "x"}]),
        ({}, ["x"]),
        ({}, [None]),
    ],
)
def test_what_lies_outside_a_contract_is_refused(changes, kegiatan):
    with pytest.raises(Invalid):
        contract(*kegiatan, **changes)


def test_activities_of_a_contract_come_in_a_list():
    with pytest.raises(Invalid):
        jp_tahun_perjanjian(mulai=BEGIN, kegiatan="x", law=LAW, on=ON)
    with pytest.raises(Invalid):
        tahun_perjanjian(BEGIN, date(2024, 6, 30))


def test_before_its_text_no_contract_year_is_judged():
    with pytest.raises(NotInForce):
        contract(on=date(2020, 12, 31))
