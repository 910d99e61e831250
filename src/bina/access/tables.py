"""The tables the rooms bring: which relation to a record allows which act (ADR 3)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Model, Q

Reach = Callable[[Any, date], Q]
Holders = Callable[[Any, date], Q]


@dataclass(frozen=True, slots=True)
class Relation:
    """What a person can be to a record, said both ways.

    `reach(user, on)` is a condition on records: those to which the user stands in this
    relation on that day. `holders(record, on)` is a condition on people: those who stand in
    it to this record. A test holds the two to one answer.
    """

    name: str
    reach: Reach
    holders: Holders


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may: any relation of `who`, and none of `never`."""

    who: frozenset[str]
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """The acts on one noun. Acts not named here are nobody's."""

    noun: str
    model: str
    relations: Mapping[str, Relation]
    actions: Mapping[str, Rule] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for action, rule in self.actions.items():
            unknown = (rule.who | rule.never) - set(self.relations)
            if unknown:
                raise ValueError(f"{self.noun}.{action}: unknown relations {sorted(unknown)}")


TABLES: dict[str, Table] = {}


def allow(*who: str, never: Iterable[str] = ()) -> Rule:
    return Rule(frozenset(who), frozenset(never))


def table(
    noun: str, model: str, relations: Iterable[Relation], actions: Mapping[str, Rule]
) -> Table:
    return Table(noun, model, {one.name: one for one in relations}, actions)


def register(*tables: Table) -> None:
    """Called by each room in AppConfig.ready(). Two tables of one noun are a mistake of wiring: the
    second would quietly take the place of the first."""
    for one in tables:
        known = TABLES.setdefault(one.noun, one)
        if known is not one:
            raise ValueError(f"the access table {one.noun!r} is registered twice")


def find(action: str) -> tuple[Table, Rule]:
    """The table and the rule of an act named `noun.act`. KeyError for an act nobody named."""
    noun, _, act = action.partition(".")
    found = TABLES[noun]
    return found, found.actions[act]


def nobody() -> Q:
    """A condition no row meets."""
    return Q(pk__in=[])


def model_of(one: Table) -> type[Model]:
    return apps.get_model(one.model)


def only_when(relation: Relation, field_name: str, *values: Any) -> Relation:
    """The relation, for records in one of these states only (drafts are for their writers)."""

    def reach(user: Any, on: date) -> Q:
        found = relation.reach(user, on)
        return found if found == nobody() else found & Q(**{f"{field_name}__in": values})

    def holders(record: Any, on: date) -> Q:
        return relation.holders(record, on) if getattr(record, field_name) in values else nobody()

    return Relation(relation.name, reach, holders)


def through(path: str, relation: Relation, model: str) -> Relation:
    """The relation a person has to a record by having it to another, reached by `path`:
    whoever reads an SKP reads the progress made on it."""

    def reach(user: Any, on: date) -> Q:
        found = relation.reach(user, on)
        if found == nobody():
            return found
        records = apps.get_model(model)._default_manager.filter(found)
        return Q(**{f"{path}__in": records.values("pk")})

    return Relation(
        relation.name, reach, lambda record, on: relation.holders(getattr(record, path), on)
    )
