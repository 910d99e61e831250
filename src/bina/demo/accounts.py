"""The demo's passwords: random, made once, kept in `var/` and nowhere else."""

import json
import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password

from bina.accounts.models import Orang
from bina.demo import cast


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
    with ThreadPoolExecutor() as pool:  # hashing is slow on purpose, and lets go of the lock
        hashed = pool.map(lambda one: make_password(chosen[str(one.nip)]), closed)
    for orang, password in zip(closed, hashed, strict=True):
        orang.password = password
        orang.save(update_fields=["password"])
    return [f"AKUN {role.peran} {role.nip} {chosen[role.nip]}" for role in cast.ACCOUNTS]
