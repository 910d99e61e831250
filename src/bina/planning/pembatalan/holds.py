"""What upper rooms rest on a plan: while it does, the plan cannot be voided (a registry)."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

# Words for the person why the plan of that `rumpun` is needed, or "" where it is not.
Hold = Callable[[UUID], str]
_holds: Final[dict[str, Hold]] = {}


def register(room: str, hold: Hold) -> None:
    """Called by upper rooms in ready()."""
    _holds[room] = hold


def reasons(rumpun: UUID) -> list[str]:
    """Why this plan cannot be voided."""
    return [words for _room, hold in sorted(_holds.items()) if (words := hold(rumpun))]
