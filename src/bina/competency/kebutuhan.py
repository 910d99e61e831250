"""Needs of development that other rooms hand to the competency plan: kept once, taken back once.

The plan itself (PP 11/2017 Pasal 205) is a later issue; until then a need waits here and can be
read by those who will make it. Who may hand one over is the caller's question (its room's table).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from bina.competency.models import Kebutuhan
from bina.competency.workflow import KEBUTUHAN
from bina.core import audit


@dataclass(frozen=True, slots=True)
class IsiKebutuhan:
    """What another room says is needed, by which jalur and by when, out of which record."""

    jalur: str
    apa: str
    sampai: date
    asal: str
    asal_id: str


@transaction.atomic
def record_need(*, pegawai_id: int, isi: IsiKebutuhan, actor: Any, pada: datetime) -> Kebutuhan:
    """catat: it waits for the plan. The second time the same origin comes changes nothing."""
    one, new = Kebutuhan.objects.get_or_create(
        asal=isi.asal,
        asal_id=isi.asal_id,
        defaults={
            "pegawai_id": pegawai_id,
            "jalur": isi.jalur,
            "apa": isi.apa,
            "sampai": isi.sampai,
            "dicatat_pada": pada,
        },
    )
    if new:
        facts: dict[str, audit.Fact] = {"jalur": one.jalur, "sampai": one.sampai}
        facts["status"] = one.status
        audit.record("kebutuhan.catat", pelaku=actor, objek=one, pada=pada, ke=facts)
    return one


@transaction.atomic
def withdraw_need(*, asal: str, asal_id: str, actor: Any, pada: datetime) -> Kebutuhan:
    """tarik: it is called off. Raises Kebutuhan.DoesNotExist, WrongState."""
    rows = Kebutuhan.objects.select_for_update(of=("self",)).select_related("pegawai__instansi")
    one = rows.get(asal=asal, asal_id=asal_id)
    before, one.status = one.status, KEBUTUHAN.take("tarik", one.status)
    one.save(update_fields=["status"])
    facts = {"dari": {"status": before}, "ke": {"status": one.status}}
    audit.record("kebutuhan.tarik", pelaku=actor, objek=one, pada=pada, **facts)
    return one
