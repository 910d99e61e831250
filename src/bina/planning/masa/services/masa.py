"""Opening, changing, closing and re-opening the planning period of a year."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.people.models import Unit
from bina.planning.models import MasaPerencanaan, PerubahanMasa
from bina.planning.services.refusals import Refused, Stale
from bina.planning.workflow import MASA_PERENCANAAN


@dataclass(frozen=True, slots=True)
class Hari:
    """The four days of a period."""

    susun_mulai: date
    susun_selesai: date
    tetapkan_mulai: date
    tetapkan_selesai: date


@transaction.atomic
def open_period(
    *, unit_id: int, tahun: int, hari: Hari, actor: Any, pada: datetime, on: date
) -> MasaPerencanaan:
    """A year's period for a unit and all below it that have none of their own.

    Raises Unit.DoesNotExist where the actor sets none for that unit; Refused.
    """
    mine = Unit.objects.filter(policy.scope(actor, "tahun_perencanaan.buka_masa", on=on))
    unit = mine.select_for_update(of=("self",)).get(pk=unit_id)
    _refuse_days(tahun, hari)
    if MasaPerencanaan.objects.filter(unit=unit, tahun=tahun).exists():
        raise Refused(
            _("Masa perencanaan %(tahun)s untuk %(unit)s sudah ada. Ubah masa itu.")
            % {"tahun": tahun, "unit": unit.nama}
        )
    made = MasaPerencanaan.objects.create(unit=unit, tahun=tahun, **_days(hari))
    _keep(made, "buka", "", actor, pada)
    return made


@transaction.atomic
def change_period(
    *,
    masa_id: int,
    nama: str,
    hari: Hari | None,
    alasan: str,
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> MasaPerencanaan:
    """ubah (extend or shorten), tutup or buka_lagi, each with a reason.

    Raises MasaPerencanaan.DoesNotExist, PermissionDenied, WrongState, Stale; Refused.
    """
    masa = _locked(masa_id, nama, suntingan, actor, on)
    masa.status = MASA_PERENCANAAN.take(nama, masa.status)
    if not alasan.strip():
        raise Refused(_("Tuliskan alasannya, supaya dapat dibaca kemudian."))
    if hari is not None and nama != "tutup":
        _refuse_days(masa.tahun, hari)
        for name, value in _days(hari).items():
            setattr(masa, name, value)
    masa.suntingan += 1
    masa.save()
    _keep(masa, nama, alasan, actor, pada)
    return masa


def _days(hari: Hari) -> dict[str, date]:
    return {name: getattr(hari, name) for name in Hari.__slots__}


def _refuse_days(tahun: int, hari: Hari) -> None:
    for wrong, why in (
        (
            hari.susun_selesai < hari.susun_mulai or hari.tetapkan_selesai < hari.tetapkan_mulai,
            _("Hari terakhir sebelum hari pertama. Perbaiki tanggalnya."),
        ),
        (
            hari.tetapkan_mulai < hari.susun_mulai or hari.tetapkan_selesai < hari.susun_selesai,
            _("Penetapan tidak dapat dimulai atau berakhir sebelum penyusunan. Perbaiki."),
        ),
        (
            any(abs(one.year - tahun) > 1 for one in _days(hari).values()),
            _("Tanggal terlalu jauh dari tahun rencananya. Perbaiki."),
        ),
    ):
        if wrong:
            raise Refused(why)


def _keep(masa: MasaPerencanaan, jenis: str, alasan: str, actor: Any, pada: datetime) -> None:
    PerubahanMasa.objects.create(
        masa=masa,
        jenis=jenis,
        alasan=alasan,
        susun_selesai=masa.susun_selesai,
        tetapkan_selesai=masa.tetapkan_selesai,
        oleh=actor,
        pada=pada,
    )
    facts: dict[str, audit.Fact] = {
        "tahun": masa.tahun,
        "status": masa.status,
        "susun_selesai": masa.susun_selesai,
        "tetapkan_selesai": masa.tetapkan_selesai,
    }
    audit.record(f"masa_perencanaan.{jenis}", pelaku=actor, objek=masa, pada=pada, ke=facts)


def _locked(masa_id: int, nama: str, suntingan: int, actor: Any, on: date) -> MasaPerencanaan:
    visible = MasaPerencanaan.objects.visible_to(actor, on=on).select_related("unit")
    masa = visible.select_for_update(of=("self",)).get(pk=masa_id)
    policy.require(actor, f"masa_perencanaan.{nama}", masa, on=on)
    MASA_PERENCANAAN.take(nama, masa.status)
    if masa.suntingan != suntingan:
        raise Stale(masa.suntingan)
    return masa
