"""A placement ends (transfer, promotion, retirement, the end of a Plt): its plan ends with it.

The plan stays what was agreed and is evaluated for its part of the year by its penilai; for the
next position the person makes another (kinerja.md 1.4).
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.db.models import F

from bina.core import audit
from bina.core.bulk import update_rows
from bina.planning.models import Skp
from bina.planning.workflow import OPEN, Status

ENDING = (*OPEN, Status.DIAJUKAN, Status.DITETAPKAN)
CHUNK = 5_000


def end_with_placements(penempatan_ids: Sequence[int], _on: date) -> Iterator[audit.Line]:
    """Each plan ends on the last day of its placement; gives a line for each. Safe to repeat.

    A plan keeps at least two days: a placement that ended before it began is left to the person,
    who gives the draft up, or to the penilai, who voids the plan.
    """
    for at in range(0, len(penempatan_ids), CHUNK):
        some = list(penempatan_ids[at : at + CHUNK])
        rows = Skp.objects.filter(penempatan__in=some, status__in=ENDING)
        longer = rows.filter(selesai__gt=F("penempatan__selesai")).order_by("pk")
        plans = list(longer.select_related("penempatan__unit").select_for_update(of=("self",)))
        ends = [(one, _last_day(one)) for one in plans]
        changed = [(one, last) for one, last in ends if last != one.selesai]
        if changed:
            rows_now = [[one.pk, last, _agreed_until(one)] for one, last in changed]
            update_rows(Skp, ["id", "selesai", "disepakati_sampai"], rows_now)
        for one, last in changed:
            yield audit.line_about(
                "skp.akhiri",
                one,
                berubah=("selesai",),
                dari={"selesai": one.selesai},
                ke={"selesai": last},
            )


def _agreed_until(one: Skp) -> date:
    """The first end stays known: the targets were agreed for the days up to it."""
    return one.disepakati_sampai or one.selesai


def _last_day(one: Skp) -> date:
    last: date = one.penempatan.selesai or one.selesai
    return max(last, one.mulai + timedelta(days=1))
