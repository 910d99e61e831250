"""Questions of the agency's own: added, taken back."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance.coaching import pertanyaan
from bina.guidance.models import Bagian, PertanyaanCoaching
from bina.guidance.services.refusals import Refused


@transaction.atomic
def add(*, bagian: str, isi: str, actor: Any, pada: datetime, on: date) -> PertanyaanCoaching:
    """atur_pertanyaan: one more question in a phase. Raises PermissionDenied, Refused."""
    _require(actor, on)
    words = " ".join(isi.split())
    if bagian not in Bagian.values or not words.endswith("?"):
        raise Refused(_("Pilih bagiannya, dan akhiri pertanyaan dengan tanda tanya."))
    known = {str(one).lower() for one in pertanyaan.offered(actor.instansi_id)[bagian]}
    if words.lower() in known:
        raise Refused(_("Pertanyaan ini sudah ada di bagian itu."))
    made = PertanyaanCoaching.objects.create(
        instansi_id=actor.instansi_id, bagian=bagian, isi=words, dibuat=pada
    )
    audit.record("pertanyaan_coaching.tambah", pelaku=actor, objek=made, pada=pada)
    return made


@transaction.atomic
def take_back(*, pertanyaan_id: int, actor: Any, pada: datetime, on: date) -> PertanyaanCoaching:
    """tarik: it is offered no more. Raises PertanyaanCoaching.DoesNotExist for another agency's,
    PermissionDenied; WrongState when it was taken back."""
    own = PertanyaanCoaching.objects.filter(instansi=actor.instansi_id)
    one = own.select_for_update(of=("self",)).get(pk=pertanyaan_id)
    _require(actor, on)
    if one.ditarik_pada is not None:
        raise WrongState("pertanyaan_coaching.tarik: taken back already")
    one.ditarik_pada = pada
    one.save(update_fields=["ditarik_pada"])
    audit.record("pertanyaan_coaching.tarik", pelaku=actor, objek=one, pada=pada)
    return one


def _require(actor: Any, on: date) -> None:
    if actor.instansi_id is None:
        raise PermissionDenied
    policy.require(actor, "instansi_coaching.atur_pertanyaan", actor.instansi, on=on)
