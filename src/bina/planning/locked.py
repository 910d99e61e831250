"""The results of locked plans, read once (ADR 29).

What a plan in force is to achieve cannot change: services refuse it, and so does the database
(`guards.LockedParts`); what is changed is another version, another record. So each process keeps
the results of those it read last. Who may see a plan, and all that can change of it (its end, its
state, its penilai), is asked every time.
"""

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from uuid import UUID

from django.db.models import QuerySet

from bina.core.compiled import compiled
from bina.planning import columns
from bina.planning.columns import Row
from bina.planning.models import Skp
from bina.planning.rencana import HasilRencana

KEPT = 2000
"""Plans: some ten megabytes in each process."""
Results = tuple[HasilRencana, ...]
_kept: OrderedDict[tuple[int, UUID], Results] = OrderedDict()
_one_at_a_time = Lock()


def results_of(plans: Iterable[tuple[int, UUID]]) -> dict[int, Results]:
    """skp id -> its results, of locked plans (id and rumpun) alone; one query where any of them
    is not kept."""
    keys = {pk: (pk, rumpun) for pk, rumpun in plans}
    found = {pk: known for pk, key in keys.items() if (known := _kept.get(key)) is not None}
    missing = [pk for pk in keys if pk not in found]
    if missing:
        fresh = columns.by_plan(_results_of(missing))
        found |= {pk: columns.results(row[1:] for row in each) for pk, each in fresh.items()}
    _keep({keys[pk]: one for pk, one in found.items()})
    return found


def forget() -> None:
    """Read all anew: for tests, whose database begins again."""
    _kept.clear()


def _keep(read: dict[tuple[int, UUID], Results]) -> None:
    """What was asked for last is kept longest."""
    with _one_at_a_time:
        for key, one in read.items():
            _kept[key] = one
            _kept.move_to_end(key)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)


@compiled
def _results_of(skp_ids: list[int]) -> "QuerySet[Skp, Row]":
    return Skp.objects.filter(pk__in=skp_ids).values_list("pk", *columns.RESULTS)
