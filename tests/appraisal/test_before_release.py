"""T7: before its release an evaluation exists for its penilai alone, under any sequence of acts."""

import re
from contextlib import suppress
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bina.access import policy
from bina.appraisal import door
from bina.appraisal.models import Evaluasi
from bina.appraisal.services.evaluations import Isi
from bina.appraisal.services.refused import Refused, Stale
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from tests.appraisal import given
from tests.conftest import NIPS, TODAY, Agency
from tests.planning import plans

OTHERS = [nama for nama in [*NIPS, "lestari"] if nama != "budi"]


@pytest.fixture
def draft(agency: Agency) -> Evaluasi:
    plans.established(agency)
    given.reached(agency)
    return given.saved(agency)


@pytest.mark.parametrize("who", OTHERS)
def test_a_draft_is_seen_by_nobody_but_its_penilai(
    agency: Agency, draft: Evaluasi, who: str
) -> None:
    user = agency.named(who)
    assert not Evaluasi.objects.visible_to(user, on=TODAY).exists()
    assert not policy.may(user, "evaluasi.lihat", draft, on=TODAY)
    assert door.timeline(agency.ani.pk, user, on=TODAY) == []
    seers = policy.users_who_may("evaluasi.lihat", draft, on=TODAY)
    assert list(seers) == [agency.budi]


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.parametrize("page", ["evaluasi", "rilis", "pdf"])
def test_guessing_its_number_finds_nothing(
    agency: Agency, draft: Evaluasi, browser_of: Any, who: str, page: str
) -> None:
    client = browser_of(agency.named(who))
    there = client.get(reverse(f"appraisal:{page}", args=[draft.pk]))
    never = client.get(reverse(f"appraisal:{page}", args=[10**6]))
    assert (there.status_code, never.status_code) == (404, 404)
    assert client.post(reverse("appraisal:rilis", args=[draft.pk])).status_code == 404


def test_the_persons_pages_are_the_same_with_and_without_a_draft(
    agency: Agency, browser_of: Any
) -> None:
    skp = plans.established(agency)
    given.reached(agency)
    client = browser_of(agency.named("ani"))
    pages = [
        reverse("appraisal:saya"),
        reverse("appraisal:daftar"),
        reverse("planning:skp", args=[skp.pk]),
        reverse("monitoring:kemajuan"),
        reverse("home:beranda"),
    ]
    before = [_plain(client.get(page)) for page in pages]
    given.saved(agency)
    assert [_plain(client.get(page)) for page in pages] == before


def test_the_trail_does_not_name_the_person_before_release(agency: Agency, draft: Evaluasi) -> None:
    about = Jejak.objects.filter(tentang=agency.ani.pk, objek_jenis="appraisal.evaluasi")
    assert not about.exists()
    given.release(draft, agency)
    assert [line.tindakan for line in about] == ["evaluasi.rilis"]


def test_no_count_gives_a_draft_away(agency: Agency, draft: Evaluasi) -> None:
    found = door.released_of([agency.ani.pk], on=TODAY)
    assert found == {agency.ani.pk: []}


def test_after_the_release_the_performance_tier_reads_it(agency: Agency, draft: Evaluasi) -> None:
    made = given.release(draft, agency)
    readers = {
        nama
        for nama, user in agency.everybody().items()
        if policy.may(user, "evaluasi.lihat", made, on=TODAY)
    }
    assert readers == {"ani", "budi", "fitri", "dewi", "indra"}


def test_a_former_penilai_keeps_what_they_released_and_no_later_draft(
    agency: Agency, draft: Evaluasi
) -> None:
    from bina.planning.models import Skp

    Skp.objects.filter(pk=draft.skp_id).update(penilai=agency.gita)
    taken = given.saved(agency, Isi("di_bawah"), who="gita")
    assert (taken.pk, taken.penilai) == (draft.pk, agency.gita)
    assert taken.alasan_perilaku == ""  # nothing of Budi's draft was handed on
    assert not policy.may(agency.named("budi"), "evaluasi.lihat", taken, on=TODAY)


def _plain(response: Any) -> str:
    """The page without its tokens."""
    text = response.content.decode()
    text = re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]+"', "", text)
    return re.sub(r"\d\d[.:]\d\d", "", text)


class Sequence(RuleBasedStateMachine):
    """Saving, changing, releasing in any order: never seen by the person before its release."""

    agency: Agency
    evaluasi: Evaluasi | None = None

    @initialize()
    def lay(self) -> None:
        self.agency = Agency()
        plans.established(self.agency)
        given.periode(self.agency)
        self.evaluasi = None

    @rule()
    def set_capaian(self) -> None:
        with suppress(Refused, Stale, WrongState):
            given.reached(self.agency, suntingan=0)

    @rule()
    def save(self) -> None:
        stand = self.evaluasi.suntingan if self.evaluasi else 0
        with suppress(Stale, WrongState):
            self.evaluasi = given.saved(self.agency, suntingan=stand)

    @rule()
    def save_half(self) -> None:
        stand = self.evaluasi.suntingan if self.evaluasi else 0
        with suppress(Stale, WrongState):
            self.evaluasi = given.saved(self.agency, Isi("di_bawah"), suntingan=stand)

    @precondition(lambda self: self.evaluasi is not None)
    @rule()
    def release(self) -> None:
        assert self.evaluasi is not None
        with suppress(Refused, Stale, WrongState):
            self.evaluasi = given.release(self.evaluasi, self.agency)

    @invariant()
    def the_person_sees_what_is_released_and_nothing_else(self) -> None:
        ani = self.agency.named("ani") if hasattr(self, "agency") else None
        if ani is None:
            return
        seen = set(Evaluasi.objects.visible_to(ani, on=TODAY).values_list("status", flat=True))
        assert seen <= {"dirilis"}
        assert len(door.timeline(ani.pk, ani, on=TODAY)) == len(seen)
        for one in Evaluasi.objects.all():
            assert one.is_released == bool(one.predikat and one.dirilis_pada and one.dasar)


@pytest.mark.django_db
def test_no_sequence_shows_a_draft() -> None:
    from django.db import transaction
    from hypothesis.stateful import run_state_machine_as_test

    class InRolledBack(Sequence):
        def __init__(self) -> None:
            super().__init__()
            self.point = transaction.atomic()
            self.point.__enter__()

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.point.__exit__(None, None, None)

    run_state_machine_as_test(
        InRolledBack,
        settings=settings(
            max_examples=12,
            stateful_step_count=8,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
