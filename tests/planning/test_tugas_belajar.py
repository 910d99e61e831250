"""Study assignment and long leave in the middle of the year, as the staff file tells them."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bina.accounts.models import Orang
from bina.appraisal.reading import to_rate_ids
from bina.core.models import Jejak
from bina.monitoring import door as monitoring
from bina.monitoring.models.sinyal import Sinyal
from bina.people.models import Pegawai, Penempatan
from bina.planning import home_lines
from bina.planning.kaskade import coverage
from bina.planning.masa.keterlambatan import Saringan, late
from bina.planning.services.transfers import end_while_exempt
from bina.planning.workflow import Status
from bina.rules.parameters import Parameters
from bina.rules.texts import texts
from tests.appraisal.given import periode
from tests.conftest import TODAY, Agency
from tests.people.imports.conftest import ANI, BUDI, EKO, born, taken, text_file
from tests.planning import plans
from tests.planning.test_cascade import of
from tests.planning.test_transfer import begun

__all__ = ["born"]
LAW = Parameters(texts())
BACK = date(2026, 3, 23)  # in the same quarter
STUDY = "Tugas Belajar"


def told(agency: Agency, kedudukan: str, on: date = TODAY) -> None:
    """The staff file of that day says so of Ani."""
    noon = timezone.make_aware(datetime.combine(on, time(12)))
    changed = {"KEDUDUKAN HUKUM": kedudukan}
    taken(text_file(ANI | changed, BUDI, EKO), agency.instansi, now=noon)


def asked(agency: Agency, on: date) -> list[tuple[str, date | None]]:
    ani = Orang.objects.get(pk=agency.ani.pk)
    queues = home_lines.queues(ani, on=on)
    lines = [one for queue in queues for one in queue.tugas(queue.rows) if queue.rows.exists()]
    return [(one.keterangan, one.tenggat) for one in lines]


def is_late(agency: Agency, on: date) -> bool:
    rows = late(agency.named("dewi"), Saringan(), law=LAW, on=on)
    return bool(rows.filter(orang=agency.ani.pk).exists())


def test_study_ends_the_running_plan_on_the_day_the_file_tells_of_it(born: Agency) -> None:
    skp = plans.established(born)
    told(born, STUDY)
    now = plans.now(skp)
    assert (now.status, now.selesai, now.penilai) == (Status.DITETAPKAN, TODAY, born.budi)
    assert now.disepakati_sampai == date(2026, 12, 31)
    line = Jejak.objects.get(tindakan="skp.akhiri")
    assert (line.objek_id, line.tentang_id) == (str(skp.pk), born.ani.pk)


def test_it_is_still_rated_by_its_penilai_for_the_part_it_ran(born: Agency) -> None:
    skp = plans.established(born)
    told(born, STUDY)
    assert to_rate_ids(born.named("budi"), periode(born), on=TODAY) == [skp.pk]


def test_meanwhile_nothing_is_asked_missed_or_signalled(born: Agency) -> None:
    plans.established(born)
    monitoring.look_at_agency(born.instansi, on=date(2026, 9, 1))
    assert Sinyal.objects.exists()
    told(born, STUDY)
    autumn = date(2026, 9, 1)
    assert asked(born, autumn) == []
    assert not is_late(born, autumn)
    monitoring.look_at_agency(born.instansi, on=autumn)
    assert not Sinyal.objects.exists()


def test_who_needs_no_plan_is_no_gap_in_the_cascade(born: Agency) -> None:
    def missing() -> set[str]:
        found = coverage.of(of(born, "dewi"), born.named("dewi"), on=TODAY)
        return {str(one) for one in found.without_plan}

    assert "Ani" in missing()
    told(born, STUDY)
    assert "Ani" not in missing()


def test_who_is_back_plans_the_rest_of_the_year_with_days_of_their_own(born: Agency) -> None:
    plans.established(born)
    told(born, STUDY)
    told(born, "Aktif", BACK)
    words = "Anda kembali bertugas; rencana kinerja untuk sisa tahun ini belum disusun"
    assert asked(born, BACK) == [(words, BACK + timedelta(days=30))]
    assert is_late(born, BACK)
    new = begun(born, BACK)
    assert (new.mulai, new.selesai) == (BACK, date(2026, 12, 31))
    assert asked(born, BACK) == []


def test_both_plans_of_the_year_are_rated(born: Agency) -> None:
    old = plans.established(born)
    told(born, STUDY)
    told(born, "Aktif", BACK)
    new = begun(born, BACK)
    made = plans.by(born, "budi", new, suntingan=plans.now(new).suntingan)
    plans.steps.establish(**{**made, "on": BACK})
    rated = to_rate_ids(born.named("budi"), periode(born), on=BACK)
    assert sorted(rated) == sorted([old.pk, new.pk])


def test_back_without_a_day_known_the_plan_begins_the_day_after_the_old_one(born: Agency) -> None:
    plans.established(born)
    told(born, STUDY)
    Pegawai.objects.filter(pk=born.ani.pk).update(kedudukan_hukum="Aktif", kedudukan_sejak=None)
    assert begun(born, BACK).mulai == TODAY + timedelta(days=1)


@pytest.mark.parametrize("laid", ["draft", "submitted"])
def test_a_plan_not_yet_agreed_ends_as_well(born: Agency, laid: str) -> None:
    skp = getattr(plans, laid)(born)
    told(born, STUDY)
    assert plans.now(skp).selesai == TODAY


def test_a_replaced_version_keeps_the_days_it_was_agreed_for(born: Agency) -> None:
    old = plans.established(born)
    new = plans.versions_next(born, old)
    told(born, STUDY)
    assert plans.now(old).selesai == date(2026, 12, 31)
    assert plans.now(new).selesai == TODAY


def test_a_file_that_says_it_again_changes_nothing_more(born: Agency) -> None:
    skp = plans.established(born)
    told(born, STUDY)
    told(born, STUDY, BACK)
    assert plans.now(skp).selesai == TODAY
    assert list(end_while_exempt([born.ani.pk], TODAY)) == []


@pytest.mark.parametrize("words", ["Cuti Besar", "PNS Aktif"])
def test_long_leave_and_new_words_for_active_leave_the_plan_running(
    born: Agency, words: str
) -> None:
    skp = plans.established(born)
    told(born, words)
    assert plans.now(skp).selesai == date(2026, 12, 31)
    assert asked(born, TODAY) == []


def test_long_leave_is_a_ground_to_agree_on_other_targets(born: Agency) -> None:
    skp = plans.established(born)
    told(born, "Cuti Besar")
    change = {**plans.CHANGE, "dasar": "cuti", "alasan": "Cuti besar April sampai Juni"}
    new = plans.versions.start_change(**change, **plans.by(born, "ani", skp))
    assert (new.versi, new.dasar_perubahan, new.mulai) == (2, "cuti", skp.mulai)


def test_unpaid_leave_ends_the_placement_and_the_plan_with_it(born: Agency) -> None:
    skp = plans.established(born)
    told(born, "CLTN")
    assert plans.now(skp).selesai == TODAY
    assert not Penempatan.objects.on(BACK).filter(orang=born.ani.pk).exists()


def test_an_agency_studying_at_once_costs_the_same(
    born: Agency, django_assert_num_queries: Any
) -> None:
    for who in ("ani", "eko", "indra", "joko"):
        plans.established(born, who)
    Pegawai.objects.update(kedudukan_hukum=STUDY)
    ids = list(Pegawai.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as few:
        assert len(list(end_while_exempt([born.ani.pk], TODAY))) == 1
    with django_assert_num_queries(len(few)):
        assert len(list(end_while_exempt(ids, TODAY))) == 3
