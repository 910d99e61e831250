"""The steps of an objection and their terms."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.keberatan_berjenjang import Langkah, tenggat_keberatan
from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.pp30_2019 import keberatan
from bina.rules.refusal import Invalid, Manual, NotInForce
from bina.rules.texts import frozen, texts

ON = date(2026, 11, 26)
LAW = Parameters(texts())
MONDAY = date(2026, 3, 2)
DAYS = st.dates(date(2022, 1, 1), date(2026, 10, 31))


def term(langkah, sejak=MONDAY, dilakukan=None, law=LAW, on=ON):
    return tenggat_keberatan(langkah=langkah, sejak=sejak, dilakukan=dilakukan, law=law, on=on)


NAME = "permenpanrb6_2022.tenggat_langkah_keberatan"


def agency(**steps):
    table = dict(texts()[NAME].values[0].value) | steps
    own = Value(NAME, date(2026, 1, 1), None, frozen(table), "SK Bupati 3/2026", AGENCY)
    return Parameters(texts(), {NAME: (own,)})


def test_the_pegawai_objects_within_the_term_of_pp_30():
    found = term("pengajuan")
    assert (found.batas, found.lama, found.satuan) == (date(2026, 3, 16), 14, "hari")
    assert [one.name for one in found.dasar] == ["pp30_2019.tenggat_keberatan"]


@given(DAYS, st.integers(0, 30))
def test_the_step_of_objecting_agrees_with_the_rule_of_pasal_59(sejak, days):
    day = sejak + timedelta(days=days)
    known = keberatan(diterima=sejak, diajukan=day, law=LAW, on=ON)
    found = term("pengajuan", sejak, day)
    assert (found.batas, found.tepat_waktu) == (known.batas, known.tepat_waktu)


def test_the_document_comes_back_within_fourteen_working_days_over_nyepi_and_lebaran():
    found = term("dokumen_evaluasi")
    assert found.batas == date(2026, 3, 27)
    assert "hari_libur.cuti_bersama" in [one.name for one in found.dasar]
    assert "tepat_waktu" not in found.findings()


@pytest.mark.parametrize("langkah", ["penjelasan", "keputusan"])
def test_a_step_whose_term_no_text_gives_needs_a_person_or_the_agency(langkah):
    with pytest.raises(Manual):
        term(langkah)
    own = agency(**{langkah: {"lama": 5, "satuan": "hari_kerja"}})
    found = term(langkah, law=own)
    assert (found.batas, found.dasar[0].tag) == (date(2026, 3, 9), AGENCY)
    with pytest.raises(Manual):
        term(langkah, law=own, on=date(2025, 12, 31))


def test_an_agencys_term_stands_before_that_of_the_text():
    own = agency(pengajuan={"lama": 7, "satuan": "hari_kerja"})
    assert term("pengajuan", law=own).batas == date(2026, 3, 11)


@pytest.mark.parametrize("row", [{"lama": -1, "satuan": "hari"}, {"lama": 5, "satuan": "minggu"}])
def test_an_agencys_term_that_is_none_is_refused(row):
    with pytest.raises(Invalid):
        term("keputusan", law=agency(keputusan=row))


def test_every_step_has_its_place_in_the_agencys_table():
    assert set(texts()[NAME].values[0].value) == set(Langkah)


def test_a_term_that_runs_into_a_year_without_holidays_needs_a_person():
    assert term("dokumen_evaluasi", date(2026, 12, 9)).batas == date(2026, 12, 31)
    with pytest.raises(Manual):
        term("dokumen_evaluasi", date(2026, 12, 10))
    assert term("pengajuan", date(2026, 12, 30)).batas == date(2027, 1, 13)


@given(st.sampled_from(["pengajuan", "dokumen_evaluasi"]), DAYS, st.integers(0, 60))
def test_once_late_always_late_and_begun_later_never_due_earlier(langkah, sejak, days):
    done = sejak + timedelta(days=days)
    today, tomorrow = term(langkah, sejak, done), term(langkah, sejak, done + timedelta(days=1))
    assert today.tepat_waktu is (done <= today.batas)
    assert today.tepat_waktu or not tomorrow.tepat_waktu
    assert term(langkah, sejak + timedelta(days=1)).batas >= today.batas


@pytest.mark.parametrize(
    ("langkah", "sejak", "dilakukan"),
    [
        ("banding", MONDAY, None),
        (None, MONDAY, None),
        ("pengajuan", "2026-03-02", None),
        ("pengajuan", None, None),
        ("pengajuan", datetime(2026, 3, 2), None),
        ("pengajuan", MONDAY, date(2026, 3, 1)),
        ("pengajuan", MONDAY, "2026-03-03"),
        ("pengajuan", date.max, None),
    ],
)
def test_what_is_no_step_and_no_day_is_refused(langkah, sejak, dilakukan):
    with pytest.raises(Invalid):
        term(langkah, sejak, dilakukan)


@pytest.mark.parametrize("langkah", Langkah)
def test_the_steps_begin_with_permenpanrb_6(langkah):
    with pytest.raises(NotInForce):
        term(langkah, on=date(2021, 12, 31))
