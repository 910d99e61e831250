"""The steps of an SKP from draft to established: one act, one transaction, one line each."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.people import hierarchy
from bina.planning import gate, workflow
from bina.planning.completeness import missing
from bina.planning.models import Pengembalian, Skp
from bina.planning.reading import annex, rencana_of
from bina.planning.services import versions
from bina.planning.services.drafting import write_ekspektasi
from bina.planning.services.refusals import Incomplete, Refused, Stale
from bina.planning.workflow import Status


@transaction.atomic
def submit(*, skp_id: int, actor: Any, pada: datetime, on: date) -> Skp:
    """ajukan: the plan goes to the penilai of that day, whom the record keeps.

    Raises Skp.DoesNotExist, PermissionDenied, WrongState; Incomplete with all that is missing;
    Refused where no superior is recorded or plans are not drafted that day.
    """
    skp, before = _taken(skp_id, "ajukan", actor, on)
    lacks = missing(skp, rencana_of(skp), annex(skp.pk))
    if lacks:
        raise Incomplete(lacks)
    gate.refuse_submission(skp, sent_back=before == Status.DIKEMBALIKAN, on=on)
    penilai = hierarchy.superior_of(skp.pegawai_id, on=on, penempatan=skp.penempatan)
    if penilai is None:
        raise Refused(
            _(
                "Pejabat Penilai Kinerja Anda belum tercatat. Minta pengelola kinerja mencatatnya "
                "lewat halaman Atasan saya, lalu ajukan lagi. SKP Anda tetap tersimpan."
            )
        )
    skp.penilai, skp.diajukan_pada = penilai, pada
    skp.save(update_fields=["status", "penilai", "diajukan_pada"])
    _trace("ajukan", skp, before, actor, pada, penilai=penilai.pk)
    return skp


@transaction.atomic
def withdraw(*, skp_id: int, actor: Any, pada: datetime, on: date) -> Skp:
    """tarik: the pegawai takes the plan back before the penilai has decided.

    Raises Skp.DoesNotExist, PermissionDenied, WrongState.
    """
    skp, before = _taken(skp_id, "tarik", actor, on)
    skp.diajukan_pada = None
    skp.save(update_fields=["status", "diajukan_pada"])
    _trace("tarik", skp, before, actor, pada)
    return skp


@transaction.atomic
def cancel(*, skp_id: int, actor: Any, pada: datetime, on: date) -> Skp:
    """batalkan: the draft is given up and kept. Raises as `withdraw`."""
    skp, before = _taken(skp_id, "batalkan", actor, on)
    skp.save(update_fields=["status"])
    _trace("batalkan", skp, before, actor, pada)
    return skp


@transaction.atomic
def send_back(
    *, skp_id: int, alasan: str, suntingan: int, actor: Any, pada: datetime, on: date
) -> Skp:
    """kembalikan: the penilai sends the plan back, with a reason the pegawai reads.

    Raises Skp.DoesNotExist, PermissionDenied, WrongState, Stale; Refused without a reason.
    """
    skp, before = _taken(skp_id, "kembalikan", actor, on, suntingan)
    if not alasan.strip():
        raise Refused(_("Tuliskan alasan pengembalian, supaya pegawai tahu apa yang diperbaiki."))
    Pengembalian.objects.create(skp=skp, alasan=alasan, oleh=actor, pada=pada)
    skp.save(update_fields=["status"])
    _trace("kembalikan", skp, before, actor, pada)
    return skp


@transaction.atomic
def establish(*, skp_id: int, suntingan: int, actor: Any, pada: datetime, on: date) -> Skp:
    """tetapkan: the plan is agreed and locked; it replaces the version in force.

    `suntingan` is the state the penilai read: what came after is not agreed to unseen.
    Raises Skp.DoesNotExist, PermissionDenied, WrongState, Stale; Refused where plans are not
    established that day.
    """
    skp, before = _taken(skp_id, "tetapkan", actor, on, suntingan)
    gate.refuse_establishing(skp, on=on)
    replaced = versions.replace(_in_force_beside(skp), skp)
    skp.ditetapkan_pada, skp.ditetapkan_oleh = pada, actor
    skp.save(update_fields=["status", "ditetapkan_pada", "ditetapkan_oleh"])
    line = audit.line_about(
        "skp.tetapkan",
        skp,
        berubah=("status",),
        dari={"status": before},
        ke={"status": skp.status, "versi": skp.versi},
    )
    audit.record_many([*replaced, line], pelaku=actor, pada=pada)
    return skp


@transaction.atomic
def fill_ekspektasi(
    *,
    skp_id: int,
    isi: Mapping[str, str],
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> Skp:
    """isi_ekspektasi: the penilai's own words on the seven values while the plan waits.

    Nothing else of a submitted plan can be changed by whoever approves it (T5). Raises
    Skp.DoesNotExist, PermissionDenied, WrongState, Stale.
    """
    skp = _locked(skp_id, actor, on)
    policy.require(actor, "skp.isi_ekspektasi", skp, on=on)
    if skp.status != Status.DIAJUKAN:
        raise WrongState(f"skp.isi_ekspektasi: not in {skp.status}")
    _refuse_stale(skp, suntingan)
    write_ekspektasi(skp, isi)
    skp.suntingan += 1
    skp.save(update_fields=["suntingan"])
    audit.record(
        "skp.isi_ekspektasi", pelaku=actor, objek=skp, pada=pada, berubah=["ekspektasi_khusus"]
    )
    return skp


def _locked(skp_id: int, actor: Any, on: date) -> Skp:
    visible = Skp.objects.visible_to(actor, on=on)
    return visible.select_for_update(of=("self",)).get(pk=skp_id)


def _taken(
    skp_id: int, name: str, actor: Any, on: date, suntingan: int | None = None
) -> tuple[Skp, str]:
    """The plan in its new state, not yet saved, and the state it was in."""
    skp = _locked(skp_id, actor, on)
    policy.require(actor, f"skp.{name}", skp, on=on)
    before, skp.status = skp.status, workflow.SKP.take(name, skp.status)
    if suntingan is not None:
        _refuse_stale(skp, suntingan)
    return skp, before


def _refuse_stale(skp: Skp, suntingan: int) -> None:
    if skp.suntingan != suntingan:
        raise Stale(skp.suntingan)


def _in_force_beside(skp: Skp) -> list[Skp]:
    """The established plan of the same placement that this one takes the place of."""
    beside = Skp.objects.filter(penempatan=skp.penempatan_id, mulai=skp.mulai)
    running = beside.filter(status=Status.DITETAPKAN).exclude(pk=skp.pk)
    return list(running.select_for_update(of=("self",)))


def _trace(
    name: str, skp: Skp, before: str, actor: Any, pada: datetime, **facts: audit.Fact
) -> None:
    audit.record(
        f"skp.{name}",
        pelaku=actor,
        objek=skp,
        pada=pada,
        berubah=["status"],
        dari={"status": before},
        ke={"status": skp.status, **facts},
    )
