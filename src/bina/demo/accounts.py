"""The demo's passwords: random, made once, kept in `var/` and nowhere else."""

import json
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from bina.accounts.models import Orang
from bina.demo import cast

# Stretching makes up for weak passwords, and takes seconds for ten. These are 72 random bits, and
# Django stretches each at its first sign-in.
ITERATIONS = 1_000


def passwords() -> dict[str, str]:
    """NIP -> password of every account of the cast; made at the first call."""
    path = Path(settings.BINA_VAR) / "demo_akun.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    fresh = {role.nip: secrets.token_urlsafe(9) for role in cast.ACCOUNTS if role.nip not in known}
    if fresh:
        path.touch(mode=0o600)
        path.write_text(json.dumps(known | fresh, indent=1))
    return known | fresh


def open_accounts() -> list[str]:
    """Set the passwords where they are not set; the lines to print, one an account."""
    chosen = passwords()
    closed = [one for one in Orang.objects.filter(nip__in=chosen) if not one.has_usable_password()]
    hasher = PBKDF2PasswordHasher()
    for orang in closed:
        plain = chosen[str(orang.nip)]
        orang.password = hasher.encode(plain, hasher.salt(), iterations=ITERATIONS)
        orang.save(update_fields=["password"])
    return [f"AKUN {role.peran} {role.nip} {chosen[role.nip]}" for role in cast.ACCOUNTS]
