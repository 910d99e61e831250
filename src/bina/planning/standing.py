"""Where the plans of many people stand, as their penilai may know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, OuterRef, QuerySet, Subquery, When
from django.utils import timezone

from bina.core.compiled import compiled, opens
from bina.planning import columns
from bina.planning.columns import Row
from bina.planning.models import Pengembalian, Skp, UsulPerubahan
from bina.planning.reading import best_last, with_results
from bina.planning.rencana import Rencana
from bina.planning.workflow import Status, StatusUsul


@dataclass(frozen=True, slots=True)
class KeadaanSkp:
    """One person's plan of the year: its state, its id where the viewer may open it, since when.

    A draft is its writer's: others learn only that nothing was submitted (`belum_diajukan`).
    `usul_id` is a proposal of change that waits for the penilai.
    """

    status: str
    skp_id: int | None = None
    sejak: date | None = None
    usul_id: int | None = None


NONE_YET = KeadaanSkp("belum_diajukan")
_ORDER = [Status.DIKEMBALIKAN, Status.DITETAPKAN, Status.DIAJUKAN]
_PEGAWAI, _STATUS, _VERSI = (columns.PLAN.index(one) for one in ("pegawai_id", "status", "versi"))


class RencanaTim(NamedTuple):
    """Of people, by id: where their plan of the year stands, and the plan in force, without
    conduct."""

    keadaan: dict[int, KeadaanSkp]
    berjalan: dict[int, Rencana]


@compiled
def _plans(viewer: Any, pegawai_ids: list[int], on: date) -> "QuerySet[Skp, Any]":
    """The columns of the plan, then since when it stands there and a proposal that waits."""
    rows = Skp.objects.visible_to(viewer, on=on).filter(
        pegawai__in=pegawai_ids, mulai__lte=on, selesai__gte=on, status__in=_ORDER
    )
    back = Pengembalian.objects.filter(skp=OuterRef("pk")).order_by("-pada").values("pada")
    usul = UsulPerubahan.objects.filter(skp=OuterRef("pk"), status=StatusUsul.DIAJUKAN)
    since = Case(
        When(status=Status.DITETAPKAN, then="ditetapkan_pada"),
        When(status=Status.DIAJUKAN, then="diajukan_pada"),
        When(status=Status.DIKEMBALIKAN, then=Subquery(back[:1])),
    )
    first = Subquery(usul.order_by("pada").values("pk")[:1])
    rows = best_last(rows, on).annotate(sejak=since, usul=first)
    return rows.values_list(*columns.PLAN, "sejak", "usul")


@opens(_plans)
def of_team(pegawai_ids: Iterable[int], viewer: Any, *, on: date) -> RencanaTim:
    """Where the plans of this year stand, and those in force that day, which the viewer may see (as
    penilai of that time or above them, not whoever has the team today). One query, and one
    more for results that are not kept.

    What waits for the viewer comes before what is agreed: a new version that was submitted
    counts before the one in force.
    """
    rows = _plans(viewer, list(pegawai_ids), on)
    running = [row[:-2] for row in rows if row[_STATUS] == Status.DITETAPKAN]
    return RencanaTim(
        {row[_PEGAWAI]: _standing(row) for row in sorted(rows, key=_rank)},
        {one.pegawai_id: one for one in with_results(running)},
    )


def _standing(row: Row) -> KeadaanSkp:
    since, usul = row[-2:]
    return KeadaanSkp(row[_STATUS], row[0], timezone.localdate(since) if since else None, usul)


def _rank(row: Row) -> tuple[int, int]:
    return _ORDER.index(Status(row[_STATUS])), row[_VERSI]
