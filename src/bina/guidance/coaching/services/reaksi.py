"""The coachee's reaction to a session both have signed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance.models import ReaksiSesi, Sesi
from bina.guidance.models.sesudah_sesi import LEAST, MOST, SISI
from bina.guidance.services.refusals import Refused
from bina.guidance.services.sesi import locked


@transaction.atomic
def give(*, sesi_id: int, nilai: Mapping[str, int], actor: Any, pada: datetime, on: date) -> Sesi:
    """beri_reaksi: four marks from 1 to 5, once. No line of the trail holds a mark, and nothing
    leads from the coach's page to it.

    Raises Sesi.DoesNotExist, PermissionDenied; WrongState before both signed or the second time;
    Refused where a mark is missing.
    """
    sesi = locked(sesi_id, actor, on)
    policy.require(actor, "coaching.beri_reaksi", sesi.coaching, on=on)
    if not sesi.is_signed or ReaksiSesi.objects.filter(sesi=sesi).exists():
        raise WrongState("sesi_coaching.beri_reaksi: not signed yet, or given already")
    if not all(LEAST <= nilai.get(one, 0) <= MOST for one in SISI):
        raise Refused(_("Isi keempat pertanyaan, dari 1 sampai 5."))
    ReaksiSesi.objects.create(sesi=sesi, pada=pada, **{one: nilai[one] for one in SISI})
    audit.record("sesi_coaching.beri_reaksi", pelaku=actor, objek=sesi, pada=pada)
    return sesi
