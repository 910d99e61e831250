"""What test makers write again (tests/again.py) is what the services made."""

from typing import Any

from bina.core import audit
from bina.people.models import Unit
from tests import again
from tests.conftest import Agency
from tests.guidance import given
from tests.planning import plans
from tests.security import rows
from tests.security.walk import undone


def _made(agency: Agency) -> list[str]:
    before = rows.snapshot()
    given.begun(agency)
    found = rows.changes(before, rows.snapshot())
    return [one for one in found if " sidik_" not in one]  # over ids, which PostgreSQL counts on


def test_a_coaching_written_again_is_the_coaching_made(agency: Agency) -> None:
    again._told.clear()
    start = agency.place
    with undone():
        by_services = _made(agency)
    if start is not None:
        agency.place = again.Place(start.made, again.written())
    assert _made(agency) == by_services
    assert len(by_services) > 50
    assert all(audit.verify(one).broken_at is None for one in audit.chains())


def test_where_anything_else_was_written_it_is_made_anew(agency: Agency) -> None:
    plans.established(agency, "eko")
    Unit.objects.filter(pk=agency.umum.pk).update(nama="Bagian Tata Usaha")
    assert again._beginning_of(agency) is None


def test_what_a_test_has_set_is_another_beginning(agency: Agency, settings: Any) -> None:
    before = agency.round_about()
    settings.BINA_DEMO = True
    assert agency.round_about() != before


def test_nothing_is_known_where_code_was_replaced(agency: Agency, monkeypatch: Any) -> None:
    monkeypatch.setattr(plans, "MOMENT", plans.MOMENT)
    assert again._beginning_of(agency) is None
