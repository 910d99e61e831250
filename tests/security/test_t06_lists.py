"""T6: a list, a search, a count or a file shows what the records themselves would show.

Words and counts of every tier are read in T7, other agencies' in T9; here every way that any page
offers is gone: a list that names a record its reader may not open has been scoped otherwise.
"""

import re
from collections.abc import Iterator

from tests.security import walk
from tests.security.matrix import ROLES
from tests.security.walk import Cast, undone

LINK = re.compile(r'\shref="(/[^"#]*)')
FILES = ("/static/", "/favicon")
READERS = ("diri", "penilai", "atasan_penilai", "coach", "pengelola", "auditor")
SEARCHED = {"people:pegawai": {"cari": "i"}, "home:jejak": {"orang": "Ani"}}


def _ways(cast: Cast, who: str, address: str, query: dict[str, str]) -> set[str]:
    page = cast.visit(who, "get", address, query)
    if not page.headers.get("Content-Type", "").startswith("text/html"):
        return set()
    found = LINK.findall(page.content.decode())
    return {way.replace("&amp;", "&") for way in found if not way.startswith(FILES)}


def _pages(cast: Cast) -> Iterator[tuple[str, str, str]]:
    """Who reads which page, in its own world."""
    for row in walk.ALL_ROWS:
        if row.method != "get" or row.url.startswith("account_"):
            continue
        with undone():
            address = walk.address_of(row, cast.world)
            for role in READERS:
                if row.expect[role] == 200:
                    yield row.url, str(ROLES[role]), address


def test_no_page_offers_a_way_that_is_closed_to_its_reader(cast: Cast) -> None:
    closed, gone = [], set()
    for url, who, address in _pages(cast):
        ways = {(who, way) for way in _ways(cast, who, address, SEARCHED.get(url, {}))}
        for _who, way in sorted(ways - gone):
            if cast.status(who, "get", way) >= 400:
                closed.append((who, url, way))
        gone |= ways
    assert closed == []
    assert len(gone) > 200
