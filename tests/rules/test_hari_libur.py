"""National holidays as data: which days are known, and that none is guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.hari_libur import HariKerja, hari_libur
from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.refusal import Invalid, Manual, NotInForce
from bina.rules.tenggat import every_day, last_day
from bina.rules.texts import texts

LAW = Parameters(texts())
YEARS = range(2022, 2027)
DAYS = st.dates(date(2022, 1, 1), date(2026, 10, 31))


def holidays(tahun, law=LAW, on=None):
    return hari_libur(tahun=tahun, law=law, on=on)


def agency(name, since, value):
    name = f"hari_libur.{name}"
    return Parameters(texts(), {name: (Value(name, since, None, value, "SK Bupati", AGENCY),)})


@pytest.mark.parametrize("tahun", YEARS)
def test_every_year_has_the_holidays_whose_day_never_moves(tahun):
    fixed = {date(tahun, *day) for day in ((1, 1), (5, 1), (6, 1), (8, 17), (12, 25))}
    assert fixed <= set(holidays(tahun).libur_nasional)


@pytest.mark.parametrize("tahun", YEARS)
def test_a_years_list_is_in_order_of_its_year_and_names_no_day_twice(tahun):
    found = holidays(tahun)
    for days in (found.libur_nasional, found.cuti_bersama):
        assert list(days) == sorted(set(days))
        assert {day.year for day in days} == {tahun}
    assert not set(found.libur_nasional) & set(found.cuti_bersama)


@pytest.mark.parametrize("tahun", YEARS)
def test_joint_leave_lies_on_days_that_would_be_working_days(tahun):
    assert all(day.isoweekday() <= 5 for day in holidays(tahun).cuti_bersama)


@pytest.mark.parametrize(
    ("tahun", "libur", "cuti"),
    [(2022, 16, 4), (2023, 16, 11), (2024, 17 + 2, 10), (2025, 17, 11), (2026, 17, 8)],
)
def test_a_year_has_as_many_days_as_its_decision_announced(tahun, libur, cuti):
    found = holidays(tahun)
    assert (len(found.libur_nasional), len(found.cuti_bersama)) == (libur, cuti)


@pytest.mark.parametrize("tahun", YEARS)
def test_good_friday_and_ascension_stand_where_easter_puts_them(tahun):
    """Easter by Gauss for 2022 to 2026; Easter Sunday itself is a holiday from 2024 on."""
    easter = {2022: (4, 17), 2023: (4, 9), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5)}
    sunday = date(tahun, *easter[tahun])
    days = set(holidays(tahun).libur_nasional)
    assert {date.fromordinal(sunday.toordinal() + shift) for shift in (-2, 39)} <= days
    assert (sunday in days) is (tahun >= 2024)


@pytest.mark.parametrize("tahun", [2021, 2027, 1, 9999])
def test_a_year_without_data_is_not_guessed(tahun):
    with pytest.raises(Manual):
        holidays(tahun)


@pytest.mark.parametrize("tahun", [0, -1, 10_000, "x", None, True, 2025.5, date(2025, 1, 1)])
def test_what_is_no_year_is_refused(tahun):
    with pytest.raises(Invalid):
        holidays(tahun)


def test_before_the_rule_on_joint_leave_there_is_no_answer():
    with pytest.raises(NotInForce):
        holidays(2022, on=date(2021, 12, 31))


def test_the_two_lists_are_tagged_apart():
    libur, cuti, setting = holidays(2024).dasar
    assert (libur.tag, cuti.tag, setting.tag) == ("secondary", "copies", "default")
    assert holidays(2026).dasar[0].reference.startswith("SKB 3 Menteri 1497/2025")


def test_weekends_holidays_and_joint_leave_are_no_working_days():
    works = HariKerja(LAW, None)
    off = [date(2026, 3, day) for day in (14, 15, 18, 19, 20, 21, 22, 23, 24)]
    assert [day for day in (date(2026, 3, n) for n in range(14, 26)) if not works(day)] == off
    assert {value.name for value in works.used} == {
        "pp30_2019.hari_kerja",
        "hari_libur.hitungan_cuti_bersama",
        "hari_libur.libur_nasional",
        "hari_libur.cuti_bersama",
    }


def test_an_agency_may_work_through_joint_leave():
    law = agency("hitungan_cuti_bersama", date(2022, 1, 1), "dihitung")
    assert HariKerja(law, None)(date(2026, 3, 18))
    assert not HariKerja(law, None)(date(2026, 3, 19))


def test_an_agency_may_add_a_holiday_of_its_own_from_a_day_on():
    local = (*LAW.in_force("hari_libur.libur_nasional", date(2026, 6, 1)).value, date(2026, 7, 7))
    law = agency("libur_nasional", date(2026, 7, 1), local)
    assert HariKerja(LAW, None)(date(2026, 7, 7))
    assert not HariKerja(law, None)(date(2026, 7, 7))
    with pytest.raises(Manual):
        HariKerja(law, None)(date(2027, 1, 4))


def test_a_weekend_is_no_working_day_even_in_a_year_without_data():
    works = HariKerja(LAW, None)
    assert not works(date(2027, 1, 2))
    with pytest.raises(Manual):
        works(date(2027, 1, 4))


@given(DAYS, st.integers(0, 20), st.integers(1, 20))
def test_a_longer_term_or_a_later_day_never_ends_earlier(after, lama, more):
    works = HariKerja(LAW, None)
    batas = last_day(after, lama, works)
    assert batas <= last_day(after, lama + more, works)
    assert batas <= last_day(date.fromordinal(after.toordinal() + more), lama, works)


@given(DAYS, st.integers(1, 30))
def test_a_term_of_working_days_ends_on_one_and_holds_so_many(after, lama):
    works = HariKerja(LAW, None)
    batas = last_day(after, lama, works)
    between = map(date.fromordinal, range(after.toordinal() + 1, batas.toordinal() + 1))
    assert works(batas)
    assert sum(map(works, between)) == lama
    assert batas >= last_day(after, lama, every_day)
