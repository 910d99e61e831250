"""T10: two mentees' offers accepted at once, both initial at once. Exactly one place, one entry."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connection

from bina.competency.models import KegiatanBelajar
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance.mentoring import sidik
from bina.guidance.mentoring.services import log, pencarian, rencana
from bina.guidance.models import LogMentoring, Mentoring, ParafMentoring, TawaranMentor
from bina.guidance.services.refusals import Refused
from tests.conftest import Agency
from tests.guidance import mentored
from tests.guidance.mentored import when


def at_once(acts: list[Callable[[], Any]]) -> list[str]:
    start = Barrier(len(acts))

    def press(act: Callable[[], Any]) -> str:
        try:
            start.wait(timeout=10)
            return str(act().status)
        except (WrongState, Refused, IntegrityError):
            return "late"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(press, acts))


def offered_twice(agency: Agency) -> list[int]:
    """Citra, who can take one, is asked by Ani and by Eko."""
    mentored.profile(agency, "citra", kapasitas=1)
    asked = [mentored.offer(agency, mentored.agreed(agency), "citra").pk]
    one = mentored.written(agency, who="eko")
    rencana.submit(mentoring_id=one.pk, actor=agency.named("eko"), **when())
    rencana.agree(mentoring_id=one.pk, actor=agency.named("budi"), **when())
    pencarian.offer(
        mentoring_id=one.pk, mentor_ids=[agency.citra.pk], actor=agency.named("eko"), **when()
    )
    return [*asked, TawaranMentor.objects.get(mentoring=one).pk]


@pytest.mark.django_db(transaction=True)
def test_two_acceptances_at_once_fill_one_place_once() -> None:
    agency: Any = Agency()
    asked = offered_twice(agency)
    acts = [
        lambda pk=pk: pencarian.accept(tawaran_id=pk, actor=agency.named("citra"), **when())
        for pk in asked
    ]
    assert at_once(acts) == ["berjalan", "late"]
    assert Mentoring.objects.filter(status="berjalan", mentor=agency.citra).count() == 1
    assert audit.verify(f"instansi:{agency.instansi.pk}").broken_at is None


@pytest.mark.django_db(transaction=True)
def test_both_initial_at_once_and_the_hours_come_once() -> None:
    agency: Any = Agency()
    made = mentored.logged(agency, mentored.talked(agency))
    isi = sidik.of_log(LogMentoring.objects.get(pk=made.pk))
    acts = [
        lambda who=who: log.initial(
            log_id=made.pk, dibaca=True, isi=isi, actor=agency.named(who), **when()
        )
        for who in ("ani", "citra", "ani")
    ]
    assert at_once(acts) == ["diparaf", "late", "menunggu_paraf"]
    assert KegiatanBelajar.objects.get().jp == 2
    assert ParafMentoring.objects.count() == 2
