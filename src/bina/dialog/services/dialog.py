"""A dialogue from its planned day to the summary both confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import appointments, audit
from bina.core.appointments import Waktu
from bina.core.workflow import WrongState
from bina.dialog.models import Dialog, Tindakan
from bina.dialog.services.refusals import Refused, Stale
from bina.dialog.workflow import DIALOG
from bina.people.models import Pegawai
from bina.planning import door as planning

MOST_ACTIONS = 20
ASAL = "dialog.dialog"


@dataclass(frozen=True, slots=True)
class IsiTindakan:
    """An agreed action. `oleh` is a role: pegawai or penilai."""

    uraian: str
    oleh: str
    tenggat: date


@dataclass(frozen=True, slots=True)
class Rangkuman:
    """What the two agreed: in words, and as actions."""

    ringkasan: str
    tindakan: tuple[IsiTindakan, ...] = ()


def plan_for(skp_id: int, actor: Any, on: date) -> planning.Rencana:
    """The running plan on which the actor may plan a dialogue.

    Raises ObjectDoesNotExist for whoever may not see the plan, else PermissionDenied.
    """
    if not planning.visible_skp_ids(actor, on=on).filter(pk=skp_id).exists():
        raise ObjectDoesNotExist(f"SKP {skp_id}")
    mine = planning.running_ids(on=on).filter(
        policy.scope(actor, "rencana_dialog.rencanakan", on=on)
    )
    if not mine.filter(pk=skp_id).exists():
        raise PermissionDenied("rencana_dialog.rencanakan")
    return planning.plan(skp_id)


def locked(dialog_id: int, actor: Any, on: date) -> Dialog:
    """The dialogue, locked. Raises Dialog.DoesNotExist for everybody but the two."""
    visible = Dialog.objects.visible_to(actor, on=on).with_people()
    return visible.select_for_update(of=("self",)).get(pk=dialog_id)


def taken(dialog_id: int, name: str, actor: Any, on: date) -> Dialog:
    """The dialogue in its new state, not yet saved. PermissionDenied, WrongState."""
    one = locked(dialog_id, actor, on)
    policy.require(actor, f"dialog.{name}", one, on=on)
    one.status = DIALOG.take(name, one.status)
    return one


@transaction.atomic
def plan_dialog(
    *, skp_id: int, tanggal: date, tempat: str, actor: Any, pada: datetime, on: date
) -> Dialog:
    """rencanakan: either of the two names the day.

    Raises ObjectDoesNotExist, PermissionDenied; Refused for a day outside of the plan, or when
    the two have a dialogue under way.
    """
    rencana = plan_for(skp_id, actor, on)
    _check_day(tanggal, on, rencana)
    # Two who plan at the same time queue at the person and do not both succeed.
    people = Pegawai.objects.select_for_update(no_key=True, of=("self",))
    pegawai = people.select_related("instansi").get(pk=rencana.pegawai_id)
    assert rencana.penilai_id is not None, "a plan in force has its penilai"
    both = Dialog.objects.between(rencana.pegawai_id, rencana.penilai_id)
    if both.ongoing().exists():
        raise Refused(_("Anda berdua masih punya dialog yang berjalan. Selesaikan dulu yang itu."))
    made = Dialog.objects.create(
        skp_id=skp_id,
        pegawai=pegawai,
        penilai_id=rencana.penilai_id,
        tanggal=tanggal,
        tempat=tempat.strip(),
        direncanakan_oleh=actor,
        dibuat=pada,
    )
    _keep(made, pada)
    audit.record("dialog.rencanakan", pelaku=actor, objek=made, pada=pada, berubah=["tanggal"])
    return made


@transaction.atomic
def reschedule(
    *, dialog_id: int, tanggal: date, tempat: str, actor: Any, pada: datetime, on: date
) -> Dialog:
    """jadwalkan: another day, before it began. Raises Dialog.DoesNotExist, PermissionDenied,
    WrongState; Refused for a day outside of the plan."""
    one = taken(dialog_id, "jadwalkan", actor, on)
    _check_day(tanggal, on, planning.plan(one.skp_id))
    one.tanggal, one.tempat = tanggal, tempat.strip()
    _keep(one, pada)
    return _saved(one, "jadwalkan", actor, pada, "tanggal", "tempat")


@transaction.atomic
def begin(*, dialog_id: int, actor: Any, pada: datetime, on: date) -> Dialog:
    """mulai: the two sit together. A planned day still to come gives way to today.

    Raises Dialog.DoesNotExist, PermissionDenied, WrongState.
    """
    one = taken(dialog_id, "mulai", actor, on)
    one.tanggal = min(one.tanggal, on)
    _keep(one, pada)
    return _saved(one, "mulai", actor, pada, "status")


@transaction.atomic
def sum_up(
    *, dialog_id: int, isi: Rangkuman, suntingan: int, actor: Any, pada: datetime, on: date
) -> Dialog:
    """rangkum: what was agreed; either of the two writes, both confirm. A changed summary asks
    both again: confirmations given before fall away.

    Raises as `reschedule`; Stale when the other one saved after this page was opened.
    """
    one = taken(dialog_id, "rangkum", actor, on)
    if one.suntingan != suntingan:
        raise Stale
    if not isi.ringkasan.strip():
        raise Refused(_("Tulis dulu ringkasan pembicaraan Anda berdua."), "ringkasan")
    one.ringkasan = isi.ringkasan.strip()
    one.suntingan += 1
    fallen = one.pegawai_pada is not None or one.penilai_pada is not None
    one.pegawai_pada = one.penilai_pada = None
    _replace_actions(one, isi.tindakan)
    fields = ["ringkasan", "tindakan", *(["konfirmasi"] if fallen else [])]
    return _saved(one, "rangkum", actor, pada, *fields)


@transaction.atomic
def confirm(*, dialog_id: int, suntingan: int, actor: Any, pada: datetime, on: date) -> Dialog:
    """konfirmasi: each of the two once, to the summary they have read (`suntingan` names it).
    After the second it is locked and its actions carry forward.

    Raises Dialog.DoesNotExist, PermissionDenied, WrongState; Stale when the summary changed.
    """
    one = taken(dialog_id, "konfirmasi", actor, on)
    peran = one.party(actor.pk)
    if getattr(one, f"{peran}_pada") is not None:
        raise WrongState(f"dialog.konfirmasi: confirmed by {peran} already")
    if one.suntingan != suntingan:
        raise Stale
    setattr(one, f"{peran}_pada", pada)
    complete = one.pegawai_pada is not None and one.penilai_pada is not None
    act = "sahkan" if complete else "konfirmasi"
    one.status = DIALOG.take(act, one.status)
    return _saved(one, act, actor, pada, "konfirmasi")


@transaction.atomic
def cancel(*, dialog_id: int, alasan: str, actor: Any, pada: datetime, on: date) -> Dialog:
    """batalkan: before it was summed up, with the reason. Raises as `reschedule`."""
    one = taken(dialog_id, "batalkan", actor, on)
    if not alasan.strip():
        raise Refused(_("Tuliskan alasannya, supaya yang lain tahu mengapa."), "alasan")
    one.keterangan = alasan.strip()
    appointments.call_off(asal=ASAL, asal_ids=[one.pk], pada=pada)
    return _saved(one, "batalkan", actor, pada, "status")


@transaction.atomic
def log_reading(*, dialog: Dialog, bentuk: str, actor: Any, pada: datetime) -> None:
    """Every read of a dialogue leaves a line. `bentuk`: page or form."""
    audit.record("dialog.baca", pelaku=actor, objek=dialog, pada=pada, fakta={"bentuk": bentuk})


def _keep(one: Dialog, pada: datetime) -> None:
    """The day stands in the calendars of the two; an hour is not known."""
    appointments.keep(
        asal=ASAL,
        asal_id=one.pk,
        orang=[one.pegawai_id, one.penilai_id],
        waktu=Waktu.of_day(one.tanggal, one.tempat),
        pada=pada,
    )


def _check_day(tanggal: date, on: date, rencana: planning.Rencana) -> None:
    if tanggal < on:
        raise Refused(_("Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya."), "tanggal")
    if tanggal > rencana.selesai:
        raise Refused(
            _("Tanggal ini sesudah SKP berakhir. Pilih tanggal dalam masa SKP."), "tanggal"
        )


def _replace_actions(one: Dialog, tindakan: Iterable[IsiTindakan]) -> None:
    people = {"pegawai": one.pegawai_id, "penilai": one.penilai_id}
    given = [each for each in tindakan if each.uraian.strip()]
    if any(each.oleh not in people for each in given):
        raise Refused(_("Pilih siapa yang melakukan tindakan: pegawai atau penilai."))
    if len(given) > MOST_ACTIONS:
        raise Refused(_("Paling banyak %(n)d tindakan dalam satu dialog.") % {"n": MOST_ACTIONS})
    one.tindakan.all().delete()
    Tindakan.objects.bulk_create(
        Tindakan(
            dialog=one,
            uraian=each.uraian.strip(),
            oleh_id=people[each.oleh],
            tenggat=each.tenggat,
        )
        for each in given
    )


def _saved(one: Dialog, name: str, actor: Any, pada: datetime, *fields: str) -> Dialog:
    """Names of fields only: what the two write is theirs."""
    one.save()
    audit.record(f"dialog.{name}", pelaku=actor, objek=one, pada=pada, berubah=fields)
    return one
