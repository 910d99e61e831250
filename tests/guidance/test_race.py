"""T10: both press at once. Exactly one transition, one entry of hours, one proposal."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import connection

from bina.competency.models import KegiatanBelajar
from bina.core import audit
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.guidance import sidik
from bina.guidance.coaching.services import perjalanan
from bina.guidance.models import Coaching, Kesepakatan, Sesi, TandaTangan
from bina.guidance.services import tanda_tangan
from bina.planning.models import UsulPerubahan
from tests.conftest import Agency
from tests.guidance import given


def pressed_at_once(agency: Agency, one: Sesi, people: list[str]) -> list[str]:
    isi, start = sidik.digest(Sesi.objects.get(pk=one.pk)), Barrier(len(people))

    def press(who: str) -> str:
        try:
            actor = agency.named(who)
            start.wait(timeout=10)
            made = tanda_tangan.sign(
                sesi_id=one.pk, dibaca=True, isi=isi, actor=actor, **given.when()
            )
            return made.status
        except WrongState:
            return "late"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        return sorted(pool.map(press, people))


@pytest.mark.django_db(transaction=True)
def test_both_sign_at_once() -> None:
    agency: Any = Agency()
    one = given.ready(agency, isi=given.adjusted(agency))
    assert pressed_at_once(agency, one, ["ani", "citra"]) == [
        "ditandatangani",
        "menunggu_tanda_tangan",
    ]
    one.refresh_from_db()
    assert one.is_signed
    assert KegiatanBelajar.objects.filter(jp=2).count() == 1
    assert UsulPerubahan.objects.count() == 1
    assert Jejak.objects.filter(tindakan="sesi_coaching.sahkan").count() == 1
    assert audit.verify(f"instansi:{agency.instansi.pk}").broken_at is None


def agreed_at_once(agency: Agency, of: Coaching, people: list[str]) -> list[str]:
    start = Barrier(len(people))

    def press(who: str) -> str:
        try:
            start.wait(timeout=10)
            return given.put_name(agency, of, who).status
        except WrongState:
            return "late"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        return sorted(pool.map(press, people))


@pytest.mark.django_db(transaction=True)
def test_both_agree_at_once_and_one_version_comes_into_force() -> None:
    agency: Any = Agency()
    one = given.begun(agency).coaching
    given.draft(agency, one)
    assert agreed_at_once(agency, one, ["ani", "citra", "ani"]) == [
        "berlaku",
        "late",
        "menunggu_tanda_tangan",
    ]
    states = list(Kesepakatan.objects.order_by("versi").values_list("status", flat=True))
    assert states == ["digantikan", "berlaku"]


@pytest.mark.django_db(transaction=True)
def test_a_signature_and_a_change_of_coach_at_once_leave_no_half_form() -> None:
    agency: Any = Agency()
    one = given.ready(agency)
    given.sign(agency, one, "ani")
    isi, start = sidik.digest(Sesi.objects.get(pk=one.pk)), Barrier(2)

    def sign() -> None:
        facts = {"sesi_id": one.pk, "dibaca": True, "isi": isi}
        tanda_tangan.sign(**facts, actor=agency.named("citra"), **given.when())

    def change() -> None:
        facts = {"coaching_id": one.coaching_id, "actor": agency.named("ani")}
        perjalanan.ask_other_coach(**facts, **given.when())

    def press(act: Callable[[], None]) -> str:
        try:
            start.wait(timeout=10)
            act()
        except (WrongState, PermissionDenied, ObjectDoesNotExist):
            return "late"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(press, (sign, change)))
    one.refresh_from_db()
    assert done[1] == "done"
    assert one.status == ("ditandatangani" if done[0] == "done" else "batal")
    assert KegiatanBelajar.objects.count() == int(one.is_signed)
    assert Coaching.objects.get().coach is None


@pytest.mark.django_db(transaction=True)
def test_one_hand_signs_once_however_often_it_presses() -> None:
    agency: Any = Agency()
    one = given.ready(agency)
    assert pressed_at_once(agency, one, ["ani"] * 3) == ["late", "late", "menunggu_tanda_tangan"]
    assert TandaTangan.objects.count() == 1
    assert not KegiatanBelajar.objects.exists()
