"""The first page of Bina in a real browser."""

import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.e2e.server import Server, empty, running
from tests.e2e.watched import axe_findings, sideways_scroll


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One of an agency before its first day, for all that follows here."""
    with running(tmp_path_factory.mktemp("bina"), empty()) as made:
        yield made


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_whoever_comes_in_is_asked_to_sign_in(open_page: Any, width: int, dark: bool) -> None:
    page = open_page(width, dark=dark)

    page.goto("/")

    assert page.url.endswith("/akun/masuk/?next=/")
    assert page.get_by_role("heading", name="Masuk").is_visible()
    assert axe_findings(page) == []
    assert sideways_scroll(page) == 0


def test_a_person_signs_in_and_out_without_javascript(open_page: Any, server: Server) -> None:
    nip = "199001012015012001"
    server.bina(
        "shell",
        "--verbosity",
        "0",
        "-c",
        "from bina.accounts.models import Orang;"
        f"Orang.objects.create_user(nama='Ani', nip='{nip}', password='kebun-kelapa-77')",
    )
    page = open_page(360, script=False)

    page.goto("/akun/masuk/")
    page.get_by_label("NIP atau alamat email").fill("19900101 201501 2 001")
    page.get_by_label("Kata sandi", exact=True).fill("kebun-kelapa-77")
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/")
    page.goto("/akun/keluar/")
    page.get_by_role("main").get_by_role("button", name="Keluar").click()

    page.wait_for_url("**/akun/masuk/")


def test_a_connection_that_rests_a_while_still_takes_the_next_request(server: Server) -> None:
    """A proxy keeps its connections: one closed under its hands costs somebody a page (502)."""
    connection = HTTPConnection(urlsplit(server.url).netloc)
    connection.connect()
    opened = connection.sock

    for rest in (4, 0):
        connection.request("GET", "/akun/masuk/")
        connection.getresponse().read()
        time.sleep(rest)

    assert connection.sock is opened


def test_no_process_carries_what_one_act_in_a_year_needs(server: Server) -> None:
    """scipy is 50 MB in each; only the matching of a cohort asks for it."""
    processes = list(_with_children(server.process.pid))
    assert len(processes) >= 4

    assert [pid for pid in processes if "scipy" in Path(f"/proc/{pid}/maps").read_text()] == []


def _with_children(pid: int) -> Iterator[int]:
    yield pid
    for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield from _with_children(int(one))
