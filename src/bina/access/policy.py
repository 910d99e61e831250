"""Who may do what, on a day. The only place where that is decided.

`scope` says it to the database, `may` and `permitted` ask it of one record with the very same
conditions, `users_who_may` asks it the other way round.
"""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, Case, Model, Q, QuerySet, Value, When

from bina.access.tables import TABLES, Rule, Table, find, model_of, nobody
from bina.core.ahead import Asking
from bina.core.compiled import compiled


def scope(user: Any, action: str, *, on: date) -> Q:
    """The records of the act's noun on which this user may do it on that day."""
    table, rule = find(action)
    if not getattr(user, "is_active", False) or user.pk is None:
        return nobody()
    allowed = _any(table.relations[name].reach(user, on) for name in sorted(rule.who))
    for name in sorted(rule.never):
        allowed &= ~table.relations[name].reach(user, on)
    return allowed


def may(user: Any, action: str, record: Model, *, on: date) -> bool:
    """Whether this user may do this to this record on that day."""
    return action in permitted(user, [action], record, on=on)


def permitted(user: Any, actions: Iterable[str], record: Model, *, on: date) -> set[str]:
    """Which of these acts (of one noun) the user may do to the record: one question, one answer."""
    actions = list(actions)
    if not actions or not getattr(user, "is_active", False):
        return set()
    table = find(actions[0])[0]
    found = relations(user, table, record, on=on, among=_named(actions))
    return {action for action in actions if _holds(find(action)[1], found)}


def relations(
    user: Any, table: Table, record: Model, *, on: date, among: Iterable[str] = ()
) -> set[str]:
    """What the user is to the record, among the relations named (all when none is)."""
    names = tuple(sorted(among or table.relations))
    if record.pk is None or user.pk is None:
        return set()
    found = _marks(user, table.noun, names, record.pk, on)
    return {name for name in names if found and found[0][f"is_{name}"]}


def asking(user: Any, actions: list[str], record: Model, *, on: date) -> list[Asking]:
    """What `permitted` will ask of a reader who is signed in, to be sent ahead."""
    names = tuple(sorted(_named(actions)))
    return [_marks.asking(user, find(actions[0])[0].noun, names, record.pk, on)]


@compiled
def _marks(
    user: Any, noun: str, names: tuple[str, ...], pk: int, on: date
) -> "QuerySet[Any, dict[str, bool]]":
    table = TABLES[noun]
    marks = {
        f"is_{name}": Case(
            When(table.relations[name].reach(user, on), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        for name in names
    }
    return model_of(table)._default_manager.filter(pk=pk).order_by().values(**marks)


def require(user: Any, action: str, record: Model, *, on: date) -> None:
    """Raise PermissionDenied (403) unless the user may."""
    if not may(user, action, record, on=on):
        raise PermissionDenied(action)


def users_who_may(action: str, record: Model, *, on: date) -> "QuerySet[Any]":
    """Everybody who may do this to this record on that day."""
    table, rule = find(action)
    people = get_user_model()._default_manager.filter(is_active=True)
    people = people.filter(_any(table.relations[n].holders(record, on) for n in sorted(rule.who)))
    for name in sorted(rule.never):
        people = people.exclude(table.relations[name].holders(record, on))
    return people


def reaches_any(user: Any, action: str, *, on: date) -> bool:
    """Whether there is any record on which the user may do it: for menus."""
    table, _ = find(action)
    return model_of(table)._default_manager.filter(scope(user, action, on=on)).exists()


def may_somewhere(user: Any, action: str, *, on: date) -> bool:
    """Whether anything at all could lie in the user's reach, asked without reading a record:
    an auditor may open an empty trail."""
    return scope(user, action, on=on) != nobody()


def _any(conditions: Iterable[Q]) -> Q:
    # Empty conditions are dropped: the database sees only what can be true.
    kept = [one for one in conditions if one != nobody()]
    return reduce(or_, kept) if kept else nobody()


def _named(actions: Iterable[str]) -> set[str]:
    rules = [find(action)[1] for action in actions]
    return {name for rule in rules for name in rule.who | rule.never}


def _holds(rule: Rule, found: set[str]) -> bool:
    return bool(rule.who & found) and not rule.never & found
