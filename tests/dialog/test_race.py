"""T10: both press at once. One dialogue, one edit, and two confirmations make one lock."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from bina.core import audit
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.dialog.models import Dialog
from bina.dialog.services import dialog
from bina.dialog.services.dialog import Rangkuman
from bina.dialog.services.refusals import Refused, Stale
from tests.conftest import TODAY, Agency
from tests.dialog import given


def pressed_at_once(agency: Agency, people: list[str], act: Callable[..., Any]) -> list[str]:
    start = Barrier(len(people))

    def press(who: str) -> str:
        try:
            actor = agency.named(who)
            start.wait(timeout=10)
            made: Dialog = act(actor=actor, **given.when())
            return made.status
        except (WrongState, Stale, Refused) as late:
            return type(late).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        return sorted(pool.map(press, people))


@pytest.mark.django_db(transaction=True)
def test_both_confirm_at_once() -> None:
    agency: Any = Agency()
    one = given.summed(agency)
    facts = {"dialog_id": one.pk, "suntingan": one.suntingan}
    pressed = pressed_at_once(agency, ["ani", "budi"], lambda **at: dialog.confirm(**facts, **at))
    assert pressed == ["dikonfirmasi", "dirangkum"]
    assert Jejak.objects.filter(tindakan="dialog.sahkan").count() == 1
    assert audit.verify(f"instansi:{agency.instansi.pk}").broken_at is None


@pytest.mark.django_db(transaction=True)
def test_both_plan_and_then_both_write_at_once() -> None:
    agency: Any = Agency()
    facts = {"skp_id": given.plan(agency).skp_id, "tanggal": TODAY, "tempat": ""}
    pressed = pressed_at_once(
        agency, ["ani", "budi"], lambda **at: dialog.plan_dialog(**facts, **at)
    )
    assert pressed == ["Refused", "direncanakan"]
    one = Dialog.objects.get()
    dialog.begin(dialog_id=one.pk, actor=agency.named("ani"), **given.when())
    words = {"dialog_id": one.pk, "suntingan": 0}
    pressed = pressed_at_once(
        agency,
        ["ani", "budi"],
        lambda **at: dialog.sum_up(isi=Rangkuman(at["actor"].nama), **words, **at),
    )
    assert pressed == ["Stale", "dirangkum"]
