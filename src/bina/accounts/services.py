"""Every change to an account that its owner does not make through allauth's pages."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from bina.accounts import tasks, trail
from bina.accounts.models import Orang
from bina.accounts.tokens import tokens

LINK_LIVES = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Tautan:
    """A link that sets a password, once, until `sampai`. It went to `surel`, and then nobody
    else sees it; or it is in `alamat`, to be handed over."""

    sampai: datetime
    surel: str = ""
    alamat: str = ""


@transaction.atomic
def issue_activation(
    *, orang: Orang, actor: Orang | None, now: datetime, origin: str, by_hand: bool = False
) -> Tautan:
    """Let a person choose their (first) password.

    With a known e-mail address the link goes there, so that whoever opens an account cannot use
    it. `origin` is the scheme and host of this installation; `by_hand` is for the command line.
    A person's earlier sessions and links stay until the new password is set.
    """
    key = tokens.lasting(orang, now=now, life=LINK_LIVES)
    path = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(orang), key])
    until, address = now + LINK_LIVES, f"{origin.rstrip('/')}{path}"
    mailed = bool(orang.email) and not by_hand
    trail.write("akun.terbitkan_tautan", orang=orang, pelaku=actor, pada=now, dikirim=mailed)
    if not mailed:
        return Tautan(until, alamat=address)
    body = render_to_string(
        "account/email/aktivasi_message.txt", {"orang": orang, "alamat": address, "sampai": until}
    )
    tasks.send_mail(_("[Bina] Tentukan kata sandi Anda"), body.strip(), str(orang.email))
    return Tautan(until, surel=_masked(str(orang.email)))


def _masked(email: str) -> str:
    name, _at, host = email.partition("@")
    return f"{name[:1]}…@{host}"


@transaction.atomic
def end_sessions(*, orang: Orang, actor: Orang | None, now: datetime) -> None:
    """End every session of this person, and every link not yet used (T21)."""
    _end(orang)
    trail.write("akun.akhiri_sesi", orang=orang, pelaku=actor, pada=now)


@transaction.atomic
def deactivate(*, orang: Orang, actor: Orang | None, now: datetime) -> None:
    """Close the account; what the person wrote stays."""
    _end(orang)
    Orang.objects.filter(pk=orang.pk).update(is_active=False)
    orang.is_active = False
    trail.write("akun.nonaktifkan", orang=orang, pelaku=actor, pada=now)


@transaction.atomic
def reactivate(*, orang: Orang, actor: Orang | None, now: datetime) -> None:
    """Open a closed account again."""
    Orang.objects.filter(pk=orang.pk).update(is_active=True)
    orang.is_active = True
    trail.write("akun.aktifkan", orang=orang, pelaku=actor, pada=now)


@transaction.atomic
def remove_second_factor(*, orang: Orang, actor: Orang | None, now: datetime) -> None:
    """For a person who lost phone and recovery codes. Their sessions end; they are told."""
    for one in Authenticator.objects.filter(user=orang):
        one.delete()
    _end(orang)
    trail.write("akun.lepas_semua_pengaman", orang=orang, pelaku=actor, pada=now)
    if orang.email:
        body = render_to_string("mfa/email/totp_deactivated_message.txt", {"user": orang})
        tasks.send_mail(_("[Bina] Aplikasi pengaman dilepas"), body.strip(), orang.email)


@transaction.atomic
def set_random_password(*, orang: Orang, actor: Orang | None, now: datetime) -> str:
    """A password nobody chose, told once: for the first administrator."""
    password = secrets.token_urlsafe(15)
    orang.set_password(password)
    orang.save(update_fields=["password"])
    _end(orang)
    trail.write("akun.tetapkan_sandi", orang=orang, pelaku=actor, pada=now)
    return password


def _end(orang: Orang) -> None:
    Orang.objects.filter(pk=orang.pk).update(versi_sesi=F("versi_sesi") + 1)
    orang.refresh_from_db(fields=["versi_sesi"])
