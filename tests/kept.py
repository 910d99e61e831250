"""What is built for all readers of a kind, beside what would be built for one (ADR 24)."""

import copy
from collections.abc import Iterable
from datetime import date
from typing import Any

from bina.accounts.models import Orang
from bina.core import readers
from bina.core.readers import Remembered


def alike(user: Orang, on: date, *, few: Iterable[Remembered[int]] = ()) -> Orang:
    """The same reader, of whom is said "nobody" where one would leave a condition out."""
    found = copy.copy(user)
    for find in readers.IDS:
        ids = list(find(user, on))
        found.__dict__[find.name] = {on: ids if ids or find in few else readers.NOBODY}
    return found


def as_text(bound: tuple[str, list[Any]]) -> tuple[str, list[str]]:
    """SQL and parameters, to be compared: some of these are wrapped for the database."""
    sql, params = bound
    return sql, [repr(one) for one in params]
