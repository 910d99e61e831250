"""What was made once is written again (ADR 27): the same rows, by the same statements, in every
test that begins from the same place.

Most tests begin with a plan in force or a coaching under way, made as people make them, by the
services: a hundred questions, to make the same forty rows each time. The first maker in a process
goes that way, and what it told the database is kept; whoever makes the same from the same beginning
has it told once more. The beginning is the same where nothing has been written since the agency
was laid but what was made so too, and the next numbers of every table are the same (SQLite counts
both; on PostgreSQL everything is made anew).
"""

import copy
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
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


Statements = list[tuple[str, Any, bool]]


@dataclass
class Told:
    """What the database was told, and what came of it: a record, or what hangs on the agency and
    lies in the folder of files."""

    statements: Statements
    rows: int
    record: tuple[type[models.Model], Any] | None = None
    hung: dict[str, Any] = field(default_factory=dict)
    files: dict[Path, bytes] = field(default_factory=dict)


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
        beginning = _beginning_of(agency) if _plain(args, facts) else None
        if beginning is None:
            return make(agency, *args, **facts)
        key = (*beginning, make.__module__, make.__name__, repr(args), repr(sorted(facts.items())))
        if key in _told:
            found = _tell(_told[key])
        else:
            with _heard() as told:
                found = make(agency, *args, **facts)
            if told.statements and isinstance(found, models.Model) and not _files():
                told.record = type(found), found.pk
                _told[key] = told
        _stands(agency, key)
        return found

    return made


def laid(agency: Any, lay: Callable[[Any], Any]) -> None:
    """The same for a maker that hangs its records on the agency, and may write files."""
    beginning = _beginning_of(agency)
    key = (beginning, lay.__module__, lay.__name__)
    if key in _told:
        _tell(_told[key], agency)
    elif beginning is None:
        lay(agency)
    else:
        before = dict(vars(agency))
        with _heard() as told:
            lay(agency)
        if told.statements:
            hung = {name: one for name, one in vars(agency).items() if before.get(name) is not one}
            told.hung, told.files = copy.deepcopy(hung), _files()
            _told[key] = told
    _stands(agency, key)


def beside(agency: Any, make: Callable[[], Any]) -> Any:
    """Another agency next to one: it begins where that one stood."""
    beginning = _beginning_of(agency)
    made = make()
    if beginning is not None:
        made.place = Place((beginning, made.instansi.kode), written())
        made.round_about = agency.round_about
    return made


def _beginning_of(agency: Any) -> tuple[Hashable, str] | None:
    """Where the agency's world stands, if that is known."""
    place, around = agency.place, agency.round_about()
    known = place is not None and around is not None and place.written == written()
    return (place.made, around) if known else None


def _stands(agency: Any, key: Hashable) -> None:
    number = _numbers.setdefault(key, len(_numbers))
    agency.place = Place(number, written()) if key in _told else None


def _plain(args: tuple[Any, ...], facts: dict[str, Any]) -> bool:
    """Whether these can be told from others by what they are in words."""
    given = [*args, *facts.values()]
    return not any(isinstance(one, models.Model) or " at 0x" in repr(one) for one in given)


@contextmanager
def _heard() -> Iterator[Told]:
    """What the database is told meanwhile; nothing, where that would not be all of it."""
    statements: Statements = []

    def heard(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if many:
            params = list(params)  # rows that are told as they are made, to be told again
        if not sql.startswith(READING):
            statements.append((sql, params, many))
        return execute(sql, params, many, context)

    told, before, waiting = Told([], 0), written(), len(connection.run_on_commit)
    with connection.execute_wrapper(heard):
        yield told
    undone = any(sql.startswith("ROLLBACK") for sql, _params, _many in statements)
    if len(connection.run_on_commit) == waiting and not undone:
        told.statements, told.rows = statements, written() - before


def _files() -> dict[Path, bytes]:
    root = Path(settings.MEDIA_ROOT)
    found = (one for one in root.rglob("*") if one.is_file())
    return {one.relative_to(root): one.read_bytes() for one in found}


def _tell(told: Told, agency: Any = None) -> Any:
    before = written()
    with connection.cursor() as cursor:
        for sql, params, many in told.statements:
            (cursor.executemany if many else cursor.execute)(sql, params)
            cursor.fetchall()
    assert written() - before == told.rows, "the same statements wrote other rows"
    for path, content in told.files.items():
        (settings.MEDIA_ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (settings.MEDIA_ROOT / path).write_bytes(content)
    if agency is not None:
        vars(agency).update(copy.deepcopy(told.hung))
    return told.record[0]._default_manager.get(pk=told.record[1]) if told.record else None
