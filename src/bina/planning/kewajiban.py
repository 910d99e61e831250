"""Who needs a plan on a day (kinerja.md 1.4): everybody active in a position but the exempt."""

from datetime import date
from typing import Any

from django.db.models.functions import Lower

from bina.people.models import JenisPenempatan
from bina.planning import ketentuan
from bina.rules.parameters import Parameters


def needs_plan(placements: Any, *, law: Parameters, on: date) -> Any:
    """Of these placements, those for which a plan is to be made."""
    due = placements.filter(orang__pegawai__aktif=True, orang__is_active=True)
    due = due.alias(kedudukan=Lower("orang__pegawai__kedudukan_hukum"))
    due = due.exclude(kedudukan__in=ketentuan.bebas_skp(on, law=law))
    if ketentuan.acting_has_own_plan(on, law=law):
        return due
    return due.filter(jenis=JenisPenempatan.DEFINITIF)
