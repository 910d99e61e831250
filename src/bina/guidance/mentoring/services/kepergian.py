"""A mentor who leaves: their mentees look for another, and nothing that was written is lost."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from bina.core import audit
from bina.guidance.mentoring.services.laporan import void_signatures
from bina.guidance.mentoring.services.rencana import end_pair
from bina.guidance.mentoring.workflow import MENTORING, TAKEN
from bina.guidance.models import Mentoring
from bina.people.models import Penempatan

# A place of the mentor's in the mentee's agency.
HERE = {"orang": OuterRef("mentor"), "unit__instansi": OuterRef("pegawai__instansi")}


def abandoned(on: date) -> "QuerySet[Mentoring]":
    """Cases whose mentor is gone: the account is closed, or a civil servant of no agency's."""
    still = Penempatan.objects.on(on).filter(**HERE)
    gone = Q(mentor__is_active=False) | Q(mentor__nip__isnull=False) & ~Exists(still)
    return Mentoring.objects.filter(gone, status__in=TAKEN).order_by("pk")


def end_with_placements(penempatan_ids: Sequence[int], on: date) -> Iterator[audit.Line]:
    """The answer to a transfer or retirement: whoever stands nowhere from the day after on leaves
    their cases. A move inside the agency changes nothing. Safe to repeat."""
    ended = Penempatan.objects.filter(pk__in=list(penempatan_ids))
    later = Penempatan.objects.filter(Q(selesai=None) | Q(selesai__gt=on), **HERE)
    rows = Mentoring.objects.filter(mentor__in=ended.values("orang"), status__in=TAKEN)
    for one in rows.filter(~Exists(later)).with_people().select_for_update(of=("self",)):
        yield _released(one, timezone.now(), on)


def _released(one: Mentoring, pada: datetime, on: date) -> audit.Line:
    one.status = MENTORING.take("lepas", one.status)
    void_signatures(one, pada)
    end_pair(one, pada, on)
    one.mentor = None
    one.save(update_fields=["status", "mentor"])
    return audit.line_about("mentoring.lepas", one, berubah=("mentor",))


@transaction.atomic
def release(*, mentoring_id: int, pada: datetime, on: date) -> Mentoring | None:
    """lepas, by the system. Nothing where it was done already."""
    cases = Mentoring.objects.with_people().select_for_update(of=("self",))
    one = cases.filter(pk__in=abandoned(on).values("pk")).filter(pk=mentoring_id).first()
    if one is None:
        return None
    audit.record_many([_released(one, pada, on)], pelaku=None, pada=pada)
    return one


def release_all(*, pada: datetime, on: date) -> int:
    """Every case without its mentor, each by itself. Returns how many."""
    found = list(abandoned(on).values_list("pk", flat=True))
    return sum(release(mentoring_id=pk, pada=pada, on=on) is not None for pk in found)
