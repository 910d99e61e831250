"""What journeys begin from: laid down once a run, copied for each journey (and so never shared)."""

import fcntl
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

# One run of the tests, whichever of its processes asks: pytest-xdist hands this on to its workers.
RUN = "E2E_RUN"
# Of the machine or of one process: what a copy must not take along.
OWN = ("assets", "static", "serve.log")


def begin() -> bool:
    """Name the run; False where somebody above us has named it already."""
    if RUN in os.environ:
        return False
    os.environ[RUN] = uuid.uuid4().hex[:8]
    return True


def shelf() -> Path:
    """Where this run keeps its states."""
    return Path(tempfile.gettempdir()) / f"bina-e2e-{os.environ[RUN]}"


def end() -> None:
    shutil.rmtree(shelf(), ignore_errors=True)


def laid(name: str, lay: Callable[[Path], None]) -> Path:
    """The folder of this state. Whoever asks first lays it down; others wait for it."""
    folder = shelf() / name
    shelf().mkdir(exist_ok=True)
    with _alone(folder.with_name(f"{name}.lock")):
        done = folder.with_name(f"{name}.done")
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            lay(folder)
            done.touch()
    return folder


def copy(state: Path, var: Path) -> None:
    """The files of a state: uploads, keys, passwords, and the database where it is a file."""
    shutil.copytree(state, var, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OWN))


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
