"""Counselling: when to report, and to whom the record goes."""

from datetime import date
from itertools import product

import pytest

from bina.rules.konseling import pelaporan_konseling, penerima_rekaman
from bina.rules.refusal import Invalid, NotInForce

ON = date(2026, 12, 31)
COMPLETE = {"dikomunikasikan": True, "berubah": False, "bukti_umpan_balik": True, "laporan": True}


def report(law, on=ON, **changes):
    found = pelaporan_konseling(**COMPLETE | changes, law=law, on=on)
    return found.boleh_dilaporkan, list(found.kurang)


def test_whoever_changed_is_not_reported(law):
    assert report(law, berubah=True) == (False, [])


def test_while_the_outcome_is_open_nobody_is_reported(law):
    assert report(law, berubah=None) == (False, [])


def test_all_that_is_missing_is_told_in_the_order_of_the_steps(law):
    nothing = {"dikomunikasikan": False, "bukti_umpan_balik": False, "laporan": False}
    kurang = ["dikomunikasikan", "bukti_umpan_balik", "laporan"]
    assert report(law, **nothing) == (False, kurang)
    assert report(law, **nothing, berubah=True) == (False, kurang)


def test_only_the_complete_and_unchanged_may_be_reported(law):
    allowed = [
        values
        for values in product([True, False], repeat=4)
        if report(law, **dict(zip(COMPLETE, values, strict=True)))[0]
    ]
    assert allowed == [(True, False, True, True)]


@pytest.mark.parametrize("name", COMPLETE)
@pytest.mark.parametrize("value", ["ya", 1, 0])
def test_yes_and_no_are_all_there_is(law, name, value):
    with pytest.raises(Invalid):
        report(law, **{name: value})


@pytest.mark.parametrize(
    ("konselor", "penerima", "salah_satu"),
    [
        ("penilai", ["atasan_penilai"], False),
        ("pejabat_konseling", ["penilai", "atasan_penilai"], False),
        ("konselor_independen", ["pyb", "pimpinan_kepegawaian"], True),
    ],
)
def test_each_kind_of_counsellor_has_its_route(law, konselor, penerima, salah_satu):
    found = penerima_rekaman(konselor=konselor, law=law, on=ON)
    assert (list(found.penerima), found.salah_satu) == (penerima, salah_satu)


def test_there_are_three_kinds_of_counsellor(law):
    with pytest.raises(Invalid):
        penerima_rekaman(konselor="teman", law=law, on=ON)


def test_the_procedure_begins_with_its_regulation(law):
    before = date(2021, 12, 31)
    with pytest.raises(NotInForce):
        penerima_rekaman(konselor="penilai", law=law, on=before)
    with pytest.raises(NotInForce):
        report(law, on=before)
