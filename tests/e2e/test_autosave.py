"""Who saves by hand while an autosave is still under way is not told that somebody was faster."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.e2e.server import Server
from tests.e2e.story import Story

WORDS = "Laptop dan jaringan di puskesmas pembantu"


def slow(page: Page) -> None:
    """The server has saved, and its answer is a second on the way."""

    def late(route: Route) -> None:
        answer = route.fetch()
        page.wait_for_timeout(1000)
        route.fulfill(response=answer)

    page.route(
        "**/lampiran/",
        lambda route: (
            late(route) if "bina-autosave" in route.request.headers else route.continue_()
        ),
    )


def test_saving_by_hand_waits_for_the_autosave(
    server: Server, open_page: Callable[..., Page]
) -> None:
    page = Story(open_page, server.accounts(), server.now).page_of("pegawai")
    page.goto("/skp/mulai/")
    page.get_by_role("main").get_by_role("button", name="Mulai menyusun").click()
    page.wait_for_url("**/susun/")
    page.goto(page.url.replace("/susun/", "/lampiran/"))
    slow(page)
    field = page.get_by_role("main").locator("textarea").first
    with page.expect_request(lambda one: "bina-autosave" in one.headers):
        field.fill(WORDS)
    page.get_by_role("main").get_by_role("button", name="Simpan", exact=True).click()
    page.wait_for_url("**/susun/")
    page.go_back()
    expect(field).to_have_value(WORDS)
