"""The agency of the matrix, laid with records of every room; and a neighbour laid likewise."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from tests import again
from tests.conftest import Agency
from tests.security import walk


@pytest.fixture
def world(agency: Agency, settings: Any) -> Agency:
    settings.BINA_DEMO = True  # the second factor has tests of its own (T22)
    # Sessions too (T21). Borne by its cookie, one is as just signed in at every visit, and costs
    # no question to the database.
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    again.laid(agency, walk.lay)
    return agency


@pytest.fixture
def cast(world: Agency) -> walk.Cast:
    return walk.Cast(world)


@pytest.fixture
def neighbour(world: Agency) -> Agency:
    """A second agency in the same database, with the same people doing the same work; asked for
    before the cast, whose signing in is written down."""
    made = again.beside(world, lambda: Agency("lain", shift=1))
    again.laid(made, walk.lay)
    return made


@pytest.fixture
def unguarded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The database without its guards, as whoever holds it could: nothing locked keeps a word
    out of a test. Asked for first, before the test's own transaction: inside of it SQLite would
    read its whole schema anew each time something is undone."""
    with django_db_blocker.unblock():
        put_back = _take_off()
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for statement in put_back:
            cursor.execute(statement)


def _take_off() -> list[str]:
    """Gives what puts the guards back."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            return ["RESET session_replication_role"]
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
    return [sql for _name, sql in triggers]
