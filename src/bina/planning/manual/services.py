"""The Manual Indikator Kinerja of a draft's indicators."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.planning import pilihan
from bina.planning.models import Indikator, ManualIndikator
from bina.planning.services.drafting import edited, opened
from bina.planning.services.refusals import Refused


@dataclass(frozen=True, slots=True)
class IsiManual:
    """A manual as filled in."""

    tujuan: str
    definisi: str
    kendali: str
    sumber_data: str
    periode: str
    formula: str = ""


@transaction.atomic
def save_manual(
    *,
    skp_id: int,
    indikator_id: int,
    isi: IsiManual,
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> ManualIndikator:
    """Write the manual of one indicator of the draft.

    Raises as `drafting.opened`; Indikator.DoesNotExist for one of another plan; Refused where
    the agency asks for none, or a number has no formula.
    """
    skp = opened(skp_id, suntingan, actor, on)
    if not pilihan.asks_manual(actor.instansi, skp.jenis, on=skp.mulai):
        raise Refused(_("Instansi Anda tidak meminta manual indikator untuk SKP ini."))
    indikator = Indikator.objects.get(pk=indikator_id, hasil__skp=skp)
    if indikator.target is not None and not isi.formula.strip():
        raise Refused(_("Tulis formulanya: target indikator ini berupa angka."))
    made, _new = ManualIndikator.objects.update_or_create(indikator=indikator, defaults=asdict(isi))
    edited(skp, "skp.simpan_manual", actor, pada, ["manual_indikator"])
    return made
