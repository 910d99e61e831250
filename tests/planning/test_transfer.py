"""A transfer or a retirement in the middle of the year, as the staff file tells it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bina.accounts.models import Orang
from bina.appraisal.reading import to_rate_ids
from bina.core.models import Jejak
from bina.monitoring import door as monitoring
from bina.people.models import Penempatan
from bina.planning import home_lines
from bina.planning.isi import IsiUsul
from bina.planning.models import Skp
from bina.planning.reading import plan
from bina.planning.services import changes, versions
from bina.planning.services.refusals import Refused
from bina.planning.services.transfers import end_with_placements
from bina.planning.workflow import Status
from tests.appraisal.given import periode
from tests.conftest import TODAY, Agency
from tests.people.imports.conftest import ANI, BUDI, EKO, born, taken, text_file
from tests.planning import plans

__all__ = ["born"]
YESTERDAY = TODAY - timedelta(days=1)
HUKUM = {"UNOR ID": "U0102", "UNOR NAMA": "Bagian Hukum", "NIP ATASAN": "197901012004012007"}
RETIRED = {"KEDUDUKAN HUKUM": "Pensiun"}


def moved(agency: Agency, **changes: str) -> None:
    taken(text_file(ANI | HUKUM | changes, BUDI, EKO), agency.instansi)


def begun(agency: Agency, on: date = TODAY) -> Skp:
    """Ani's plan for the position she holds that day, complete and submitted."""
    ani = agency.named("ani")
    held = Penempatan.objects.on(on).get(orang=ani)
    made = plans.drafting.start_skp(
        penempatan_id=held.pk, pendekatan="kuantitatif", actor=ani, pada=plans.MOMENT, on=on
    )
    for number, isi in enumerate((plans.surat(), plans.laporan())):
        given = plans.by(agency, "ani", made, hasil_id=None, isi=isi, suntingan=number)
        plans.drafting.save_result(**given)
    return plans.steps.submit(**plans.by(agency, "ani", made))


def test_the_running_plan_ends_on_the_day_before_and_keeps_its_penilai(born: Agency) -> None:
    skp = plans.established(born)
    moved(born)
    now = plans.now(skp)
    assert (now.status, now.selesai, now.penilai) == (Status.DITETAPKAN, YESTERDAY, born.budi)
    line = Jejak.objects.get(tindakan="skp.akhiri")
    assert (line.objek_id, line.tentang_id) == (str(skp.pk), born.ani.pk)


def test_the_person_is_asked_to_plan_for_the_new_position(born: Agency) -> None:
    plans.established(born)
    moved(born)
    ani = Orang.objects.get(pk=born.ani.pk)
    queues = home_lines.queues(ani, on=TODAY)
    asked = [one for queue in queues for one in queue.tugas(queue.rows) if queue.rows.exists()]
    assert [one.judul for one in asked] == ["Susun SKP 2026"]


def test_two_plans_in_one_year_are_both_rated_each_by_its_own_penilai(born: Agency) -> None:
    old = plans.established(born)
    moved(born)
    new = begun(born)
    assert new.penilai == born.gita
    plans.steps.establish(**plans.by(born, "gita", new, suntingan=plans.now(new).suntingan))
    quarter = periode(born)
    assert to_rate_ids(born.named("budi"), quarter, on=TODAY) == [old.pk]
    assert to_rate_ids(born.named("gita"), quarter, on=TODAY) == [new.pk]


def test_retirement_ends_the_plan_on_that_day(born: Agency) -> None:
    skp = plans.established(born)
    taken(text_file(ANI | RETIRED, BUDI, EKO), born.instansi)
    assert plans.now(skp).selesai == TODAY


@pytest.mark.parametrize("laid", ["draft", "submitted"])
def test_a_plan_not_yet_agreed_ends_as_well(born: Agency, laid: str) -> None:
    skp = getattr(plans, laid)(born)
    moved(born)
    assert plans.now(skp).selesai == YESTERDAY


