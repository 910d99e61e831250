"""Rows by the hundred thousand, with ids chosen here so that later tables can point at them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

from bina.core.bulk import copy_rows

Row = Mapping[str, Any]


def next_id(model: type[models.Model]) -> int:
    """The first id this run may use."""
    return int(model._default_manager.aggregate(last=Max("pk"))["last"] or 0) + 1


def write(model: type[models.Model], columns: list[str], rows: Iterable[Iterable[Any]]) -> None:
    """Copy rows given in `columns`; every other column gets its default."""
    rest = [f for f in model._meta.concrete_fields if f.attname not in columns and not _auto(f)]
    defaults = [field.get_default() for field in rest]
    names = [*columns, *(field.attname for field in rest)]
    copy_rows(model, names, ([*row, *defaults] for row in rows))


def _auto(field: Any) -> bool:
    return isinstance(field, models.AutoField) or bool(getattr(field, "auto_now_add", False))


def settle(*written: type[models.Model]) -> None:
    """Let the database go on counting after our ids, and learn how large its tables are."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(written)):
            cursor.execute(statement)
        cursor.execute("ANALYZE")


def chunked(total: int, size: int) -> Iterator[range]:
    """Ranges that cover 0 to total."""
    for start in range(0, total, size):
        yield range(start, min(start + size, total))
