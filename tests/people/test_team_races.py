"""Two managers at once: one is done, one is told; no day with two ketua or one member twice."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections

from bina.people.services import tim, tim_orang
from tests.conftest import NOON, TODAY, Agency


def at_once(act: Callable[[Any], Any], actors: list[Any]) -> list[str]:
    gate, found = threading.Barrier(len(actors)), []

    def run(actor: Any) -> None:
        gate.wait()
        try:
            act(actor)
            found.append("done")
        except (tim.TeamChanged, tim.TeamRefused):
            found.append("told")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[actor]) for actor in actors]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sorted(found)


@pytest.mark.django_db(transaction=True)
def test_of_two_acts_at_once_one_is_done_and_one_is_told(agency: Agency) -> None:
    now = {"pada": NOON, "on": TODAY}
    team = {"nama": "SPBE", "tujuan": "", "mulai": TODAY, "selesai": None, **now}
    team |= {"unit_id": agency.umum.pk, "ketua_id": agency.citra.pk}
    both = [agency.named("dewi") for _ in range(2)]
    assert at_once(lambda who: tim.make(actor=who, **team), both) == ["done", "told"]

    made = agency.instansi.tim_kerja.get()
    add = {"tim_id": made.pk, "orang_ids": [agency.ani.pk], "mulai": TODAY, "selesai": None}
    found = at_once(lambda who: tim_orang.add_members(actor=who, **add, **now), both)
    assert found == ["done", "told"]

    turn = {"tim_id": made.pk, "suntingan": 0, "ketua_id": agency.gita.pk, "tetap_anggota": False}
    turn |= {"mulai": TODAY.replace(month=6), **now}
    assert at_once(lambda who: tim_orang.change_ketua(actor=who, **turn), both) == ["done", "told"]
