"""Where the plans of many people stand, as their penilai may know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

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
_ORDER = [Status.DIKEMBALIKAN, Status.DITETAPKAN, Status.DIAJUKAN]


def standing_of(pegawai_ids: Iterable[int], viewer: Any, *, on: date) -> dict[int, KeadaanSkp]:
    """pegawai id -> where the plan of this year stands, in three queries.

    What waits for the viewer comes before what is agreed: a new version that was submitted
    counts before the one in force.
    """
    rows = _plans(viewer, list(pegawai_ids), on)
    best = {one.pegawai_id: one for one in sorted(rows, key=_rank)}
    ids = [one.pk for one in best.values()]
    back, proposals = dict(_returns(ids)), dict(_proposals(ids))
    return {
        pegawai: KeadaanSkp(one.status, one.pk, _since(one, back), proposals.get(one.pk))
        for pegawai, one in best.items()
    }


@compiled
def _plans(viewer: Any, pegawai_ids: list[int], on: date) -> "QuerySet[Skp, Skp]":
    return Skp.objects.visible_to(viewer, on=on).filter(
        pegawai__in=pegawai_ids, mulai__lte=on, selesai__gte=on, status__in=_ORDER
    )


@compiled
def _returns(skp_ids: list[int]) -> "QuerySet[Pengembalian, tuple[int, datetime]]":
    rows = Pengembalian.objects.filter(skp__in=skp_ids).order_by("pada")
    return rows.values_list("skp_id", "pada")


@compiled
def _proposals(skp_ids: list[int]) -> "QuerySet[UsulPerubahan, tuple[int, int]]":
    rows = UsulPerubahan.objects.filter(skp__in=skp_ids, status=StatusUsul.DIAJUKAN)
    return rows.order_by("-pada").values_list("skp_id", "pk")


def _rank(one: Skp) -> tuple[int, int]:
    return _ORDER.index(Status(one.status)), one.versi


def _since(one: Skp, back: dict[int, Any]) -> date | None:
    moment = {
        Status.DIAJUKAN: one.diajukan_pada,
        Status.DITETAPKAN: one.ditetapkan_pada,
        Status.DIKEMBALIKAN: back.get(one.pk),
    }[Status(one.status)]
    return moment.date() if moment else None
