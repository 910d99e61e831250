"""One's own meetings to come, for the page and for calendars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.urls import reverse

from bina.core.appointments import PAGES
from bina.core.models import Pertemuan
from bina.guidance.kalender.alamat import mine


@dataclass(frozen=True, slots=True)
class Baris:
    """A meeting to come; `bentrok` where another of one's own is at the same hour."""

    pertemuan: Pertemuan
    halaman: str
    berkas: str
    bentrok: bool


def coming(user: Any, *, pada: datetime) -> Any:
    """The nearest first, each with whether it clashes; for `paginate`. Days without an hour
    clash with nothing."""
    hourly = mine(user, since=pada).filter(sehari=False).exclude(pk=OuterRef("pk"))
    other = Exists(hourly.between(OuterRef("mulai"), OuterRef("selesai")))
    rows = mine(user, since=pada).annotate(bentrok=Q(other, sehari=False))
    return rows.order_by("mulai", "pk")


def lines(rows: Iterable[Any]) -> list[Baris]:
    return [Baris(one, *_addresses(one), one.bentrok) for one in rows]


def _addresses(one: Pertemuan) -> tuple[str, str]:
    page, file = PAGES[one.asal]
    return reverse(page, args=[one.asal_id]), reverse(file, args=[one.asal_id])


def appointment(asal: str, asal_id: object) -> Pertemuan:
    """What a room has written down for this record. Http404 before it has a date."""
    found = Pertemuan.objects.filter(asal=asal, asal_id=str(asal_id)).first()
    if found is None:
        raise Http404
    return found
