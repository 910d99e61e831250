"""A clerk's phone, 360 px wide: a line is written, the connection drops, nothing is lost and
nothing is sent twice."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page, expect

from tests.e2e.server import Server
from tests.e2e.story import Story, press, says, worth_using
from tests.e2e.watched import Watch

HARIAN = "/kemajuan/harian/"


def test_a_line_outlives_a_dropped_connection(
    server: Server, open_page: Callable[..., Page], watches: list[Watch]
) -> None:
    story = Story(open_page, server.accounts(), server.now)
    page = story.page_of("rekan", width=360)
    a_line_is_written_in_one_go(page)
    page.context.set_offline(True)
    another_is_kept_on_the_phone(page)
    what_is_half_written_survives_a_reload(page)
    it_is_sent_once_when_the_connection_returns(page)
    for watch in watches:  # the console tells of the dropped connection and of what was refused
        watch.forget()
    signing_out_leaves_nothing_on_the_phone(page)
    assert page.evaluate("Object.keys(localStorage).length") == 0


def write(page: Page, kegiatan: str, mulai: str, selesai: str) -> None:
    page.get_by_label("Jam mulai").fill(mulai)
    page.get_by_label("Jam selesai").fill(selesai)
    page.get_by_label("Kegiatan").fill(kegiatan)
    page.get_by_label("Jumlah").fill("2")


def a_line_is_written_in_one_go(page: Page) -> None:
    page.goto(HARIAN)
    page.get_by_label("Untuk").select_option(index=1)
    worth_using(page)
    write(page, "Memeriksa ibu hamil di posyandu", "08:00", "10:00")
    press(page, "Catat")
    expect(page.get_by_role("main")).to_contain_text("Tercatat.")
    says(page, "Memeriksa ibu hamil di posyandu")
    page.get_by_label("Jumlah").fill("dua")
    press(page, "Catat")
    expect(page.get_by_role("main")).to_contain_text("bilangan bulat")
    page.goto(HARIAN)
    page.get_by_label("Jumlah").fill("")


def another_is_kept_on_the_phone(page: Page) -> None:
    write(page, "Menyusun jadwal kelas ibu hamil", "10:00", "11:00")
    page.get_by_role("main").get_by_role("button", name="Catat", exact=True).click()
    expect(page.locator("[data-antrean]")).to_contain_text("Belum terkirim: 1")
    expect(page.get_by_label("Kegiatan")).to_have_value("")
    worth_using(page)


def what_is_half_written_survives_a_reload(page: Page) -> None:
    """Without a connection the browser shows a page of its own, and tries again by itself."""
    page.get_by_label("Kegiatan").fill("Menulis laporan")
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.reload()


def it_is_sent_once_when_the_connection_returns(page: Page) -> None:
    page.context.set_offline(False)
    page.goto(HARIAN)  # the browser's own try may have sent it already: either is once
    expect(page.locator("[data-antrean]")).to_be_hidden()
    expect(page.get_by_label("Kegiatan")).to_have_value("Menulis laporan")
    page.goto(HARIAN)
    line = page.get_by_role("heading", name="Menyusun jadwal kelas ibu hamil", exact=True)
    expect(line).to_have_count(1)


def signing_out_leaves_nothing_on_the_phone(page: Page) -> None:
    assert page.evaluate("Object.keys(localStorage).length") > 0
    page.goto("/akun/keluar/")
    page.get_by_role("main").get_by_role("button", name="Keluar", exact=True).click()
    page.wait_for_url("**/masuk/**")
