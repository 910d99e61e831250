"""Reads what a rule is given. Whatever is not what the rule asks for is Invalid."""

import math
import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from bina.rules.refusal import Invalid

Choice = TypeVar("Choice", bound=StrEnum)

NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
LARGEST, FINEST = 15, -40
"""Powers of ten. A number beyond them is a misreading, and would cost time."""


def choice(kind: type[Choice], value: object, name: str) -> Choice:
    if not isinstance(value, str) or value not in set(kind):
        raise Invalid(f"{name}: not one of {', '.join(kind)}: {value!r}")
    return kind(value)


def number(value: object, name: str, *, least: int | None = 0) -> Decimal:
    """A finite number, written as a Decimal, an integer, a string or a float."""
    found = _decimal(value)
    if found is None or not found.is_finite():
        raise Invalid(f"{name}: not a number: {value!r}")
    if found.adjusted() > LARGEST or int(found.as_tuple().exponent) < FINEST:
        raise Invalid(f"{name}: too large or too fine: {value!r}")
    if least is not None and found < least:
        raise Invalid(f"{name}: less than {least}: {value!r}")
    return found


def _decimal(value: object) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and NUMBER.fullmatch(value.strip()):
        return Decimal(value.strip())
    if isinstance(value, float) and math.isfinite(value):
        return Decimal(repr(value))
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else None


def count(value: object, name: str, *, least: int = 0) -> int:
    """A whole number of things: no fractions, not true or false."""
    found = number(value, name, least=least)
    if found != found.to_integral_value():
        raise Invalid(f"{name}: not whole: {value!r}")
    return int(found)


def yes_or_no(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise Invalid(f"{name}: neither true nor false: {value!r}")
    return value


def day(value: object, name: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Invalid(f"{name}: not a day: {value!r}")
    return value


def items(value: object, name: str) -> Sequence[Any]:
    """A list; a string is none, and neither is a set: it has no order."""
    if not isinstance(value, list | tuple):
        raise Invalid(f"{name}: not a list: {value!r}")
    return value
