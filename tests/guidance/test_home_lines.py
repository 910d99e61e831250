"""Whose turn it is, said on the home page; what happened, said on the timeline."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from bina.guidance import door
from bina.guidance.coaching.services import perjalanan
from bina.guidance.services import triase
from bina.guidance.services.triase import Sebab
from bina.monitoring import door as monitoring
from bina.people.models import Pegawai
from tests.conftest import TODAY, Agency
from tests.guidance import given
from tests.waiting import tasks

AUTUMN = date(2026, 10, 7)


def turns(agency: Agency, on: date = TODAY) -> dict[str, list[str]]:
    found = {
        who: [one.tindakan for one in tasks(door, agency.named(who), on=on)]
        for who in ("ani", "citra", "budi", "gita", "dewi")
    }
    return {who: acts for who, acts in found.items() if acts}


def test_a_signal_calls_both_until_somebody_takes_it_up(agency: Agency) -> None:
    given.plan(agency)
    assert turns(agency, AUTUMN) == {"ani": ["Minta bimbingan"], "budi": ["Timbang bimbingan"]}
    own, theirs = (tasks(door, agency.named(who), on=AUTUMN)[0] for who in ("ani", "budi"))
    assert "Kemajuan tertinggal 77 poin" in own.keterangan
    assert theirs.judul == "Timbang bimbingan untuk Ani"
    rencana = given.plan(agency)
    known = monitoring.progress_of_plans({rencana.skp_id: rencana}, on=AUTUMN).values()
    found = door.of_progress(known, agency.named("budi"), on=AUTUMN)
    assert [one.ditangani for each in found.values() for one in each] == [False, False]
    assert not door.of_progress(known, agency.named("gita"), on=AUTUMN)


def test_each_step_is_somebodys_turn(agency: Agency) -> None:
    rencana = given.plan(agency)
    for hasil in rencana.hasil[1:]:  # the other result is seen to, so it stays quiet
        triase.decide(
            triase_id=triase.weigh_signal(
                skp_id=rencana.skp_id,
                hasil_kunci=hasil.kunci,
                sebab=Sebab(),
                actor=agency.named("budi"),
                **given.when(),
            ).pk,
            pilihan="tidak_perlu",
            alasan="Musimnya belum tiba.",
            actor=agency.named("budi"),
            **given.when(),
        )
    found = given.weighed(agency, Sebab(("motivasi",)))
    assert turns(agency) == {"ani": ["Sebutkan penyebab"], "budi": ["Putuskan"]}
    triase.decide(
        triase_id=found.pk,
        pilihan="coaching",
        alasan="",
        actor=agency.named("budi"),
        **given.when(),
    )
    assert turns(agency) == {"budi": ["Mulai coaching"]}
    made = given.coaching.start_coaching(
        triase_id=found.pk,
        topik="Surat",
        tugas=given.by_citra(agency),
        actor=agency.named("budi"),
        **given.when(),
    )
    one = made.sesi.get()
    assert turns(agency) == {"ani": ["Tulis laporan"], "citra": ["Susun kesepakatan"]}
    given.draft(agency, made)
    reading = ["Baca kesepakatan"]
    assert turns(agency) == {"ani": ["Tulis laporan", *reading], "citra": reading}
    given.put_name(agency, made, "citra")
    assert turns(agency) == {"ani": ["Tulis laporan", *reading]}
    given.put_name(agency, made, "ani")
    given.report(agency, one)
    assert turns(agency) == {"citra": ["Tetapkan jadwal"]}
    given.schedule(agency, one)
    assert turns(agency) == {"ani": ["Buka sesi"], "citra": ["Buka sesi"]}
    given.minute(agency, one)
    given.sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **given.when())
    assert turns(agency) == {"ani": ["Tanda tangani"], "citra": ["Tanda tangani"]}
    given.sign(agency, one, "ani")
    assert turns(agency) == {"citra": ["Tanda tangani"]}
    given.sign(agency, one, "citra")
    assert turns(agency) == {"ani": ["Buka sesi"]}  # the agreed action falls due


def test_a_result_that_is_seen_to_leads_to_where_it_is(agency: Agency) -> None:
    """To the weighing while there is nothing else, then to the coaching that came out of it."""
    rencana = given.plan(agency)
    known = monitoring.progress_of_plans({rencana.skp_id: rencana}, on=AUTUMN).values()
    weighed = given.weighed(agency, Sebab(("motivasi",)))

    def address() -> str:
        found = door.of_progress(known, agency.named("budi"), on=TODAY)[rencana.skp_id]
        seen_to = [one for one in found if one.ditangani]
        assert [one.sinyal.hasil_kunci for one in seen_to] == [weighed.hasil_kunci]
        assert seen_to[0].aksi == "Lihat bimbingan"
        return seen_to[0].url

    assert address() == reverse("guidance:triase", args=[weighed.pk])
    triase.decide(
        triase_id=weighed.pk,
        pilihan="coaching",
        alasan="",
        actor=agency.named("budi"),
        **given.when(),
    )
    made = given.coaching.start_coaching(
        triase_id=weighed.pk,
        topik="Surat",
        tugas=given.by_citra(agency),
        actor=agency.named("budi"),
        **given.when(),
    )
    assert address() == reverse("guidance:coaching", args=[made.pk])


def test_a_case_without_a_coach_waits_for_its_penilai(agency: Agency) -> None:
    one = given.scheduled(agency)
    perjalanan.ask_other_coach(
        coaching_id=one.coaching_id, actor=agency.named("ani"), **given.when()
    )
    found = [one.judul for one in tasks(door, agency.named("budi"), on=TODAY)]
    assert "Tugaskan coach untuk Ani" in found
    assert not tasks(door, agency.named("citra"), on=TODAY)


def test_a_task_of_signing_has_its_day(agency: Agency) -> None:
    given.ready(agency)
    task = next(one for one in tasks(door, agency.named("citra"), on=TODAY))
    assert task.tenggat == TODAY + timedelta(days=7)


def test_tasks_cost_the_same_however_many_people(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    from tests.planning import plans

    given.plan(agency)
    # which queues hold anything; plans, results of those not read before, entries, stored signals;
    # where they are seen to, names; the queue's own
    with django_assert_num_queries(8):
        tasks(door, agency.named("budi"), on=AUTUMN)
    for who in ("eko", "dewi", "indra"):
        plans.established(agency, who)
    with django_assert_num_queries(8):
        assert len(tasks(door, agency.named("budi"), on=AUTUMN)) == 4


@pytest.mark.parametrize(("who", "lines"), [("ani", 2), ("budi", 2), ("citra", 1), ("fitri", 0)])
def test_the_timeline_says_that_and_when_never_what(agency: Agency, who: str, lines: int) -> None:
    given.signed(agency)
    found = door.timeline(agency.ani.pk, agency.named(who), on=TODAY)
    assert len(found) == lines
    assert all(one.jenis == "pembinaan" for one in found)
    assert "Menumpuk setiap Senin" not in str(found)


def test_hours_under_way_show_on_the_account(agency: Agency) -> None:
    given.ready(agency)
    waiting = door.waiting_hours(agency.ani.pk, agency.named("ani"), on=TODAY)
    assert [(one.judul, one.jp, one.giliran_pembaca) for one in waiting] == [
        ("Coaching sesi ke-1", 2, True)
    ]
    assert not door.waiting_hours(agency.ani.pk, agency.named("fitri"), on=TODAY)
    assert Pegawai.objects.filter(pk=agency.ani.pk).exists()
