"""What the environment says, checked before anything starts (T28).

Two ways to run: `local` (the default: one's own machine, served to loopback names only, a key
made once and kept in `var/`) and `production` (everything named by the environment, refused
where it is missing or weak). Demo mode is local with made-up people.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(os.environ.get("BINA_ROOT") or Path(__file__).resolve().parents[3])
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
SHORTEST_KEY = 50
FEWEST_KINDS = 10  # different characters in it


@dataclass(frozen=True, slots=True)
class Environment:
    """The answers the settings are made of."""

    production: bool
    debug: bool
    demo: bool
    hosts: list[str]
    secret_key: str
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
    path = var / "secret_key"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text().strip()


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