def test_nobody_elses_plan_is_touched(born: Agency) -> None:
    other = plans.established(born, "eko")
    moved(born)
    assert plans.now(other).selesai == date(2026, 12, 31)


def test_a_replaced_version_keeps_the_days_it_was_agreed_for(born: Agency) -> None:
    old = plans.established(born)
    new = plans.versions_next(born, old)
    moved(born)
    assert plans.now(old).selesai == date(2026, 12, 31)
    assert plans.now(new).selesai == YESTERDAY


def test_an_ended_plan_is_measured_by_the_months_it_ran(born: Agency) -> None:
    """Its targets were agreed for the whole year; nobody owes all of them by the day they left."""
    skp = plans.established(born)
    moved(born)
    rencana = plan(skp.pk)
    assert (rencana.selesai, rencana.semula_sampai) == (YESTERDAY, date(2026, 12, 31))
    [all_of_it] = monitoring.progress_of([skp.pk], on=date(2026, 11, 1)).values()
    assert all_of_it.waktu == Decimal("16.44")  # 60 days of 365
    part = monitoring.period(rencana, mulai=date(2026, 1, 1), selesai=date(2026, 6, 30))
    assert part.hasil[0].kemajuan.indikator[0].target == 60  # of 240, for January to March


def test_a_plan_that_has_ended_is_not_changed_any_more(born: Agency, browser_of: Any) -> None:
    skp = plans.established(born)
    moved(born)
    with pytest.raises(Refused, match="berakhir 1 Maret 2026"):
        versions.start_change(**plans.CHANGE, **plans.by(born, "ani", skp))
    kunci = skp.hasil_kerja.get(jenis="utama").indikator.all()[0].kunci
    with pytest.raises(Refused, match="berakhir"):
        changes.propose_own(
            kunci=kunci, isi=IsiUsul(Decimal(200), "Bencana"), **plans.by(born, "ani", skp)
        )
    ani = browser_of(born.named("ani"))
    page = ani.get(reverse("planning:skp", args=[skp.pk])).content.decode()
    assert "Berakhir 1 Maret" in page
    assert "Susun versi baru" not in page
    for name in ("susun_perubahan", "usulkan"):
        answer = ani.get(reverse(f"planning:{name}", args=[skp.pk]))
        assert answer.headers["Location"] == reverse("planning:skp", args=[skp.pk])


def test_ended_twice_it_is_still_known_until_when_it_was_agreed(born: Agency) -> None:
    skp = plans.established(born)
    for last in (date(2026, 8, 31), date(2026, 5, 31)):
        Penempatan.objects.filter(pk=skp.penempatan_id).update(selesai=last)
        list(end_with_placements([skp.penempatan_id], TODAY))
        assert plans.now(skp).selesai == last
    assert plans.now(skp).disepakati_sampai == date(2026, 12, 31)


def test_answering_twice_changes_nothing_more(born: Agency) -> None:
    plans.established(born)
    moved(born)
    ids = list(Penempatan.objects.values_list("pk", flat=True))
    assert list(end_with_placements(ids, TODAY)) == []


def test_a_placement_that_ended_before_the_plan_began_leaves_it_two_days(born: Agency) -> None:
    skp = plans.established(born)
    Penempatan.objects.filter(pk=skp.penempatan_id).update(
        mulai=date(2025, 1, 1), selesai=date(2025, 12, 31)
    )
    list(end_with_placements([skp.penempatan_id], TODAY))
    assert (plans.now(skp).mulai, plans.now(skp).selesai) == (date(2026, 1, 1), date(2026, 1, 2))


def test_a_whole_unit_moved_at_once_costs_the_same(
    born: Agency, django_assert_num_queries: Any
) -> None:
    for who in ("ani", "eko", "indra", "joko"):
        plans.established(born, who)
    Penempatan.objects.update(selesai=YESTERDAY)
    one = [Penempatan.objects.get(orang=born.ani).pk]
    every = list(Penempatan.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as few:
        assert len(list(end_with_placements(one, TODAY))) == 1
    with django_assert_num_queries(len(few)):
        assert len(list(end_with_placements(every, TODAY))) == 3
