"""What a journey runs on: `bina serve` on a free port, with files and a database of its own."""

import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import psycopg

from tests.e2e import states

ROOT = Path(__file__).resolve().parents[2]
BUILT = Path(os.environ.get("BINA_VAR") or ROOT / "var")
START_WITHIN = 120
PRINTED, NAME = "printed.txt", "database.txt"  # what laying it said; its name on PostgreSQL
HERE = ZoneInfo("Asia/Jakarta")
# The day journeys are played on (tests/e2e/settings.py); the hour is the real one.
DAY = date.fromisoformat(os.environ.get("E2E_DAY") or "2026-11-25")


class Server:
    """A running Bina. `bina(...)` runs a command on its database; `url` is where it listens."""

    def __init__(self, var: Path, *, state: Path | None = None, day: date = DAY) -> None:
        self.var = var
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.database = _new_database(var, state)
        self.environ = {
            **os.environ,
            "BINA_VAR": str(var),
            "BINA_DEMO": "1",
            "BINA_ENV": "local",
            "DATABASE_URL": self.database,
            "DJANGO_SETTINGS_MODULE": "tests.e2e.settings",
            "PORT": str(self.port),
        }
        self.turn_to(day)
        for built in ("assets", "static"):
            (var / built).symlink_to(BUILT / built)

    def turn_to(self, day: date) -> None:
        """From its next start on its clock shows this day."""
        self.ahead = day - datetime.now(HERE).date()
        self.environ["E2E_DAYS_AHEAD"] = str(self.ahead.days)

    def accounts(self) -> dict[str, tuple[str, str]]:
        """peran -> (NIP, password) of the demo, as `make demo` prints them."""
        lines = [line.split() for line in (self.var / PRINTED).read_text().splitlines()]
        return {one[1]: (one[2], one[3]) for one in lines if one[0] == "AKUN"}

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


def _new_database(var: Path, state: Path | None) -> str:
    """A file, or a database beside the one DATABASE_URL names on PostgreSQL; begun from a state."""
    if state:
        states.copy(state, var)
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return f"sqlite:///{var / 'bina.sqlite3'}"
    name = f"bina_e2e_{os.environ[states.RUN]}_{uuid.uuid4().hex[:8]}"
    _on_postgres(f'CREATE DATABASE "{name}" TEMPLATE "{_name_in(state)}"')
    (var / NAME).write_text(name)
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _name_in(state: Path | None) -> str:
    return (state / NAME).read_text() if state else "template1"


def _drop_database(url: str) -> None:
    if url.startswith("postgres"):
        _on_postgres(f'DROP DATABASE "{urlsplit(url).path.lstrip("/")}" WITH (FORCE)')


def _on_postgres(statement: str) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]


def empty() -> Path:
    """A migrated database with nobody in it."""
    return states.laid("kosong", lambda var: _lay(Server(var), "migrate", "--verbosity", "0"))


def demo(day: date = DAY) -> Path:
    """The demo agency as `make demo` lays it down on this day."""
    begun = empty()
    return states.laid(
        f"demo-{day}",
        lambda var: _lay(Server(var, state=begun, day=day), "demo", "--no-serve"),
    )


def _lay(server: Server, *command: str) -> None:
    (server.var / PRINTED).write_text(server.bina(*command))


@contextmanager
def running(var: Path, state: Path, *, day: date = DAY) -> Iterator[Server]:
    """A server that begins from a copy of the state, for one journey."""
    made = Server(var, state=state, day=day)
    try:
        made.start()
        yield made
        made.stop()
    finally:
        made.remove()


def sweep() -> None:
    """The databases of this run that are left: its states, and what a broken journey forgot."""
    states.end()
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        with psycopg.connect(given) as connection:
            rows = connection.execute(
                "SELECT datname FROM pg_database WHERE starts_with(datname, %s)",
                [f"bina_e2e_{os.environ[states.RUN]}_"],
            ).fetchall()
        for (name,) in rows:
            _on_postgres(f'DROP DATABASE "{name}" WITH (FORCE)')
