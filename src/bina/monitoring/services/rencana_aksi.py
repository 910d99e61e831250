"""Planning the steps towards a result: written after the plan is established, by its person."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.monitoring import law, masa, subject
from bina.monitoring.masa import Masa
from bina.monitoring.models import RencanaAksi
from bina.monitoring.services.refused import Refused
from bina.planning.door import IndikatorRencana, Rencana
from bina.ui.tulisan import rentang


@dataclass(frozen=True, slots=True)
class IsiRencanaAksi:
    """A step as its person writes it. `mulai` is the first day of its period."""

    indikator_kunci: UUID
    mulai: date
    langkah: str
    tenggat: date
    target: int | None = None
    target_teks: str = ""
    satuan: str = ""
    dihitung: bool = False


class Stale(WrongState):
    """The step was changed after the page was opened."""


@transaction.atomic
def plan_step(
    *, skp_id: int, isi: IsiRencanaAksi, actor: Any, pada: datetime, on: date
) -> RencanaAksi:
    """Plan a step. Raises ObjectDoesNotExist, PermissionDenied, Refused."""
    rencana = subject.find(actor, "rencanakan", skp_id, on=on)
    made = RencanaAksi(skp_id=skp_id, ditulis_oleh=actor, dibuat=pada)
    _fill(made, rencana, isi, actor, on)
    made.save(force_insert=True)
    _record("tulis", made, actor, pada)
    return made


@transaction.atomic
def change_step(
    *,
    rencana_aksi_id: int,
    isi: IsiRencanaAksi,
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> RencanaAksi:
    """Change a step nothing was written on yet.

    Raises RencanaAksi.DoesNotExist, PermissionDenied, Stale, WrongState, Refused.
    """
    step = _unused(rencana_aksi_id, "ubah", actor, on)
    if step.suntingan != suntingan:
        raise Stale("rencana_aksi.ubah: changed since")
    rencana = subject.running(step.skp_id, on=on)
    _fill(step, rencana, isi, actor, on)
    step.suntingan += 1
    step.save()
    _record("ubah", step, actor, pada)
    return step


@transaction.atomic
def drop_step(*, rencana_aksi_id: int, actor: Any, pada: datetime, on: date) -> None:
    """Take back a step nothing was written on yet.

    Raises RencanaAksi.DoesNotExist, PermissionDenied, WrongState.
    """
    step = _unused(rencana_aksi_id, "hapus", actor, on)
    _record("hapus", step, actor, pada)
    step.delete()


def _unused(pk: int, act: str, actor: Any, on: date) -> RencanaAksi:
    seen = RencanaAksi.objects.visible_to(actor, on=on).select_for_update(of=("self",))
    step = seen.get(pk=pk)
    policy.require(actor, f"rencana_aksi.{act}", step, on=on)
    if step.realisasi.exists():
        raise WrongState(f"rencana_aksi.{act}: in use")
    return step


def _record(act: str, step: RencanaAksi, actor: Any, pada: datetime) -> None:
    ke: dict[str, audit.Fact] = {
        "indikator": step.indikator_id,
        "mulai": step.mulai,
        "target": step.target,
        "tenggat": step.tenggat,
    }
    audit.record(f"rencana_aksi.{act}", pelaku=actor, objek=step, pada=pada, ke=ke)


def _fill(step: RencanaAksi, rencana: Rencana, isi: IsiRencanaAksi, actor: Any, on: date) -> None:
    indikator = subject.indicator(rencana, isi.indikator_kunci)
    step.skp_id = rencana.skp_id
    _check_target(isi, indikator)
    period = _period(rencana, isi.mulai, actor, on)
    _check_due(isi.tenggat, period)
    step.indikator_id, step.mulai, step.selesai = indikator.id, period.mulai, period.selesai
    step.langkah, step.tenggat = isi.langkah.strip(), isi.tenggat
    step.target, step.target_teks = isi.target, isi.target_teks.strip()
    step.dihitung = isi.dihitung
    step.satuan = indikator.satuan if isi.dihitung else isi.satuan.strip()
    _check_new(step)


def _check_target(isi: IsiRencanaAksi, indikator: IndikatorRencana) -> None:
    if not isi.langkah.strip():
        raise Refused(_("Langkah belum diisi. Tulis apa yang akan dikerjakan."), "langkah")
    if not isi.target and not isi.target_teks.strip():
        raise Refused(
            _("Target belum diisi. Tulis angkanya, atau targetnya dengan kata-kata."), "target"
        )
    if isi.dihitung and (indikator.target is None or not isi.target):
        raise Refused(
            _(
                "Yang ikut dihitung harus angka pada indikator berangka. Isi target angkanya, "
                "atau hilangkan tandanya."
            ),
            "dihitung",
        )
    if isi.target and not isi.dihitung and not isi.satuan.strip():
        raise Refused(_("Satuan belum diisi. Misalnya: berkas, kegiatan, orang."), "satuan")


def _period(rencana: Rencana, mulai: date, actor: Any, on: date) -> Masa:
    jenis = law.of(actor).in_force("pemantauan.periode_rencana_aksi", on).value
    among = masa.periods(rencana.mulai, rencana.selesai, jenis)
    found = next((one for one in among if one.mulai == mulai), None)
    if found is None:
        raise Refused(_("Periode ini tidak ada pada SKP Anda. Pilih salah satu."), "masa")
    return found


def _check_due(tenggat: date, period: Masa) -> None:
    if tenggat not in period:
        raise Refused(
            _("Tenggat di luar periodenya. Pilih tanggal dalam %(masa)s.")
            % {"masa": rentang(period.mulai, period.selesai)},
            "tenggat",
        )


def _check_new(step: RencanaAksi) -> None:
    same = RencanaAksi.objects.filter(
        skp=step.skp_id, indikator=step.indikator_id, mulai=step.mulai, langkah=step.langkah
    )
    if same.exclude(pk=step.pk).exists():
        raise Refused(
            _("Langkah ini sudah ada pada periode itu. Ubah yang ada, atau bedakan namanya."),
            "langkah",
        )
