"""Versions of one plan: an established one is never edited, only replaced by the next."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.planning.models import (
    ButirLampiran,
    EkspektasiPerilaku,
    HasilKerja,
    Indikator,
    ManualIndikator,
    Skp,
    UsulPerubahan,
)
from bina.planning.services.refusals import Refused
from bina.planning.workflow import OPEN, USUL_PERUBAHAN, Status, StatusUsul

M = TypeVar("M", bound=models.Model)


@transaction.atomic
def start_change(*, skp_id: int, alasan: str, actor: Any, pada: datetime, on: date) -> Skp:
    """The pegawai begins the next version of a plan in force, as a draft.

    The running version stays in force until the next one is established. Raises
    Skp.DoesNotExist, PermissionDenied, WrongState (not in force), Refused.
    """
    visible = Skp.objects.visible_to(actor, on=on)
    skp = visible.select_for_update(of=("self",)).get(pk=skp_id)
    policy.require(actor, "skp.susun_perubahan", skp, on=on)
    if skp.status != Status.DITETAPKAN:
        raise WrongState(f"skp.susun_perubahan: not from {skp.status}")
    if not alasan.strip():
        raise Refused(_("Tuliskan alasan perubahan, supaya pimpinan tahu mengapa."))
    refuse_while_written(skp)
    made = next_version(skp, alasan=alasan, pada=pada)
    audit.record(
        "skp.susun_perubahan",
        pelaku=actor,
        objek=made,
        pada=pada,
        ke={"status": made.status, "versi": made.versi},
    )
    return made


def refuse_while_written(skp: Skp) -> None:
    """One change at a time: two drafts of one plan would overwrite each other."""
    if Skp.objects.filter(rumpun=skp.rumpun, status__in=[*OPEN, Status.DIAJUKAN]).exists():
        raise Refused(
            _(
                "Perubahan SKP ini sedang disusun. Selesaikan atau batalkan dulu perubahan itu; "
                "SKP yang berlaku tidak berubah."
            )
        )


def next_version(skp: Skp, *, alasan: str, pada: datetime) -> Skp:
    """A draft with everything the plan holds, every `kunci` kept."""
    last = Skp.objects.filter(rumpun=skp.rumpun).aggregate(last=Max("versi"))["last"]
    made = _copy(
        skp,
        versi=last + 1,
        status=Status.DRAF,
        penilai_id=None,
        suntingan=0,
        alasan_perubahan=alasan,
        diajukan_pada=None,
        ditetapkan_pada=None,
        ditetapkan_oleh_id=None,
        dibuat=pada,
    )
    made.save(force_insert=True)
    for hasil in HasilKerja.objects.filter(skp=skp).prefetch_related("indikator"):
        again = _copy(hasil, skp_id=made.pk)
        again.save(force_insert=True)
        Indikator.objects.bulk_create(
            _copy(one, hasil_id=again.pk) for one in hasil.indikator.all()
        )
    _copy_manuals(skp, made)
    for part in (EkspektasiPerilaku, ButirLampiran):
        _copy_all(part, skp, made)
    return made


def replace(old: Iterable[Skp], new: Skp) -> list[audit.Line]:
    """The running versions give way to the new one; proposals still waiting move over to it."""
    lines = []
    for one in old:
        one.status = Status.DIGANTIKAN
        one.save(update_fields=["status"])
        _carry_over(one, new)
        lines.append(
            audit.line_about(
                "skp.gantikan",
                one,
                berubah=("status",),
                dari={"status": Status.DITETAPKAN.value},
                ke={"status": one.status.value},
            )
        )
    return lines


def _carry_over(old: Skp, new: Skp) -> None:
    waiting = UsulPerubahan.objects.filter(skp=old, status=StatusUsul.DIAJUKAN)
    for usul in waiting.select_related("indikator").select_for_update(of=("self",)):
        same = Indikator.objects.filter(hasil__skp=new, kunci=usul.indikator.kunci).first()
        if same is None or same.single_number in (None, usul.target_menjadi):
            usul.status = USUL_PERUBAHAN.take("tarik", usul.status)
            usul.tanggapan = _("Gugur: versi %(versi)s sudah mengaturnya.") % {"versi": new.versi}
        else:
            usul.skp, usul.indikator, usul.target_semula = new, same, same.single_number
        usul.save()


def _copy_all(model: type[M], skp: Skp, made: Skp) -> None:
    rows = model._default_manager.filter(skp=skp)
    model._default_manager.bulk_create([_copy(one, skp_id=made.pk) for one in rows])


def _copy(row: M, **changes: Any) -> M:
    """The same row once more, unsaved, with these columns changed."""
    values = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}
    values.pop(row._meta.pk.attname)
    return type(row)(**{**values, **changes})


def _copy_manuals(old: Skp, new: Skp) -> None:
    """The next version keeps them, found by the key of the indicator; two queries."""
    indicators = dict(Indikator.objects.filter(hasil__skp=new).values_list("kunci", "pk"))
    names = ("tujuan", "definisi", "formula", "kendali", "sumber_data", "periode")
    rows = ManualIndikator.objects.filter(indikator__hasil__skp=old)
    ManualIndikator.objects.bulk_create(
        ManualIndikator(
            indikator_id=indicators[row.pop("indikator__kunci")],
            **row,
        )
        for row in rows.values("indikator__kunci", *names)
    )
