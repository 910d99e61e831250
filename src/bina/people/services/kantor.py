"""Offices: who holds which, for which unit, from when to when."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.accounts.models import Orang
from bina.core import audit
from bina.people import offices
from bina.people.models import Kantor, Peran, Unit


class OfficeRefused(Exception):
    """This office cannot be given; the message says why."""


@transaction.atomic
def give(
    *,
    orang_id: int,
    peran: str,
    unit_id: int,
    mulai: date,
    selesai: date | None,
    dasar: str,
    actor: Any,
    pada: datetime,
    on: date,
) -> Kantor:
    """Give an office for a unit and below. The person's sessions end: what they may has changed.

    `actor` is None for the command that gives an installation its first administrator.
    Raises Unit.DoesNotExist, PermissionDenied, OfficeRefused.
    """
    unit = _managed_unit(unit_id, actor, on)
    orang = Orang.objects.select_for_update().get(pk=orang_id)
    _refuse(orang, unit, peran, mulai, selesai, actor)
    kantor = Kantor.objects.create(
        orang=orang, peran=peran, unit=unit, mulai=mulai, selesai=selesai, dasar=dasar
    )
    _end_sessions(orang)
    ke: dict[str, audit.Fact] = {"peran": peran, "unit": unit.pk}
    ke |= {"mulai": mulai, "selesai": selesai}
    audit.record("kantor.beri", pelaku=actor, objek=kantor, pada=pada, ke=ke)
    return kantor


@transaction.atomic
def end(*, kantor_id: int, selesai: date, actor: Any, pada: datetime, on: date) -> Kantor:
    """End an office on a day. Raises Kantor.DoesNotExist, PermissionDenied, OfficeRefused."""
    visible = Unit.objects.visible_to(actor, on=on)
    kantor = Kantor.objects.select_for_update(of=("self",)).get(pk=kantor_id, unit__in=visible)
    policy.require(actor, "unit.kelola_kantor", kantor.unit, on=on)
    if selesai < kantor.mulai:
        raise OfficeRefused(_("Tanggal selesai lebih awal daripada tanggal mulai. Perbaiki."))
    before, kantor.selesai = kantor.selesai, selesai
    kantor.save(update_fields=["selesai"])
    _end_sessions(kantor.orang)
    audit.record(
        "kantor.akhiri",
        pelaku=actor,
        objek=kantor,
        pada=pada,
        berubah=["selesai"],
        dari={"selesai": before},
        ke={"selesai": selesai},
    )
    return kantor


def _managed_unit(unit_id: int, actor: Any, on: date) -> Unit:
    if actor is None:
        return Unit.objects.get(pk=unit_id)
    unit = Unit.objects.visible_to(actor, on=on).get(pk=unit_id)
    policy.require(actor, "unit.kelola_kantor", unit, on=on)
    return unit


def _refuse(
    orang: Orang, unit: Unit, peran: str, mulai: date, selesai: date | None, actor: Any
) -> None:
    same = Kantor.objects.filter(orang=orang, peran=peran, unit=unit)
    clash = same.exclude(selesai__lt=mulai)
    if selesai is not None:
        clash = clash.filter(mulai__lte=selesai)
    for wrong, why in (
        (peran not in Peran.values, _("Peran ini tidak dikenal. Pilih dari daftar.")),
        (
            actor is not None and orang.pk == actor.pk,
            _("Kantor untuk diri sendiri harus diberikan oleh orang lain."),
        ),
        (orang.instansi_id != unit.instansi_id, _("Orang ini bukan dari instansi unit tersebut.")),
        (selesai is not None and selesai < mulai, _("Tanggal selesai sebelum tanggal mulai.")),
        (clash.exists(), _("Orang ini sudah memegang kantor itu pada tanggal tersebut.")),
    ):
        if wrong:
            raise OfficeRefused(why)


def _end_sessions(orang: Orang) -> None:
    orang.versi_sesi += 1
    orang.save(update_fields=["versi_sesi"])
    offices.forget(orang)
