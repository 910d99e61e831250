"""T21: a session ends when the account is closed, the password changes or somebody says so."""

from django.test import Client

from bina.accounts import services
from bina.accounts.models import Orang
from tests.accounts.signing_in import PASSWORD, is_in, link_in, posted_mail, sign_in
from tests.conftest import NOON, Agency

NEW = "sawah-berundak-9"


def two_browsers(agency: Agency) -> tuple[Client, Client]:
    agency.ani.set_password(PASSWORD)
    agency.ani.save()
    first, second = Client(), Client()
    for one in (first, second):
        sign_in(one, agency.ani.nip or "")
        assert is_in(one)
    return first, second


def test_changing_the_password_ends_every_session(agency: Agency) -> None:
    first, second = two_browsers(agency)

    answer = first.post(
        "/akun/sandi/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    )

    assert answer["Location"] == "/akun/masuk/"
    assert not is_in(first)
    assert not is_in(second)


def test_the_old_password_is_asked_for(agency: Agency) -> None:
    first, _second = two_browsers(agency)
    first.post("/akun/sandi/", {"oldpassword": "bukan", "password1": NEW, "password2": NEW})
    assert Orang.objects.get(pk=agency.ani.pk).check_password(PASSWORD)


def test_a_reset_ends_every_session(agency: Agency) -> None:
    first, second = two_browsers(agency)
    other = Client()
    other.post("/akun/sandi/lupa/", {"email": "ani@nusa.example"})
    page = other.get(link_in(posted_mail()[-1].body), follow=True)
    other.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})

    assert not is_in(first)
    assert not is_in(second)


def test_a_closed_account_is_out_at_once(agency: Agency) -> None:
    first, _second = two_browsers(agency)
    services.deactivate(orang=agency.ani, actor=agency.joko, now=NOON)
    assert not is_in(first)


def test_an_ended_session_sends_the_whole_page_to_sign_in(agency: Agency) -> None:
    first, _second = two_browsers(agency)
    services.end_sessions(orang=agency.ani, actor=agency.joko, now=NOON)

    answer = first.get("/akun/pengaman/", headers={"HX-Request": "true"})

    assert answer.status_code == 204
    assert answer["HX-Redirect"].startswith("/akun/masuk/")


def test_a_person_is_told_of_a_changed_password(agency: Agency) -> None:
    first, _second = two_browsers(agency)
    first.post("/akun/sandi/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert [letter.to for letter in posted_mail()] == [["ani@nusa.example"]]
