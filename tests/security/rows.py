"""What the database holds, row by row: to see what an act changed, and what it must not."""

import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models

Rows = dict[str, dict[Any, dict[str, Any]]]
# Written by every visit, or about machines rather than people.
BESIDE = {
    *("core.jejak", "core.ujungrantai", "core.pekerjaan", "core.antrean"),
    "core.cacheentry",  # how often an address knocked
}


def tables() -> list[type[models.Model]]:
    """The tables of Bina's own rooms, but for the trail."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("bina.")]
    return [one for one in ours if one._meta.label_lower not in BESIDE]


# What each table held when last looked at: as the database tells it, and as rows.
_seen: dict[str, tuple[list[Any], dict[Any, dict[str, Any]]]] = {}


def snapshot() -> Rows:
    """Every row of every table. A walk asks hundreds of times, and an act changes few tables:
    what is as it was is handed out again, the same object."""
    return {one._meta.label_lower: _rows(one) for one in tables()}


def _rows(model: type[models.Model]) -> dict[Any, dict[str, Any]]:
    label = model._meta.label_lower
    with connection.cursor() as cursor:
        cursor.execute(_everything(model))
        told = cursor.fetchall()
    if label not in _seen or _seen[label][0] != told:
        fresh = model._default_manager.order_by("pk").values()
        _seen[label] = told, {row[_key(model)]: row for row in fresh}
    return _seen[label][1]


@cache
def _everything(model: type[models.Model]) -> str:
    return str(model._default_manager.order_by("pk").values().query)


def _key(model: type[models.Model]) -> str:
    return str(model._meta.pk.attname)


def ids(rows: Rows) -> dict[str, set[Any]]:
    return {label: set(found) for label, found in rows.items()}


def added(before: Rows, after: Rows) -> dict[str, set[Any]]:
    return {
        label: set() if found is before[label] else set(found) - set(before[label])
        for label, found in after.items()
    }


def crossings(rows: Rows, foreign: dict[str, set[Any]]) -> list[str]:
    """Rows outside of `foreign` that point into it."""
    found = []
    for model in tables():
        label = model._meta.label_lower
        for field in model._meta.concrete_fields:
            target = field.related_model._meta.label_lower if field.related_model else ""
            if target not in foreign or (target == label and field.primary_key):
                continue
            for pk, row in rows[label].items():
                if pk not in foreign[label] and row[field.attname] in foreign[target]:
                    found.append(f"{label} {pk}: {field.name} -> {row[field.attname]}")
    return found


def changes(before: Rows, after: Rows) -> list[str]:
    """What differs, in words that are the same for the same act done twice: new rows are
    counted instead of named, hours, random keys and sealed bytes are left out."""
    names = {
        (label, pk): f"baru-{number}"
        for label, fresh in added(before, after).items()
        for number, pk in enumerate(sorted(fresh))  # in the order made: 9 before 10
    }
    found = []
    for model in tables():
        label = model._meta.label_lower
        if after[label] is before[label]:
            continue
        for pk in sorted(after[label].keys() | before[label].keys(), key=str):
            old, new = before[label].get(pk, {}), after[label].get(pk, {})
            found += [
                f"{label} {names.get((label, pk), pk)} {field.name}: {_said(field, new, names)}"
                for field in model._meta.concrete_fields
                if old.get(field.attname) != new.get(field.attname) and not field.primary_key
            ]
            if not new:
                found.append(f"{label} {pk} removed")
    return sorted(found)


def _said(field: Any, row: dict[str, Any], names: dict[Any, str]) -> str:
    value = row.get(field.attname)
    if field.name == "asal_id":  # of a record of some room, which may be as new
        table = row.get("asal", "").replace("_", "")
        new = {str(pk): name for (label, pk), name in names.items() if label == table}
        return new.get(value, str(value))
    if field.related_model and field.related_model._meta.label_lower in BESIDE:
        return "..."
    if field.related_model:
        return names.get((field.related_model._meta.label_lower, value), str(value))
    sealed = isinstance(value, bytes | memoryview)
    passing = sealed or isinstance(value, datetime.datetime | UUID) or field.name == "sidik"
    return type(value).__name__ if passing else str(value)
