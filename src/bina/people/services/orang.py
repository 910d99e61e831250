"""People without a NIP, entered by hand: a regent, an outside coach or counsellor."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.accounts.models import Orang
from bina.core import audit
from bina.people.models import Instansi


class PersonRefused(Exception):
    """This person cannot be entered; the message says why."""


@transaction.atomic
def add_person(
    *,
    instansi_id: int,
    nama: str,
    email: str,
    gelar_depan: str = "",
    gelar_belakang: str = "",
    actor: Any,
    pada: datetime,
    on: date,
) -> Orang:
    """Enter a person without a NIP. The account opens only through an activation link.

    `actor` is None for commands. Raises Instansi.DoesNotExist, PermissionDenied, PersonRefused.
    """
    instansi = Instansi.objects.get(pk=instansi_id)
    if actor is not None:
        instansi = Instansi.objects.visible_to(actor, on=on).get(pk=instansi_id)
        policy.require(actor, "instansi.tambah_orang", instansi, on=on)
    if email and Orang.objects.filter(email=email.lower()).exists():
        raise PersonRefused(_("Alamat email ini sudah dipakai orang lain. Periksa kembali."))
    orang = Orang.objects.create_user(
        nama=nama,
        email=email or None,
        gelar_depan=gelar_depan,
        gelar_belakang=gelar_belakang,
        instansi=instansi,
    )
    audit.record("orang.tambah", pelaku=actor, objek=orang, pada=pada)
    return orang
