"""What home is told: tasks with one action each, and a timeline of what the reader may see."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from bina.core.home_lines import Tugas
from bina.planning import door
from bina.planning.isi import IsiUsul
from bina.planning.services import changes, steps
from tests.conftest import TODAY, Agency
from tests.planning import plans
from tests.planning.plans import by
from tests.waiting import tasks


def titles(found: list[Tugas]) -> list[str]:
    return [one.judul for one in found]


def test_who_has_no_plan_is_asked_to_begin_one_by_the_end_of_january(agency: Agency) -> None:
    (one,) = tasks(door, agency.ani, on=TODAY)
    assert (one.judul, one.tindakan) == ("Susun SKP 2026", "Mulai menyusun")
    assert one.tenggat is not None
    assert one.tenggat.isoformat() == "2026-01-31"


def test_a_person_without_nip_has_no_plan_to_write(agency: Agency) -> None:
    assert tasks(door, agency.lestari, on=TODAY) == []


def test_tasks_follow_the_plan(agency: Agency) -> None:
    skp = plans.draft(agency)
    assert titles(tasks(door, agency.ani, on=TODAY)) == ["Selesaikan SKP 2026"]
    steps.submit(**by(agency, "ani", skp))
    assert tasks(door, agency.ani, on=TODAY) == []
    assert "Tinjau SKP Ani" in titles(tasks(door, agency.named("budi"), on=TODAY))
    assert "Tinjau SKP Ani" not in titles(tasks(door, agency.named("gita"), on=TODAY))
    seen = {"suntingan": skp.suntingan, **by(agency, "budi", skp)}
    steps.send_back(alasan="Kurang", **seen)
    assert titles(tasks(door, agency.ani, on=TODAY)) == ["Perbaiki SKP 2026"]


def test_a_proposal_waits_for_the_pimpinan(agency: Agency) -> None:
    skp = plans.established(agency)
    changes.propose_own(
        kunci=door.plan(skp.pk).utama[0].indikator[0].kunci,
        isi=IsiUsul(Decimal(200), "Bencana"),
        **by(agency, "ani", skp),
    )
    budi = tasks(door, agency.named("budi"), on=TODAY)
    assert "Putuskan usul perubahan target Ani" in titles(budi)
    assert tasks(door, agency.ani, on=TODAY) == []


def test_tasks_cost_the_same_for_one_and_for_many(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    plans.submitted(agency)
    budi = agency.named("budi")
    # whom one stands in for, one's offices; which queues hold; the position and
    # since when; plans to review
    with django_assert_num_queries(6):
        tasks(door, budi, on=TODAY)
    for who in ("eko", "dewi", "indra"):
        plans.submitted(agency, who)
    with django_assert_num_queries(4):  # for whom one stands in is remembered
        assert len(tasks(door, budi, on=TODAY)) == 5


def test_the_timeline_holds_what_the_reader_may_see(agency: Agency) -> None:
    skp = plans.established(agency)
    mine = door.timeline(agency.ani.pk, agency.ani, on=TODAY)
    assert [one.status for one in mine] == ["diajukan", "ditetapkan"]
    assert mine[0].tanggal == timezone.localdate(skp.ditetapkan_pada)
    assert door.timeline(agency.ani.pk, agency.named("budi"), on=TODAY) == mine
    assert door.timeline(agency.ani.pk, agency.named("gita"), on=TODAY) == []


def test_every_message_of_the_pages_has_its_english(agency: Agency, browser_of: Any) -> None:
    on = timezone.localdate()
    skp = plans.established(agency, on=on)
    client = browser_of(agency.ani)
    client.cookies["django_language"] = "en"
    page = client.get(f"/skp/{skp.pk}/").content.decode()
    for words in ("Main results", "Established", "Documents", "Propose another target"):
        assert words in page
