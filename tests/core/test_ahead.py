"""Questions sent together before they are asked one by one (ADR 28).

PostgreSQL is sent them; SQLite answers them where they are asked. Both say the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from typing import Any

import pytest
from django.db import DataError, connection, transaction
from django.db.models import F, QuerySet

from bina.accounts.models import Orang
from bina.core import readers
from bina.core.ahead import NeverAsked, ahead
from bina.core.compiled import compiled, opens
from bina.core.prepared import prepares
from bina.core.statement import AT_ONCE
from bina.people import bawahan, offices
from bina.people.models import Penempatan
from tests.conftest import TODAY, Agency


@compiled
def names(orang_ids: list[int]) -> "QuerySet[Orang, str]":
    return Orang.objects.filter(pk__in=orang_ids).order_by("nama").values_list("nama", flat=True)


@compiled
def placed(orang_id: int, on: date) -> "QuerySet[Penempatan, Penempatan]":
    return Penempatan.objects.on(on).filter(orang=orang_id).select_related("unit")


@compiled
def impossible(orang_id: int) -> "QuerySet[Orang, Any]":
    rows = Orang.objects.filter(pk=orang_id)
    return rows.annotate(n=F("pk") / (F("pk") - F("pk"))).values_list("n", flat=True)


@opens(names, placed)
def told(orang_ids: list[int], orang_id: int, *, on: date) -> str:
    """What a room makes of two questions."""
    units = ", ".join(one.unit.nama for one in placed(orang_id, on))
    return f"{' dan '.join(names(orang_ids))} ({units})"


class Asked:
    """How often the database was asked."""

    times = 0


@contextmanager
def counting() -> Iterator[Asked]:
    asked = Asked()

    def counted(execute: Any, *args: Any) -> Any:
        asked.times += 1
        return execute(*args)

    with connection.execute_wrapper(counted):
        yield asked


def left(one: int) -> int:
    """So many are still asked where they stand: all, where nothing can be sent."""
    return 0 if prepares(connection) else one


def test_what_was_sent_is_there_when_it_is_asked(agency: Agency) -> None:
    ani, budi = agency.ani.pk, agency.budi.pk
    askings = (names.asking([ani, budi]), placed.asking(ani, on=TODAY))
    with counting() as sent, ahead(*askings):
        assert sent.times == 2 - left(2)
        with counting() as asked:
            assert names([budi, ani]) == ["Ani", "Budi"]
            (one,) = placed(ani, TODAY)
            assert (one.orang_id, one.unit.nama) == (ani, "Bagian Umum")
        assert asked.times == left(2)


def test_an_answer_is_given_once(agency: Agency) -> None:
    ani, budi = agency.ani.pk, agency.budi.pk
    with ahead(names.asking([ani]), names.asking([budi])):
        assert (names([ani]), names([budi])) == (["Ani"], ["Budi"])
        Orang.objects.filter(pk=ani).update(nama="Ani Lestari")
        assert names([ani]) == ["Ani Lestari"]


def test_another_question_is_not_answered_by_it(agency: Agency) -> None:
    ani, budi, eko = agency.ani.pk, agency.budi.pk, agency.eko.pk
    with ahead(names.asking([ani]), placed.asking(ani, TODAY)), counting() as asked:
        assert names([eko, budi]) == ["Budi", "Eko"]
        assert placed(budi, TODAY)[0].orang_id == budi
        assert asked.times == 2
        assert names([ani]) == ["Ani"]
        assert placed(ani, TODAY)[0].orang_id == ani


def test_a_room_says_what_it_will_ask(agency: Agency) -> None:
    given = ([agency.eko.pk, agency.ani.pk], agency.citra.pk)
    with ahead(*told.asking(*given, on=TODAY)), counting() as asked:
        assert told(*given, on=TODAY) == "Ani dan Eko (Bagian Hukum)"
    assert asked.times == left(2)
    assert told(*given, on=TODAY) == "Ani dan Eko (Bagian Hukum)"


def test_a_block_within_a_block_sends_only_what_is_new(agency: Agency) -> None:
    ani, budi = agency.ani.pk, agency.budi.pk
    outer = (names.asking([ani]), names.asking([budi]))
    inner = (names.asking([budi]), placed.asking(ani, TODAY), placed.asking(budi, TODAY))
    with ahead(*outer):
        with counting() as sent, ahead(*inner):
            assert sent.times == 2 - left(2)
            assert (names([budi]), len(placed(ani, TODAY)), len(placed(budi, TODAY))) == (
                ["Budi"],
                1,
                1,
            )
        with counting() as asked:
            assert names([ani]) == ["Ani"]
        assert asked.times == left(1)


def test_one_alone_and_a_long_list_are_asked_where_they_stand(agency: Agency) -> None:
    ani = agency.ani.pk
    many = [ani, *range(10**6, 10**6 + AT_ONCE)]
    with counting() as sent, ahead(names.asking([ani])):
        assert sent.times == 0
        assert names([ani]) == ["Ani"]
    with ahead(names.asking(many), placed.asking(ani, TODAY)), counting() as asked:
        assert names(many) == ["Ani"]
        assert len(placed(ani, TODAY)) == 1
    assert asked.times == 1 + left(1)


def test_of_nobody_nothing_is_sent(agency: Agency) -> None:
    ani = agency.ani.pk
    with counting() as asked, ahead(names.asking([]), names.asking([ani]), placed.asking(0, TODAY)):
        assert (names([]), names([ani]), placed(0, TODAY)) == ([], ["Ani"], [])
    assert asked.times == 2


def test_work_for_nothing_is_noticed(agency: Agency) -> None:
    ani = agency.ani.pk
    noticed: Any = pytest.raises(NeverAsked) if prepares(connection) else nullcontext()
    with noticed, ahead(names.asking([ani]), placed.asking(ani, TODAY)):
        assert names([ani]) == ["Ani"]


def test_what_the_database_refuses_is_an_error_as_always_and_leaves_it_usable(
    agency: Agency,
) -> None:
    ani = agency.ani.pk
    refused: Any = pytest.raises(DataError) if prepares(connection) else nullcontext()
    with (
        refused,
        transaction.atomic(),
        ahead(names.asking([ani]), impossible.asking(ani), placed.asking(ani, TODAY)),
    ):
        assert (names([ani]), impossible(ani), len(placed(ani, TODAY))) == (["Ani"], [None], 1)
    assert names([ani]) == ["Ani"]
    with ahead(names.asking([ani]), placed.asking(ani, TODAY)):
        assert (names([ani]), len(placed(ani, TODAY))) == (["Ani"], 1)


def test_what_is_usually_known_of_a_reader_is_found_with_one_message(agency: Agency) -> None:
    gita = agency.named("gita")
    readers.learn_usual(gita, TODAY)
    with counting() as asked:
        readers.learn_usual(gita, TODAY)
        bawahan.subordinates(gita, TODAY)
        offices.held(gita, TODAY)
    assert asked.times == 0
    again = agency.named("gita")
    assert bawahan.subordinates(again, TODAY) == bawahan.subordinates(gita, TODAY)
    assert offices.held(again, TODAY) == offices.held(gita, TODAY)
