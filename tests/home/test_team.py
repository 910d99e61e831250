"""Tim saya and its download: one list by one filter."""

from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from bina.people import door as people
from bina.people.models import Penempatan
from bina.ui.tulisan import tanggal
from tests.conftest import TODAY, Agency
from tests.monitoring import given
from tests.planning import plans


def downloaded(client: Any, address: str = "/tim/unduh/") -> list[list[Any]]:
    answer = client.get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    return book.get_sheet_by_index(0).to_python()


def test_the_download_says_how_many_rows_and_of_what(agency: Agency, browser_of: Any) -> None:
    scope, _, heads, *rows = downloaded(browser_of(agency.budi))
    assert scope[0].startswith(f"Tim Budi, semua, {len(rows)} baris, keadaan ")
    assert heads[:2] == ["NIP", "Nama"]
    assert {row[1] for row in rows} >= {"Ani", "Eko"}
    assert all(row[3] for row in rows)


def test_the_filter_of_the_page_is_the_filter_of_the_download(
    agency: Agency, browser_of: Any
) -> None:
    plans.established(agency, "ani")
    client = browser_of(agency.budi)
    page = client.get("/tim/", {"saring": "skp"}).content.decode()
    names = {row[1] for row in downloaded(client, "/tim/unduh/?saring=skp")[3:]}
    assert "/tim/unduh/?saring=skp" in page
    assert ">Ani<" not in page
    assert "Ani" not in names
    assert "Eko" in names


def test_a_name_like_a_formula_stays_a_name(agency: Agency, browser_of: Any) -> None:
    type(agency.ani).objects.filter(pk=agency.ani.pk).update(nama="=1+1")
    names = {row[1] for row in downloaded(browser_of(agency.budi))[3:]}
    assert "'=1+1" in names


def test_progress_is_for_the_penilai_of_that_time(agency: Agency, browser_of: Any) -> None:
    """Whoever has the team today and was not written on the plan reads no figure of it."""
    plans.established(agency, "ani")
    assert "Waktu berjalan" in browser_of(agency.budi).get("/tim/").content.decode()
    agency.record_superior(agency.ani, agency.gita)
    rows = {row[1]: row for row in downloaded(browser_of(agency.gita))[3:]}
    assert rows["Ani"][5] == ""
    assert rows["Ani"][6] == ""


def test_hours_are_missing_from_a_pns_never_from_a_pppk(agency: Agency, browser_of: Any) -> None:
    """PPPK have a most that is recognised, no least (Peraturan LAN 15/2020)."""
    client = browser_of(agency.budi)
    lacking = {row[1] for row in downloaded(client, "/tim/unduh/?saring=jp")[3:]}
    agency.ani.pegawai.jenis_pegawai = "pppk"
    agency.ani.pegawai.save()
    after = {row[1] for row in downloaded(client, "/tim/unduh/?saring=jp")[3:]}
    assert lacking - after == {"Ani"}
    assert "paling banyak 24" in client.get("/tim/").content.decode()


def test_the_last_conversation_is_the_newest_the_reader_knows_of(
    agency: Agency, browser_of: Any
) -> None:
    plans.established(agency, "ani")
    client = browser_of(agency.budi)
    before = {row[1]: row[7] for row in downloaded(client)[3:]}
    given.feedback_on_result(agency)
    after = {row[1]: row[7] for row in downloaded(client)[3:]}
    assert before["Ani"] == ""
    assert after["Ani"] == tanggal(TODAY)
    assert after["Eko"] == ""


def test_of_a_team_as_large_as_an_agency_the_database_gives_no_more(agency: Agency) -> None:
    asked = people._active.said([agency.ani.pk, agency.eko.pk])
    assert asked is not None
    assert asked[0].endswith(f"LIMIT {people.LARGEST_TEAM}")
    assert [one.nama for one in people.team([agency.eko.pk, agency.ani.pk])] == ["Ani", "Eko"]


def test_whoever_heads_a_unit_without_people_finds_an_empty_page(
    agency: Agency, browser_of: Any
) -> None:
    Penempatan.objects.exclude(orang=agency.gita).filter(unit=agency.hukum).delete()
    page = browser_of(agency.gita).get("/tim/").content.decode()
    assert "Belum ada orang di tim Anda" in page


@pytest.mark.parametrize("address", ["/tim/", "/tim/unduh/"])
def test_who_leads_nobody_finds_nothing(agency: Agency, browser_of: Any, address: str) -> None:
    assert browser_of(agency.ani).get(address).status_code == 404


def test_a_larger_team_costs_no_more_queries(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = browser_of(agency.budi)
    plans.established(agency, "ani")
    client.get("/tim/")
    with CaptureQueriesContext(connection) as few:
        client.get("/tim/")
    asked = len(few)
    for who in ("eko", "dewi", "indra"):
        plans.established(agency, who)
    client.get("/tim/")  # what these plans are to achieve is read once
    with django_assert_num_queries(asked):
        client.get("/tim/")
