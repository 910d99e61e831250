"""Late steps: reminded of once, told upwards once, and never a word of what they are about."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bina.core import jobs
from bina.core.models import Jejak
from bina.guidance import door
from bina.guidance import tasks as nightly
from bina.guidance.models import Coaching, PengingatBimbingan, Sesi
from bina.guidance.pengingat import services
from bina.guidance.services import sesi
from tests.conftest import NOON, TODAY, Agency
from tests.guidance import given, mentored
from tests.waiting import tasks


def night(agency: Agency, days: int) -> services.Hasil:
    """The look of that many days after today."""
    pada: datetime = NOON + timedelta(days=days)
    return services.look_at_agency(instansi_id=agency.instansi.pk, pada=pada, on=pada.date())


def reminders() -> list[tuple[str, str]]:
    rows = PengingatBimbingan.objects.select_related("terlambat").order_by("pk")
    return [(one.langkah, one.terlambat.nama) for one in rows]


def lines(agency: Agency, who: str, days: int) -> list[Any]:
    found = tasks(door, agency.named(who), on=TODAY + timedelta(days=days))
    return [one for one in found if "terlambat" in one.judul]


def test_a_late_step_is_reminded_of_once_and_told_upwards_once(agency: Agency) -> None:
    given.begun(agency)
    assert night(agency, 2) == services.Hasil(0, 0, 0)
    assert night(agency, 3) == services.Hasil(1, 0, 0)
    assert night(agency, 3) == services.Hasil(0, 0, 0)
    assert night(agency, 9) == services.Hasil(0, 0, 0)
    assert night(agency, 10) == services.Hasil(0, 1, 0)
    assert night(agency, 40) == services.Hasil(0, 0, 0)
    one = PengingatBimbingan.objects.get()
    assert (one.naik_kepada, one.sejak) == (agency.budi, TODAY)
    acts = Jejak.objects.filter(tindakan__startswith="pengingat_bimbingan").order_by("nomor")
    assert list(acts.values_list("tindakan", flat=True)) == [
        *("pengingat_bimbingan.ingatkan", "pengingat_bimbingan.naikkan")
    ]


def test_nobody_is_told_upwards_before_they_were_reminded(agency: Agency) -> None:
    given.begun(agency)
    assert night(agency, 30) == services.Hasil(1, 0, 0)
    assert night(agency, 30) == services.Hasil(0, 0, 0), "nor twice on the day they were"
    assert night(agency, 31) == services.Hasil(0, 1, 0)


def test_what_is_done_calls_no_more_at_once(agency: Agency) -> None:
    one = given.begun(agency)
    night(agency, 3)
    night(agency, 10)
    (own,), (above,) = lines(agency, "ani", 11), lines(agency, "budi", 11)
    assert (own.judul, own.keterangan) == (
        "Satu langkah bimbingan terlambat",
        "Laporan pra-coaching",
    )
    assert own.url.endswith(f"/sesi/{one.pk}/laporan/")
    assert above.judul == "Ingatkan Ani: ada langkah bimbingan yang terlambat"
    given.report(agency, one)
    assert lines(agency, "ani", 11) == lines(agency, "budi", 11) == []
    assert night(agency, 12).selesai == 1


def test_the_superior_learns_that_and_not_what(agency: Agency) -> None:
    """Of the coach's lateness her own superior is told, who has no part in the coaching."""
    given.schedule(agency, given.reported(agency))
    night(agency, 3)
    night(agency, 10)
    assert reminders() == [("catatan_sesi", "Citra")]
    (line,) = lines(agency, "gita", 10)
    for word in ("oaching", "atatan", "Ani", "menumpuk"):
        assert word not in f"{line.judul} {line.keterangan} {line.url}"
    assert lines(agency, "budi", 10) == []


def test_letters_go_out_once_and_say_nothing(agency: Agency) -> None:
    given.begun(agency)
    for days in (3, 3, 10, 10):
        night(agency, days)
    jobs.run_pending()
    found = [one for one in mail.outbox if "terlambat" in one.subject]
    assert [one.to[0].partition("@")[0] for one in found] == ["ani", "budi"]
    for one in found:
        assert "oaching" not in one.subject + one.body
        assert "Ani" not in one.subject + one.body


