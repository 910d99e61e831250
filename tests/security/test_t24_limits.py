"""T24: guessing is slowed down, however a name is spelt and wherever the guess comes from."""

from typing import Any

import pytest
from django.test import Client

from bina.accounts.models import Orang
from tests.accounts.signing_in import PASSWORD, is_in, sign_in
from tests.conftest import Agency

SPELLINGS = [
    "199001012015012001",
    "19900101 201501 2 001",
    "19900101.201501.2.001",
    "1990-0101-2015-012001",
    " 199001012015012001",
]


@pytest.fixture
def ani(agency: Agency) -> Orang:
    agency.ani.set_password(PASSWORD)
    agency.ani.save()
    return agency.ani


def test_the_sixth_guess_within_five_minutes_is_not_looked_at(client: Client, ani: Orang) -> None:
    for spelling in SPELLINGS:
        sign_in(client, spelling, "tebakan-salah")

    page = sign_in(client, ani.nip or "")

    assert "Terlalu banyak percobaan" in page.content.decode()
    assert not is_in(client)


def test_guessing_at_one_does_not_lock_out_another(
    client: Client, ani: Orang, agency: Agency
) -> None:
    agency.eko.set_password(PASSWORD)
    agency.eko.save()
    for spelling in SPELLINGS:
        sign_in(client, spelling, "tebakan-salah")
    sign_in(client, agency.eko.nip or "")
    assert is_in(client)


def test_one_address_cannot_try_everybody(client: Client, ani: Orang, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login_failed": "3/m/ip"}
    for number in range(3):
        sign_in(client, f"19900101201501200{number + 2}", "tebakan-salah")
    page = sign_in(client, ani.nip or "")
    assert "Terlalu banyak percobaan" in page.content.decode()


def test_a_header_a_client_writes_itself_does_not_change_its_address(
    client: Client, ani: Orang, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login_failed": "3/m/ip"}
    for number in range(4):
        page = client.post(
            "/akun/masuk/",
            {"login": f"19900101201501200{number}", "password": "x"},
            headers={"X-Forwarded-For": f"10.0.0.{number}"},
        )
    assert "Terlalu banyak percobaan" in page.content.decode()


def test_resets_for_one_address_are_few(client: Client, ani: Orang) -> None:
    answers = [client.post("/akun/sandi/lupa/", {"email": ani.email}) for _ in range(4)]
    assert [one.status_code for one in answers] == [302, 302, 302, 429]
    assert "Terlalu banyak percobaan" in answers[-1].content.decode()


def test_unknown_addresses_are_limited_alike(client: Client, ani: Orang) -> None:
    answers = [
        client.post("/akun/sandi/lupa/", {"email": "tidakada@nusa.example"}) for _ in range(4)
    ]
    assert answers[-1].status_code == 429
