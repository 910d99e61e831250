"""Meetings in people's calendars: invitations, meetings of a mentoring, the secret address."""

import logging
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from bina.config.logs import SecretAddresses
from bina.core import appointments, jobs
from bina.core.appointments import Waktu
from bina.core.models import Jejak, Pertemuan
from bina.core.workflow import WrongState
from bina.dialog.services import plan_ended
from bina.guidance.coaching.services import perjalanan
from bina.guidance.kalender import alamat, janji, temu
from bina.guidance.kalender.alamat import AlamatMati
from bina.guidance.mentoring.services import kepergian, rencana
from bina.guidance.models import AlamatKalender, TemuMentoring
from bina.guidance.services import sesi
from bina.guidance.services.refusals import Refused
from bina.guidance.services.sesi import Jadwal
from bina.planning.models import Skp
from tests.conftest import NOON, Agency
from tests.dialog import given as dialogs
from tests.guidance import given, mentored
from tests.guidance.test_mentoring_pages import said

NINE = datetime(2026, 3, 9, 2, tzinfo=UTC)
AHEAD = Jadwal(NINE, NINE + timedelta(hours=1), "Ruang rapat")


def letters() -> list[Any]:
    jobs.run_pending()
    return [one for one in mail.outbox if "Pertemuan" in one.subject]


def with_mail(agency: Agency, *who: str) -> None:
    for one in who:
        orang = getattr(agency, one)
        orang.email = f"{one}@nusa.example"
        orang.save()


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).events)


# Coaching


def test_both_are_invited_told_of_the_move_and_of_the_end(agency: Agency) -> None:
    with_mail(agency, "ani", "citra")
    one = given.schedule(agency, given.reported(agency), AHEAD)
    assert [each.to for each in letters()] == [["ani@nusa.example"], ["citra@nusa.example"]]
    longer = Jadwal(NINE + timedelta(minutes=30), NINE + timedelta(hours=2), "Aula")
    act = {"jadwal": longer, "alasan": "Ruang dipakai", "actor": agency.named("citra")}
    sesi.schedule(sesi_id=one.pk, **act, **given.when())  # type: ignore[arg-type]
    sesi.cancel(sesi_id=one.pk, alasan="Rapat mendadak", actor=agency.named("ani"), **given.when())
    files = [each.alternatives[0][0] for each in letters() if each.to == ["ani@nusa.example"]]
    found = [events(text)[0] for text in files]
    assert [each["sequence"] for each in found] == [0, 1, 2]
    assert [each["status"] for each in found] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert len({str(each["uid"]) for each in found}) == 1
    assert "method=CANCEL" in letters()[-1].alternatives[0][1]


def test_no_letter_bears_a_word_of_what_it_is_about(agency: Agency) -> None:
    with_mail(agency, "ani", "citra")
    given.schedule(agency, given.reported(agency), AHEAD)
    for each in letters():
        whole = each.message().as_string() + each.alternatives[0][0]
        for word in ("oaching", "menumpuk", "Citra", "pembinaan"):
            assert word not in whole


def test_what_has_been_sends_nothing(agency: Agency) -> None:
    with_mail(agency, "ani", "citra")
    given.signed(agency)
    assert letters() == []
    assert Pertemuan.objects.get().urutan == 0


def test_a_coach_who_changes_leaves_no_meeting_behind(agency: Agency) -> None:
    one = given.schedule(agency, given.reported(agency), AHEAD)
    perjalanan.ask_other_coach(
        coaching_id=one.coaching_id, actor=agency.named("ani"), **given.when()
    )
    assert Pertemuan.objects.get().batal


def test_a_newcomer_is_invited_as_to_a_new_meeting_and_the_others_hear_nothing(
    agency: Agency,
) -> None:
    with_mail(agency, "ani", "budi", "citra")
    slot = Waktu(NINE, NINE + timedelta(hours=1), "Aula")
    for who in (["ani"], ["ani", "citra"]):
        people = [getattr(agency, one).pk for one in who]
        appointments.keep(asal=janji.SESI, asal_id=1, orang=people, waktu=slot, pada=NOON)
    assert [each.to for each in letters()] == [["ani@nusa.example"], ["citra@nusa.example"]]
    assert letters()[-1].subject == letters()[0].subject == "[Bina] Pertemuan 9 Maret 2026"


