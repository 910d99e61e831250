"""The objection to an appraisal: in time or late."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.pp30_2019 import keberatan
from bina.rules.refusal import Invalid, NotInForce
from bina.rules.texts import frozen, texts

ON = date(2026, 12, 31)
LAW = Parameters(texts())
MONDAY = date(2026, 3, 2)
DAYS = st.dates(date(2022, 1, 1), date(2030, 1, 1))


def objection(diterima, diajukan, law=LAW, on=ON, **more):
    return keberatan(diterima=diterima, diajukan=diajukan, law=law, on=on, **more)


def last_day(diterima, **more):
    return objection(diterima, diterima, **more).batas


def test_the_day_of_receipt_is_not_counted():
    assert last_day(date(2026, 1, 12)) == date(2026, 1, 26)


def test_an_objection_on_the_day_of_receipt_is_in_time():
    assert objection(MONDAY, MONDAY).tepat_waktu


def test_calendar_days_skip_neither_sundays_nor_holidays():
    assert last_day(MONDAY, libur=[date(2026, 3, 16)]) == date(2026, 3, 16)


def test_working_days_skip_weekends_and_holidays():
    assert last_day(MONDAY, satuan="hari_kerja") == date(2026, 3, 20)
    libur = [date(2026, 3, 20), date(2026, 3, 20), date(2026, 3, 21)]
    assert last_day(MONDAY, satuan="hari_kerja", libur=libur) == date(2026, 3, 23)


def test_a_result_received_on_saturday_counts_from_monday():
    assert last_day(date(2026, 3, 7), satuan="hari_kerja") == date(2026, 3, 26)


@given(DAYS, st.lists(DAYS, max_size=20))
def test_working_days_never_end_before_calendar_days(diterima, libur):
    batas = last_day(diterima, satuan="hari_kerja", libur=libur)
    assert batas >= last_day(diterima)
    assert batas not in libur
    assert batas.isoweekday() <= 5


@given(DAYS, st.lists(DAYS, max_size=10), DAYS, st.sampled_from(["hari", "hari_kerja"]))
def test_a_later_receipt_or_one_more_holiday_never_ends_a_term_earlier(
    diterima, libur, one_more, satuan
):
    batas = last_day(diterima, satuan=satuan, libur=libur)
    assert batas <= last_day(diterima + timedelta(days=1), satuan=satuan, libur=libur)
    assert batas <= last_day(diterima, satuan=satuan, libur=[*libur, one_more])
    assert batas == last_day(diterima, satuan=satuan, libur=list(reversed(libur)))


@given(DAYS, st.integers(0, 60), st.sampled_from(["hari", "hari_kerja"]))
def test_once_late_always_late(diterima, days, satuan):
    raised = diterima + timedelta(days=days)
    today = objection(diterima, raised, satuan=satuan)
    tomorrow = objection(diterima, raised + timedelta(days=1), satuan=satuan)
    assert today.tepat_waktu is (raised <= today.batas)
    assert today.tepat_waktu or not tomorrow.tepat_waktu


def test_an_agency_may_set_days_and_their_kind():
    name = "pp30_2019.tenggat_keberatan"
    lama = frozen({"lama": 5, "satuan": "hari_kerja"})
    own = Value(name, date(2022, 1, 1), None, lama, "SK Kepala", AGENCY)
    law = Parameters(texts(), {name: (own,)})
    assert last_day(MONDAY, law=law) == date(2026, 3, 9)
    assert last_day(MONDAY, law=law, satuan="hari") == date(2026, 3, 7)


@pytest.mark.parametrize(
    ("diterima", "diajukan", "more"),
    [
        (MONDAY, date(2026, 3, 1), {}),
        ("2026-03-02", MONDAY, {}),
        (MONDAY, None, {}),
        (datetime(2026, 3, 2), MONDAY, {}),
        (MONDAY, MONDAY, {"satuan": "minggu"}),
        (MONDAY, MONDAY, {"libur": ["2026-03-20"]}),
        (MONDAY, MONDAY, {"libur": MONDAY}),
        (MONDAY, MONDAY, {"libur": None}),
        (date.max, date.max, {}),
        (date.max, date.max, {"satuan": "hari_kerja"}),
    ],
)
def test_what_is_no_pair_of_days_is_invalid(diterima, diajukan, more):
    with pytest.raises(Invalid):
        objection(diterima, diajukan, **more)


def test_the_objection_begins_with_the_appraisal_of_its_text():
    with pytest.raises(NotInForce):
        objection(MONDAY, MONDAY, on=date(2021, 6, 30))
    assert objection(MONDAY, MONDAY, on=date(2021, 7, 1)).tepat_waktu
