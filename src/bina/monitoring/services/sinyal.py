"""Muting a signal: the penilai knows why it needs no attention now, and says so."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.monitoring.models import Sinyal
from bina.monitoring.services.refused import Refused
from bina.ui.tulisan import tanggal as words_of

LONGEST = timedelta(days=366)


@transaction.atomic
def mute(
    *, sinyal_id: int, alasan: str, sampai: date, actor: Any, pada: datetime, on: date
) -> Sinyal:
    """Let a signal be silent until a day, with the reason the person reads.

    Raises Sinyal.DoesNotExist, PermissionDenied, WrongState when it is muted already, Refused.
    """
    one = _seen(sinyal_id, "redam", actor, on)
    if one.is_muted(on):
        raise WrongState("sinyal.redam: muted already")
    _check(alasan, sampai, one, on)
    one.diredam_sampai, one.diredam_oleh, one.alasan_redam = sampai, actor, alasan.strip()
    _save(one)
    audit.record("sinyal.redam", pelaku=actor, objek=one, pada=pada, ke={"sampai": sampai})
    return one


@transaction.atomic
def unmute(*, sinyal_id: int, actor: Any, pada: datetime, on: date) -> Sinyal:
    """Let it be heard again.

    Raises Sinyal.DoesNotExist, PermissionDenied, WrongState when it is not muted.
    """
    one = _seen(sinyal_id, "bunyikan", actor, on)
    if not one.is_muted(on):
        raise WrongState("sinyal.bunyikan: not muted")
    before = one.diredam_sampai
    one.diredam_sampai, one.diredam_oleh, one.alasan_redam = None, None, ""
    _save(one)
    audit.record("sinyal.bunyikan", pelaku=actor, objek=one, pada=pada, dari={"sampai": before})
    return one


def _seen(pk: int, act: str, actor: Any, on: date) -> Sinyal:
    seen = Sinyal.objects.visible_to(actor, on=on).select_for_update(of=("self",))
    one = seen.get(pk=pk)
    policy.require(actor, f"sinyal.{act}", one, on=on)
    return one


def _check(alasan: str, sampai: date, one: Sinyal, on: date) -> None:
    if not alasan.strip():
        raise Refused(_("Alasan belum diisi. Tulis mengapa ini tidak perlu perhatian."), "alasan")
    last = min(one.skp.selesai, on + LONGEST)
    if not on <= sampai <= last:
        raise Refused(
            _("Pilih tanggal antara %(mulai)s dan %(selesai)s.")
            % {"mulai": words_of(on), "selesai": words_of(last)},
            "sampai",
        )


def _save(one: Sinyal) -> None:
    one.save(update_fields=["diredam_sampai", "diredam_oleh", "alasan_redam"])
