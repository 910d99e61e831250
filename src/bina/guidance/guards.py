"""A database guard: what both signed does not change behind the services' back.

Inserting is left to the services; so are deletions on SQLite, where Django empties its test
tables with DELETE. Private notes ("Hanya saya") are never part of what was signed.
"""

from typing import Any

from bina.core.constraints import Guard


class LockedWhenSigned(Guard):
    """The database refuses to change rows that both have signed. `when` is a condition over
    {old} and {new}, in plain SQL both engines understand."""

    def __init__(self, model_name: str, *, when: str) -> None:
        self.model_name, self.when = model_name, when

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (type(self).__name__, [self.model_name], {"when": self.when})

    def describe(self) -> str:
        return f"Lock {self.model_name} once both have signed"

    def statements(self, vendor: str, table: str) -> tuple[list[str], list[str]]:
        name = f"{table}_terkunci"
        when = self.when.format(old="OLD", new="NEW")
        return _pg(table, name, when) if vendor == "postgresql" else _sqlite(table, name, when)


def _pg(table: str, name: str, when: str) -> tuple[list[str], list[str]]:
    make = [
        f"""CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF {when} THEN
            RAISE EXCEPTION '{name}: signed by both and locked'
            USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$""",
        f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]
    return make, [f"DROP TRIGGER {name} ON {table}", f"DROP FUNCTION {name}()"]


def _sqlite(table: str, name: str, when: str) -> tuple[list[str], list[str]]:
    make = [
        f"""CREATE TRIGGER {name} BEFORE UPDATE ON {table} WHEN {when}
        BEGIN SELECT RAISE(ABORT, '{name}: signed by both and locked'); END"""
    ]
    return make, [f"DROP TRIGGER {name}"]
