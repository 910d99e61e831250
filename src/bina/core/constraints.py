"""Guards the database keeps that Django's own constraints cannot say on both engines.

Used as operations in migrations, so that each room names what must never happen to its rows.
"""

from abc import ABC, abstractmethod
from typing import Any

from django.db.migrations.operations.base import Operation


class Guard(Operation, ABC):
    """Raw statements per engine, reversible, without a change of state."""

    reduces_to_sql = True
    reversible = True

    @abstractmethod
    def statements(self, vendor: str, table: str) -> tuple[list[str], list[str]]:
        """What makes the guard on this engine, and what drops it again."""

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing: models do not know of it."""

    def _run(self, app_label: str, editor: Any, state: Any, which: int) -> None:
        model = state.apps.get_model(app_label, self.model_name)  # type: ignore[attr-defined]
        both = self.statements(editor.connection.vendor, model._meta.db_table)
        for statement in both[which]:
            editor.execute(statement, params=None)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        del from_state
        self._run(app_label, schema_editor, to_state, 0)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        del from_state
        self._run(app_label, schema_editor, to_state, 1)


class AppendOnly(Guard):
    """The database refuses update, delete and truncate of this table."""

    def __init__(self, model_name: str) -> None:
        self.model_name = model_name

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (type(self).__name__, [self.model_name], {})

    def describe(self) -> str:
        return f"Refuse every change to {self.model_name}"

    def statements(self, vendor: str, table: str) -> tuple[list[str], list[str]]:
        return _append_only_pg(table) if vendor == "postgresql" else _append_only_sqlite(table)


def _append_only_pg(table: str) -> tuple[list[str], list[str]]:
    name = f"{table}_hanya_tambah"
    make = [
        f"""CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{name}: the trail is append-only'
        USING ERRCODE = 'integrity_constraint_violation'; END $$""",
        f"""CREATE TRIGGER {name}_baris BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {name}()""",
        f"""CREATE TRIGGER {name}_semua BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION {name}()""",
    ]
    drop = [
        f"DROP TRIGGER {name}_baris ON {table}",
        f"DROP TRIGGER {name}_semua ON {table}",
        f"DROP FUNCTION {name}()",
    ]
    return make, drop


def _append_only_sqlite(table: str) -> tuple[list[str], list[str]]:
    make, drop = [], []
    for act in ("UPDATE", "DELETE"):
        name = f"{table}_hanya_tambah_{act.lower()}"
        make.append(
            f"""CREATE TRIGGER {name} BEFORE {act} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table}_hanya_tambah: the trail is append-only'); END"""
        )
        drop.append(f"DROP TRIGGER {name}")
    return make, drop


