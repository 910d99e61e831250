"""Eight clients at once against 127.0.0.1, bounded in number."""

import http.client
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

PIECES, PIECE = 30, 8
LONGEST = 20.0
"""Seconds after which a slow page has been asked for often enough."""


@dataclass(frozen=True)
class Figures:
    """What a page costs; `bare_ms` is the median of the bare page in the same seconds."""

    name: str
    queries: int
    bytes: int
    median_ms: float
    p95_ms: float
    per_second: float
    bare_ms: float

    @property
    def ratio(self) -> float:
        return self.median_ms / self.bare_ms


Answer = tuple[float, int, int]
"""Server milliseconds, queries, compressed bytes."""


class Refused(Exception):
    """A page did not answer 200: nothing to measure."""


def measure(
    name: str, port: int, page: tuple[str, str], bare: tuple[str, str], *, times: int = 240
) -> Figures:
    """Ask for a page (path and cookie) so many times by eight clients; the first asks are thrown
    away. Then one client asks for it and for the bare page by turns, and their medians are
    compared: a machine that is shared is half as fast again a moment later."""
    _ask(port, page, 10)
    clients = 8
    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        parts = pool.map(lambda _: _ask(port, page, times // clients), range(clients))
        answers = [one for part in parts for one in part]
    spent = time.perf_counter() - began
    alone, beside = _by_turns(port, page, bare)
    return Figures(
        name,
        queries=max(queries for _, queries, _ in alone),
        bytes=alone[0][2],
        median_ms=statistics.median(ms for ms, _, _ in alone),
        p95_ms=_p95([ms for ms, _, _ in alone]),
        per_second=len(answers) / spent,
        bare_ms=statistics.median(ms for ms, _, _ in beside),
    )


def _by_turns(
    port: int, page: tuple[str, str], bare: tuple[str, str]
) -> tuple[list[Answer], list[Answer]]:
    """In pieces long enough that neither pays for the other's cold caches."""
    alone: list[Answer] = []
    beside: list[Answer] = []
    until = time.perf_counter() + LONGEST
    for _ in range(PIECES):
        if alone and time.perf_counter() > until:
            break
        alone += _ask(port, page, PIECE)[1:]
        beside += _ask(port, bare, PIECE)[1:]
    return alone, beside


def _ask(port: int, page: tuple[str, str], times: int) -> list[Answer]:
    """Each answer, over one connection."""
    path, cookie = page
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
