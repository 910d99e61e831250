"""The menu remembers for some minutes who leads, and forgets it when the reader acts."""

from typing import Any

import pytest
from django.test import Client

from bina.people.models import Atasan
from bina.ui import menu
from tests.conftest import NEW_YEAR, Agency


@pytest.fixture
def ani(agency: Agency, browser_of: Any) -> Client:
    """Ani, who has seen a page while nobody stood under her; then Eko is recorded under her."""
    browser = browser_of(agency.ani)
    assert not sees_team(browser)
    Atasan.objects.filter(pegawai=agency.eko).delete()
    Atasan.objects.create(pegawai=agency.eko, atasan=agency.ani, mulai=NEW_YEAR, sumber="berkas")
    return browser


def sees_team(browser: Client) -> bool:
    return 'href="/tim/"' in browser.get("/").content.decode()


def test_within_minutes_the_menu_is_not_asked_for_again(ani: Client) -> None:
    assert not sees_team(ani)


def test_after_an_act_of_the_reader_it_is(ani: Client) -> None:
    ani.post("/bahasa/", {"language": "id"})
    assert sees_team(ani)


@pytest.mark.parametrize("minutes", [-1, 6, 60 * 24])
def test_an_answer_is_kept_five_minutes_and_no_date_of_the_future_keeps_it_longer(
    ani: Client, minutes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = menu.time.time()
    monkeypatch.setattr(menu.time, "time", lambda: now + minutes * 60)
    assert sees_team(ani)


def test_what_is_remembered_opens_no_page(agency: Agency, ani: Client) -> None:
    session = ani.session
    session[menu.KEPT] = session[menu.KEPT] | {"tim": True}
    session.save()
    Atasan.objects.filter(atasan=agency.ani).delete()
    assert sees_team(ani)
    assert "Eko" not in ani.get("/tim/").content.decode()
