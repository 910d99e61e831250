"""`bina serve`: the web server and one worker, as one thing to start and to stop."""

import os
import signal
import subprocess
import sys
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

PATIENCE = 25.0  # seconds a child may take to finish what it is doing
# Whoever stands before us must be the first to give an idle connection up: if we close it just as
# the next request comes along it, that request is lost, and a proxy answers 502. nginx keeps 60 s.
KEEP_ALIVE = 75


class Child:
    """A process of ours, in a session of its own so that signals reach it through us alone."""

    def __init__(self, name: str, command: list[str], ending: signal.Signals) -> None:
        self.name, self.ending = name, ending
        self.process = subprocess.Popen(command, start_new_session=True)  # noqa: S603

    def ask_to_end(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(self.ending)

    def wait(self, until: float) -> None:
        try:
            self.process.wait(max(until - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Command(BaseCommand):
    help = "Serve Bina with gunicorn and one worker. Ends both when told to, or when one ends."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument("--workers", type=int, default=2, help="processes of the web server")
        parser.add_argument("--threads", type=int, default=4, help="threads of each")

    def handle(self, *args: Any, **options: Any) -> None:
        self.told = False
        for one in (signal.SIGINT, signal.SIGTERM):
            signal.signal(one, self._end)
        children = [
            Child("server", _gunicorn(options), signal.SIGTERM),
            # huey ends after the task in hand on INT, in the midst of it on TERM. What Django
            # checks before a command it has just checked, for this one.
            Child(
                "worker",
                [sys.executable, "-m", "django", "worker", "--skip-checks"],
                signal.SIGINT,
            ),
        ]
        fallen = self._watch(children)
        _end_all(children)
        if fallen and not self.told:
            raise CommandError(
                f"The {fallen.name} ended by itself (code {fallen.process.returncode}); "
                "the rest was stopped."
            )

    def _end(self, *_: Any) -> None:
        self.told = True

    def _watch(self, children: list[Child]) -> Child | None:
        """Wait until somebody says stop or a child ends; restart nothing silently."""
        while not self.told:
            for one in children:
                if one.process.poll() is not None:
                    return one
            time.sleep(0.2)
        return None


def _end_all(children: list[Child]) -> None:
    until = time.monotonic() + PATIENCE
    for one in children:
        one.ask_to_end()
    for one in children:
        one.wait(until)


def _gunicorn(options: dict[str, Any]) -> list[str]:
    application = settings.WSGI_APPLICATION.rpartition(".")
    return [
        sys.executable,
        *("-m", "gunicorn", f"{application[0]}:{application[2]}"),
        *("--bind", f"{options['host']}:{options['port']}"),
        *("--workers", str(options["workers"])),
        *("--worker-class", "gthread", "--threads", str(options["threads"])),
        *("--keep-alive", str(KEEP_ALIVE)),
        *("--no-control-socket", "--graceful-timeout", "20", "--log-level", "warning"),
    ]