class NoOverlap(Guard):
    """No two rows of the same `keys` may cover one day (both ends belong to the range).

    `where` is a condition in plain SQL both engines understand, over the row's own columns;
    it is written once with the placeholder `{row}` before each column.

    `number` says the keys as one whole number, other keys another one. PostgreSQL then compares
    boxes, that number by days, in place of keys and ranges: half the work a row, where rows come
    by the hundred thousand. From 2**53 on neighbours would look the same: it would refuse more,
    never less.
    """

    def __init__(
        self, model_name: str, *, name: str, keys: list[str], where: str = "1 = 1", number: str = ""
    ) -> None:
        self.model_name, self.name, self.keys, self.where = model_name, name, keys, where
        self.number = number

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        rest = {"name": self.name, "keys": self.keys, "where": self.where, "number": self.number}
        return (type(self).__name__, [self.model_name], rest)

    def describe(self) -> str:
        return f"No two rows of {self.model_name} with one {', '.join(self.keys)} on the same day"

    def statements(self, vendor: str, table: str) -> tuple[list[str], list[str]]:
        return self._pg(table) if vendor == "postgresql" else self._sqlite(table)

    def _pg(self, table: str) -> tuple[list[str], list[str]]:
        keys = "".join(f"{key} WITH =, " for key in self.keys)
        what = _box(self.number) if self.number else f"{keys}daterange(mulai, selesai, '[]')"
        make = [
            "CREATE EXTENSION IF NOT EXISTS btree_gist",
            f"""ALTER TABLE {table} ADD CONSTRAINT {self.name} EXCLUDE USING gist
            ({what} WITH &&)
            WHERE ({self.where.format(row="")}) DEFERRABLE INITIALLY IMMEDIATE""",
        ]
        return make, [f"ALTER TABLE {table} DROP CONSTRAINT {self.name}"]

    def _sqlite(self, table: str) -> tuple[list[str], list[str]]:
        same = " AND ".join(f"lain.{key} = NEW.{key}" for key in self.keys)
        body = f"""WHEN {self.where.format(row="NEW.")} AND EXISTS (
            SELECT 1 FROM {table} AS lain WHERE lain.id <> NEW.id AND {same}
            AND ({self.where.format(row="lain.")})
            AND (lain.selesai IS NULL OR lain.selesai >= NEW.mulai)
            AND (NEW.selesai IS NULL OR NEW.selesai >= lain.mulai))
            BEGIN SELECT RAISE(ABORT, '{self.name}'); END"""  # noqa: S608
        make = [
            f"CREATE TRIGGER {self.name}_{act.lower()} AFTER {act} ON {table} {body}"
            for act in ("INSERT", "UPDATE")
        ]
        return make, [f"DROP TRIGGER {self.name}_{act}" for act in ("insert", "update")]


def _box(number: str) -> str:
    """From the first day to the last; without an end to the last day Django can write.

    A day without end would have no size: the index could not tell a good place from a bad one.
    """
    days = ("mulai", "COALESCE(selesai, DATE '9999-12-31')")
    corners = (f"point({number}, {day} - DATE '2000-01-01')" for day in days)
    return f"box({', '.join(corners)})"


class RefuseWhen(Guard):
    """Refuse a row, as it is written, for which a query over the new row (`NEW.`) finds anything.

    For what must hold between tables. The query is plain SQL both engines understand.
    """

    def __init__(
        self,
        model_name: str,
        *,
        name: str,
        found: str,
        acts: tuple[str, ...] = ("INSERT", "UPDATE"),
    ) -> None:
        self.model_name, self.name, self.found, self.acts = model_name, name, found, acts

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        rest = {"name": self.name, "found": self.found, "acts": self.acts}
        return (type(self).__name__, [self.model_name], rest)

    def describe(self) -> str:
        return f"Refuse rows of {self.model_name} that break {self.name}"

    def statements(self, vendor: str, table: str) -> tuple[list[str], list[str]]:
        return self._pg(table) if vendor == "postgresql" else self._sqlite(table)

    def _pg(self, table: str) -> tuple[list[str], list[str]]:
        make = [
            f"""CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF EXISTS ({self.found}) THEN
                RAISE EXCEPTION '{self.name}' USING ERRCODE = 'integrity_constraint_violation';
              END IF;
              RETURN NEW;
            END $$""",
            f"""CREATE TRIGGER {self.name} BEFORE {" OR ".join(self.acts)} ON {table}
            FOR EACH ROW EXECUTE FUNCTION {self.name}()""",
        ]
        return make, [f"DROP TRIGGER {self.name} ON {table}", f"DROP FUNCTION {self.name}()"]

    def _sqlite(self, table: str) -> tuple[list[str], list[str]]:
        make = [
            f"""CREATE TRIGGER {self.name}_{act.lower()} BEFORE {act} ON {table}
            WHEN EXISTS ({self.found}) BEGIN SELECT RAISE(ABORT, '{self.name}'); END"""
            for act in self.acts
        ]
        return make, [f"DROP TRIGGER {self.name}_{act.lower()}" for act in self.acts]
