"""T22: a second factor holds: no code but the right one, once, and no page before it."""

import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from bina.accounts import services
from bina.accounts.models import Orang
from bina.core.models import Jejak
from tests.accounts.signing_in import (
    PASSWORD,
    answer_code,
    code_of,
    is_in,
    posted_mail,
    set_up_app,
    sign_in,
)
from tests.conftest import NOON, Agency

PAGES = ["/", "/akun/sandi/", "/organisasi/"]


@pytest.fixture
def guarded(agency: Agency) -> tuple[Orang, str]:
    """Ani, who has an authenticator app, and its secret."""
    return _guard(agency.ani)


def _guard(orang: Orang) -> tuple[Orang, str]:
    orang.set_password(PASSWORD)
    orang.save()
    client = Client()
    sign_in(client, orang.nip or "")
    return orang, set_up_app(client)


def halfway(orang: Orang) -> Client:
    """A browser that gave the password and is asked for the code."""
    client = Client()
    assert sign_in(client, orang.nip or "")["Location"] == "/akun/pengaman/kode/"
    return client


def test_the_password_alone_opens_nothing(guarded: tuple[Orang, str]) -> None:
    client = halfway(guarded[0])
    for page in PAGES:
        assert client.get(page)["Location"].startswith("/akun/masuk/")


def test_the_code_of_the_app_opens(guarded: tuple[Orang, str]) -> None:
    client = halfway(guarded[0])
    answer_code(client, code_of(guarded[1]))
    assert is_in(client)


@pytest.mark.parametrize("code", ["", " ", "None", "null", "0", "000000", "١٢٣٤٥٦"])
def test_no_other_code_does(guarded: tuple[Orang, str], code: str) -> None:
    client = halfway(guarded[0])
    answer_code(client, code)
    assert not is_in(client)


def test_no_code_at_all_does_not_either(guarded: tuple[Orang, str]) -> None:
    client = halfway(guarded[0])
    client.post("/akun/pengaman/kode/", {})
    assert not is_in(client)


def test_a_code_of_long_ago_is_stale(guarded: tuple[Orang, str]) -> None:
    client = halfway(guarded[0])
    answer_code(client, code_of(guarded[1], periods=-4))
    assert not is_in(client)


def test_a_code_opens_once(guarded: tuple[Orang, str], monkeypatch: Any) -> None:
    """Also later, while the tolerance would still accept it."""
    code = code_of(guarded[1])
    answer_code(halfway(guarded[0]), code)
    again = halfway(guarded[0])
    real = time.time
    monkeypatch.setattr("time.time", lambda: real() + 31)
    answer_code(again, code)
    assert not is_in(again)


def test_a_code_of_somebody_else_does_not_open(guarded: tuple[Orang, str], agency: Agency) -> None:
    _eko, secret = _guard(agency.eko)
    client = halfway(guarded[0])
    answer_code(client, code_of(secret, periods=1))
    assert not is_in(client)


def test_guessing_is_slowed_down(guarded: tuple[Orang, str]) -> None:
    client = halfway(guarded[0])
    for guess in range(5):
        answer_code(client, f"00000{guess}")
    page = answer_code(client, code_of(guarded[1]))
    assert "Terlalu banyak percobaan" in page.content.decode()
    assert not is_in(client)


def test_a_recovery_code_opens_once(guarded: tuple[Orang, str]) -> None:
    codes = Authenticator.objects.get(user=guarded[0], type="recovery_codes").wrap()
    code = codes.get_unused_codes()[0]
    first, second = halfway(guarded[0]), halfway(guarded[0])
    answer_code(first, code)
    answer_code(second, code)
    assert (is_in(first), is_in(second)) == (True, False)


def test_secrets_are_sealed_at_rest(guarded: tuple[Orang, str]) -> None:
    for one in Authenticator.objects.all():
        assert guarded[1] not in str(one.data)
    totp = Authenticator.objects.get(type="totp")
    assert totp.data["secret"].startswith("gAAAA")


def test_setting_up_asks_for_the_password_again(agency: Agency) -> None:
    agency.ani.set_password(PASSWORD)
    agency.ani.save()
    client = Client()
    sign_in(client, agency.ani.nip or "")
    answer = client.get("/akun/pengaman/aplikasi/")
    assert answer["Location"].startswith("/akun/ulang/")


def test_the_picture_needs_no_data_address(agency: Agency) -> None:
    agency.ani.set_password(PASSWORD)
    agency.ani.save()
    client = Client()
    sign_in(client, agency.ani.nip or "")
    client.post("/akun/ulang/", {"password": PASSWORD})
    page = client.get("/akun/pengaman/aplikasi/").content.decode()
    assert '<svg viewBox="0 0 ' in page
    assert "data:" not in page
    assert "style=" not in page


def test_changes_of_the_second_factor_leave_lines(guarded: tuple[Orang, str]) -> None:
    acts = set(Jejak.objects.filter(tentang=guarded[0]).values_list("tindakan", flat=True))
    assert {"akun.pasang_pengaman", "akun.pasang_kode_cadangan"} <= acts
    answer_code(halfway(guarded[0]), "000000")
    assert Jejak.objects.filter(tindakan="akun.salah_kode", tentang=guarded[0]).exists()


def test_an_administrator_frees_who_lost_phone_and_codes(
    guarded: tuple[Orang, str], agency: Agency
) -> None:
    services.remove_second_factor(orang=guarded[0], actor=agency.joko, now=NOON)

    client = Client()
    assert sign_in(client, guarded[0].nip or "")["Location"] == "/"
    line = Jejak.objects.get(tindakan="akun.lepas_semua_pengaman")
    assert (line.pelaku, line.tentang) == (agency.joko, guarded[0])
    assert [letter.to for letter in posted_mail()][-1] == ["ani@nusa.example"]


class TestOffices:
    """Whoever holds an office sets one up before anything else."""

    @pytest.fixture
    def dewi(self, agency: Agency, settings: Any) -> Client:
        settings.BINA_DEMO = False
        agency.dewi.set_password(PASSWORD)
        agency.dewi.save()
        client = Client()
        sign_in(client, agency.dewi.nip or "")
        return client

    @pytest.mark.parametrize("page", PAGES)
    def test_an_office_reaches_nothing_before_it(self, dewi: Client, page: str) -> None:
        assert dewi.get(page)["Location"] == "/akun/pengaman/aplikasi/"

    def test_nor_by_a_part_of_a_page(self, dewi: Client) -> None:
        answer = dewi.get("/", headers={"HX-Request": "true"})
        assert answer["HX-Redirect"] == "/akun/pengaman/aplikasi/"

    def test_with_it_the_pages_open(self, dewi: Client) -> None:
        set_up_app(dewi)
        assert dewi.get("/").status_code == 200

    def test_recovery_codes_alone_are_not_enough(self, dewi: Client) -> None:
        set_up_app(dewi)
        Authenticator.objects.filter(type="totp").delete()
        assert dewi.get("/")["Location"] == "/akun/pengaman/aplikasi/"

    def test_whoever_holds_none_is_left_alone(self, agency: Agency, settings: Any) -> None:
        settings.BINA_DEMO = False
        client = Client()
        client.force_login(agency.ani)
        assert client.get("/").status_code == 200

    def test_demo_mode_waives_it_and_says_so(self, dewi: Client, settings: Any) -> None:
        settings.BINA_DEMO = True
        page = dewi.get("/")
        assert page.status_code == 200
        assert "Ini contoh" in page.content.decode()
