"""`make bench`: an agency of 100,000 people, its pages, documents and imports, in figures; and
a nation's predicates in SQL (`make bench ARGS="--only himpunan"` or `--only mentoring` alone).

Ratios count, inside one run: every page against a bare Django page of 50 rows behind login,
with the same server, database and moment. A timing never fails a test; it is printed.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from datetime import date
from pathlib import Path

from bench import clients, himpunan, postgres

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--only", choices=["himpunan", "mentoring"], help="this part alone")
    for name in ("pegawai", "units", "rounds"):
        parser.add_argument(f"--{name}", type=int, default=getattr(himpunan.Size, name))
    chosen = parser.parse_args()
    size = himpunan.Size(chosen.pegawai, chosen.units, chosen.rounds)
    with tempfile.TemporaryDirectory(prefix="bina-bench-var-") as var, postgres.database() as url:
        env = {
            **os.environ,
            "BINA_VAR": var,
            "DATABASE_URL": url,
            "BINA_DEMO": "1",
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "bench.settings",
        }
        figures: dict[str, object] = {"date": date.today().isoformat()}  # noqa: DTZ011
        if not chosen.only:
            figures |= run(chosen.people, env)
        if chosen.only == "mentoring":
            load(min(chosen.people, 10_000), env)
            figures |= printed(env, "mentoring")
        if chosen.only != "mentoring":
            figures["himpunan"] = himpunan.measure(url, size)
    out = ROOT / "bench" / "out.json"
    out.write_text(json.dumps(figures, indent=1))
    print(f"\n{out.relative_to(ROOT)}")


def run(people: int, env: dict[str, str]) -> dict[str, object]:
    load(people, env)
    pages = measure_pages(env)
    print()
    others: dict[str, float] = {}
    for part in ("signals", "mentoring", "work"):
        others |= printed(env, part)
    return {"people": people, "pages": [asdict(one) for one in pages], **others}


def load(people: int, env: dict[str, str]) -> None:
    began = time.perf_counter()
    for command in (
        ["assets"],
        ["catalogues"],
        ["collectstatic", "--noinput", "-v0"],
        ["migrate", "-v0"],
    ):
        bina(env, *command)
    bina(env, "bench", "load", "--people", str(people))
    loaded = time.perf_counter() - began
    print(f"{people} people loaded in {loaded:.0f} s (schema and styles included)\n")


def printed(env: dict[str, str], part: str) -> dict[str, float]:
    """One part measured by the program itself, its figures printed as they come."""
    found: dict[str, float] = json.loads(bina(env, "bench", part).splitlines()[-1])
    for name, value in found.items():
        print(f"{name:32} {value:>12,.1f}")
    return found


def measure_pages(env: dict[str, str]) -> list[clients.Figures]:
    visits = json.loads(bina(env, "bench", "visits").splitlines()[-1])
    port = postgres.free_port()
    server = subprocess.Popen(
        [
            *(str(BIN / "gunicorn"), "bench.wsgi", "--workers", "2", "--threads", "4"),
            *("--worker-class", "gthread", "--bind", f"127.0.0.1:{port}", "--no-control-socket"),
            *("--log-level", "warning"),
        ],
        env=env,
        cwd=ROOT,
    )
    try:
        await_server(port)
        return table(visits, port)
    finally:
        server.terminate()
        server.wait(30)


def await_server(port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("the server did not start")


def table(visits: list[list[str]], port: int) -> list[clients.Figures]:
    names = ("queries", "bytes", "median ms", "p95 ms", "req/s", "x bare")
    head = f"{'page':22}" + "".join(f"{name:>11}" for name in names)
    print(head)
    found: list[clients.Figures] = []
    bare = (visits[0][1], visits[0][2])
    for name, path, cookie in visits:
        one = clients.measure(name, port, (path, cookie), bare)
        found.append(one)
        figures = (f"{one.median_ms:.1f}", f"{one.p95_ms:.1f}", f"{one.per_second:.0f}")
        cells = (str(one.queries), str(one.bytes), *figures, f"{one.ratio:.1f}")
        print(f"{name:22}" + "".join(f"{cell:>11}" for cell in cells))
    return found


def bina(env: dict[str, str], *args: str) -> str:
    done = subprocess.run(
        [str(BIN / "bina"), *args], env=env, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


if __name__ == "__main__":
    main()
