"""The agency's texts for the annex lists: added and retired, never rewritten."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.people.models import Instansi
from bina.planning.models import TeksLampiran
from bina.planning.services.refusals import Refused


@transaction.atomic
def add_text(*, jenis: str, uraian: str, actor: Any, pada: datetime, on: date) -> TeksLampiran:
    """Offer a text to every draft from now on. Raises PermissionDenied; Refused for one twice."""
    instansi = Instansi.objects.select_for_update().get(pk=actor.instansi_id)
    policy.require(actor, "perencanaan.kelola_teks", instansi, on=on)
    words = " ".join(uraian.split())
    offered = TeksLampiran.objects.in_use().filter(instansi=instansi, jenis=jenis)
    if offered.filter(uraian__iexact=words).exists():
        raise Refused(_("Teks ini sudah ada dalam daftar itu. Pakai yang ada, atau ubah katanya."))
    made = TeksLampiran.objects.create(instansi=instansi, jenis=jenis, uraian=words, dibuat=pada)
    audit.record(
        "teks_lampiran.tambah", pelaku=actor, objek=made, pada=pada, fakta={"jenis": jenis}
    )
    return made


@transaction.atomic
def retire_text(*, teks_id: int, actor: Any, pada: datetime, on: date) -> TeksLampiran:
    """Offer it no more; plans that have it keep it. Raises TeksLampiran.DoesNotExist (also for
    one already retired), PermissionDenied."""
    rows = TeksLampiran.objects.in_use().filter(instansi=actor.instansi_id)
    one = rows.select_for_update().get(pk=teks_id)
    policy.require(actor, "perencanaan.kelola_teks", actor.instansi, on=on)
    one.dihentikan_pada = pada
    one.save(update_fields=["dihentikan_pada"])
    audit.record(
        "teks_lampiran.hentikan", pelaku=actor, objek=one, pada=pada, berubah=["dihentikan_pada"]
    )
    return one
