"""T10: two releases at once, or a release and a change of the unit's rating: one wins."""

from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

from bina.appraisal.models import Evaluasi
from bina.appraisal.services.refused import Stale
from bina.core import audit
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from tests.appraisal import given
from tests.conftest import Agency
from tests.planning import plans


def at_once(*acts: Any) -> list[str]:
    """Run the acts in threads that start together; how each one ended."""
    start, ends = Barrier(len(acts)), [""] * len(acts)

    def run(number: int, act: Any) -> None:
        start.wait()
        try:
            act()
            ends[number] = "done"
        except (Stale, WrongState) as late:
            ends[number] = type(late).__name__
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(ends)


@pytest.fixture
def agency_with_draft(transactional_db: None) -> tuple[Agency, Evaluasi]:
    agency = Agency()
    plans.established(agency)
    given.reached(agency)
    return agency, given.saved(agency)


def test_two_releases_at_once_yield_one(agency_with_draft: tuple[Agency, Evaluasi]) -> None:
    agency, draft = agency_with_draft

    def act() -> None:
        given.release(draft, agency)

    assert at_once(act, act) == ["WrongState", "done"]
    assert Jejak.objects.filter(tindakan="evaluasi.rilis").count() == 1
    assert audit.verify(agency.instansi.rantai).broken_at is None


def test_a_release_and_a_changed_capaian_never_disagree(
    agency_with_draft: tuple[Agency, Evaluasi],
) -> None:
    agency, draft = agency_with_draft

    def change() -> None:
        given.reached(agency, "kurang", suntingan=1, alasan_perubahan="Data baru.")

    at_once(lambda: given.release(draft, agency), change)
    draft.refresh_from_db()
    from bina.appraisal.models import CapaianOrganisasi

    assert draft.capaian == CapaianOrganisasi.objects.get().capaian


def test_two_first_saves_make_one_draft(transactional_db: None) -> None:
    agency = Agency()
    plans.established(agency)
    given.periode(agency)
    ends = at_once(
        lambda: given.saved(agency, halaman="a"), lambda: given.saved(agency, halaman="b")
    )
    assert ends == ["Stale", "done"]
    assert Evaluasi.objects.count() == 1
