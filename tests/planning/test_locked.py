"""The results of locked plans, read once by a process (ADR 29)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bina.planning import door, locked
from bina.planning.models import Skp
from tests.conftest import TODAY, Agency
from tests.planning import plans


def running(agency: Agency, on: date = TODAY) -> dict[int, Any]:
    """Whose plan in force Budi sees of his people."""
    return door.of_team([agency.ani.pk, agency.eko.pk], agency.named("budi"), on=on).berjalan


def targets(plan: Any) -> list[Decimal | None]:
    return [each.target for one in plan.hasil for each in one.indikator]


def test_results_are_read_once_and_are_those_of_the_plan(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    ani, eko = plans.established(agency), plans.established(agency, "eko")
    first = running(agency)
    budi, ids = agency.named("budi"), [agency.ani.pk, agency.eko.pk]
    door.of_team(ids, budi, on=TODAY)  # who budi is
    with django_assert_num_queries(1):
        again = door.of_team(ids, budi, on=TODAY).berjalan
    whole = door.plans([ani.pk, eko.pk])
    assert {one.skp_id for one in again.values()} == {ani.pk, eko.pk}
    for known in (first, again):
        for one in known.values():
            assert targets(one) == targets(whole[one.skp_id])
            assert [each.kunci for each in one.hasil] == [
                each.kunci for each in whole[one.skp_id].hasil
            ]


def test_one_that_is_not_kept_is_read_beside_those_that_are(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    plans.established(agency)
    budi, ids = agency.named("budi"), [agency.ani.pk, agency.eko.pk]
    assert set(door.of_team(ids, budi, on=TODAY).berjalan) == {agency.ani.pk}
    plans.established(agency, "eko")
    with django_assert_num_queries(2):
        found = door.of_team(ids, budi, on=TODAY).berjalan
    assert all(len(one.hasil) == 2 for one in found.values())
    assert len(found) == 2


def test_another_version_is_another_plan(agency: Agency) -> None:
    old = plans.established(agency)
    assert targets(running(agency)[agency.ani.pk])[0] == 240
    plans.versions_next(agency, old)
    new = Skp.objects.get(rumpun=old.rumpun, versi=2)
    found = running(agency)[agency.ani.pk]
    assert (found.skp_id, found.versi) == (new.pk, 2)
    assert [one.id for one in found.hasil] == [one.id for one in door.plan(new.pk).hasil]


def test_what_can_still_change_is_asked_every_time(agency: Agency) -> None:
    skp = plans.established(agency)
    running(agency)
    Skp.objects.filter(pk=skp.pk).update(selesai=date(2026, 9, 30), penilai=agency.gita)
    found = door.running_around(agency.named("gita"), on=TODAY)
    assert [(one.selesai, one.penilai_id) for one in found] == [(date(2026, 9, 30), agency.gita.pk)]
    assert running(agency, on=date(2026, 10, 1)) == {}


def test_only_the_last_ones_are_kept(
    agency: Agency, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    monkeypatch.setattr(locked, "KEPT", 1)
    both = (plans.established(agency), plans.established(agency, "eko"))
    ani, eko = ((one.pk, one.rumpun) for one in both)
    with django_assert_num_queries(1):
        assert len(locked.results_of([ani, eko])) == 2
    with django_assert_num_queries(0):
        locked.results_of([eko])
    with django_assert_num_queries(1):
        locked.results_of([ani])
