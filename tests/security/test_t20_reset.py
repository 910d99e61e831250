"""T20: a reset link is bound to one person, used once, expires, and dies when anything changes."""

from typing import Any

import pytest
from django.test import Client

from bina.accounts import services
from bina.accounts.models import Orang
from tests.accounts.signing_in import PASSWORD, link_in, posted_mail
from tests.conftest import NOON, Agency

ASK = "/akun/sandi/lupa/"
NEW = "sawah-berundak-9"


def asked(client: Client, email: str = "ani@nusa.example", **extra: Any) -> Any:
    return client.post(ASK, {"email": email}, **extra)


def link_for(agency: Agency) -> str:
    asked(Client())
    return link_in(posted_mail()[-1].body)


def works(path: str) -> bool:
    page = Client().get(path, follow=True)
    return not page.context.get("token_fail")


def use(path: str) -> None:
    client = Client()
    page = client.get(path, follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})


def test_known_and_unknown_addresses_get_the_same_answer(client: Client, agency: Agency) -> None:
    known, unknown = asked(client), asked(client, "tidakada@nusa.example")

    assert known.status_code == unknown.status_code == 302
    assert known["Location"] == unknown["Location"]
    assert [letter.to for letter in posted_mail()] == [["ani@nusa.example"]]


def test_nothing_is_sent_before_the_answer(client: Client, agency: Agency) -> None:
    """Mail goes by the worker: the answer takes no longer for an address that exists."""
    from django.core import mail

    asked(client)
    assert mail.outbox == []
    assert len(posted_mail()) == 1


def test_a_link_sets_the_password_of_its_person_once(agency: Agency) -> None:
    path = link_for(agency)
    use(path)

    assert Orang.objects.get(pk=agency.ani.pk).check_password(NEW)
    assert not works(path)


def test_a_link_does_not_fit_another_person(agency: Agency) -> None:
    from allauth.account.utils import user_pk_to_url_str

    path = link_for(agency)
    mine, theirs = (f"/{user_pk_to_url_str(one)}-" for one in (agency.ani, agency.budi))
    assert not works(path.replace(mine, theirs, 1))


def test_a_link_expires(agency: Agency, settings: Any) -> None:
    path = link_for(agency)
    assert works(path)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert not works(path)


@pytest.mark.parametrize("change", ["password", "email", "sessions", "closed"])
def test_a_link_dies_when_the_account_changes(agency: Agency, change: str) -> None:
    path = link_for(agency)
    ani = agency.named("ani")
    if change == "password":
        ani.set_password(PASSWORD)
        ani.save()
    elif change == "email":
        Orang.objects.filter(pk=ani.pk).update(email="ani.baru@nusa.example")
    elif change == "sessions":
        services.end_sessions(orang=ani, actor=None, now=NOON)
    else:
        services.deactivate(orang=ani, actor=None, now=NOON)
    assert not works(path)


def test_an_address_of_before_gets_no_link(client: Client, agency: Agency) -> None:
    link_for(agency)
    Orang.objects.filter(pk=agency.ani.pk).update(email="ani.baru@nusa.example")

    asked(client, "ani@nusa.example")

    assert len(posted_mail()) == 1  # the one of before the change


def test_a_closed_account_gets_no_link(client: Client, agency: Agency) -> None:
    Orang.objects.filter(pk=agency.ani.pk).update(is_active=False)
    asked(client)
    assert posted_mail() == []


def test_a_false_host_is_refused_and_alters_no_link(client: Client, agency: Agency) -> None:
    assert asked(client, headers={"Host": "jahat.example"}).status_code == 400
    asked(client, headers={"X-Forwarded-Host": "jahat.example"})
    assert "jahat" not in posted_mail()[0].body


def test_the_key_is_not_in_the_address_of_the_form(agency: Agency) -> None:
    """So that no Referer carries it away."""
    path = link_for(agency)
    page = Client().get(path, follow=True)
    assert page.redirect_chain[-1][0].endswith("-set-password/")


def test_a_weak_password_is_not_taken(agency: Agency) -> None:
    path = link_for(agency)
    for weak in ("123456789012", "pendek", agency.ani.nip or "", "password1234"):
        client = Client()
        address = client.get(path, follow=True).redirect_chain[-1][0]
        page = client.post(address, {"password1": weak, "password2": weak})
        assert page.status_code == 200, weak
    assert works(path)
