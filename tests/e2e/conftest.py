"""Journeys run in Chromium against a running Bina; `make test` leaves them out."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.e2e import states
from tests.e2e.server import Server, demo, running, sweep
from tests.e2e.watched import Watch

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Pages of the address bar's own, in a process of their own, which each window brings along.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
]
OpenPage = Callable[..., Page]
ENDS_RUN = pytest.StashKey[bool]()

# The longest begin first. Last is what needs no demo agency: one worker plays it while the other
# lays the demo down, then takes over some of the rest.
ORDER = ("every_page", "story", "mentoring", "transfer", "cascade", "service_user", "diary")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    names = [f"test_{name}.py" for name in ORDER]
    items.sort(key=lambda one: names.index(one.path.name) if one.path.name in names else len(names))


def pytest_configure(config: pytest.Config) -> None:
    config.stash[ENDS_RUN] = states.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Its workers, if it has any, are gone by now."""
    if config.stash[ENDS_RUN]:
        sweep()


@pytest.fixture(autouse=True, scope="session")
def _quick_and_quiet() -> None:
    """The server has settings of its own; this process changes none."""


@pytest.fixture(autouse=True)
def _files_of_its_own() -> None:
    """Nor where its files lie."""


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running Bina with the demo agency, of this journey alone."""
    with running(tmp_path_factory.mktemp("bina"), demo()) as made:
        yield made


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not Path(path).exists():
        pytest.exit("Chromium is missing: apt install chromium, or set CHROMIUM", returncode=1)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def watches() -> Iterator[list[Watch]]:
    """Every watched page of this test; whatever one complained of fails it."""
    made: list[Watch] = []
    yield made
    complaints = [line for watch in made for line in watch.complaints]
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def open_page(server: Server, chromium: Browser, watches: list[Watch]) -> Iterator[OpenPage]:
    """A page of a browser of its own: `open_page(360, dark=True, script=False)`."""
    contexts: list[BrowserContext] = []

    def opened(width: int = 1280, *, dark: bool = False, script: bool = True) -> Page:
        options: dict[str, Any] = {
            "viewport": {"width": width, "height": 900},
            "color_scheme": "dark" if dark else "light",
            "java_script_enabled": script,
            "locale": "id-ID",
            "base_url": server.url,
            "reduced_motion": "reduce",
        }
        contexts.append(chromium.new_context(**options))
        page = contexts[-1].new_page()
        watches.append(Watch(page, server.url))
        return page

    yield opened
    for context in contexts:
        context.close()
