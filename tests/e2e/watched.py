"""A page somebody watches: what the browser complains of fails the test."""

import os
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What a page looks like does not hang on the database behind it, and to ask takes most of the
# time. CI plays the journeys on both databases and asks on SQLite: axe, whether every page fits a
# phone and a desk, its colours in the dark. On PostgreSQL every page is opened all the same: it
# must come, weigh little, and give the browser nothing to complain of.
LOOKED = not os.environ.get("DATABASE_URL", "").startswith("postgres")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASK_AXE = "(options) => axe.run(options).then((found) => found.violations)"
# Told to the console, where every other complaint arrives too.
REPORT_CSP = """document.addEventListener("securitypolicyviolation", (event) =>
    console.error("CSP refused " + event.violatedDirective + ": " + event.blockedURI));"""


class Watch:
    """Collects errors of the console, scripts that fell, refusals of the content policy,
    answers of 500 and calls to other hosts."""

    def __init__(self, page: Page, url: str) -> None:
        self.complaints: list[str] = []
        self.host = urlsplit(url).netloc
        page.add_init_script(REPORT_CSP)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("response", self._response)

    def _console(self, message: Any) -> None:
        if message.type == "error":
            where = message.location.get("url", "")
            self.complaints.append(f"console: {message.text} ({where})")

    def _response(self, response: Any) -> None:
        parts = urlsplit(response.url)
        if response.status >= 500:
            self.complaints.append(f"{response.status}: {response.url}")
        if parts.scheme in {"http", "https"} and parts.netloc != self.host:
            self.complaints.append(f"another host: {response.url}")

    def forget(self) -> None:
        """The journey expected what just happened (a refused page, say)."""
        self.complaints.clear()


def axe_findings(page: Page, *, rules: list[str] | None = None) -> list[str]:
    """What axe finds on the page as it stands, a line each; none is what a test wants.

    With `rules` only these are asked: a theme changes colours, not structure. What axe is content
    with is neither collected nor sent: on the longest page that alone takes ten seconds. On
    PostgreSQL nothing is asked."""
    if not LOOKED:
        return []
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    violations = page.evaluate(ASK_AXE, {"runOnly": only, "resultTypes": ["violations"]})
    return [
        f"{one['id']}: {one['help']} ({node['target']}: {node['html'][:120]})"
        for one in violations
        for node in one["nodes"]
    ]


def sideways_scroll(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
