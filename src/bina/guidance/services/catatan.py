"""Notes with an audience, agreed actions done, and the line each reading leaves."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance.models import Bagian, CabutBerbagi, Catatan, Pembaca, Sesi, Tindakan
from bina.guidance.services.refusals import Refused
from bina.guidance.services.sesi import locked, refuse_unagreed
from bina.guidance.workflow import StatusSesi
from bina.monitoring import door as monitoring

# Before a date is set there is nothing to take notes of.
TOO_EARLY = (StatusSesi.PRA_COACHING, StatusSesi.DILAPORKAN)


@transaction.atomic
def write_note(
    *,
    sesi_id: int,
    bagian: str,
    pembaca: str,
    isi: str,
    actor: Any,
    pada: datetime,
    on: date,
) -> Catatan:
    """tulis_catatan: one's own note, labelled with who reads it.

    Raises Sesi.DoesNotExist, PermissionDenied; Refused, also for a shared note before there is
    an agreement; WrongState for a shared note once the minutes wait for signatures.
    """
    sesi = locked(sesi_id, actor, on)
    policy.require(actor, "sesi_coaching.tulis_catatan", sesi, on=on)
    _check(sesi, bagian, pembaca, isi)
    note = Catatan.objects.create(
        sesi=sesi, bagian=bagian, pembaca=pembaca, penulis=actor, isi=isi.strip(), diubah_pada=pada
    )
    audit.record("catatan_coaching.tulis", pelaku=actor, objek=note, pada=pada)
    return note


@transaction.atomic
def change_note(
    *, catatan_id: int, pembaca: str, isi: str, actor: Any, pada: datetime, on: date
) -> Catatan:
    """ubah: words or label of one's own note, until it is signed.

    Raises Catatan.DoesNotExist, PermissionDenied, Refused, WrongState.
    """
    note = _own(catatan_id, actor, on)
    _refuse_locked(note.sesi, note.pembaca)
    _check(note.sesi, note.bagian, pembaca, isi)
    note.pembaca, note.isi, note.diubah_pada = pembaca, isi.strip(), pada
    note.save(update_fields=["pembaca", "isi", "diubah_pada"])
    audit.record(
        "catatan_coaching.ubah", pelaku=actor, objek=note, pada=pada, berubah=["isi", "pembaca"]
    )
    return note


@transaction.atomic
def delete_note(*, catatan_id: int, actor: Any, pada: datetime, on: date) -> int:
    """hapus: gives the session's id. Raises as `change_note`."""
    note = _own(catatan_id, actor, on)
    _refuse_locked(note.sesi, note.pembaca)
    sesi_id = note.sesi_id
    line = audit.line_about("catatan_coaching.hapus", note)
    note.delete()
    audit.record_many([line], pelaku=actor, pada=pada)
    return sesi_id


def _own(catatan_id: int, actor: Any, on: date) -> Catatan:
    seen = Catatan.objects.visible_to(actor, on=on).get(pk=catatan_id)
    sesi = locked(seen.sesi_id, actor, on)  # the session before its notes, as everywhere
    note = Catatan.objects.select_for_update(of=("self",)).get(pk=catatan_id)
    note.sesi = sesi
    policy.require(actor, "catatan_coaching.ubah", note, on=on)
    return note


def _check(sesi: Sesi, bagian: str, pembaca: str, isi: str) -> None:
    if bagian not in Bagian.values or pembaca not in Pembaca.values:
        raise Refused(_("Pilih bagian dan pembaca catatan dari daftar."))
    if not isi.strip():
        raise Refused(_("Catatan masih kosong. Tulis dulu isinya."))
    if sesi.status in TOO_EARLY:
        raise WrongState(f"catatan_coaching.tulis: the session is {sesi.status}")
    _refuse_locked(sesi, pembaca)
    if pembaca != Pembaca.SAYA:
        refuse_unagreed(sesi)


def _refuse_locked(sesi: Sesi, pembaca: str) -> None:
    """What both read, or the penilai will, stands still once the minutes wait for signatures."""
    if pembaca != Pembaca.SAYA and not sesi.is_writable:
        raise WrongState(f"catatan_coaching: the session is {sesi.status}")


@transaction.atomic
def withdraw_sharing(*, catatan_id: int, actor: Any, pada: datetime, on: date) -> Catatan:
    """cabut_berbagi: the coachee takes back that the penilai reads this note, whoever wrote it.

    From this hour the two alone read it; what was read stays in the trail, the signatures and
    the JP stay. Raises Catatan.DoesNotExist, PermissionDenied; WrongState where nobody else
    reads it, or no more.
    """
    seen = Catatan.objects.visible_to(actor, on=on).get(pk=catatan_id)
    sesi = locked(seen.sesi_id, actor, on)
    policy.require(actor, "coaching.cabut_berbagi", sesi.coaching, on=on)
    note = Catatan.objects.select_for_update(of=("self",)).get(pk=catatan_id)
    if note.pembaca != Pembaca.BAGI or CabutBerbagi.objects.filter(catatan=note).exists():
        raise WrongState("catatan_coaching.cabut_berbagi: nobody else reads it")
    CabutBerbagi.objects.create(catatan=note, oleh=actor, pada=pada)
    audit.record(
        "catatan_coaching.cabut_berbagi", pelaku=actor, objek=note, pada=pada, berubah=["pembaca"]
    )
    return note


@transaction.atomic
def finish_action(*, tindakan_id: int, actor: Any, pada: datetime, on: date) -> Tindakan:
    """selesaikan_tindakan: an agreed action is done; either of the two says so.

    Raises Tindakan.DoesNotExist, PermissionDenied; WrongState when it was done, or not signed.
    """
    visible = Sesi.objects.visible_to(actor, on=on)
    rows = Tindakan.objects.select_for_update(of=("self",)).filter(sesi__in=visible.values("pk"))
    action = rows.select_related("sesi__coaching__pegawai").get(pk=tindakan_id)
    policy.require(actor, "coaching.selesaikan_tindakan", action.sesi.coaching, on=on)
    if action.selesai_pada is not None or not action.sesi.is_signed:
        raise WrongState("tindakan_coaching.selesaikan: done already, or not agreed yet")
    action.selesai_pada = on
    action.save(update_fields=["selesai_pada"])
    monitoring.look_again(action.sesi.coaching.pegawai, on=on)
    audit.record(
        "tindakan_coaching.selesaikan", pelaku=actor, objek=action, pada=pada, berubah=["status"]
    )
    return action


@transaction.atomic
def log_reading(*, sesi: Sesi, bentuk: str, actor: Any, pada: datetime) -> None:
    """Every read of a coaching record leaves a line (security.md). `bentuk`: page, form, pdf."""
    audit.record("coaching.baca", pelaku=actor, objek=sesi, pada=pada, fakta={"bentuk": bentuk})
