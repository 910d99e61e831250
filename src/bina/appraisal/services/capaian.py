"""The organisation's rating, set by the head above."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.appraisal.models import Capaian, CapaianOrganisasi, Evaluasi, PeriodeEvaluasi
from bina.appraisal.services.refused import Refused, Stale
from bina.core import audit
from bina.core.workflow import WrongState
from bina.people.models import Unit


@transaction.atomic
def set_capaian(
    *,
    unit_id: int,
    periode_id: int,
    capaian: str,
    alasan: str,
    alasan_perubahan: str,
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> CapaianOrganisasi:
    """Set what a unit achieved in a period; a change needs a reason, and none is possible once
    an evaluation of the unit in that period is released.

    `suntingan` is the state of the record the page was opened at (0 for none yet).
    Raises Unit.DoesNotExist, PermissionDenied, Refused, Stale, WrongState.
    """
    unit = _locked_unit(unit_id, actor, on)
    periode = PeriodeEvaluasi.objects.open_on(on).get(pk=periode_id, instansi=unit.instansi_id)
    known = CapaianOrganisasi.objects.filter(unit=unit, periode=periode).first()
    _check(known, capaian, alasan, alasan_perubahan)
    _refuse_late(known, unit, periode, suntingan)
    made = known or CapaianOrganisasi(unit=unit, periode=periode)
    made.capaian, made.alasan = capaian, alasan.strip()
    made.alasan_perubahan = alasan_perubahan.strip() if known else ""
    made.suntingan, made.ditetapkan_oleh, made.ditetapkan_pada = suntingan, actor, pada
    made.save()
    _trace("capaian.ubah" if known else "capaian.tetapkan", made, actor, pada)
    return made


def _locked_unit(unit_id: int, actor: Any, on: date) -> Unit:
    """The unit whose rating this user may set; its row is locked, so that no release slips in
    between (`evaluations.release` locks it too)."""
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit_id)
    if not policy.may(actor, "capaian_unit.tetapkan", unit, on=on):
        raise _unseen_or_forbidden(actor, unit, on)
    return unit


def _unseen_or_forbidden(actor: Any, unit: Unit, on: date) -> Exception:
    if policy.may(actor, "unit.lihat", unit, on=on):
        return PermissionDenied("capaian_unit.tetapkan")
    return Unit.DoesNotExist()


def _check(known: CapaianOrganisasi | None, capaian: str, alasan: str, perubahan: str) -> None:
    if capaian not in Capaian.values:
        raise Refused(_("Pilih satu dari lima capaian."), "capaian")
    if not alasan.strip():
        raise Refused(_("Alasan belum diisi. Sebut target dan realisasinya."), "alasan")
    if known and not perubahan.strip():
        raise Refused(
            _("Alasan perubahan belum diisi. Tulis mengapa penetapan semula diubah."),
            "alasan_perubahan",
        )


def _refuse_late(
    known: CapaianOrganisasi | None, unit: Unit, periode: PeriodeEvaluasi, suntingan: int
) -> None:
    if Evaluasi.objects.released().filter(unit=unit, periode=periode).exists():
        raise WrongState("capaian: locked by a release")
    if (known.suntingan + 1 if known else 0) != suntingan:
        raise Stale


def _trace(tindakan: str, made: CapaianOrganisasi, actor: Any, pada: datetime) -> None:
    # Before a release the rating is a draft to all but its readers: the trail names the field.
    audit.record(
        tindakan,
        pelaku=actor,
        objek=made,
        pada=pada,
        berubah=["capaian", "alasan"],
        ke={"periode": made.periode_id},
    )
