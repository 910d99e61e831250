"""The order of offers: who is asked next, and until when. Called by acts, decides no permission."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Max

from bina.guidance.mentoring.workflow import TAKEN, TAWARAN, StatusTawaran
from bina.guidance.models import Mentor, Mentoring, TawaranMentor
from bina.law import door as law_room


def free_places(mentor: Mentor) -> int:
    """How many more mentees the mentor can take. Exact under a lock on the mentor."""
    taken = Mentoring.objects.filter(mentor=mentor.pk, status__in=TAKEN).count()
    return mentor.kapasitas - taken


def can_take(mentor: Mentor) -> bool:
    return mentor.tersedia and mentor.orang.is_active and free_places(mentor) > 0


def held(mentor_id: int) -> Mentor:
    """The mentor, locked: two acceptances queue here and count what the other has done."""
    rows = Mentor.objects.select_for_update(of=("self",)).select_related("orang")
    return rows.get(pk=mentor_id)


def choose(one: Mentoring, mentor_ids: list[int], pada: Any) -> None:
    """Write down whom the mentee would like, in order."""
    last = one.tawaran.aggregate(last=Max("putaran"))["last"] or 0
    TawaranMentor.objects.bulk_create(
        TawaranMentor(mentoring=one, mentor_id=pk, putaran=last + 1, urutan=n, dibuat=pada)
        for n, pk in enumerate(mentor_ids, 1)
    )


def open_next(one: Mentoring, on: date) -> TawaranMentor | None:
    """Ask the next who can still take somebody; those who cannot by now are passed over."""
    for each in one.tawaran.filter(status=StatusTawaran.ANTRE).select_related("mentor__orang"):
        if can_take(each.mentor):
            each.status = TAWARAN.take("buka", each.status)
            each.batas = on + timedelta(days=days_to_answer(one))
            each.save(update_fields=["status", "batas"])
            return each
        _moved(each, "gugurkan")
    return None


def days_to_answer(one: Mentoring) -> int:
    law = law_room.parameters(one.pegawai.instansi)
    return int(law.in_force("pembinaan.hari_jawab_mentor", None).value)


def drop_all(one: Mentoring) -> None:
    """Nobody else is asked any more."""
    waiting = [StatusTawaran.ANTRE, StatusTawaran.TERBUKA]
    for each in one.tawaran.filter(status__in=waiting):
        _moved(each, "gugurkan")


def _moved(each: TawaranMentor, name: str) -> None:
    each.status = TAWARAN.take(name, each.status)
    each.save(update_fields=["status"])
