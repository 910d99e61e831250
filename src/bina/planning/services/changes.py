"""A proposal to change one target, and the decision of the pimpinan (PermenPANRB 6/2022, 20-21)."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.planning.isi import IsiUsul
from bina.planning.models import Indikator, Skp, UsulPerubahan
from bina.planning.services import versions
from bina.planning.services.refusals import Refused
from bina.planning.workflow import USUL_PERUBAHAN, Status, StatusUsul


@transaction.atomic
def propose_own(
    *, skp_id: int, kunci: Any, isi: IsiUsul, actor: Any, pada: datetime, on: date
) -> UsulPerubahan:
    """usulkan_perubahan: the pegawai proposes another target for an indicator of their plan.

    Raises Skp.DoesNotExist, PermissionDenied, WrongState, Refused.
    """
    skp = Skp.objects.visible_to(actor, on=on).get(pk=skp_id)
    policy.require(actor, "skp.usulkan_perubahan", skp, on=on)
    versions.refuse_ended(skp, on)
    return propose(skp_id=skp.pk, kunci=kunci, isi=isi, actor=actor, pada=pada)


@transaction.atomic
def propose(*, skp_id: int, kunci: Any, isi: IsiUsul, actor: Any, pada: datetime) -> UsulPerubahan:
    """Write the proposal down. Who may is the caller's question (`propose_own`, the door).

    Raises WrongState where the plan is not in force or a proposal on the indicator waits,
    Refused where it would change nothing or come from the one who decides.
    """
    skp = Skp.objects.select_for_update(of=("self",)).get(pk=skp_id)
    indikator = _free_indicator(skp, kunci)
    target = _changeable(skp, indikator, isi, actor)
    usul = UsulPerubahan.objects.create(
        skp=skp,
        indikator=indikator,
        target_semula=target,
        target_menjadi=isi.target_menjadi,
        ukuran_menjadi=isi.ukuran_menjadi,
        alasan=isi.alasan,
        pengusul=actor,
        asal=isi.asal,
        pada=pada,
    )
    audit.record(
        "usul_perubahan.ajukan",
        pelaku=actor,
        objek=usul,
        pada=pada,
        berubah=["target"],
        dari={"target": usul.target_semula},
        ke={"target": usul.target_menjadi},
    )
    return usul


def _free_indicator(skp: Skp, kunci: Any) -> Indikator:
    """The indicator, if the plan is in force and no other proposal on it waits."""
    if skp.status != Status.DITETAPKAN:
        raise WrongState(f"usul_perubahan.ajukan: the plan is {skp.status}")
    indikator = Indikator.objects.get(hasil__skp=skp, kunci=kunci)
    if indikator.usul_perubahan.filter(status=StatusUsul.DIAJUKAN).exists():
        raise WrongState("usul_perubahan.ajukan: one waits already")
    return indikator


def _changeable(skp: Skp, indikator: Indikator, isi: IsiUsul, actor: Any) -> Decimal:
    """The target as it is now, if this proposal may be made about it."""
    if actor.pk == skp.penilai_id:
        raise Refused(
            _("Yang memutus usul tidak dapat mengusulkannya. Mintalah pegawai mengusulkan.")
        )
    if indikator.target is None:
        raise Refused(
            _("Target indikator ini berupa kata-kata. Ubah lewat perubahan SKP, bukan usul target.")
        )
    if indikator.target_atas is not None:
        raise Refused(
            _("Target indikator ini berupa rentang. Ubah lewat perubahan SKP, bukan usul target.")
        )
    if isi.target_menjadi == indikator.target or isi.target_menjadi < 0:
        raise Refused(_("Target baru harus berbeda dari target sekarang dan tidak negatif."))
    if not isi.alasan.strip():
        raise Refused(_("Tuliskan alasan perubahan, supaya pimpinan tahu mengapa."))
    return indikator.target


@transaction.atomic
def decide(
    *, usul_id: int, name: str, tanggapan: str, actor: Any, pada: datetime, on: date
) -> UsulPerubahan:
    """Take the proposal one step: setujui (makes the new version), tolak, or tarik.

    Raises UsulPerubahan.DoesNotExist, PermissionDenied, WrongState; Refused where a change of
    the plan is being written, or a refusal has no reason.
    """
    seen = UsulPerubahan.objects.visible_to(actor, on=on).get(pk=usul_id)
    # The plan is locked before its proposals, as everywhere.
    skp = Skp.objects.select_for_update(of=("self",)).get(pk=seen.skp_id)
    usul = _locked_proposal(usul_id, skp, name)
    policy.require(actor, f"usul_perubahan.{name}", usul, on=on)
    before, usul.status = usul.status, USUL_PERUBAHAN.take(name, usul.status)
    if name == "tolak" and not tanggapan.strip():
        raise Refused(_("Tuliskan alasan penolakan, supaya pegawai tahu mengapa."))
    usul.tanggapan, usul.diputus_oleh, usul.diputus_pada = tanggapan, actor, pada
    usul.save()
    lines = _established(skp, usul, actor, pada) if name == "setujui" else []
    decision = audit.line_about(
        f"usul_perubahan.{name}",
        usul,
        berubah=("status",),
        dari={"status": before},
        ke={"status": usul.status},
    )
    audit.record_many([*lines, decision], pelaku=actor, pada=pada)
    return usul


def _locked_proposal(usul_id: int, skp: Skp, name: str) -> UsulPerubahan:
    here = UsulPerubahan.objects.select_for_update(of=("self",)).filter(pk=usul_id, skp=skp)
    usul = here.first()
    if usul is None:
        raise WrongState(f"usul_perubahan.{name}: moved to another version")
    return usul


def _established(skp: Skp, usul: UsulPerubahan, actor: Any, pada: datetime) -> list[audit.Line]:
    """The approved change becomes the next version, established by the approval itself."""
    if skp.status != Status.DITETAPKAN:
        raise WrongState(f"usul_perubahan.setujui: the plan is {skp.status}")
    versions.refuse_while_written(skp)
    new = versions.next_version(skp, alasan=usul.alasan, pada=pada)
    changed = Indikator.objects.get(hasil__skp=new, kunci=usul.indikator.kunci)
    changed.target = usul.target_menjadi
    if usul.ukuran_menjadi:
        changed.uraian = usul.ukuran_menjadi
    changed.save(update_fields=["target", "uraian"])
    replaced = versions.replace([skp], new)
    new.penilai_id, new.diajukan_pada = skp.penilai_id, usul.pada
    new.status, new.ditetapkan_pada, new.ditetapkan_oleh = Status.DITETAPKAN, pada, actor
    new.save()
    line = audit.line_about(
        "skp.tetapkan",
        new,
        berubah=("status", "target"),
        dari={"target": usul.target_semula},
        ke={"status": Status.DITETAPKAN.value, "versi": new.versi, "target": changed.target},
    )
    return [*replaced, line]
