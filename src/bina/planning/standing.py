"""Where the plans of many people stand, as their penilai may know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

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
    rows = Skp.objects.visible_to(viewer, on=on).filter(
        pegawai__in=list(pegawai_ids), mulai__lte=on, selesai__gte=on, status__in=_ORDER
    )
    best = {one.pegawai_id: one for one in sorted(rows, key=_rank)}
    ids = [one.pk for one in best.values()]
    back = dict(
        Pengembalian.objects.filter(skp__in=ids).order_by("pada").values_list("skp_id", "pada")
    )
    proposals = dict(
        UsulPerubahan.objects.filter(skp__in=ids, status=StatusUsul.DIAJUKAN)
        .order_by("-pada")
        .values_list("skp_id", "pk")
    )
    return {
        pegawai: KeadaanSkp(one.status, one.pk, _since(one, back), proposals.get(one.pk))
        for pegawai, one in best.items()
    }


def _rank(one: Skp) -> tuple[int, int]:
    return _ORDER.index(Status(one.status)), one.versi


def _since(one: Skp, back: dict[int, Any]) -> date | None:
    moment = {
        Status.DIAJUKAN: one.diajukan_pada,
        Status.DITETAPKAN: one.ditetapkan_pada,
        Status.DIKEMBALIKAN: back.get(one.pk),
    }[Status(one.status)]
    return moment.date() if moment else None
