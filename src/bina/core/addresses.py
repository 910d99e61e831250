"""What may stand in an address where a record's number belongs, and addresses of many records."""

import re
from functools import lru_cache
from typing import Final
from uuid import UUID

from django.urls import get_script_prefix, reverse
from django.urls.converters import IntConverter


class Nomor(IntConverter):
    """A number the database can hold: a longer one is not found, instead of an error (T13)."""

    def __init__(self) -> None:
        self.regex = "[0-9]{1,18}"


_NUMBER: Final = 46116860184273000
_MARK: Final = re.compile(r"461168601842730\d\d|46116860-1842-7300-0000-0000000000\d\d")


def address(view: str, *of: int | UUID) -> str:
    """`reverse` of a view whose arguments are numbers and keys of records, for lists of many: of
    each view it is worked out once, by ids nobody has. NoReverseMatch as `reverse` says it."""
    parts = _parts(view, tuple(type(one) for one in of), get_script_prefix())
    return parts[0] + "".join(f"{one}{part}" for one, part in zip(of, parts[1:], strict=True))


@lru_cache(512)
def _parts(view: str, kinds: tuple[type, ...], _prefix: str) -> list[str]:
    """The address without its arguments: what stands before, between and after them."""
    marks = [
        UUID(f"46116860-1842-7300-0000-0000000000{place:02}") if kind is UUID else _NUMBER + place
        for place, kind in enumerate(kinds)
    ]
    return _MARK.split(reverse(view, args=marks))
