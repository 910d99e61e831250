"""Points of the shared agenda, one's private note, agreed actions done."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.dialog import usul
from bina.dialog.models import Asal, ButirAgenda, CatatanPribadi, Dialog, Tindakan
from bina.dialog.services.dialog import locked
from bina.dialog.services.refusals import Refused, Stale

MOST_POINTS = 30


@transaction.atomic
def add_point(*, dialog_id: int, uraian: str, actor: Any, pada: datetime, on: date) -> ButirAgenda:
    """susun_agenda: a point in one's own words, until the summary is written.

    Raises Dialog.DoesNotExist, PermissionDenied, WrongState, Refused.
    """
    one = _preparing(dialog_id, actor, on)
    if not uraian.strip():
        raise Refused(_("Tulis dulu apa yang ingin dibicarakan."), "uraian")
    return _added(one, ButirAgenda(uraian=uraian.strip()), actor, pada)


@transaction.atomic
def take_over(*, dialog_id: int, kunci: str, actor: Any, pada: datetime, on: date) -> ButirAgenda:
    """susun_agenda: a suggested topic becomes a point, in the words the data gives today.

    Raises as `add_point`; Refused when it is no longer suggested or stands there already.
    """
    one = _preparing(dialog_id, actor, on)
    found = next((each for each in usul.suggested(one, on=on) if each.kunci == kunci), None)
    if found is None:
        raise Refused(_("Usul ini sudah ada di agenda, atau tidak berlaku lagi."))
    point = ButirAgenda(uraian=found.uraian, asal=found.asal, kunci=kunci)
    return _added(one, point, actor, pada)


@transaction.atomic
def drop_point(*, butir_id: int, actor: Any, pada: datetime, on: date) -> int:
    """hapus: one's own point, until the summary is written; gives the dialogue's id.

    Raises ButirAgenda.DoesNotExist for everybody but the two; PermissionDenied, WrongState.
    """
    seen = Dialog.objects.visible_to(actor, on=on).values("pk")
    point = ButirAgenda.objects.get(pk=butir_id, dialog__in=seen)
    one = _preparing(point.dialog_id, actor, on)
    point = ButirAgenda.objects.get(pk=butir_id)  # once more, now that nobody else is at it
    point.dialog = one
    policy.require(actor, "butir_agenda.hapus", point, on=on)
    line = audit.line_about("butir_agenda.hapus", point)
    point.delete()
    audit.record_many([line], pelaku=actor, pada=pada)
    return one.pk


@transaction.atomic
def note_privately(
    *, dialog_id: int, isi: str, suntingan: int, actor: Any, pada: datetime, on: date
) -> CatatanPribadi:
    """catat: one's own note, at any time; no word of it leaves this table.

    Raises Dialog.DoesNotExist, PermissionDenied; Stale when it was changed in another window.
    """
    one = locked(dialog_id, actor, on)
    policy.require(actor, "dialog.catat", one, on=on)
    note = CatatanPribadi.objects.filter(dialog=one, penulis=actor).first()
    note = note or CatatanPribadi(dialog=one, penulis=actor, suntingan=0)
    if note.suntingan != suntingan:
        raise Stale
    note.dialog = one
    note.isi, note.diubah_pada = isi.strip(), pada
    note.suntingan += 1
    note.save()
    audit.record("catatan_dialog.tulis", pelaku=actor, objek=note, pada=pada, berubah=["isi"])
    return note


@transaction.atomic
def finish_action(*, tindakan_id: int, actor: Any, pada: datetime, on: date) -> Tindakan:
    """selesaikan_tindakan: an agreed action is done; either of the two says so.

    Raises Tindakan.DoesNotExist, PermissionDenied; WrongState when it was done or not agreed.
    """
    rows = Tindakan.objects.visible_to(actor, on=on).select_for_update(of=("self",))
    action = rows.select_related("dialog__pegawai__instansi").get(pk=tindakan_id)
    policy.require(actor, "dialog.selesaikan_tindakan", action.dialog, on=on)
    if action.selesai_pada is not None or not action.dialog.is_confirmed:
        raise WrongState("tindakan_dialog.selesaikan: done already, or not agreed yet")
    action.selesai_pada = on
    action.save(update_fields=["selesai_pada"])
    audit.record(
        "tindakan_dialog.selesaikan", pelaku=actor, objek=action, pada=pada, berubah=["status"]
    )
    return action


def _preparing(dialog_id: int, actor: Any, on: date) -> Dialog:
    one = locked(dialog_id, actor, on)
    policy.require(actor, "dialog.susun_agenda", one, on=on)
    if not one.is_prepared:
        raise WrongState(f"dialog.susun_agenda: the dialogue is {one.status}")
    return one


def _added(one: Dialog, point: ButirAgenda, actor: Any, pada: datetime) -> ButirAgenda:
    if one.agenda.count() >= MOST_POINTS:
        raise Refused(_("Agenda sudah penuh. Hapus satu butir, atau bicarakan lain kali."))
    point.dialog, point.oleh, point.dibuat = one, actor, pada
    point.asal = point.asal or Asal.DITULIS
    point.save()
    audit.record("butir_agenda.tambah", pelaku=actor, objek=point, pada=pada)
    return point
