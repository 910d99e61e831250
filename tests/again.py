"""What was made once is written again: the same rows, by the same statements, in every test that
begins from the same place.

Most tests begin with a plan in force or a coaching under way, made as people make them, by the
services: a hundred questions, to make the same forty rows each time. The first maker in a process
goes that way, and what it told the database is kept; whoever makes the same from the same beginning
has it told once more. The beginning is the same where nothing has been written since the agency
was laid but what was made so too, and the next numbers of every table are the same (SQLite counts
both; on PostgreSQL everything is made anew).
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, models
from django.utils import timezone, translation

READING = ("SELECT", "SAVEPOINT", "RELEASE", "PRAGMA")


@dataclass(frozen=True)
class Place:
    """Where a test's world stands: what was made in it, and the rows the connection has written."""

    made: Hashable
    written: int


@dataclass
class Told:
    """What the database was told, and what came of it."""

    statements: list[tuple[str, Any, bool]]
    model: type[models.Model]
    pk: Any
    rows: int


_told: dict[Hashable, Told] = {}
_numbers: dict[Hashable, int] = {}
_moments: dict[date, datetime] = {}


def written() -> int:
    """Rows written by this connection, undone or not; where nobody counts them, nothing is."""
    known = connection.vendor == "sqlite" and connection.connection is not None
    return int(connection.connection.total_changes) if known else 0


def beginning(before: int, after: int) -> Place | None:
    """The place of an agency just laid, if the test had written nothing before it."""
    if connection.vendor != "sqlite" or not connection.in_atomic_block or before != after:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")
        return Place(tuple(cursor.fetchall()), written())


def round_about(request: Any) -> Callable[[], str | None]:
    """What else the same comes of: the language and what the test has set; nothing is known where
    it has put something in the place of code."""
    patch, changed = request.getfixturevalue("monkeypatch"), request.getfixturevalue("settings")

    def told() -> str | None:
        options = [sorted(one.options.items()) for one in changed._to_restore]
        given = [one for one in options if [name for name, _value in one] != ["MEDIA_ROOT"]]
        patched = patch._setattr or patch._setitem
        return None if patched else repr((translation.get_language(), given))

    return told


def this_moment() -> dict[str, Any]:
    """Now, for pages that ask the clock: one moment for all tests of a day, so that what is made
    at it is the same."""
    today = timezone.localdate()
    return {"pada": _moments.setdefault(today, timezone.now()), "on": today}


def again(make: Callable[..., Any]) -> Callable[..., Any]:
    """A maker whose first argument is the agency, and which gives the record it made."""

    @wraps(make)
    def made(agency: Any, *args: Any, **facts: Any) -> Any:
        place, around = agency.place, agency.round_about()
        known = place is not None and around is not None and place.written == written()
        if not known or not _plain(args, facts):
            return make(agency, *args, **facts)
        key = (place.made, around, make.__module__, make.__name__)
        key = (*key, repr(args), repr(sorted(facts.items())))
        found = _tell(_told[key]) if key in _told else _first(key, make, agency, args, facts)
        number = _numbers.setdefault(key, len(_numbers))
        agency.place = Place(number, written()) if key in _told else None
        return found

    return made


def _plain(args: tuple[Any, ...], facts: dict[str, Any]) -> bool:
    """Whether these can be told from others by what they are in words."""
    given = [*args, *facts.values()]
    return not any(isinstance(one, models.Model) or " at 0x" in repr(one) for one in given)


def _first(
    key: Hashable, make: Callable[..., Any], agency: Any, args: Any, facts: dict[str, Any]
) -> Any:
    statements: list[tuple[str, Any, bool]] = []

    def heard(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(READING):
            statements.append((sql, params, many))
        return execute(sql, params, many, context)

    before, waiting = written(), len(connection.run_on_commit)
    with connection.execute_wrapper(heard):
        found = make(agency, *args, **facts)
    beside = len(connection.run_on_commit) > waiting or Path(settings.MEDIA_ROOT).exists()
    undone = any(sql.startswith("ROLLBACK") for sql, _params, _many in statements)
    if isinstance(found, models.Model) and not beside and not undone:
        _told[key] = Told(statements, type(found), found.pk, written() - before)
    return found


def _tell(told: Told) -> Any:
    before = written()
    with connection.cursor() as cursor:
        for sql, params, many in told.statements:
            (cursor.executemany if many else cursor.execute)(sql, params)
            cursor.fetchall()
    assert written() - before == told.rows, "the same statements wrote other rows"
    return told.model._default_manager.get(pk=told.pk)
