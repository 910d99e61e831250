"""In Chromium: a service user without an account answers once, through a link; and a ketua says
what the team expects of a member."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.server import Server
from tests.e2e.story import Story, follow, says, worth_using
from tests.e2e.watched import Watch

KETUA = """
from bina.people.models import KetuaTim
who = KetuaTim.objects.filter(selesai=None, tim__anggota__isnull=False).order_by("pk").first().orang
who.set_password("sandi-uji-panjang")
who.save()
print("KETUA", who.nip)
"""


@pytest.fixture
def story(server: Server, open_page: Callable[..., Page]) -> Story:
    known = server.accounts()
    printed = server.bina("shell", "-c", KETUA).split()
    known["ketua"] = (printed[printed.index("KETUA") + 1], "sandi-uji-panjang")
    return Story(open_page, known, server.now)


def test_a_service_user_answers_once_without_an_account(
    story: Story, open_page: Callable[..., Page], watches: list[Watch]
) -> None:
    address = _a_link(story.page_of("rekan"))
    guest = open_page(360)
    guest.goto(address)
    worth_using(guest)
    guest.locator("textarea").nth(0).fill("Mengantar ibu kontrol kehamilan hari Senin")
    guest.locator("textarea").nth(1).fill("Petugas menjelaskan hasil pemeriksaan dengan sabar")
    guest.locator("textarea").nth(2).fill("Kami tahu apa yang harus dilakukan di rumah")
    guest.locator("input[type=radio]").first.check()
    guest.get_by_role("main").get_by_role("button").first.click()
    guest.wait_for_url("**/terima-kasih/")
    worth_using(guest)
    assert guest.goto(address).status == 404  # type: ignore[union-attr]
    worth_using(guest)
    page = story.page_of("rekan")
    page.goto("/kemajuan/tautan/")
    worth_using(page)
    says(page, "Dijawab")
    for watch in watches:  # the console tells of the link that takes no second answer
        watch.forget()
    _what_a_team_expects(story.page_of("ketua"))


def _a_link(page: Page) -> str:
    page.goto("/skp/")
    mine = (
        page.get_by_role("main")
        .locator("a")
        .evaluate_all(
            "all => all.map(one => one.pathname).find(one => /^\\/skp\\/\\d+\\/$/.test(one))"
        )
    )
    page.goto(mine)
    follow(page, "Tautan untuk pengguna layanan")
    worth_using(page)
    page.get_by_role("main").locator("select").first.select_option(index=1)
    page.get_by_role("main").get_by_role("button").first.click()
    worth_using(page)
    return page.get_by_label("Alamat tautan").input_value()


def _what_a_team_expects(page: Page) -> None:
    page.goto("/skp/ekspektasi-tim/")
    worth_using(page)
    page.locator("a[href$='/tulis/']").first.click()
    worth_using(page)
    page.get_by_role("main").locator("textarea").first.fill("Datang ke rapat tim dengan data baru")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("main")).to_contain_text("Terkirim.")
    worth_using(page)
