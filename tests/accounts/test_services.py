"""Opening, closing and ending: what an administrator does with an account."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from bina.accounts import services
from bina.accounts.models import Orang
from bina.core.models import Jejak
from tests.accounts.signing_in import PASSWORD, is_in, link_in, posted_mail, sign_in
from tests.conftest import NOON, Agency

NEW = "sawah-berundak-9"
HERE = "https://bina.example"


def choose_password(client: Client, path: str, password: str = NEW) -> bool:
    """Follow a link to its end; whether a password was taken."""
    page = client.get(path, follow=True)
    if "form" not in page.context or page.context.get("token_fail"):
        return False
    address = page.redirect_chain[-1][0]
    answer = client.post(address, {"password1": password, "password2": password})
    return bool(answer.status_code == 302)


def opened(orang: Orang, actor: Orang | None, now: datetime) -> services.Tautan:
    return services.issue_activation(orang=orang, actor=actor, now=now, origin=HERE)


def test_a_person_with_mail_gets_the_link_and_nobody_else_sees_it(
    client: Client, agency: Agency
) -> None:
    made = opened(agency.ani, agency.joko, datetime.now().astimezone())

    assert (made.alamat, made.surel) == ("", "a…@nusa.example")
    letter = posted_mail()[0]
    assert letter.to == ["ani@nusa.example"]
    assert choose_password(client, link_in(letter.body))
    sign_in(client, agency.ani.nip or "", NEW)
    assert is_in(client)


def test_a_person_without_mail_is_handed_the_link(client: Client, agency: Agency) -> None:
    Orang.objects.filter(pk=agency.ani.pk).update(email=None)

    made = opened(agency.named("ani"), agency.joko, datetime.now().astimezone())

    assert posted_mail() == []
    assert choose_password(client, link_in(made.alamat))


def test_a_link_is_spent_by_its_use(client: Client, agency: Agency) -> None:
    Orang.objects.filter(pk=agency.ani.pk).update(email=None)
    made = opened(agency.named("ani"), agency.joko, datetime.now().astimezone())
    path = link_in(made.alamat)

    assert choose_password(Client(), path)
    assert not choose_password(Client(), path, "lain-lagi-123")


@pytest.mark.parametrize(("age", "good"), [(71, True), (73, False)])
def test_a_link_handed_over_lives_three_days(agency: Agency, age: int, good: bool) -> None:
    Orang.objects.filter(pk=agency.ani.pk).update(email=None)
    earlier = datetime.now().astimezone() - timedelta(hours=age)

    made = opened(agency.named("ani"), agency.joko, earlier)

    assert choose_password(Client(), link_in(made.alamat)) is good


def test_opening_an_account_leaves_a_line(agency: Agency) -> None:
    opened(agency.ani, agency.joko, NOON)

    line = Jejak.objects.get(tindakan="akun.terbitkan_tautan")
    assert (line.pelaku, line.tentang, line.pada) == (agency.joko, agency.ani, NOON)


def test_a_letter_prints_a_name_as_it_is(agency: Agency) -> None:
    """T12: fixed places for fixed things, no template in what people wrote."""
    name = "{{7*7}} {% load x %} ${PATH} <b>Ani</b>"
    Orang.objects.filter(pk=agency.ani.pk).update(nama=name)

    opened(agency.named("ani"), agency.joko, NOON)

    assert name in posted_mail()[0].body


def test_ending_sessions_ends_all_of_them(agency: Agency) -> None:
    agency.ani.set_password(PASSWORD)
    agency.ani.save()
    browsers = [Client(), Client()]
    for one in browsers:
        sign_in(one, agency.ani.nip or "")

    services.end_sessions(orang=agency.ani, actor=agency.joko, now=NOON)

    assert not any(is_in(one) for one in browsers)
    assert Jejak.objects.filter(tindakan="akun.akhiri_sesi", tentang=agency.ani).exists()


def test_a_closed_account_opens_again_with_no_old_session(client: Client, agency: Agency) -> None:
    agency.ani.set_password(PASSWORD)
    agency.ani.save()
    sign_in(client, agency.ani.nip or "")

    services.deactivate(orang=agency.ani, actor=agency.joko, now=NOON)
    assert not is_in(client)
    services.reactivate(orang=agency.ani, actor=agency.joko, now=NOON)

    assert not is_in(client)
    sign_in(client, agency.ani.nip or "")
    assert is_in(client)


def test_the_shell_prints_a_link_for_the_first_administrator(
    client: Client, agency: Agency
) -> None:
    out = StringIO()
    call_command("akun", "tautan", agency.joko.nip, stdout=out, stderr=StringIO())
    assert choose_password(client, link_in(out.getvalue()))


def test_the_shell_sets_a_password_and_says_it_once(client: Client, agency: Agency) -> None:
    out = StringIO()
    call_command("akun", "sandi", "ani@nusa.example", stdout=out)
    sign_in(client, agency.ani.nip or "", out.getvalue().strip())
    assert is_in(client)


def test_the_shell_makes_no_new_people(agency: Agency) -> None:
    with pytest.raises(CommandError, match="Tidak ada akun aktif"):
        call_command("akun", "sandi", "199912312020121009")
