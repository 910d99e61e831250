"""The people of a journey: signed in, each in a browser of their own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.e2e.watched import axe_findings, sideways_scroll


@dataclass
class Story:
    """Who takes part, the server's clock, and pages they have open."""

    open_page: Callable[..., Page]
    known: dict[str, tuple[str, str]]
    now: Callable[[], datetime]
    pages: dict[str, Page] = field(default_factory=dict)

    def page_of(self, peran: str, **options: Any) -> Page:
        """The browser of this person, signed in at first use."""
        if peran not in self.pages:
            page = self.open_page(**options)
            nip, password = self.known[peran]
            page.goto("/akun/masuk/")
            page.get_by_label("NIP atau alamat email").fill(nip)
            page.get_by_label("Kata sandi", exact=True).fill(password)
            page.get_by_role("button", name="Masuk").click()
            page.wait_for_url("**/")
            self.pages[peran] = page
        return self.pages[peran]


def press(page: Page, name: str) -> None:
    """Press the button of the page (not of the menu) and wait for what follows."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def says(page: Page, words: str) -> None:
    """The page shows these words."""
    text = " ".join(page.get_by_role("main").inner_text().split())
    assert words in text, f"{page.url} does not say: {words}\n{text[:1500]}"


def worth_using(page: Page) -> None:
    """axe finds nothing, and nothing hangs over the side."""
    assert axe_findings(page) == []
    assert sideways_scroll(page) == 0


def downloads_pdf(page: Page, name: str, folder: Path) -> None:
    """The link of this name hands over a PDF."""
    with page.expect_download() as caught:
        page.get_by_role("link", name=name).first.click()
    target = folder / "form.pdf"
    caught.value.save_as(target)
    assert target.read_bytes().startswith(b"%PDF-")
