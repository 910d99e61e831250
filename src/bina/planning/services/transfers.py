"""A placement ends (transfer, promotion, retirement, the end of a Plt): its plan ends with it. So
does the plan of who leaves on study assignment or the like and needs none meanwhile.

The plan stays what was agreed and is evaluated for its part of the year by its penilai; for the
next position the person makes another (kinerja.md 1.4).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from django.db.models import F

from bina.core import audit, happenings
from bina.core.bulk import update_rows
from bina.law.door import parameters
from bina.people.models import Instansi, Pegawai
from bina.planning.happenings import SKP_BERAKHIR
from bina.planning.kewajiban import exempt
from bina.planning.models import Skp
from bina.planning.models.skp import SkpQuerySet
from bina.planning.workflow import OPEN, Status

ENDING = (*OPEN, Status.DIAJUKAN, Status.DITETAPKAN)
CHUNK = 5_000


def end_with_placements(penempatan_ids: Sequence[int], on: date) -> Iterator[audit.Line]:
    """Each plan ends on the last day of its placement; gives a line for each. Safe to repeat.

    A plan keeps at least two days: a placement that ended before it began is left to the person,
    who gives the draft up, or to the penilai, who voids the plan.
    """
    for at in range(0, len(penempatan_ids), CHUNK):
        some = list(penempatan_ids[at : at + CHUNK])
        rows = Skp.objects.filter(penempatan__in=some, status__in=ENDING)
        plans = _locked(rows.filter(selesai__gt=F("penempatan__selesai")))
        yield from _end(((one, _last_day(one, one.penempatan.selesai)) for one in plans), on)


def end_while_exempt(pegawai_ids: Sequence[int], on: date) -> Iterator[audit.Line]:
    """The plans of those who need none now end on that day; a line for each. Safe to repeat.

    Whoever is back makes another for the rest of the year (`kewajiban.first_days`).
    """
    for at in range(0, len(pegawai_ids), CHUNK):
        some = Pegawai.objects.filter(pk__in=pegawai_ids[at : at + CHUNK])
        for instansi in Instansi.objects.filter(pk__in=some.values("instansi")):
            away = exempt(some.filter(instansi=instansi), law=parameters(instansi), on=on)
            rows = Skp.objects.filter(
                pegawai__in=away.values("pk"), status__in=ENDING, selesai__gt=on
            )
            yield from _end(((one, _last_day(one, on)) for one in _locked(rows)), on)


def _locked(rows: SkpQuerySet) -> list[Skp]:
    found = rows.order_by("pk").select_related("penempatan__unit")
    return list(found.select_for_update(of=("self",)))


def _end(ends: Iterable[tuple[Skp, date]], on: date) -> Iterator[audit.Line]:
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
    yield from happenings.tell(SKP_BERAKHIR, [one.pk for one, _last in changed], on=on)


def _agreed_until(one: Skp) -> date:
    """The first end stays known: the targets were agreed for the days up to it."""
    return one.disepakati_sampai or one.selesai


def _last_day(one: Skp, last: date | None) -> date:
    end: date = last or one.selesai
    return max(end, one.mulai + timedelta(days=1))
