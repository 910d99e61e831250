"""`bina serve`: server and worker start and end together; nothing is restarted silently."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.server import Server, empty


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    made = Server(tmp_path_factory.mktemp("serve"), state=empty())
    yield made
    made.remove()


@pytest.fixture
def serving(migrated: Server) -> Iterator[Server]:
    migrated.start()
    yield migrated
    migrated.stop()


def children(pid: int) -> dict[str, int]:
    """What it started, by name, once both are there: a process of an earlier test may still
    answer on the port for a moment after its parent was killed."""
    until = time.monotonic() + 20
    while len(found := _children(pid)) < 2 and time.monotonic() < until:
        time.sleep(0.1)
    return found


def _children(pid: int) -> dict[str, int]:
    found = {}
    for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        words = Path(f"/proc/{one}/cmdline").read_text().split("\0")
        found["server" if "gunicorn" in words else "worker"] = int(one)
    return found


def test_told_to_end_it_ends_both_and_calls_it_well(serving: Server) -> None:
    started = children(serving.process.pid)
    assert set(started) == {"server", "worker"}

    serving.process.send_signal(signal.SIGTERM)

    assert serving.process.wait(40) == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in started.values())


@pytest.mark.parametrize("fallen", ["server", "worker"])
def test_when_one_falls_the_other_is_stopped_and_it_says_which(
    serving: Server, fallen: str
) -> None:
    started = children(serving.process.pid)

    os.kill(started[fallen], signal.SIGKILL)

    assert serving.process.wait(40) == 1
    assert f"The {fallen} ended by itself" in (serving.var / "serve.log").read_text()
    time.sleep(0.2)
    assert not any(Path(f"/proc/{pid}").exists() for pid in started.values())