def test_a_clash_is_said_and_does_not_refuse(agency: Agency, browser_of: Any, at: Any) -> None:
    day = at["on"] + timedelta(days=3)
    slot = {"tanggal": day.isoformat(), "mulai": "09:00", "selesai": "10:00", "tempat": "Aula"}
    one = given.reported(agency, **at)
    pair = mentored.talked(agency, **at)
    ani = browser_of(agency.ani)
    ani.post(reverse("guidance:mentoring_temu", args=[pair.pk]), slot)
    answer = browser_of(agency.citra).post(reverse("guidance:jadwal", args=[one.pk]), slot)
    assert answer.status_code == 302
    assert "Anda sudah ada pertemuan lain pada jam itu" in said(answer)
    assert "Ani sudah ada pertemuan lain pada jam itu" in said(answer)
    assert "entoring" not in said(answer)
    assert Pertemuan.objects.count() == 2
    page = ani.get(reverse("kalender:kalender")).content.decode()
    assert page.count("Bentrok dengan pertemuan Anda yang lain") == 2


# Mentoring


def meeting(agency: Agency, one: Any, **changes: Any) -> TemuMentoring:
    slot = Waktu(NINE, NINE + timedelta(hours=1), "Kantor Bupati")
    facts = {"waktu": slot, "actor": agency.named("citra"), **given.when(), **changes}
    return temu.plan(mentoring_id=one.pk, **facts)  # type: ignore[arg-type]


def test_mentee_and_mentor_plan_move_and_call_off(agency: Agency) -> None:
    made = meeting(agency, mentored.talked(agency))
    later = Waktu(NINE + timedelta(days=1), NINE + timedelta(days=1, hours=1), "Aula")
    temu.move(temu_id=made.pk, waktu=later, actor=agency.named("ani"), **given.when())
    assert Pertemuan.objects.get().urutan == 1
    temu.call_off(temu_id=made.pk, actor=agency.named("ani"), **given.when())
    assert Pertemuan.objects.get().batal
    with pytest.raises(WrongState):
        temu.call_off(temu_id=made.pk, actor=agency.named("citra"), **given.when())
    acts = Jejak.objects.filter(tindakan__startswith="temu_mentoring.").order_by("nomor")
    assert list(acts.values_list("tindakan", flat=True)) == [
        *("temu_mentoring.jadwalkan", "temu_mentoring.jadwalkan", "temu_mentoring.batalkan"),
    ]


def test_nobody_else_plans_and_nothing_is_planned_for_yesterday(agency: Agency) -> None:
    one = mentored.talked(agency)
    with pytest.raises(PermissionDenied):
        meeting(agency, one, actor=agency.named("budi"))
    with pytest.raises(Refused, match="sudah lewat"):
        meeting(agency, one, waktu=Waktu(NOON, NOON + timedelta(hours=1), "Aula"))
    with pytest.raises(Refused, match="tempat"):
        meeting(agency, one, waktu=Waktu(NINE, NINE + timedelta(hours=1), " "))


@pytest.mark.parametrize("end", ["stop", "change_mentor", "release"])
def test_the_end_of_a_pair_calls_off_what_was_to_come(agency: Agency, end: str) -> None:
    one = mentored.talked(agency)
    made = meeting(agency, one)
    if end == "release":
        agency.citra.is_active = False
        agency.citra.save()
        kepergian.release(mentoring_id=one.pk, **given.when())
    else:
        act = getattr(rencana, end)
        act(mentoring_id=one.pk, actor=agency.named("ani"), **given.when())
    made.refresh_from_db()
    assert (made.status, Pertemuan.objects.get().batal) == ("batal", True)


# The secret address


def feed(token: str, **headers: str) -> Any:
    return Client().get(reverse("kalender:umpan", args=[token]), headers=headers)


def address(agency: Agency, who: str = "ani", **at: Any) -> str:
    return alamat.make(actor=agency.named(who), **given.when(**at))[1]


def test_the_feed_holds_ones_own_meetings_and_nobody_elses(agency: Agency, at: Any) -> None:
    day = at["pada"] + timedelta(days=2)
    slot = Jadwal(day, day + timedelta(hours=1), "R")
    given.schedule(agency, given.reported(agency, **at), slot, **at)
    answer = feed(address(agency, **at))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    (event,) = events(answer.content.decode())
    assert (event["summary"], event["location"]) == ("Pertemuan", "R")
    assert events(feed(address(agency, "eko", **at)).content.decode()) == []


def test_the_feed_reaches_back_as_far_as_the_agency_says(agency: Agency) -> None:
    given.signed(agency)
    token = address(agency)
    for days, held in ((89, 1), (91, 0)):
        pada = NOON + timedelta(days=days)
        assert len(events(alamat.read(token, pada=pada, on=pada.date()))) == held


