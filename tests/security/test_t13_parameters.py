"""T13: what stands in an address behind the question mark chooses among what is offered.

Whatever else is written there, the page answers, or says that there is no such page.
"""

import inspect
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bina
from tests.security import walk
from tests.security.walk import Cast, undone

SOURCES = Path(bina.__file__).parent
NAMED = re.compile(r"""(?:GET\.get\(|sought\(request, )"(\w+)"|"(\w+)" in request\.GET""")
PART = re.compile(r"""\bpart="(\w+)\"""")
# Named by a constant in the sources.
BY_CONSTANT = {"hal", "bagian", "hal_tim", "hal_membimbing", "hal_dipandu"}
ODD = [
    "-1", "²", "9" * 40, "a\x00b", "%'; --\u202e", "pegawai__orang__password",
    "2026-02-31", "0001-01-01", "9999-12-31", "a" * 5000,
]  # fmt: skip


@cache
def names() -> set[str]:
    found = set(BY_CONSTANT)
    for source in SOURCES.rglob("*.py"):
        text = source.read_text()
        found |= {one or other for one, other in NAMED.findall(text)}
        found |= {f"hal_{one}" for one in PART.findall(text)}
    return found


def pages() -> list[walk.Row]:
    """Every page somebody may open, once."""
    seen, found = set(), []
    for row in walk.ALL_ROWS:
        if row.method == "get" and row.url not in seen and walk.player(row, 200):
            seen.add(row.url)
            found.append(row)
    return found


def test_the_names_are_found_in_the_sources() -> None:
    assert {
        "cari",
        "unit",
        "orang",
        "dari",
        "periode",
        "saring",
        "dengan",
        "hal_coaching",
    } <= names()


def test_the_pages_that_read_them_are_found() -> None:
    found = {row.url for row in filter(_reads_query, pages())}
    assert {"people:pegawai", "home:jejak", "appraisal:daftar", "planning:bandingkan"} <= found


def test_no_odd_value_of_any_parameter_stops_a_page(cast: Cast) -> None:
    """All parameters at once: a page takes up those it knows."""
    broken = _broken(cast, [dict.fromkeys(names(), value) for value in ODD])
    assert broken == []


@pytest.mark.usefixtures("db")
def test_nor_does_a_value_nobody_thought_of(cast: Cast) -> None:
    some = st.text(st.characters(codec="utf-8"), max_size=40)

    @settings(
        max_examples=3, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.fixed_dictionaries(dict.fromkeys(sorted(names()), some)))
    def tried(query: dict[str, str]) -> None:
        assert _broken(cast, [query]) == []

    tried()


def _broken(cast: Cast, queries: list[dict[str, str]]) -> list[str]:
    found = []
    for row in filter(_reads_query, pages()):
        with undone():
            address = walk.address_of(row, cast.world)
            for query in queries:
                with undone():
                    status = cast.status(walk.player(row, 200), "get", address, query)
                if status not in {200, 302, 404}:
                    found.append(f"{row.label} {query}: {status}")
    return found


READING = ("request.GET", "sought(", "chosen", "preview.", "_result_page", "two_versions(")


def _reads_query(row: walk.Row) -> bool:
    """Whether the view looks at what stands behind the question mark."""
    source = inspect.getsource(inspect.unwrap(resolve_url(row.url)))
    return any(word in source for word in READING)


def resolve_url(name: str) -> Any:
    return next(view for found, view in walk.views() if found == name)


def test_no_field_of_any_form_stops_the_server_with_a_nul(cast: Cast) -> None:
    """PostgreSQL takes none in a text."""
    broken = []
    for row, who, address, data in walk.posts(cast):
        odd = {name: f"{value}\x00" for name, value in data.items()}
        odd |= dict.fromkeys(("alasan", "keterangan", "tanggapan", "suntingan", "arah"), "a\x00b")
        with undone():
            status = cast.status(who, "post", address, odd)
        if status >= 500:
            broken.append(f"{row.label}: {status}")
    assert broken == []


SORTING = re.compile(r"order_by\([^)]*(?:GET|POST|request|sought|chosen)")


def test_nothing_is_ordered_by_what_came_in() -> None:
    """No page sorts by a parameter yet; whoever adds one maps its values by an allow-list."""
    for source in SOURCES.rglob("*.py"):
        assert not SORTING.search(source.read_text()), source
