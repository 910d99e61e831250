"""Beranda, timeline and trail, as their readers see them."""

from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from bina.core import audit
from bina.people.models import PermohonanAtasan
from tests.conftest import NOON, Agency
from tests.planning import plans


def ask(agency: Agency) -> None:
    PermohonanAtasan.objects.create(
        pegawai=agency.ani.pegawai,
        usulan=agency.fitri,
        mulai="2026-03-01",
        alasan="Salah unit",
        dibuat=NOON,
    )


def test_the_manager_finds_the_request_on_beranda(agency: Agency, browser_of: Any) -> None:
    ask(agency)
    page = browser_of(agency.dewi).get("/").content.decode()
    assert "Putuskan satu permohonan koreksi atasan" in page


def test_beranda_says_so_when_nothing_waits(agency: Agency, browser_of: Any) -> None:
    page = browser_of(agency.lestari).get("/").content.decode()
    assert "Tidak ada yang menunggu Anda." in page


def test_a_timeline_shows_where_a_person_stands(agency: Agency, browser_of: Any) -> None:
    page = browser_of(agency.budi).get(f"/orang/{agency.ani.pk}/").content.decode()
    assert "Pengelola Kepegawaian di Bagian Umum" in page


def test_a_persons_page_shows_what_waits_about_them_and_nobody_else(
    agency: Agency, browser_of: Any
) -> None:
    plans.submitted(agency, on=timezone.localdate())
    budi = browser_of(agency.budi)
    assert "Tinjau SKP Ani" in budi.get(f"/orang/{agency.ani.pk}/").content.decode()
    assert "Tinjau SKP Ani" not in budi.get(f"/orang/{agency.eko.pk}/").content.decode()


def write_line(agency: Agency, about: Any) -> None:
    with transaction.atomic():
        audit.record("pegawai.uji", pelaku=agency.dewi, objek=about.pegawai, pada=NOON)


def test_the_auditor_reads_the_trail_of_the_agency(agency: Agency, browser_of: Any) -> None:
    write_line(agency, agency.ani)
    page = browser_of(agency.indra).get("/jejak/").content.decode()
    assert "pegawai.uji" in page
    assert "Dewi" in page


def test_an_auditor_of_one_unit_reads_the_lines_of_that_unit_only(
    agency: Agency, browser_of: Any
) -> None:
    agency.office(agency.citra, "auditor", agency.hukum)
    write_line(agency, agency.ani)
    write_line(agency, agency.hadi)
    page = browser_of(agency.citra).get("/jejak/").content.decode()
    assert "Hadi" in page
    assert ">Ani<" not in page


def test_nothing_of_another_agency_shows_in_the_trail(
    agency: Agency, other_agency: Agency, browser_of: Any
) -> None:
    write_line(other_agency, other_agency.ani)
    page = browser_of(agency.indra).get("/jejak/").content.decode()
    assert "pegawai.uji" not in page


def test_the_auditor_has_the_trail_proved_and_that_is_written_down(
    agency: Agency, browser_of: Any
) -> None:
    write_line(agency, agency.ani)
    client = browser_of(agency.indra)
    page = client.post("/jejak/periksa/", follow=True).content.decode()
    assert "Jejak utuh." in page
    assert "jejak.periksa" in page


@pytest.mark.parametrize(("who", "address"), [("indra", "/jejak/"), ("dewi", "/organisasi/")])
def test_more_lines_cost_no_more_queries(
    agency: Agency, browser_of: Any, who: str, address: str
) -> None:
    client = browser_of(getattr(agency, who))
    write_line(agency, agency.ani)
    client.get(address)  # the first page of a session also asks for the menu
    counts = []
    for _ in range(2):
        with CountQueries() as counted:
            client.get(address)
        counts.append(len(counted))
        for _ in range(5):
            write_line(agency, agency.ani)
    assert counts[0] == counts[1]
    assert counts[1] <= 12


class CountQueries:
    """The queries of a block, read off the connection."""

    def __enter__(self) -> "CountQueries":
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self.captured = CaptureQueriesContext(connection)
        self.captured.__enter__()
        return self

    def __exit__(self, *args: Any) -> None:
        self.captured.__exit__(*args)

    def __len__(self) -> int:
        return len(self.captured)
