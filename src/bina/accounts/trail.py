"""What the trail keeps of accounts: who came and went, and what opens the door. Never what was
typed, nor any code."""

from datetime import datetime
from typing import Any

from allauth.account import signals as account_signals
from allauth.core import context as current
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from django.contrib.auth import signals as django_signals
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import Signal
from django.utils import timezone

from bina.accounts.backends import by_name
from bina.accounts.models import Orang
from bina.core import audit


def write(
    tindakan: str, *, orang: Orang | None, pelaku: Orang | None, pada: datetime, **fakta: audit.Fact
) -> None:
    """One line about an account; about none where the name typed belongs to nobody."""
    with transaction.atomic():
        if orang is None:
            line = audit.Line(tindakan, Orang._meta.label_lower, "-", audit.Place(), fakta=fakta)
            audit.record_many([line], pelaku=pelaku, pada=pada)
        else:
            audit.record(tindakan, pelaku=pelaku, objek=orang, pada=pada, fakta=fakta)


def _came(user: Orang, **_: Any) -> None:
    write("akun.masuk", orang=user, pelaku=user, pada=timezone.now())


def _left(user: Orang | None, **_: Any) -> None:
    if user is not None:
        write("akun.keluar", orang=user, pelaku=user, pada=timezone.now())


def _refused(credentials: dict[str, Any], **_: Any) -> None:
    typed = str(credentials.get("username") or credentials.get("email") or "").strip()
    orang = by_name(typed) if typed else None
    write("akun.gagal_masuk", orang=orang, pelaku=None, pada=timezone.now())


def _wrong_code(user: Orang, **_: Any) -> None:
    write("akun.salah_kode", orang=user, pelaku=None, pada=timezone.now())


_KINDS = {Authenticator.Type.TOTP: "pengaman", Authenticator.Type.RECOVERY_CODES: "kode_cadangan"}


def _factor(act: str, authenticator: Authenticator) -> None:
    """In the transaction of the change, whoever makes it: a person or an administrator."""
    kind = _KINDS[Authenticator.Type(authenticator.type)]
    who = getattr(current.request, "user", None)
    pelaku = who if isinstance(who, Orang) else None
    write(f"akun.{act}_{kind}", orang=authenticator.user, pelaku=pelaku, pada=timezone.now())


def _made(instance: Authenticator, created: bool, **_: Any) -> None:
    if created:
        _factor("pasang", instance)


def _removed(instance: Authenticator, **_: Any) -> None:
    _factor("lepas", instance)


HEARD: list[tuple[Signal, Any]] = [
    # allauth's signal: Django's own fires before the second factor in some flows.
    (account_signals.user_logged_in, _came),
    (django_signals.user_logged_out, _left),
    (django_signals.user_login_failed, _refused),
    (mfa_signals.authentication_failed, _wrong_code),
]


def listen() -> None:
    for signal, hears in HEARD:
        signal.connect(hears)
    post_save.connect(_made, sender=Authenticator)
    post_delete.connect(_removed, sender=Authenticator)
