"""What the environment says, checked before anything starts (T28).

Two ways to run: `local` (the default: one's own machine, served to loopback names only, a key
made once and kept in `var/`) and `production` (everything named by the environment, refused
where it is missing or weak). Demo mode is local with made-up people.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(os.environ.get("BINA_ROOT") or Path(__file__).resolve().parents[3])
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
SHORTEST_KEY = 50
SEAL_BYTES = 32
PREPARED = {"prepare_threshold": 3}  # after so many times on a connection (core.prepared)
FEWEST_KINDS = 10  # different characters in it


@dataclass(frozen=True, slots=True)
class Environment:
    """The answers the settings are made of."""

    production: bool
    debug: bool
    demo: bool
    hosts: list[str]
    secret_key: str
    seal_keys: dict[str, bytes]
    database: dict[str, Any]
    var: Path


def read(env: Mapping[str, str] = os.environ) -> Environment:
    """Read and check the environment.

    Raises ImproperlyConfigured with one sentence that says what to change.
    """
    production = env.get("BINA_ENV", "local") == "production"
    var = Path(env.get("BINA_VAR") or ROOT / "var")
    found = Environment(
        production=production,
        debug=_yes(env, "BINA_DEBUG"),
        demo=_yes(env, "BINA_DEMO"),
        hosts=[host.strip() for host in env.get("BINA_HOSTS", "").split(",") if host.strip()]
        or LOOPBACK,
        secret_key=env.get("BINA_SECRET_KEY", "") or ("" if production else _local_key(var)),
        seal_keys=_seal_keys(env.get("BINA_KUNCI_SEGEL", "") or _local_seal(production, var)),
        database=_database(env, var),
        var=var,
    )
    if production:
        _refuse_weakness(found, env)
    return found


def _yes(env: Mapping[str, str], name: str) -> bool:
    return env.get(name, "").lower() in {"1", "true", "yes", "ya"}


def _local_key(var: Path) -> str:
    """A key of this machine's own, made at the first start."""
    return _kept(var / "secret_key", lambda: secrets.token_urlsafe(64))


def _kept(path: Path, make: Callable[[], str]) -> str:
    """Whole or not at all: `make demo` starts two commands at once, and one must never read what
    the other has only begun to write."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        fresh.touch(mode=0o600)
        fresh.write_text(make())
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(fresh)
        fresh.unlink()
    return path.read_text().strip()


def _local_seal(production: bool, var: Path) -> str:
    """As the other key; without it what is sealed on this machine does not open."""
    return "" if production else f"lokal:{_kept(var / 'seal_key', _fresh_seal)}"


def _fresh_seal() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(SEAL_BYTES)).decode()


def _seal_keys(given: str) -> dict[str, bytes]:
    """`name:key,name:key`: the first seals, all of them open. A key is 32 bytes in base64."""
    found: dict[str, bytes] = {}
    for part in filter(None, (one.strip() for one in given.split(","))):
        name, _colon, text = part.partition(":")
        try:
            key = base64.urlsafe_b64decode(text.encode())
        except (binascii.Error, ValueError):
            key = b""
        if not name.isalnum() or len(key) != SEAL_BYTES or name in found:
            raise ImproperlyConfigured(
                "BINA_KUNCI_SEGEL must be name:key, several with commas between them; a key is "
                "32 random bytes in base64 (bina segel kunci makes one), a name letters or digits."
            )
        found[name] = key
    return found


def _database(env: Mapping[str, str], var: Path) -> dict[str, Any]:
    url = env.get("DATABASE_URL") or f"sqlite:///{var / 'bina.sqlite3'}"
    found: dict[str, Any] = dict(
        dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
    )
    if found["ENGINE"].endswith("sqlite3"):
        Path(found["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        found["OPTIONS"] = {
            # A writer takes its lock at BEGIN: two acts at once queue instead of failing.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "PRAGMA foreign_keys=ON; PRAGMA cache_size=-64000; PRAGMA temp_store=MEMORY;",
        }
        # A file, so that the threads of a test see one database.
        found["TEST"] = {"NAME": str(var / "test.sqlite3")}
    elif _yes(env, "BINA_POOLER"):  # each transaction has another connection: nothing stays on one
        found["DISABLE_SERVER_SIDE_CURSORS"] = True
    else:
        found["OPTIONS"] = {**PREPARED, **found.get("OPTIONS", {})}
    return found


def _is_weak(key: str) -> bool:
    short = len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_KINDS
    return short or key.startswith("django-insecure-")


def _refuse_weakness(found: Environment, env: Mapping[str, str]) -> None:
    sqlite = found.database["ENGINE"].endswith("sqlite3")
    refusals = [
        (
            _is_weak(found.secret_key),
            f"BINA_SECRET_KEY is missing or weak: set at least {SHORTEST_KEY} random characters.",
        ),
        (
            not found.seal_keys,
            "BINA_KUNCI_SEGEL is missing: name:key, a key of 32 random bytes in base64.",
        ),
        (found.debug, "BINA_DEBUG must not be set in production."),
        (found.demo, "BINA_DEMO must not be set in production."),
        (
            found.hosts == LOOPBACK or any("*" in h or h.startswith(".") for h in found.hosts),
            "BINA_HOSTS must name the hosts of this installation, without wildcards.",
        ),
        (
            sqlite and not _yes(env, "BINA_SQLITE_IN_PRODUCTION"),
            "DATABASE_URL must name a PostgreSQL database (or set BINA_SQLITE_IN_PRODUCTION=1).",
        ),
    ]
    for weak, message in refusals:
        if weak:
            raise ImproperlyConfigured(message)
