"""Appointments of all rooms: set, moved, called off; in a calendar nothing but time and place."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from bina.core import appointments, ics
from bina.core.appointments import Kabar, Waktu
from bina.core.models import Pertemuan
from tests.conftest import NOON, Agency

TEN = datetime(2026, 3, 9, 3, tzinfo=UTC)  # 10.00 in Jakarta
SLOT = Waktu(TEN, TEN + timedelta(hours=1), "Ruang rapat")


def keep(agency: Agency, waktu: Waktu = SLOT, *who: str, asal_id: int = 1, pada: Any = NOON) -> Any:
    people = [getattr(agency, one).pk for one in who or ("ani", "citra")]
    return appointments.keep(asal="uji.sesi", asal_id=asal_id, orang=people, waktu=waktu, pada=pada)


def event_of(text: str) -> Any:
    (event,) = Calendar.from_ical(text).events
    return event


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Kabar]:
    found: list[Kabar] = []
    monkeypatch.setattr(appointments, "LISTENERS", {"uji": found.append})
    return found


def test_one_record_has_one_appointment_that_counts_its_changes(
    agency: Agency, heard: list[Kabar]
) -> None:
    first = keep(agency)
    assert keep(agency).urutan == 0
    moved = keep(agency, Waktu(TEN, TEN + timedelta(hours=2), "Ruang rapat"))
    elsewhere = keep(agency, Waktu(TEN, TEN + timedelta(hours=2), "Aula"))
    assert (moved.urutan, elsewhere.urutan) == (1, 2)
    assert {first.kode} == set(Pertemuan.objects.values_list("kode", flat=True))
    assert [one.pertemuan.urutan for one in heard] == [0, 1, 2]


def test_called_off_once_and_may_be_set_again(agency: Agency, heard: list[Kabar]) -> None:
    keep(agency)
    for _twice in range(2):
        appointments.call_off(asal="uji.sesi", asal_ids=[1], pada=NOON)
    one = Pertemuan.objects.get()
    assert (one.batal, one.urutan, len(heard)) == (True, 1, 2)
    assert (keep(agency).batal, keep(agency).urutan) == (False, 2)


def test_whoever_is_in_it_no_longer_is_told_so(agency: Agency, heard: list[Kabar]) -> None:
    keep(agency)
    keep(agency, SLOT, "ani", "budi")
    assert heard[-1].bukan_lagi == {agency.citra.pk}
    assert heard[-1].peserta == {agency.budi.pk}, "for Ani nothing has changed"
    assert not Pertemuan.objects.of_person(agency.citra.pk).exists()


def test_whoever_joins_a_meeting_that_stays_as_it_is_is_told_and_nobody_else(
    agency: Agency, heard: list[Kabar]
) -> None:
    keep(agency)
    keep(agency, SLOT, "ani", "citra", "budi")
    assert len(heard) == 2
    assert heard[-1].peserta == heard[-1].baru == {agency.budi.pk}
    assert heard[-1].pertemuan.urutan == 1
    keep(agency, SLOT, "ani", "citra", "budi")
    assert len(heard) == 2, "the same once more tells nobody"


def test_an_invitation_names_time_place_and_its_reader_alone(agency: Agency) -> None:
    agency.ani.email = "ani@nusa.example"
    one = keep(agency)
    method, text = ics.invitation(one, judul="Pertemuan", orang=agency.ani)
    event = event_of(text)
    assert (method, event["summary"], event["location"]) == ("REQUEST", "Pertemuan", "Ruang rapat")
    assert event["uid"] == str(one.kode)
    assert "DTSTART;TZID=Asia/Jakarta:20260309T100000" in text
    assert "METHOD:REQUEST" in text
    assert "BEGIN:VTIMEZONE" in text
    assert str(event["attendee"]) == "mailto:ani@nusa.example"
    assert "uji.sesi" not in text
    assert "Citra" not in text
    appointments.call_off(asal="uji.sesi", asal_ids=[1], pada=NOON)
    one.refresh_from_db()
    method, text = ics.invitation(one, judul="Pertemuan", orang=agency.ani)
    assert (method, event_of(text)["status"], event_of(text)["sequence"]) == (
        *("CANCEL", "CANCELLED"),
        1,
    )


def test_a_place_cannot_add_lines_to_the_file(agency: Agency) -> None:
    agency.ani.email = None
    one = keep(agency, Waktu(TEN, SLOT.selesai, "Aula\r\nATTENDEE:mailto:x@y.example\r\nBEGIN:X"))
    _method, text = ics.invitation(one, judul="Pertemuan", orang=agency.ani)
    assert "\nATTENDEE:mailto:x" not in text
    assert str(event_of(text)["attendee"]).startswith("urn:uuid:")


def test_a_day_without_an_hour_is_a_whole_day(agency: Agency) -> None:
    one = keep(agency, Waktu.of_day(date(2026, 3, 9)))
    text = ics.feed([one], judul="Pertemuan", nama="Bina")
    assert "DTSTART;VALUE=DATE:20260309" in text
    assert "DTEND;VALUE=DATE:20260310" in text


def test_clashes_say_who_and_whether_the_hour_is_known(agency: Agency) -> None:
    keep(agency)
    keep(agency, Waktu.of_day(date(2026, 3, 9)), "budi", asal_id=2)
    people = [agency.ani.pk, agency.budi.pk, agency.eko.pk]
    half_past = Waktu(TEN + timedelta(minutes=30), TEN + timedelta(minutes=90))

    def found(waktu: Waktu, asal_id: int = 9) -> dict[int, str]:
        return appointments.clashes(people, waktu, asal="uji.sesi", asal_id=asal_id)

    assert found(half_past) == {agency.ani.pk: "jam", agency.budi.pk: "hari"}
    assert found(half_past, asal_id=1) == {agency.budi.pk: "hari"}, "never with itself"
    assert agency.ani.pk not in found(Waktu(SLOT.selesai, SLOT.selesai + timedelta(hours=1)))
    appointments.call_off(asal="uji.sesi", asal_ids=[1, 2], pada=NOON)
    assert found(half_past) == {}
