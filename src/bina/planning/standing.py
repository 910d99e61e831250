"""Where the plans of many people stand, as their penilai may know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, OuterRef, QuerySet, Subquery, When
from django.utils import timezone

from bina.core.compiled import compiled
from bina.planning.models import Pengembalian, Skp, UsulPerubahan
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
# pegawai, plan, status, version, the moment it came into it, a proposal that waits
_Plan = tuple[int, int, str, int, datetime | None, int | None]
_ORDER = [Status.DIKEMBALIKAN, Status.DITETAPKAN, Status.DIAJUKAN]


def standing_of(pegawai_ids: Iterable[int], viewer: Any, *, on: date) -> dict[int, KeadaanSkp]:
    """pegawai id -> where the plan of this year stands, in one query.

    What waits for the viewer comes before what is agreed: a new version that was submitted
    counts before the one in force.
    """
    rows = sorted(_plans(viewer, list(pegawai_ids), on), key=_rank)
    return {
        pegawai: KeadaanSkp(status, pk, timezone.localdate(since) if since else None, usul)
        for pegawai, pk, status, _versi, since, usul in rows
    }


@compiled
def _plans(viewer: Any, pegawai_ids: list[int], on: date) -> "QuerySet[Skp, _Plan]":
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
    rows = rows.annotate(sejak=since, usul=first)
    return rows.values_list("pegawai_id", "pk", "status", "versi", "sejak", "usul")


def _rank(one: _Plan) -> tuple[int, int]:
    _pegawai, _pk, status, versi, *_ = one
    return _ORDER.index(Status(status)), versi
