"""The matrix of T1: every address by every role. One module a room, one row an address and method.

A room's module offers `ROWS` and, where its addresses need records, `lay(world)`, which makes
them and hangs them on the world (`world.skp = ...`), on top of what the rooms below laid.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

# role -> who of the cast plays it, as seen from Ani, whom every record is about
ROLES = {
    "anonymous": None,
    "diri": "ani",
    "rekan": "eko",
    "penilai": "budi",
    "penilai_lain": "gita",
    "atasan_penilai": "fitri",
    "coach": "citra",
    "pengelola": "dewi",
    "pengelola_lain": "hadi",
    "auditor": "indra",
    "administrator": "joko",
}


@dataclass(frozen=True)
class Row:
    """One address, one method, and the status every role must get.

    `args` makes the URL's arguments from the world; `data` the form. Expected statuses: 200
    shown, 302 done or sent to sign in, 403 seen but not allowed, 404 not known to exist.
    """

    url: str
    expect: dict[str, int]
    method: str = "get"
    args: Callable[[Any], list[Any]] = lambda world: []
    data: Callable[[Any], dict[str, Any]] = field(default=lambda world: {})

    @property
    def label(self) -> str:
        return f"{self.method.upper()} {self.url}"


def everyone(status: int, **others: int) -> dict[str, int]:
    """The same for all roles, but for those named; the anonymous are sent to sign in."""
    unknown = others.keys() - ROLES.keys()
    if unknown:
        raise ValueError(f"no such role: {unknown}")
    return dict.fromkeys(ROLES, status) | {"anonymous": 302} | others
