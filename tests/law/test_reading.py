"""The law as an agency has it: cheap to ask, seen at once, and safe against newer texts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bina.law import door, reading
from bina.law.models import Ketentuan
from bina.people.models import Instansi
from bina.rules.texts import texts
from tests.conftest import TODAY, Agency
from tests.law.given import POIN, SINCE, head, own


def fresh(agency: Agency) -> Instansi:
    return Instansi.objects.get(pk=agency.instansi.pk)


def test_an_agency_without_own_values_costs_nothing(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    instansi = fresh(agency)
    with django_assert_num_queries(0):
        assert door.parameters(instansi) is door.parameters(None)


def test_own_values_are_read_once_a_version(agency: Agency, django_assert_num_queries: Any) -> None:
    gita = head(agency)
    own(agency, gita)
    instansi = fresh(agency)
    with django_assert_num_queries(1):  # the agency's values
        for _each in range(3):
            assert door.parameters(instansi).in_force(POIN, SINCE).value == Decimal(30)
    own(agency, gita, bagian={"": Decimal(40)}, mulai=date(2026, 5, 1))
    # Another process knows of it by the agency's version, which comes with the person.
    assert door.parameters(fresh(agency)).in_force(POIN, date(2026, 5, 1)).value == Decimal(40)


def test_one_agencys_values_are_nobody_elses(agency: Agency, other_agency: Agency) -> None:
    own(agency, head(agency))
    assert door.parameters(fresh(other_agency)).in_force(POIN, SINCE).value == Decimal(15)
    own(other_agency, head(other_agency), bagian={"": Decimal(40)}, mulai=date(2026, 5, 1))
    law = door.parameters(fresh(other_agency))
    assert law.in_force(POIN, SINCE).value == Decimal(15)
    assert law.in_force(POIN, date(2026, 5, 1)).value == Decimal(40)


def test_a_newer_text_that_fixes_the_value_ends_what_the_agency_set(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = own(agency, head(agency))
    known = texts()[POIN]
    open_until = replace(known.values[0], until=date(2026, 12, 31))
    fixed = replace(known.values[0], since=date(2027, 1, 1), value=Decimal(20), tag="copy")
    newer = {**texts(), POIN: replace(known, values=(open_until, fixed))}
    monkeypatch.setattr(reading, "texts", lambda: newer)
    law = reading.with_own([made])
    assert law.in_force(POIN, date(2026, 12, 31)).value == Decimal(30)
    assert law.in_force(POIN, date(2027, 1, 1)).value == Decimal(20)


@pytest.mark.parametrize(("parameter", "nilai"), [("hilang.sama_sekali", "1"), (POIN, {"a": "1"})])
def test_a_value_that_no_longer_fits_stops_no_page(parameter: str, nilai: Any) -> None:
    row = Ketentuan(parameter=parameter, nilai=nilai, mulai=SINCE, dasar="SK")
    assert not reading.fits(parameter, nilai)
    assert reading.with_own([row]).in_force(POIN, SINCE).value == Decimal(15)


def test_today_is_never_changed_by_what_begins_tomorrow(agency: Agency) -> None:
    own(agency, head(agency))
    assert door.parameters(fresh(agency)).in_force(POIN, TODAY).tag == "design"
