"""Two signatures make the form; the second one carries the hours and the proposal with it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bina.access import policy
from bina.competency import door as competency
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance import penyesuaian, sidik
from bina.guidance.models import Sesi, TandaTangan
from bina.guidance.services.refusals import Refused, Stale
from bina.guidance.services.sesi import locked, refuse_future, taken
from bina.guidance.workflow import SESI, StatusSesi

ORIGIN = "guidance.sesi"


@transaction.atomic
def sign(*, sesi_id: int, dibaca: bool, isi: str, actor: Any, pada: datetime, on: date) -> Sesi:
    """tanda_tangani: each of the two once, under what they have read (`isi` is its digest).

    After the second: the form is closed, 2 JP go onto the employee's account (PerLAN 10/2018,
    Lampiran; 0 with its reason beyond two sessions a month), an adjusted expectation becomes a
    proposal. Raises Sesi.DoesNotExist, PermissionDenied, WrongState; Refused before the session
    is over or unread; Stale when the contents changed since the page was opened.
    """
    sesi = taken(sesi_id, "tanda_tangani", actor, on)
    peran = sesi.party(actor.pk)
    _refuse(sesi, peran, dibaca, pada)
    if sidik.digest(sesi) != isi:
        raise Stale
    # Before any line of the trail, so that two such acts never wait for each other in a circle.
    competency.hold_account(sesi.coaching.pegawai_id)
    TandaTangan.objects.create(sesi=sesi, peran=peran, oleh=actor, sidik=isi, pada=pada)
    setattr(sesi, f"{peran}_pada", pada)
    complete = sesi.pegawai_pada is not None and sesi.coach_pada is not None
    if complete:
        sesi.status = SESI.take("sahkan", sesi.status)
    sesi.save(update_fields=["status", f"{peran}_pada"])
    if complete:
        _carry_on(sesi, actor, pada, on)
    act = "sahkan" if complete else "tanda_tangani"
    audit.record(
        f"sesi_coaching.{act}", pelaku=actor, objek=sesi, pada=pada, berubah=["tanda_tangan"]
    )
    return sesi


def _refuse(sesi: Sesi, peran: str, dibaca: bool, pada: datetime) -> None:
    if getattr(sesi, f"{peran}_pada") is not None:
        raise WrongState(f"sesi_coaching.tanda_tangani: signed by {peran} already")
    refuse_future(sesi, pada)
    if not dibaca:
        raise Refused(
            _("Centang dulu bahwa Anda sudah membaca catatan ini. Belum ada yang berubah.")
        )


def _carry_on(sesi: Sesi, actor: Any, pada: datetime, on: date) -> None:
    assert sesi.mulai is not None, "a session that took place has its hour"
    penyesuaian.propose(sesi, pada=pada, on=on)
    done = competency.Kegiatan(
        jalur="coaching",
        tanggal=timezone.localdate(sesi.mulai),
        asal=ORIGIN,
        asal_id=str(sesi.pk),
        nomor=sesi.ke,
        ditandatangani=True,
    )
    competency.credit(pegawai_id=sesi.coaching.pegawai_id, kegiatan=done, actor=actor, pada=pada)


@transaction.atomic
def send_adjustment(*, sesi_id: int, actor: Any, pada: datetime, on: date) -> Sesi:
    """kirim_ulang_usul: what could not be proposed when it was signed, once the way is free.

    Raises Sesi.DoesNotExist, PermissionDenied, WrongState; Refused while it is still in the way.
    """
    sesi = locked(sesi_id, actor, on)
    policy.require(actor, "coaching.kirim_ulang_usul", sesi.coaching, on=on)
    adjusted = penyesuaian.of(sesi)
    if sesi.status != StatusSesi.DITANDATANGANI or adjusted is None or adjusted.usul_id:
        raise WrongState("penyesuaian.kirim_ulang: nothing waits to be sent")
    penyesuaian.propose(sesi, pada=pada, on=on)
    adjusted.refresh_from_db()
    if adjusted.usul_id is None:
        raise Refused(adjusted.kendala)
    audit.record(
        "sesi_coaching.kirim_ulang_usul", pelaku=actor, objek=sesi, pada=pada, berubah=["usul"]
    )
    return sesi
