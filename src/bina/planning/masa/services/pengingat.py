"""Reminding everybody whose plan is not established: one task and one mail a person and day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from bina.core import audit, jobs
from bina.planning.masa.keterlambatan import Saringan, late, narrowed, recipients, watched_units
from bina.planning.models import Pengingat
from bina.planning.services.refusals import Refused
from bina.rules.parameters import Parameters

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Diingatkan:
    """How many were reminded, and how many had been already that day."""

    baru: int
    sudah: int


@transaction.atomic
def remind(
    *, saringan: Saringan, actor: Any, law: Parameters, pada: datetime, on: date
) -> Diingatkan:
    """Everybody the filter finds in the actor's units. Their mail goes out in the background.

    Raises PermissionDenied for whoever watches over no unit; Refused where nobody is found.
    """
    if not watched_units(actor, on=on).exists():
        raise PermissionDenied("tahun_perencanaan.pantau")
    people = recipients(narrowed(late(actor, saringan, law=law, on=on), saringan)) - {actor.pk}
    if not people:
        raise Refused(_("Tidak ada yang perlu diingatkan dengan saringan ini."))
    known = set(Pengingat.objects.filter(hari=on).values_list("kepada_id", flat=True))
    _write(sorted(people - known), actor, pada, on)
    found = Diingatkan(len(people - known), len(people & known))
    if found.baru:
        jobs.start("planning.surel_pengingat", oleh=actor, pada=pada, hari=on.isoformat())
    audit.record(
        "perencanaan.ingatkan",
        pelaku=actor,
        objek=actor.instansi,
        pada=pada,
        fakta={"tahun": on.year, "diingatkan": found.baru, "sudah": found.sudah},
    )
    return found


def _write(people: list[int], actor: Any, pada: datetime, on: date) -> None:
    rows = (
        Pengingat(kepada_id=one, hari=on, tahun=on.year, oleh=actor, pada=pada) for one in people
    )
    Pengingat.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