def test_only_a_digest_is_kept_and_a_new_address_ends_the_old(agency: Agency, at: Any) -> None:
    old, new = address(agency, **at), address(agency, **at)
    assert old not in str(AlamatKalender.objects.values())
    assert len(old) >= 32
    assert (feed(old).status_code, feed(new).status_code) == (404, 200)
    assert alamat.revoke(actor=agency.named("ani"), **at)
    assert not alamat.revoke(actor=agency.named("ani"), **at)
    assert feed(new).status_code == 404
    assert feed("x" * 32).content == b""


@pytest.mark.parametrize("how", ["closed", "password"])
def test_a_closed_account_and_a_new_password_end_it(agency: Agency, at: Any, how: str) -> None:
    token = address(agency, **at)
    if how == "closed":
        agency.ani.is_active = False
    else:
        agency.ani.set_password("sebuah kata sandi baru")
    agency.ani.save()
    with pytest.raises(AlamatMati):
        alamat.read(token, **at)


def test_the_page_shows_the_address_once(agency: Agency, browser_of: Any) -> None:
    ani = browser_of(agency.ani)
    made = ani.post(reverse("kalender:alamat"))
    assert "no-store" in made["Cache-Control"]
    token = made.content.decode().partition("/kalender/")[2]
    assert ".ics" in made.content.decode()
    again = ani.get(reverse("kalender:kalender")).content.decode()
    assert ".ics" not in again
    assert token
    ani.post(reverse("kalender:cabut"))
    assert not AlamatKalender.objects.standing().exists()


def test_no_log_keeps_an_address(caplog: pytest.LogCaptureFixture) -> None:
    guard = SecretAddresses()
    token = "a" * 32
    logger = logging.getLogger("django.request")
    assert any(isinstance(one, SecretAddresses) for one in logger.filters)
    for path in (f"/kalender/{token}.ics", f"/kemajuan/layanan/{token}/"):
        record = logger.makeRecord("x", 30, "f", 1, "Not Found: %s", (path,), None)
        guard.filter(record)
        assert token not in record.getMessage()


def test_a_refused_feed_leaves_no_address_in_the_log(
    db: None, caplog: pytest.LogCaptureFixture
) -> None:
    token = "b" * 32
    assert feed(token).status_code == 404
    assert "Not Found" in caplog.text
    assert token not in caplog.text


def test_too_many_visits_are_turned_away(agency: Agency, at: Any, settings: Any) -> None:
    settings.BINA_RATE_LIMITS = {"kalender": "2/m/ip"}
    token = address(agency, **at)
    assert [feed(token).status_code for _ in range(3)] == [200, 200, 429]


def test_the_page_asks_the_same_however_many_meetings(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any, at: Any
) -> None:
    ani = browser_of(agency.ani)
    ani.get(reverse("kalender:kalender"))  # the menu asks once
    one = mentored.talked(agency, **at)
    for days in (3, 4, 5):
        first = at["pada"] + timedelta(days=days)
        slot = Waktu(first, first + timedelta(hours=1), "Aula")
        temu.plan(mentoring_id=one.pk, waktu=slot, actor=agency.named("ani"), **at)
    # session, person, meetings counted and read, address, offices (menu)
    with django_assert_num_queries(6):
        ani.get(reverse("kalender:kalender"))


def test_a_dialogue_is_a_day_in_both_calendars(agency: Agency, browser_of: Any) -> None:
    on = timezone.localdate()
    plan = given.plan(agency, on)
    day: date = on + timedelta(days=2)
    answer = browser_of(agency.ani).post(
        reverse("dialog:rencanakan", args=[plan.skp_id]), {"tanggal": day.isoformat(), "tempat": ""}
    )
    assert answer.status_code == 302
    one = Pertemuan.objects.get()
    assert (one.sehari, timezone.localdate(one.mulai)) == (True, day)
    page = browser_of(agency.budi).get(reverse("kalender:kalender")).content.decode()
    assert answer["Location"] in page


def test_a_dialogue_that_falls_away_leaves_the_calendars(agency: Agency) -> None:
    on = timezone.localdate()
    plan = given.plan(agency, on)
    made = dialogs.planned(agency, pada=timezone.now(), on=on)
    Skp.objects.filter(pk=plan.skp_id).update(selesai=made.tanggal - timedelta(days=1))
    assert list(plan_ended.call_off([plan.skp_id], on))
    assert Pertemuan.objects.get().batal
