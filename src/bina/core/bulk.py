"""Many rows at once: COPY on PostgreSQL, executemany on SQLite."""

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models

Convert = Callable[[Any], Any]
# Values of these columns go to the database as they are; on SQLite a date goes as text.
PLAIN = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)

DEFERRED_REFERENCES = """
SELECT string_agg(quote_ident(conname), ', ') FROM pg_constraint
WHERE contype = 'f' AND condeferred AND conrelid = ANY(%s::regclass[])
"""


@contextmanager
def without_gc() -> Iterator[None]:
    """Let the collector of cycles rest: a million rows hold none, and looking costs half the time.

    Memory is still given back by counting, as ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def copy_rows(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows given as values in the order of `columns` (attribute names of the model).

    Goes past `save`, signals and defaults: for staging, trails and made-up data. The
    constraints of the database hold as ever.
    """
    fields = [_field(model, name) for name in columns]
    quote = connection.ops.quote_name
    names = ", ".join(quote(f.column) for f in fields)
    _insert(quote(model._meta.db_table), names, len(fields), _prepared(fields, rows))


def update_rows(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Set columns of rows found by the first column, which must be the key.

    Goes past `save` and signals, like `copy_rows`. Inside a transaction only.
    """
    fields = [_field(model, name) for name in columns]
    prepared = _prepared(fields, rows)
    if connection.vendor == "postgresql":
        _update_from_copy(model, fields, prepared)
    else:
        _update_each(model, fields, prepared)


def count_anew(*written: type[models.Model]) -> None:
    """Tell PostgreSQL how large these tables have become.

    Until its own round comes by, it plans as if they were as empty as before: a record joined
    from ten tables took 20 seconds after a first import. SQLite plans without counting.
    """
    if connection.vendor != "postgresql":
        return
    tables = ", ".join(connection.ops.quote_name(one._meta.db_table) for one in written)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")


def check_references(*written: type[models.Model]) -> None:
    """Let PostgreSQL check now what these tables refer to, not only at the commit.

    After a hundred thousand rows that takes seconds: whoever then locks what others wait for,
    the tip of the trail above all, locks it that much shorter. SQLite counts as it goes.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(DEFERRED_REFERENCES, [[one._meta.db_table for one in written]])
        [(names,)] = cursor.fetchall()
        cursor.execute(f"SET CONSTRAINTS {names} IMMEDIATE")
        cursor.execute(f"SET CONSTRAINTS {names} DEFERRED")


def _update_from_copy(model: type[models.Model], fields: list[Any], rows: Any) -> None:
    quote = connection.ops.quote_name
    table, staged = quote(model._meta.db_table), quote(f"{model._meta.db_table}_ubah")
    names = ", ".join(quote(f.column) for f in fields)
    key, *rest = (quote(f.column) for f in fields)
    sets = ", ".join(f"{column} = baru.{column}" for column in rest)
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE {staged} ON COMMIT DROP AS "  # noqa: S608
            f"SELECT {names} FROM {table} WITH NO DATA"
        )
        _insert(staged, names, len(fields), rows)
        cursor.execute(f"ANALYZE {staged}")
        cursor.execute(
            f"UPDATE {table} SET {sets} FROM {staged} AS baru WHERE {table}.{key} = baru.{key}"  # noqa: S608
        )
        cursor.execute(f"DROP TABLE {staged}")


def _update_each(model: type[models.Model], fields: list[Any], rows: Any) -> None:
    quote = connection.ops.quote_name
    key, *rest = (quote(f.column) for f in fields)
    sets = ", ".join(f"{column} = %s" for column in rest)
    table = quote(model._meta.db_table)
    turned: Any = ([*row[1:], row[0]] for row in rows)
    with connection.cursor() as cursor:
        # Drivers take any iterable, whatever the stubs say.
        update = f"UPDATE {table} SET {sets} WHERE {key} = %s"  # noqa: S608
        cursor.executemany(update, turned)


def _insert(table: str, names: str, width: int, rows: Any) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # COPY goes past Django's cursor: its errors must become Django's all the same.
            with (
                connection.wrap_database_errors,
                cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy,
            ):
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * width)
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608


def _field(model: type[models.Model], name: str) -> Any:
    return next(f for f in model._meta.concrete_fields if name in {f.attname, f.name})


def _prepared(fields: list[Any], rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """The rows as the database takes them; columns that need no conversion cost nothing."""
    converters = [(at, _converter(f)) for at, f in enumerate(fields)]
    needed = [(at, convert) for at, convert in converters if convert is not None]
    for row in rows:
        if len(row) != len(fields):
            raise ValueError(f"{len(row)} values for {len(fields)} columns")
        yield _converted(row, needed) if needed else row


def _converted(row: Sequence[Any], needed: list[tuple[int, Convert]]) -> list[Any]:
    ready = list(row)
    for at, convert in needed:
        if ready[at] is not None:
            ready[at] = convert(ready[at])
    return ready


def _converter(field: Any) -> Convert | None:
    target = field.target_field if field.is_relation else field
    if isinstance(target, PLAIN):
        return None
    if isinstance(target, models.JSONField):
        return _json
    if connection.vendor == "postgresql" and isinstance(target, models.DateField):
        return None

    def convert(value: Any) -> Any:
        return target.get_db_prep_save(value, connection)

    return _remembered(convert) if isinstance(target, models.DateField) else convert


def _remembered(convert: Convert) -> Convert:
    """Days and moments of many rows are few: each is written out once."""
    seen: dict[Any, Any] = {}

    def remember(value: Any) -> Any:
        if value not in seen:
            seen[value] = convert(value)
        return seen[value]

    return remember


def _json(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
