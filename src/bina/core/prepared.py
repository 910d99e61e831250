"""A cursor whose questions PostgreSQL plans once for each connection (ADR 24).

For short questions asked over and over, reached by an index: to plan them takes PostgreSQL ten
times as long as to answer. Not for those over a whole agency, whose plan hangs on the values.
"""

from typing import Any

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper


def prepares(connection: BaseDatabaseWrapper) -> bool:
    """Only PostgreSQL, and not behind a pooler (BINA_POOLER); and not while a log is kept of what
    is asked: Django's cursor puts the values into it."""
    able = connection.settings_dict["OPTIONS"].get("prepare_threshold") is not None
    return able and not connection.queries_logged


class Preparing:
    """A connection of Django whose cursors prepare what they are asked a few times; in all else
    itself."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def cursor(self) -> Any:
        """Django's own cursor, with all that watches it, around one that prepares: Django's puts
        the values into the text, so that no two texts are alike. And one that takes the text as
        it is: psycopg reads a long one for its places each time, Beranda's in 3 ms."""
        asked_on = self._connection
        asked_on.validate_thread_sharing()
        asked_on.close_if_health_check_failed()
        asked_on.ensure_connection()
        prepares: Any = psycopg.RawCursor(asked_on.connection)
        return asked_on.make_cursor(prepares)


class Answered(Preparing):
    """One that was asked already: its cursor only reads."""

    def __init__(self, connection: BaseDatabaseWrapper, cursor: Any) -> None:
        super().__init__(connection)
        self._cursor = cursor

    def cursor(self) -> Any:
        return _Reading(self._cursor)


class _Reading:
    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._cursor.close()

    def execute(self, _sql: str, _params: Any = None) -> None:
        """It was, with others."""
