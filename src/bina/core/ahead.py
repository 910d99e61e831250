"""Questions sent together before they are asked one by one: the way to the database is gone once
for all of them (ADR 28).

PostgreSQL takes them in one message (psycopg's pipeline) and answers in one; whoever then asks
one of them, each room where it always did, finds its answer there. Elsewhere nothing is sent, and
they are simply asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import DEFAULT_DB_ALIAS, connections

from bina.core.prepared import Answered, Preparing, prepares

Ready = tuple[Any, Any, str, list[Any]]
Answers = dict[Any, tuple[Any, Answered]]
_answers: ContextVar[tuple[Answers, ...]] = ContextVar("answers", default=())
"""Of each block one is in; an answer is taken out by whoever asks."""


class Sendable(Protocol):
    def ready(self, named: Mapping[str, Any]) -> Ready | None:
        """What makes rows of the answer, the connection to ask on, SQL and parameters; None where
        there is nothing to ask."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with what it will be asked with (`compiled.Question.asking`)."""

    question: Sendable
    named: Mapping[str, Any]
    key: Any


class NeverAsked(AssertionError):
    """A question was sent, and nobody asked it: work for nothing."""


FEWEST = 2
"""One question alone takes its way anyhow."""
strict = False
"""Whether that is an error (in tests); a reader's page is not refused for it."""


@contextmanager
def ahead(*askings: Asking) -> Iterator[None]:
    """Send these now; asked within the block, they are answered. Only where nothing is written in
    it, for the answers are of its beginning."""
    connection = connections[DEFAULT_DB_ALIAS]
    before = _answers.get()
    askings = tuple(one for one in askings if not any(one.key in each for each in before))
    if len(askings) < FEWEST or not prepares(connection):
        yield
        return
    ready = [(one.key, found) for one in askings if (found := one.question.ready(one.named))]
    sent = _sent(connection, ready)
    token = _answers.set((*before, sent))
    try:
        yield
        if strict and sent:
            raise NeverAsked(list(sent))
    finally:
        _answers.reset(token)


def _sent(connection: Any, ready: Sequence[tuple[Any, Ready]]) -> Answers:
    found: Answers = {}
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        for key, (kept, asked_on, sql, params) in ready:
            if isinstance(asked_on, Preparing):  # not for lists that are planned for themselves
                cursor = asked_on.cursor()
                cursor.execute(sql, params)
                found[key] = (kept, Answered(connection, cursor))
    return found


def waits() -> bool:
    """Whether there may be an answer nobody has asked for yet."""
    return bool(_answers.get())


def taken(key: Any) -> tuple[Any, Answered] | None:
    """What answers this, once: what makes rows of it, and the connection to read it from."""
    found = (each.pop(key) for each in _answers.get() if key in each)
    return next(found, None)
