"""T6: a list, a search, a count or a file shows what the records themselves would show.

Words and counts of every tier are read in T7, other agencies' in T9; here every way that any page
offers is gone: a list that names a record its reader may not open has been scoped otherwise.
"""

import re

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


def test_no_page_offers_a_way_that_is_closed_to_its_reader(cast: Cast) -> None:
    closed, gone = [], set()
    for row in walk.ALL_ROWS:
        if row.method != "get" or row.url.startswith("account_"):
            continue
        with undone():
            address = walk.address_of(row, cast.world)
            for role in READERS:
                who = ROLES[role]
                if row.expect[role] != 200 or who is None:
                    continue
                for way in sorted(_ways(cast, who, address, SEARCHED.get(row.url, {}))):
                    if (who, way) not in gone and cast.status(who, "get", way) >= 400:
                        closed.append((role, row.label, way))
                    gone.add((who, way))
    assert closed == []
    assert len(gone) > 200
