"""Eight clients at once against 127.0.0.1, bounded in number."""

import http.client
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass(frozen=True)
class Figures:
    """What a page costs."""

    name: str
    queries: int
    bytes: int
    median_ms: float
    p95_ms: float
    per_second: float


class Refused(Exception):
    """A page did not answer 200: nothing to measure."""


def measure(name: str, port: int, path: str, cookie: str, *, times: int = 240) -> Figures:
    """Ask for a page so many times by eight clients; the first asks are thrown away."""
    _ask(port, path, cookie, 10)
    clients = 8
    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        parts = pool.map(lambda _: _ask(port, path, cookie, times // clients), range(clients))
        answers = [one for part in parts for one in part]
    spent = time.perf_counter() - began
    alone = _ask(port, path, cookie, 40)
    return Figures(
        name,
        queries=max(queries for _, queries, _ in alone),
        bytes=alone[0][2],
        median_ms=statistics.median(ms for ms, _, _ in alone),
        p95_ms=_p95([ms for ms, _, _ in alone]),
        per_second=len(answers) / spent,
    )


def _ask(port: int, path: str, cookie: str, times: int) -> list[tuple[float, int, int]]:
    """(server ms, queries, compressed bytes) of each answer, over one connection."""
    found = []
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(times):
        connection.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise Refused(f"{path}: {answer.status}")
        ms, queries = answer.headers["X-Bench-Ms"], answer.headers["X-Bench-Queries"]
        found.append((float(ms), int(queries), len(body)))
    connection.close()
    return found


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
