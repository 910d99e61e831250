"""Beranda's one question: built for a kind of reader, it is each reader's own (ADR 24)."""

from datetime import date
from typing import Any

import pytest

from bina.accounts.models import Orang
from bina.core import readers
from bina.core.home_lines import question
from bina.home import waiting
from bina.home.waiting import QUEUES, READER, kind_of
from bina.people import offices
from bina.planning import door as planning
from bina.planning.models import PenggantiPenilai
from tests.conftest import NOON, Agency
from tests.kept import alike, as_text

ON = date(2026, 6, 1)


def fresh(one: Orang) -> Orang:
    """As a request reads them."""
    return Orang.objects.select_related("instansi").get(pk=one.pk)


def said_for_all(user: Orang, on: date) -> Any:
    asked, _sizes = waiting._question(kind_of(user, on))
    assert asked.statement is not None
    given = {READER: user.pk, **readers.known(user, on, asked.stand_ins)}
    return asked.places, asked.size, *as_text(asked.statement.bound(given))


def said_alone(user: Orang, on: date) -> Any:
    found = question(
        [one for ask in QUEUES for one in ask(alike(user, on, few=[planning.stands_in_for]), on=on)]
    )
    assert found.statement is not None
    return found.places, found.size, *as_text(found.statement.bound({}))


CAST = ("ani", "budi", "citra", "dewi", "eko", "fitri", "indra", "lestari")


@pytest.mark.parametrize("nama", CAST)
def test_what_is_built_for_all_is_what_one_would_ask(agency: Agency, nama: str) -> None:
    """Employees, a head, each office, somebody without a NIP; and one who stands in."""
    PenggantiPenilai.objects.create(
        penilai=agency.fitri,
        pengganti=agency.budi,
        mulai=ON,
        selesai=ON,
        alasan="Cuti",
        ditunjuk_oleh=agency.fitri,
        dibuat=NOON,
    )
    reader = fresh(getattr(agency, nama))
    for on in (ON, date(2027, 1, 1)):
        assert said_for_all(reader, on) == said_alone(reader, on)


def test_readers_without_an_office_share_theirs(agency: Agency) -> None:
    kinds = {nama: kind_of(fresh(getattr(agency, nama)), ON) for nama in CAST}
    assert kinds["ani"] == kinds["budi"] == kinds["eko"]
    assert kinds["ani"] != kinds["dewi"] != kinds["indra"]


def test_a_queue_may_not_ask_the_database_while_it_is_built(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asks(user: Any, *, on: date) -> list[Any]:
        offices.units_of(fresh(agency.ani), "pengelola", on)
        return []

    monkeypatch.setattr(waiting, "QUEUES", [asks])
    with pytest.raises(RuntimeError, match="is built"):
        waiting._question.__wrapped__(kind_of(fresh(agency.ani), ON))


def test_only_rooms_in_which_something_waits_build_their_queues(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[str] = []

    def told(ask: Any) -> Any:
        def noted(user: Any, *, on: date) -> Any:
            built.append(ask.__module__.split(".")[1])
            return ask(user, on=on)

        return noted

    monkeypatch.setattr(waiting, "QUEUES", [told(ask) for ask in QUEUES])
    reader = fresh(agency.ani)
    waiting._question(kind_of(reader, date(2026, 6, 2)))
    built.clear()
    found = waiting.tasks(reader, on=date(2026, 6, 2))
    assert [one.judul for one in found] == ["Susun SKP 2026"]
    assert built == ["planning"]


def test_nothing_that_was_kept_outlives_an_office(agency: Agency) -> None:
    ani = fresh(agency.ani)
    before = kind_of(ani, ON)
    agency.office(ani, "pengelola", agency.setda)
    offices.forget(ani)
    assert kind_of(ani, ON) != before
    assert said_for_all(ani, ON) == said_alone(ani, ON)