def test_a_date_moved_after_the_reminder_begins_anew(agency: Agency) -> None:
    one = given.schedule(agency, given.reported(agency))
    night(agency, 3)
    later = given.slot(NOON + timedelta(days=5))
    act = {"jadwal": later, "alasan": "Rapat", "actor": agency.named("citra"), **given.when()}
    sesi.schedule(sesi_id=one.pk, **act)  # type: ignore[arg-type]
    assert night(agency, 6) == services.Hasil(0, 0, 1)
    assert night(agency, 8) == services.Hasil(1, 0, 0)


def unsigned(agency: Agency) -> None:
    given.sign(agency, given.ready(agency), "ani")


def undone(agency: Agency) -> None:
    given.signed(agency)


def silent(agency: Agency) -> None:
    mentored.talked(agency)


def waiting(agency: Agency) -> None:
    one = mentored.talked(agency)
    mentored.initial(agency, mentored.logged(agency, one), "ani")


def unanswered(agency: Agency) -> None:
    mentored.offered(agency)


@pytest.mark.parametrize(
    ("lay", "days", "found"),
    [
        (given.begun, 3, ("laporan_pra_coaching", "Ani")),
        (given.scheduled, 3, ("catatan_sesi", "Citra")),
        (unsigned, 7 + 3, ("tanda_tangan_sesi", "Citra")),
        (undone, 7 + 3, ("tindakan", "Ani")),
        (silent, 30 + 3, ("log_mentoring", "Ani")),
        (waiting, 3, ("paraf_log", "Citra")),
        (unanswered, 3, ("jawaban_mentor", "Citra")),
    ],
)
def test_each_step_has_its_day_and_its_person(
    agency: Agency, lay: Any, days: int, found: tuple[str, str]
) -> None:
    lay(agency)
    night(agency, days - 1)
    assert reminders() == []
    night(agency, days)
    assert reminders() == [found]


@pytest.mark.parametrize(
    ("lay", "who", "days"),
    [
        (given.begun, "ani", 3),
        (given.scheduled, "citra", 3),
        (undone, "ani", 10),
        (silent, "ani", 33),
        (waiting, "citra", 3),
        (unanswered, "citra", 3),
    ],
)
def test_each_line_leads_to_where_the_step_is_done(
    agency: Agency, browser_of: Any, lay: Any, who: str, days: int
) -> None:
    lay(agency)
    night(agency, days)
    (line,) = lines(agency, who, days)
    assert browser_of(agency.named(who)).get(line.url).status_code == 200


def test_an_offer_lapses_and_is_never_told_upwards(agency: Agency) -> None:
    unanswered(agency)
    night(agency, 3)
    assert lines(agency, "citra", 3)[0].keterangan == "Jawaban atas permintaan mentoring"
    assert night(agency, 40).dinaikkan == 0


def another(one: Sesi) -> None:
    """The same first session of one more coaching, laid straight into the tables."""
    coaching = Coaching.objects.get(pk=one.coaching_id)
    coaching.pk, coaching.triase_id = None, None
    coaching.save()
    copy = Sesi.objects.get(pk=one.pk)
    copy.pk, copy.coaching = None, coaching
    copy.save()


def test_the_look_asks_the_same_however_many_are_late(agency: Agency) -> None:
    one = given.begun(agency)
    night(agency, 3)
    asked = []
    for days, more in ((4, 1), (5, 5)):
        for _n in range(more):
            another(one)
        with CaptureQueriesContext(connection) as seen:
            assert night(agency, days).diingatkan == more
        asked.append(len(seen))
    assert asked[0] == asked[1]


def test_the_worker_looks_at_every_agency(agency: Agency) -> None:
    given.begun(agency)
    nightly.remind.call_local()
    nightly.remind.call_local()
    assert len(reminders()) == 1
