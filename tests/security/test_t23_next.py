"""T23: after signing in one lands here, wherever `next` points."""

import pytest
from django.test import Client

from tests.accounts.signing_in import LOGIN, PASSWORD, sign_in
from tests.conftest import Agency

ELSEWHERE = [
    "https://jahat.example/",
    "//jahat.example/",
    "///jahat.example",
    "/\\jahat.example",
    "http:jahat.example",
    "javascript:alert(1)",
    "https://testserver@jahat.example/",
    "\thttps://jahat.example",
]


@pytest.fixture
def ani(agency: Agency) -> str:
    agency.ani.set_password(PASSWORD)
    agency.ani.save()
    return agency.ani.nip or ""


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_sent_elsewhere(client: Client, ani: str, address: str) -> None:
    assert sign_in(client, ani, next=address)["Location"] == "/"


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nor_when_leaving(client: Client, ani: str, address: str) -> None:
    sign_in(client, ani)
    assert client.post("/akun/keluar/", {"next": address})["Location"] == "/akun/masuk/"


def test_one_lands_on_the_page_asked_for(client: Client, ani: str) -> None:
    page = client.get("/akun/sandi/")
    assert page["Location"] == f"{LOGIN}?next=/akun/sandi/"
    assert sign_in(client, ani, next="/akun/sandi/")["Location"] == "/akun/sandi/"
