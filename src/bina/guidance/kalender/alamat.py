"""The secret address of one's own calendar: made, renewed, revoked, read."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from bina.access import policy
from bina.accounts.models import Orang
from bina.core import audit, ics
from bina.core.models import Pertemuan
from bina.guidance.kalender.undangan import judul
from bina.guidance.models import AlamatKalender
from bina.law import door as law_room

TOKEN_BYTES = 24
"""192 bits: nobody guesses one."""
MOST = 500
"""Meetings in one answer; the newest first where there are more."""


class AlamatMati(LookupError):
    """Revoked, ended or never there: whoever holds it is not told which."""


@transaction.atomic
def make(*, actor: Any, pada: datetime, on: date) -> tuple[AlamatKalender, str]:
    """buat_alamat: a new address and its token, told this once; an earlier one ends with it.

    Raises PermissionDenied.
    """
    policy.require(actor, "kalender_pribadi.buat_alamat", actor, on=on)
    # Two who press at once queue at the person: one address stands in the end.
    orang = Orang.objects.select_for_update(of=("self",)).get(pk=actor.pk)
    AlamatKalender.objects.standing().filter(orang=orang).update(dicabut_pada=pada)
    token = token_urlsafe(TOKEN_BYTES)
    made = AlamatKalender.objects.create(
        orang=orang, sidik=digest(token), ikatan=_bond(orang), dibuat=pada
    )
    audit.record("alamat_kalender.buat", pelaku=actor, objek=made, pada=pada)
    return made, token


@transaction.atomic
def revoke(*, actor: Any, pada: datetime, on: date) -> bool:
    """cabut: the calendar can be read by nobody any more. False where there was no address.

    Raises PermissionDenied.
    """
    mine = AlamatKalender.objects.visible_to(actor, on=on).standing()
    one = mine.select_for_update(of=("self",)).first()
    if one is None:
        return False
    policy.require(actor, "alamat_kalender.cabut", one, on=on)
    one.dicabut_pada = pada
    one.save(update_fields=["dicabut_pada"])
    audit.record("alamat_kalender.cabut", pelaku=actor, objek=one, pada=pada)
    return True


@dataclass(frozen=True, slots=True)
class Keadaan:
    """How the owner's address stands: since when, and whether a new password has ended it."""

    sejak: datetime | None = None
    berakhir: bool = False


def standing_of(user: Any, *, on: date) -> Keadaan:
    one = AlamatKalender.objects.visible_to(user, on=on).standing().first()
    if one is None:
        return Keadaan()
    return Keadaan(one.dibuat, not constant_time_compare(one.ikatan, _bond(user)))


def read(token: str, *, pada: datetime, on: date) -> str:
    """The calendar behind a token, as iCalendar. Raises AlamatMati.

    There is nobody to permit: the token is the permission, and what it opens is its owner's.
    """
    rows = AlamatKalender.objects.standing().select_related("orang__instansi")
    found = rows.filter(sidik=digest(token), orang__is_active=True).first()
    if found is None or not constant_time_compare(found.ikatan, _bond(found.orang)):
        raise AlamatMati
    meetings = mine(found.orang, since=pada - timedelta(days=days_back(found.orang, on)))
    return ics.feed(meetings.order_by("-mulai", "-pk")[:MOST], judul=judul(), nama=_("Bina"))


def mine(orang: Any, *, since: datetime) -> Any:
    """This person's own meetings that are to take place, or did, after that moment."""
    return Pertemuan.objects.of_person(orang.pk).standing().filter(selesai__gte=since)


def days_back(orang: Orang, on: date) -> int:
    law = law_room.parameters(orang.instansi)
    return int(law.in_force("pembinaan.hari_kalender_lampau", on).value)


def digest(token: str) -> str:
    """Of a random token no salt is needed."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _bond(orang: Any) -> str:
    """Changes with whatever ends the person's sessions (T21)."""
    value = f"{orang.password}:{orang.versi_sesi}"
    return salted_hmac("bina.guidance.kalender", value, algorithm="sha256").hexdigest()
