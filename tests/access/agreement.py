"""`scope` (a query), `may` (a check) and `users_who_may` are three sayings of one rule."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bina.access import policy
from bina.access.tables import TABLES, model_of
from tests.conftest import TODAY, Agency


def people(*agencies: Agency) -> list[Any]:
    return [user for agency in agencies for user in agency.everybody().values()]


def say_the_same(noun: str, everyone: Iterable[Any], *, on: date = TODAY) -> set[str]:
    """Every act of the noun, on every record there is, by everybody; gives the acts that
    somebody may do."""
    rows, users = model_of(TABLES[noun])._default_manager, list(everyone)
    records, done = list(rows.all()), set()
    for act in TABLES[noun].actions:
        action = f"{noun}.{act}"
        listed = {
            (user.pk, pk)
            for user in users
            for pk in rows.filter(policy.scope(user, action, on=on)).values_list("pk", flat=True)
        }
        asked = {
            (user.pk, one.pk)
            for user in users
            for one in records
            if policy.may(user, action, one, on=on)
        }
        answered = {
            (pk, one.pk)
            for one in records
            for pk in policy.users_who_may(action, one, on=on).values_list("pk", flat=True)
        }
        assert listed == asked == answered, action
        done |= {act} if listed else set()
    return done
