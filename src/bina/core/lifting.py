"""Taking a guard off for the length of a migration.

SQLite changes a table by making it anew, and drops its triggers with the old one without a word.
A migration that changes a guarded table lifts its guards first and puts them back last.
"""

from typing import Any

from bina.core.constraints import Guard


class Lift(Guard):
    """Drop a guard; the migration puts it back at its end."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard
        self.model_name = guard.model_name  # type: ignore[attr-defined]

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (type(self).__name__, [self.guard], {})

    def describe(self) -> str:
        return f"Lift a guard of {self.model_name}"

    def statements(self, vendor: str, table: str) -> tuple[list[str], list[str]]:
        make, drop = self.guard.statements(vendor, table)
        return drop, make
