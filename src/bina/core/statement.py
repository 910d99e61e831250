"""SQL with places for ids: what a question that was compiled once is asked with (ADR 24)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections

from bina.core.prepared import Preparing, prepares

# Ids nobody has, each with the place of its argument at the end.
_FIRST = 46116860184273_00
_FIRST_KEY = 0x46116860_1842_7300_0000_000000000000
_MOST = 100
_WRITTEN = ("46116860184273", "461168601842")
_PLACE = re.compile(r"%%|IN \(%s\)|%s")
_ONE_PLACE = re.compile(r"%%|%s")
AT_ONCE = 100
"""A list longer than this is planned for itself: a kept plan is made for a few."""


def stand_in(place: int) -> int:
    """An id nobody has, for a question that is built for everybody."""
    return -(_FIRST + place)


def key_stand_in(place: int) -> UUID:
    """The same as a key."""
    return UUID(int=_FIRST_KEY + place)


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with its parameters; `places` says which of these are stand-ins, and for what; `alone`
    are those that stand in a list of their own."""

    sql: str
    params: tuple[Any, ...]
    places: Mapping[int, int]
    alone: frozenset[int]

    @classmethod
    def of(cls, sql: str, params: tuple[Any, ...]) -> "Statement":
        """ValueError where a stand-in was made into something else."""
        found = {number: _place_of(one) for number, one in enumerate(params)}
        places = {number: place for number, place in found.items() if place is not None}
        rest = (str(one) for number, one in enumerate(params) if number not in places)
        if any(mark in text for text in (sql, *rest) for mark in _WRITTEN):
            raise ValueError("An id is made into something else, so it cannot be put in later.")
        found_at = [each[0] for each in _PLACE.finditer(sql) if each[0] != "%%"]
        alone = (number for number, each in enumerate(found_at) if each.startswith("IN"))
        return cls(sql, params, places, frozenset(alone))

    def bound(self, given: Mapping[int, Any]) -> tuple[str, list[Any]]:
        """SQL and parameters with what is given for these places.

        A list, which must not be empty, takes one place for each of its members.
        """
        params, lists = self._filled(given, arrays=False)
        return (_with_lists(self.sql, lists) if lists else self.sql), params

    def prepared(self, given: Mapping[int, Any]) -> tuple[str, list[Any]]:
        """The same as PostgreSQL writes it (`$1`). A list is one parameter where it can be, so
        that there are two texts: for a list of one, and for more."""
        params, lists = self._filled(given, arrays=True)
        return _numbered(self.sql, lists), params

    def _filled(
        self, given: Mapping[int, Any], *, arrays: bool
    ) -> tuple[list[Any], tuple[tuple[int, int], ...]]:
        """The parameters, and of each that is a list how many places it takes: 0 for an array."""
        params: list[Any] = []
        lists: list[tuple[int, int]] = []
        for number, one in enumerate(self.params):
            value = given.get(self.places[number], one) if number in self.places else one
            if number in self.places and isinstance(value, list):
                said = [_said_as(one, each) for each in value]
                whole = arrays and number in self.alone and len(said) > 1
                if len(said) > 1:
                    lists.append((number, 0 if whole else len(said)))
                params += [_as_array(said)] if whole else said
            else:
                params.append(_said_as(one, value))
        return params, tuple(lists)

    def asked(self, given: Mapping[int, Any]) -> tuple[Any, str, list[Any]]:
        """The connection to ask on, SQL and parameters."""
        connection = connections[DEFAULT_DB_ALIAS]
        few = all(len(one) <= AT_ONCE for one in given.values() if isinstance(one, list))
        if few and prepares(connection):
            return Preparing(connection), *self.prepared(given)
        return connection, *self.bound(given)


def _said_as(standing: Any, value: Any) -> Any:
    """A key as this database takes keys."""
    return value.hex if isinstance(value, UUID) and isinstance(standing, str) else value


def _as_array(values: list[Any]) -> str:
    """Ids or keys as PostgreSQL writes a list, of the kind it is compared with: for one psycopg
    makes itself it looks at every value, and takes small ids for another kind than large ones."""
    return f"{{{','.join(map(str, values))}}}"


def _place_of(param: Any) -> int | None:
    """Of which argument this is the stand-in. Some databases take keys as text."""
    if type(param) is int:
        number = -param - _FIRST
    elif isinstance(param, UUID):
        number = param.int - _FIRST_KEY
    elif isinstance(param, str) and len(param) == 32 and param.startswith(_WRITTEN[1]):
        number = int(param, 16) - _FIRST_KEY
    else:
        return None
    return number if 0 <= number < _MOST else None


@lru_cache(512)
def _with_lists(sql: str, lists: tuple[tuple[int, int], ...]) -> str:
    """With places for lists of these lengths; for an array where the length is 0."""
    lengths, numbers = dict(lists), iter(range(len(sql)))

    def place(found: "re.Match[str]") -> str:
        if found[0] == "%%":
            return "%%"
        length = lengths.get(next(numbers), 1)
        return found[0].replace("%s", ", ".join(["%s"] * length)) if length else "= ANY(%s)"

    return _PLACE.sub(place, sql)


@lru_cache(512)
def _numbered(sql: str, lists: tuple[tuple[int, int], ...]) -> str:
    """The same with PostgreSQL's own places: read once here, and not at each asking."""
    numbers = iter(range(1, len(sql)))

    def place(found: "re.Match[str]") -> str:
        return "%" if found[0] == "%%" else f"${next(numbers)}"

    return _ONE_PLACE.sub(place, _with_lists(sql, lists))
