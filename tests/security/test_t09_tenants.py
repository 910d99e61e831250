"""T9: to the people of one agency, another in the same database does not exist."""

import re

from tests.conftest import Agency
from tests.security import walk, words
from tests.security.walk import Cast, undone

# One of every kind of reach: head of all, head, manager, auditor, administrator, employee.
SEARCHED = {"people:pegawai", "home:jejak"}
OTHERS = ["fitri", "budi", "dewi", "indra", "joko", "ani"]


def test_no_address_of_another_agency_answers(neighbour: Agency, cast: Cast) -> None:
    strangers = Cast(neighbour)
    opened = []
    for row in walk.with_ids():
        if row.expect["anonymous"] == 200:
            continue  # the law: for everybody, of no agency
        if row.url == "monitoring:ekinerja_unduh":
            continue  # what it names is a kind of file, and the lines are one's own
        with undone():
            address, data = walk.address_of(row, cast.world), row.data(cast.world)
            for who in OTHERS:
                with undone():
                    answer = strangers.visit(who, row.method, address, data)
                if answer.status_code != 404:
                    opened.append(f"{row.label} as {who}: {answer.status_code}")
    assert opened == []


def test_no_list_names_anybody_of_another_agency(neighbour: Agency, cast: Cast) -> None:
    """Search, counts and choices too: whatever a page without an id shows."""
    for person in neighbour.everybody().values():
        person.nama = f"Tetangga {person.pk}"
        person.save(update_fields=["nama"])
    lists = [row for row in walk.ALL_ROWS if row.method == "get" and row not in walk.with_ids()]
    search = {"cari": "Tetangga", "orang": "Tetangga"}
    for row in lists:
        for who in ("fitri", "dewi", "indra", "joko"):
            for query in ({}, search) if row.url in SEARCHED else ({},):
                page = cast.visit(who, "get", walk.address_of(row, cast.world), query)
                # What was searched for is written back into its field.
                shown = re.sub(r'(cari=|orang=|value=")Tetangga', "", words.of(page))
                assert "Tetangga" not in shown, (row.label, who, query)
