"""Signing in and out, by NIP or by e-mail."""

import pytest
from django.test import Client

from bina.accounts.models import Orang
from bina.core.models import Jejak
from tests.accounts.signing_in import LOGIN, PASSWORD, is_in, sign_in
from tests.conftest import Agency


@pytest.fixture
def ani(agency: Agency) -> Orang:
    agency.ani.set_password(PASSWORD)
    agency.ani.save()
    return agency.ani


@pytest.mark.parametrize(
    "typed",
    [
        "199001012015012001",
        "19900101 201501 2 001",
        " 19900101.201501.2.001 ",
        "ani@nusa.example",
        "Ani@Nusa.Example",
    ],
)
def test_ani_signs_in_as_she_knows_herself(client: Client, ani: Orang, typed: str) -> None:
    answer = sign_in(client, typed)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_in(client)


def test_the_regent_has_no_nip_and_signs_in_by_mail(client: Client, agency: Agency) -> None:
    agency.lestari.email = "bupati@nusa.example"
    agency.lestari.set_password(PASSWORD)
    agency.lestari.save()

    sign_in(client, "bupati@nusa.example")

    assert is_in(client)


def test_the_regent_can_prove_herself_again(client: Client, agency: Agency) -> None:
    agency.lestari.email = "bupati@nusa.example"
    agency.lestari.set_password(PASSWORD)
    agency.lestari.save()
    sign_in(client, "bupati@nusa.example")

    answer = client.post("/akun/ulang/?next=/akun/pengaman/aplikasi/", {"password": PASSWORD})

    assert answer["Location"] == "/akun/pengaman/aplikasi/"


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(
    client: Client, ani: Orang
) -> None:
    known = sign_in(client, ani.nip or "", "salah-salah")
    unknown = sign_in(client, "199912312020121009", "salah-salah")

    assert known.status_code == unknown.status_code == 200
    assert known.context["form"].errors == unknown.context["form"].errors
    assert "tidak cocok" in known.content.decode()


def test_a_person_without_a_password_cannot_sign_in(client: Client, agency: Agency) -> None:
    for typed in ("", "!", "None"):
        sign_in(client, agency.ani.nip or "", typed)
    assert not is_in(client)


def test_a_closed_account_answers_like_a_wrong_password(client: Client, ani: Orang) -> None:
    Orang.objects.filter(pk=ani.pk).update(is_active=False)

    answer = sign_in(client, ani.nip or "")

    assert "tidak cocok" in answer.content.decode()
    assert not is_in(client)


def test_leaving_asks_first_and_ends_the_session(client: Client, ani: Orang) -> None:
    sign_in(client, ani.nip or "")

    assert client.get("/akun/keluar/").status_code == 200
    assert is_in(client)
    client.post("/akun/keluar/")
    assert not is_in(client)


def test_coming_leaving_and_failing_leave_lines_in_the_agencys_trail(
    client: Client, ani: Orang
) -> None:
    sign_in(client, ani.nip or "", "kata-sandi-yang-salah")
    sign_in(client, ani.nip or "")
    client.post("/akun/keluar/")

    lines = Jejak.objects.filter(tentang=ani).order_by("nomor")
    assert [(one.tindakan, one.pelaku_id) for one in lines] == [
        ("akun.gagal_masuk", None),
        ("akun.masuk", ani.pk),
        ("akun.keluar", ani.pk),
    ]
    assert {one.rantai for one in lines} == {f"instansi:{ani.instansi_id}"}


def test_the_trail_never_holds_what_was_typed(client: Client, ani: Orang) -> None:
    sign_in(client, "kata-sandi-di-kolom-salah", "rahasia-sekali")

    line = Jejak.objects.get(tindakan="akun.gagal_masuk")
    assert (line.rantai, line.tentang_id, line.objek_id) == ("umum", None, "-")
    assert "rahasia" not in line.isi
    assert "kolom" not in line.isi


def test_there_is_no_way_to_sign_up(client: Client, ani: Orang) -> None:
    for path in ("/akun/daftar/", "/akun/signup/", "/accounts/signup/"):
        assert client.post(path, {"email": "x@y.example"}).status_code in {302, 404}
    before = Orang.objects.count()
    client.post(LOGIN, {"login": "baru@nusa.example", "password": PASSWORD})
    assert Orang.objects.count() == before


def test_the_page_speaks_english_when_asked(client: Client, db: None) -> None:
    client.post("/bahasa/", {"bahasa": "en", "next": LOGIN})
    page = client.get(LOGIN).content.decode()
    assert "NIP or email address" in page
