"""A PostgreSQL of the bench's own, gone afterwards; or the one DATABASE_URL names."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def binaries() -> Path:
    """The newest installed PostgreSQL."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: p.parts[-3])
    if not found:
        sys.exit("PostgreSQL is missing: apt install postgresql, or set DATABASE_URL")
    return found[-1].parent


@contextmanager
def database() -> Iterator[str]:
    """The address of an empty database to measure in."""
    if given := os.environ.get("BENCH_DATABASE_URL"):
        yield given
        return
    home = Path(tempfile.mkdtemp(prefix="bina-bench-"))
    home.chmod(0o755)
    try:
        yield _started(home)
    finally:
        _as_postgres("pg_ctl", "-D", str(home / "data"), "-m", "immediate", "stop", check=False)
        shutil.rmtree(home, ignore_errors=True)


def _started(home: Path) -> str:
    port = free_port()
    if os.geteuid() == 0:
        shutil.chown(home, "postgres")
    _as_postgres("initdb", "-D", str(home / "data"), "-U", "bina", "--auth=trust", "-E", "UTF8")
    options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c shared_buffers=1GB"
    log = str(home / "log")
    _as_postgres("pg_ctl", "-D", str(home / "data"), "-w", "-l", log, "-o", options, "start")
    _as_postgres("createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "bina", "bina")
    return f"postgres://bina@127.0.0.1:{port}/bina"


def _as_postgres(command: str, *args: str, check: bool = True) -> None:
    """As root PostgreSQL refuses to run, so it runs as the user Debian made for it."""
    user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    subprocess.run(
        [str(binaries() / command), *args],
        check=check,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL if not check else None,
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        cwd="/",
    )
