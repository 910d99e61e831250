"""What one room says waits for a person, as Beranda asks it."""

from datetime import date
from typing import Any

from bina.core.home_lines import Tugas, waiting


def tasks(door: Any, user: Any, *, on: date) -> list[Tugas]:
    """The room's queues that hold something, and the tasks it works out, the soonest first."""
    queued = waiting(door.queues(user, on=on)) if hasattr(door, "queues") else []
    worked_out = door.tasks(user, on=on) if hasattr(door, "tasks") else []
    return sorted([*queued, *worked_out], key=lambda one: one.tenggat or date.max)
