"""One's own meetings to come, for the page and for calendars."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404
from django.urls import reverse

from bina.core.appointments import PAGES
from bina.core.models import Pertemuan
from bina.guidance.kalender.alamat import mine

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Baris:
    """A meeting to come; `bentrok` where another of one's own is at the same hour."""

    pertemuan: Pertemuan
    halaman: str
    berkas: str
    bentrok: bool


def coming(user: Any, *, pada: datetime) -> list[Baris]:
    """The nearest first (one query)."""
    rows = list(mine(user, since=pada).order_by("mulai", "pk")[:LONGEST])
    taken = _clashing(rows)
    return [Baris(one, *_addresses(one), one.pk in taken) for one in rows]


def _clashing(rows: list[Pertemuan]) -> set[int]:
    """Those that begin before an earlier one ends, and those; days without an hour aside."""
    found: set[int] = set()
    hourly = [one for one in rows if not one.sehari]
    last: Pertemuan | None = None
    for one in hourly:
        if last is not None and one.mulai < last.selesai:
            found |= {last.pk, one.pk}
        if last is None or one.selesai > last.selesai:
            last = one
    return found


def _addresses(one: Pertemuan) -> tuple[str, str]:
    page, file = PAGES[one.asal]
    return reverse(page, args=[one.asal_id]), reverse(file, args=[one.asal_id])


def appointment(asal: str, asal_id: object) -> Pertemuan:
    """What a room has written down for this record. Http404 before it has a date."""
    found = Pertemuan.objects.filter(asal=asal, asal_id=str(asal_id)).first()
    if found is None:
        raise Http404
    return found
