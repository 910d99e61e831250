"""Questions every page asks: built and compiled once, asked again with other ids (ADR 24).

Building a QuerySet and compiling it takes the ORM one to four milliseconds; the database answers in
a fraction of one. What is kept is text: the ids of the first asking were stand-ins, and a later
one puts its own in their places. Everything else the question depends on is part of its key.
"""

import copy
import inspect
from collections.abc import Callable, Mapping, Set
from functools import lru_cache, update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet
from django.db.models.query import FlatValuesListIterable, ValuesListIterable

from bina.core.ahead import Asking, taken, waits
from bina.core.readers import AsksTheDatabase, Kind, known
from bina.core.statement import Statement, key_stand_in, stand_in

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
KEPT = 128
"""So many forms of a question are kept; the one not asked for longest is built again."""
SENT = "SENT AHEAD"
"""In the place of a text: what is answered is not asked again (the ORM takes none for nothing)."""
QUESTIONS: "list[Question[Any, Any]]" = []
"""All there are, for the test that holds them to what the ORM says."""


class Question(Generic[P, R]):
    """What `compiled` makes of a function: called, it gives the rows."""

    def __init__(self, build: Callable[P, "QuerySet[Any, R]"]) -> None:
        self.build = build
        self._kept = lru_cache(KEPT)(self._compile)
        self._names = [*inspect.signature(build).parameters]
        self._shaped: set[Any] = set()  # what is asked about readers by what shapes a text
        update_wrapper(self, build)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[R]:
        named = self._named(args, kwargs)
        if waits() and (found := taken(self._key(named))):
            kept, answered = found
            return kept.rows_of(answered, SENT, [])
        kept, given = self._asked(named)
        return kept.ask(given)

    def said(self, *args: P.args, **kwargs: P.kwargs) -> tuple[str, list[Any]] | None:
        """The SQL and parameters it asks with; None where it need not ask."""
        kept, given = self._asked(self._named(args, kwargs))
        return kept.statement.bound(given) if kept.statement else None

    def asking(self, *args: P.args, **kwargs: P.kwargs) -> Asking:
        """It with what it will be asked with, to be sent ahead (core.ahead)."""
        return self.asking_by_name(self._named(args, kwargs))

    def asking_by_name(self, named: Mapping[str, Any]) -> Asking:
        """The same with what it needs of these."""
        named = {name: named[name] for name in self._names if name in named}
        return Asking(self, named, self._key(named))

    def ready(self, named: Mapping[str, Any]) -> "tuple[_Kept, Any, str, list[Any]] | None":
        """See core.ahead."""
        kept, given = self._asked(named)
        return (kept, *kept.statement.asked(given)) if kept.statement else None

    def _named(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        return {**dict(zip(self._names, args, strict=False)), **kwargs}

    def _key(self, named: Mapping[str, Any]) -> Any:
        return (self, frozenset((name, _frozen(value)) for name, value in named.items()))

    def _asked(self, named: Mapping[str, Any]) -> "tuple[_Kept, dict[int, Any]]":
        plain = tuple(_plain(one) for one in named.values())
        shaped = plain in self._shaped
        forms = {name: _form(one, named, shaped) for name, one in named.items()}
        try:
            kept = self._kept(tuple(forms.items()))
        except AsksTheDatabase:
            if shaped:
                raise
            self._shaped.add(plain)  # it hangs on the offices held, as many do
            return self._asked(named)
        given: dict[int, Any] = {}
        for place, (name, form) in enumerate(forms.items()):
            given |= _given(place, form, named[name], kept.places)
        return kept, given

    def _compile(self, forms: tuple[tuple[str, Any], ...]) -> "_Kept":
        named: Any = {name: _argument(place, one) for place, (name, one) in enumerate(forms)}
        with connection.execute_wrapper(refuse):
            found = _Kept(self.build(**named))  # type: ignore[call-arg]  # all are named
        wanted = {place for place, (_name, one) in enumerate(forms) if one in _IDS}
        if found.statement and not wanted <= found.places:
            raise ValueError(f"{self.build.__name__}: an id does not reach the question as it is")
        return found


class Opening(Generic[P, T]):
    """What `opens` makes of a function: the function, which also says what it will ask first."""

    def __init__(self, questions: tuple[Question[Any, Any], ...], read: Callable[P, T]) -> None:
        self.questions, self.read = questions, read
        self._names = [*inspect.signature(read).parameters]
        update_wrapper(self, read)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        return self.read(*args, **kwargs)

    def asking(self, *args: P.args, **kwargs: P.kwargs) -> list[Asking]:
        """What it will ask, given the same, to be sent ahead."""
        named = {**dict(zip(self._names, args, strict=False)), **kwargs}
        return [one.asking_by_name(named) for one in self.questions]


def opens(*questions: Question[Any, Any]) -> Callable[[Callable[P, T]], Opening[P, T]]:
    """For a function that asks these in any case, with arguments of the same names."""
    return lambda read: Opening(questions, read)


def _frozen(value: Any) -> Any:
    """To be told from others: of ids, whichever way they are given."""
    return frozenset(value) if isinstance(value, (list, set)) else value


def refuse(_execute: Any, sql: str, *_rest: Any) -> Any:
    """While a question is built for all there is nobody to ask the database about."""
    raise AsksTheDatabase(f"The database is asked while a question is built: {sql}")


def compiled(build: Callable[P, "QuerySet[Any, R]"]) -> Question[P, R]:
    """The rows of the QuerySet this function builds, as a list.

    Whole numbers are ids, lists and sets are of ids or of keys (UUID): each goes into the text as
    it is, a parameter of its own (ValueError otherwise). A user is the reader, on the day `on`:
    conditions about them, `visible_to` above all, are built for all of their kind (core.readers).
    All other arguments, a day above all, are part of what is kept, and so have to be few and
    hashable. The function looks at nothing else: not at the database (RuntimeError), not at the
    clock.
    """
    made = Question(build)
    QUESTIONS.append(made)
    return made


class _Many:
    """In a form: a list or set that is not empty, of ids or of keys."""


class _ManyKeys(_Many):
    pass


_IDS = (int, _Many, _ManyKeys)


def _plain(value: Any) -> Any:
    """Of an argument what does not change with the reader, the day and the ids."""
    return value if isinstance(value, (str, tuple)) else type(value)


def _form(value: Any, named: Mapping[str, Any], shaped: bool) -> Any:
    """What is kept of an argument: of an id that it is one, of ids whether there are any, of a
    reader the kind."""
    if type(value) is int:
        return int
    if isinstance(value, (list, set)):
        if not value:
            return ()
        return _ManyKeys if isinstance(next(iter(value)), UUID) else _Many
    if isinstance(value, AbstractBaseUser):
        return Kind.of(value, named["on"], shaped=shaped)
    return value


def _argument(place: int, form: Any) -> Any:
    """What the function is given for it, while it builds."""
    if isinstance(form, Kind):
        return form.stand_in(place)
    if form is _ManyKeys:
        return [key_stand_in(place)]
    if form is _Many:
        return [stand_in(place)]
    return stand_in(place) if form is int else form


def _given(place: int, form: Any, value: Any, places: Set[int]) -> dict[int, Any]:
    """What is put in for it, at its own place and at those of what rests on it."""
    if isinstance(form, Kind):
        return {place: value.pk, **known(value, form.hari, places)}
    if form is int:
        return {place: value}
    return {place: list(value)} if form in _IDS else {}


class _Kept:
    """A QuerySet whose text is known: it asks with the ids it is given and makes its rows of the
    answer as always."""

    def __init__(self, rows: "QuerySet[Any, Any]") -> None:
        self.rows = rows
        self.compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        self.statement: Statement | None = None
        self.places: Set[int] = set()
        try:
            sql, params = self.compiler.as_sql()
        except EmptyResultSet:
            return
        self.statement = Statement.of(sql, tuple(params))
        self.places = set(self.statement.places.values())
        self.converters = self.compiler.get_converters([one[0] for one in self.compiler.select])

    def ask(self, given: Mapping[int, Any]) -> list[Any]:
        if self.statement is None:
            return []
        return self.rows_of(*self.statement.asked(given))

    def rows_of(self, asked_on: Any, sql: str, params: list[Any]) -> list[Any]:
        as_made: Any = self.rows._iterable_class
        if as_made is ValuesListIterable:
            return self._tuples(asked_on, sql, params)
        if as_made is FlatValuesListIterable:
            return [row[0] for row in self._tuples(asked_on, sql, params)]
        asked: Any = self.rows.all()
        asked._query = _Asked(self.rows.query, self._compiler(asked_on, sql, params))
        return list(asked)

    def _tuples(self, asked_on: Any, sql: str, params: list[Any]) -> list[Any]:
        """Straight from the cursor: what the compiler puts around it costs as much again."""
        with asked_on.cursor() as cursor:
            cursor.execute(sql, params)
            rows: list[Any] = cursor.fetchall()
        if self.compiler.has_extra_select:  # what it is only ordered by
            rows = [row[: self.compiler.col_count] for row in rows]
        if self.converters:
            compiler = self._compiler(asked_on, sql, params)
            rows = [tuple(row) for row in compiler.apply_converters(rows, self.converters)]
        return rows

    def _compiler(self, asked_on: Any, sql: str, params: list[Any]) -> Any:
        """One that has compiled already, and knows what becomes of each column."""
        found = copy.copy(self.compiler)
        found.connection = asked_on
        found.as_sql = lambda: (sql, params)
        found.get_converters = lambda _columns: self.converters
        return found


class _Asked:
    """The query of a kept QuerySet: all of it but the compiling."""

    def __init__(self, query: Any, compiler: Any) -> None:
        self._kept = query
        self._compiler = compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._kept, name)

    def get_compiler(self, *_where: Any, **_how: Any) -> Any:
        return self._compiler
