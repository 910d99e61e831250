"""The dialogue room's door: what home and the team page may ask."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet

from bina.core.addresses import address
from bina.core.compiled import compiled, opens
from bina.core.home_lines import Antrean, Peristiwa
from bina.dialog import home_lines
from bina.dialog.models import Dialog
from bina.dialog.workflow import HELD, ONGOING

__all__ = ["KeadaanDialog", "of_team", "planning_address", "queues", "timeline"]


@dataclass(frozen=True, slots=True)
class KeadaanDialog:
    """How the talks with a person stand: the last one held, the address of one under way."""

    terakhir: date | None = None
    terbuka: str = ""


def queues(user: Any, *, on: date) -> list[Antrean]:
    """What may wait for this user in dialogues."""
    return home_lines.queues(user, on=on)


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """That and when they talked, as far as the viewer may know of it."""
    return home_lines.timeline(pegawai_id, viewer, on=on)


@compiled
def _talks(viewer: Any, pegawai_ids: list[int], on: date) -> "QuerySet[Dialog, Any]":
    rows = Dialog.objects.visible_to(viewer, on=on).filter(pegawai__in=pegawai_ids)
    return (
        rows.order_by()
        .values("pegawai")
        .annotate(
            terakhir=Max("tanggal", filter=Q(status__in=HELD)),
            terbuka=Max("pk", filter=Q(status__in=ONGOING)),
        )
    )


@opens(_talks)
def of_team(pegawai_ids: list[int], viewer: Any, *, on: date) -> dict[int, KeadaanDialog]:
    """pegawai id -> how the viewer's own talks with them stand; one query however many."""
    return {
        one["pegawai"]: KeadaanDialog(one["terakhir"], _address(one["terbuka"]))
        for one in _talks(viewer, pegawai_ids, on)
    }


def _address(pk: int | None) -> str:
    return address("dialog:dialog", pk) if pk else ""


def planning_address(skp_id: int) -> str:
    """Where a dialogue on this plan is planned."""
    return address("dialog:rencanakan", skp_id)
