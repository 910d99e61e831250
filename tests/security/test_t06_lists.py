"""T6: a list, a search, a count or a file shows what the records themselves would show.

Words and counts of every tier are read in T7, other agencies' in T9. Every way that any page
offers is gone: a list that names a record its reader may not open has been scoped otherwise. The
pages themselves are walked once, in T7, which hands its links to `Ways`; here what is searched.
"""

import re
from collections.abc import Iterable
from typing import Any

from tests.security import walk
from tests.security.matrix import ROLES
from tests.security.walk import Cast, undone

LINK = re.compile(r'\shref="(/[^"#]*)')
FILES = ("/static/", "/favicon")
READERS = ("diri", "penilai", "atasan_penilai", "coach", "pengelola", "auditor")
SEARCHED = {"people:pegawai": {"cari": "i"}, "home:jejak": {"orang": "Ani"}}


class Ways:
    """Goes every way a page offers to its reader, each once, while its world stands; not those
    that whoever asks goes anyway (`read`: role and address)."""

    def __init__(self, cast: Cast, read: Iterable[tuple[str, str]] = ()) -> None:
        self.cast = cast
        self.gone: set[tuple[str, str]] = set(read)
        self.closed: list[tuple[str, str, str]] = []

    def go(self, role: str, label: str, page: Any) -> None:
        if role not in READERS or not page.headers.get("Content-Type", "").startswith("text/html"):
            return
        found = LINK.findall(page.content.decode())
        ways = {(role, way.replace("&amp;", "&")) for way in found if not way.startswith(FILES)}
        for _role, way in sorted(ways - self.gone):
            if self.cast.status(ROLES[role], "get", way) >= 400:
                self.closed.append((role, label, way))
        self.gone |= ways


def test_no_search_offers_a_way_that_is_closed_to_its_reader(cast: Cast) -> None:
    ways, searched = Ways(cast), {row.url: row for row in walk.ALL_ROWS if row.url in SEARCHED}
    for url, row in searched.items():
        address = walk.address_of(row, cast.world)
        for role in READERS:
            if row.expect[role] == 200:
                with undone():
                    ways.go(role, url, cast.visit(ROLES[role], "get", address, SEARCHED[url]))
    assert ways.closed == []
    assert len(ways.gone) > 20
