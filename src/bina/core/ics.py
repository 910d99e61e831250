"""Appointments as iCalendar (RFC 5545, 5546): a time, a place, a neutral title, nothing else.

The file may be read by whoever shares somebody's calendar, so it names no theme, no kind and
nobody else: each gets an invitation of their own, from Bina.
"""

from collections.abc import Iterable
from datetime import timedelta
from email.utils import parseaddr
from functools import cache
from typing import Any
from uuid import uuid5

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event, Timezone, vCalAddress

from bina.core.appointment_models import Pertemuan

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
TYPE = "text/calendar; charset=utf-8"


def invitation(one: Pertemuan, *, judul: str, orang: Any) -> tuple[str, str]:
    """The method (REQUEST, or CANCEL once it is called off) and the file, for this person."""
    method = CANCEL if one.batal else REQUEST
    return method, _file(method, [_event(one, judul, orang)])


def cancellation(one: Pertemuan, *, judul: str, orang: Any) -> tuple[str, str]:
    """For somebody who is in it no longer, though it takes place."""
    event = _event(one, judul, orang)
    event["status"] = "CANCELLED"
    return CANCEL, _file(CANCEL, [event])


def feed(rows: Iterable[Pertemuan], *, judul: str, nama: str) -> str:
    """A calendar to subscribe to."""
    return _file(PUBLISH, [_event(one, judul) for one in rows], nama)


def download(one: Pertemuan, *, judul: str, orang: Any) -> HttpResponse:
    """The invitation as a file for its reader."""
    method, text = invitation(one, judul=judul, orang=orang)
    return HttpResponse(
        text,
        content_type=f"text/calendar; charset=utf-8; method={method}",
        headers={
            "Content-Disposition": 'attachment; filename="pertemuan.ics"',
            "Cache-Control": "private, no-store",
        },
    )


def _file(method: str, events: list[Event], nama: str = "") -> str:
    calendar = Calendar()
    calendar.add("prodid", "-//Bina//Bina//ID")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if nama:
        calendar.add("x-wr-calname", nama)
        calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    for one in events:
        calendar.add_component(one)
    for tzid in calendar.get_missing_tzids():
        calendar.subcomponents.insert(0, _zone(tzid))
    return calendar.to_ical().decode()


@cache
def _zone(tzid: str) -> Timezone:
    """Searched for through seventy years of changes of the clock: once, not for each letter."""
    return Timezone.from_tzid(tzid)


def _event(one: Pertemuan, judul: str, orang: Any = None) -> Event:
    first, last = timezone.localtime(one.mulai), timezone.localtime(one.selesai)
    event = Event()
    event.add("uid", str(one.kode))
    event.add("sequence", one.urutan)
    event.add("dtstamp", one.diubah_pada)
    event.add("last-modified", one.diubah_pada)
    event.add("dtstart", first.date() if one.sehari else first)
    event.add("dtend", last.date() if one.sehari else last)
    event.add("summary", judul)
    if one.tempat:
        event.add("location", one.tempat)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if one.batal else "CONFIRMED")
    if one.sehari:
        event.add("transp", "TRANSPARENT")  # which hours of the day are taken is not known
    if orang is not None:
        _people(event, one, orang)
    return event


def _people(event: Event, one: Pertemuan, orang: Any) -> None:
    """Bina invites; answers to it would be read by nobody, so none is asked for."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organizer = vCalAddress(f"mailto:{address}")
    organizer.params["CN"] = name or "Bina"
    event.add("organizer", organizer)
    # Who has no address still needs a name in the calendar's own terms.
    known = f"mailto:{orang.email}" if orang.email else uuid5(one.kode, str(orang.pk)).urn
    attendee = vCalAddress(known)
    attendee.params["PARTSTAT"] = "ACCEPTED"
    attendee.params["RSVP"] = "FALSE"
    event.add("attendee", attendee)
