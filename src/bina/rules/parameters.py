"""Dated legal parameters: which value was in force on which day, and by which text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from bina.rules.refusal import Invalid, NotInForce

TAGS = frozenset({"copy", "copies", "secondary", "seed", "default", "design"})
AGENCY = "instansi"
"""The tag of a value that an agency has set in the place of a text's."""


class ParameterError(ValueError):
    """A parameter, a text's or an agency's, that no rule may judge by."""


@dataclass(frozen=True, slots=True)
class Dasar:
    """What a stored result shows of a value it was judged by."""

    name: str
    since: date
    reference: str
    tag: str

    def as_json(self) -> dict[str, str]:
        return {
            "name": self.name,
            "since": self.since.isoformat(),
            "reference": self.reference,
            "tag": self.tag,
        }


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one parameter, in force from `since` to `until`, both included."""

    name: str
    since: date
    until: date | None
    value: Any
    reference: str
    tag: str

    def holds(self, on: date) -> bool:
        return self.since <= on <= self.last_day

    @property
    def last_day(self) -> date:
        return self.until or date.max

    @property
    def dasar(self) -> Dasar:
        return Dasar(self.name, self.since, self.reference, self.tag)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One quantity a text fixes, with all it was since its first day."""

    name: str
    description: str
    unit: str
    values: tuple[Value, ...]


Texts = Mapping[str, Parameter]
Overrides = Mapping[str, tuple[Value, ...]]
NONE: Overrides = MappingProxyType({})


class Parameters:
    """The texts' values, with what an agency has set in their place from a day on."""

    def __init__(self, texts: Texts, overrides: Overrides = NONE) -> None:
        for name, values in overrides.items():
            if name not in texts:
                raise ParameterError(f"{name}: no text has this parameter")
            check(name, values, tags=TAGS | {AGENCY})
            _check_kind(texts[name], values)
        self.texts: Texts = MappingProxyType(dict(texts))
        self.overrides: Overrides = MappingProxyType(dict(overrides))

    def in_force(self, name: str, on: date | None) -> Value:
        """The value on that day, an agency's own before the text's; None is the newest day.

        Raises NotInForce where no text gives one: nothing guesses. An agency's value
        stands in the place of a text's; where there is no text, it has no place.
        """
        day = self.newest_day(name) if on is None else _day(on)
        text = _holding(self.texts[name].values, day)
        if text is None:
            raise NotInForce(f"{name}: no text on {day.isoformat()}")
        return _holding(self.overrides.get(name, ()), day) or text

    def newest_day(self, name: str) -> date:
        """The last day of the newest text on this quantity, open or ended."""
        return self.texts[name].values[-1].last_day


def check(name: str, values: tuple[Value, ...], *, tags: Iterable[str] = TAGS) -> None:
    """Hold a history to its form: complete, cited, ordered, without overlap."""
    if not values:
        raise ParameterError(f"{name}: no values")
    for value in values:
        _check_one(name, value, frozenset(tags))
    for earlier, later in pairwise(values):
        if earlier.last_day >= later.since:
            raise ParameterError(f"{name}: {later.since} is not after the value before it")


def _check_one(name: str, value: Value, tags: frozenset[str]) -> None:
    if value.name != name:
        raise ParameterError(f"{name}: holds a value of {value.name}")
    if not isinstance(value.reference, str) or not value.reference.strip():
        raise ParameterError(f"{name}: {value.since} cites no text")
    if value.tag not in tags:
        raise ParameterError(f"{name}: {value.since} has the unknown tag {value.tag!r}")
    if value.last_day < value.since:
        raise ParameterError(f"{name}: {value.since} ends before it begins")


def _check_kind(parameter: Parameter, values: tuple[Value, ...]) -> None:
    """An agency may set a number for a number, a table for a table, and nothing else."""
    for value in values:
        if not _same_kind(parameter.values[-1].value, value.value):
            raise ParameterError(f"{parameter.name}: {value.since} has not the form of the text's")


def _same_kind(ours: Any, theirs: Any) -> bool:
    """Whether the other value has the same type and, a table, at least the same keys."""
    if not isinstance(ours, Mapping):
        return type(theirs) is type(ours)
    return isinstance(theirs, Mapping) and all(
        key in theirs and _same_kind(inner, theirs[key]) for key, inner in ours.items()
    )


def _holding(values: tuple[Value, ...], day: date) -> Value | None:
    return next((value for value in values if value.holds(day)), None)


def _day(on: object) -> date:
    if isinstance(on, date) and not isinstance(on, datetime):
        return on
    raise Invalid(f"not a day: {on!r}")
