"""Voiding an established plan that was made in error. Nothing is edited or deleted."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.planning.models import Pembatalan, Skp
from bina.planning.pembatalan import holds
from bina.planning.services.refusals import Refused
from bina.planning.services.versions import refuse_while_written
from bina.planning.workflow import PEMBATALAN, SKP, Status, StatusPembatalan


@transaction.atomic
def ask_voiding(
    *, skp_id: int, sebab: str, alasan: str, actor: Any, pada: datetime, on: date
) -> Pembatalan:
    """minta_batal: the penilai asks; nothing changes until somebody consents.

    Raises Skp.DoesNotExist, PermissionDenied, WrongState; Refused.
    """
    skp = _held(skp_id, "minta_batal", alasan, actor, on)
    if _waiting(skp).exists():
        raise WrongState("skp.minta_batal: one waits already")
    made = _made(skp, sebab, alasan, actor, pada)
    made.save()
    audit.record("skp.minta_batal", pelaku=actor, objek=skp, pada=pada, ke={"sebab": sebab})
    return made


@transaction.atomic
def void(
    *, skp_id: int, sebab: str, alasan: str, actor: Any, pada: datetime, on: date
) -> Pembatalan:
    """nyatakan_batal: the head of personnel voids it at once; a request that waits is settled.

    Raises as `ask_voiding`.
    """
    skp = _held(skp_id, "nyatakan_batal", alasan, actor, on)
    made = _waiting(skp).first()
    made = made or _made(skp, sebab, alasan, actor, pada)
    made.status = PEMBATALAN.take("setujui", made.status)
    made.diputus_oleh, made.diputus_pada = actor, pada
    made.save()
    line = _voided(skp)
    audit.record_many([line], pelaku=actor, pada=pada)
    return made


@transaction.atomic
def decide_voiding(
    *, pembatalan_id: int, nama: str, tanggapan: str, actor: Any, pada: datetime, on: date
) -> Pembatalan:
    """setujui (voids the plan), tolak (with a reason), or tarik.

    Raises Pembatalan.DoesNotExist, PermissionDenied, WrongState; Refused.
    """
    seen = Pembatalan.objects.visible_to(actor, on=on).get(pk=pembatalan_id)
    # The plan is locked before what hangs on it, as everywhere.
    skp = Skp.objects.select_for_update(of=("self",)).get(pk=seen.skp_id)
    one = Pembatalan.objects.select_for_update(of=("self",)).get(pk=seen.pk)
    policy.require(actor, f"pembatalan.{nama}", one, on=on)
    one.status = PEMBATALAN.take(nama, one.status)
    if nama == "tolak" and not tanggapan.strip():
        raise Refused(_("Tuliskan alasan penolakan, supaya penilai tahu mengapa."))
    if nama == "setujui":
        _refuse_needed(skp)
    one.tanggapan, one.diputus_oleh, one.diputus_pada = tanggapan, actor, pada
    one.save()
    lines = [_voided(skp)] if nama == "setujui" else []
    decision = audit.line_about(
        f"pembatalan.{nama}", one, berubah=("status",), ke={"status": one.status}
    )
    audit.record_many([*lines, decision], pelaku=actor, pada=pada)
    return one


def _held(skp_id: int, act: str, alasan: str, actor: Any, on: date) -> Skp:
    """The plan, locked, if it can be voided."""
    visible = Skp.objects.visible_to(actor, on=on)
    skp = visible.select_for_update(of=("self",)).get(pk=skp_id)
    policy.require(actor, f"skp.{act}", skp, on=on)
    SKP.take("nyatakan_batal", skp.status)
    if not alasan.strip():
        raise Refused(_("Tuliskan apa yang keliru, supaya dapat dibaca kemudian."))
    _refuse_needed(skp)
    return skp


def _waiting(skp: Skp) -> "QuerySet[Pembatalan]":
    return Pembatalan.objects.filter(skp=skp, status=StatusPembatalan.DIAJUKAN)


def _refuse_needed(skp: Skp) -> None:
    if found := holds.reasons(skp.rumpun):
        raise Refused(" ".join(found))
    refuse_while_written(skp)


def _made(skp: Skp, sebab: str, alasan: str, actor: Any, pada: datetime) -> Pembatalan:
    return Pembatalan(skp=skp, sebab=sebab, alasan=alasan, pengusul=actor, pada=pada)


def _voided(skp: Skp) -> audit.Line:
    before, skp.status = skp.status, SKP.take("nyatakan_batal", skp.status)
    skp.save(update_fields=["status"])
    assert skp.status == Status.DINYATAKAN_BATAL
    return audit.line_about(
        "skp.nyatakan_batal",
        skp,
        berubah=("status",),
        dari={"status": before},
        ke={"status": skp.status},
    )
