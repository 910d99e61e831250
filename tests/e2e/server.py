"""What a journey runs on: `bina serve` on a free port, with files and a database of its own."""

import os
import socket
import subprocess
import sys
import time
import uuid
from datetime import date, datetime
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import psycopg

ROOT = Path(__file__).resolve().parents[2]
BUILT = Path(os.environ.get("BINA_VAR") or ROOT / "var")
START_WITHIN = 60
HERE = ZoneInfo("Asia/Jakarta")
# The day journeys are played on (tests/e2e/settings.py); the hour is the real one.
DAY = date.fromisoformat(os.environ.get("E2E_DAY") or "2026-11-25")


class Server:
    """A running Bina. `bina(...)` runs a command on its database; `url` is where it listens."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.database = _new_database(var)
        self.ahead = DAY - datetime.now(HERE).date()
        self.environ = {
            **os.environ,
            "BINA_VAR": str(var),
            "BINA_DEMO": "1",
            "BINA_ENV": "local",
            "DATABASE_URL": self.database,
            "DJANGO_SETTINGS_MODULE": "tests.e2e.settings",
            "E2E_DAYS_AHEAD": str(self.ahead.days),
            "PORT": str(self.port),
        }
        for built in ("assets", "static"):
            (var / built).symlink_to(BUILT / built)

    def now(self) -> datetime:
        """What its clock shows, where it stands."""
        return datetime.now(HERE) + self.ahead

    def bina(self, *arguments: str) -> str:
        """What the command printed. A failing command fails the test."""
        done = subprocess.run(
            [sys.executable, "-m", "django", *arguments],
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"bina {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def start(self) -> None:
        self.log = (self.var / "serve.log").open("w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "django", "serve", "--port", str(self.port), "--workers", "1"],
            env=self.environ,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        until = time.monotonic() + START_WITHIN
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > until:
                self.stop()
                raise RuntimeError((self.var / "serve.log").read_text()[-4000:])
            time.sleep(0.2)

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/akun/masuk/", timeout=5) as answer:
                return bool(answer.status == 200)
        except HTTPError as broken:
            self.stop()
            raise RuntimeError((self.var / "serve.log").read_text()[-4000:]) from broken
        except (URLError, OSError):
            return False

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(40)
        self.log.close()

    def remove(self) -> None:
        """The database; the files go with the test's folder."""
        _drop_database(self.database)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _new_database(var: Path) -> str:
    """A file, or a fresh database beside the one DATABASE_URL names on PostgreSQL."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        return f"sqlite:///{var / 'bina.sqlite3'}"
    name = f"bina_e2e_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]
    return urlunsplit(urlsplit(given)._replace(path=f"/{name}"))


def _drop_database(url: str) -> None:
    if url.startswith("postgres"):
        name = urlsplit(url).path.lstrip("/")
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[arg-type]
