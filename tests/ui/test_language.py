"""Indonesian first; the person's choice counts, the browser's does not."""

from typing import Any

from tests.conftest import Agency


def test_a_browser_in_english_still_gets_indonesian(agency: Agency, browser_of: Any) -> None:
    page = browser_of(agency.ani).get("/", headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="id"' in page


def test_who_chose_english_gets_english(agency: Agency, browser_of: Any) -> None:
    client = browser_of(agency.ani)
    client.post("/bahasa/", {"bahasa": "en"})
    assert '<html lang="en"' in client.get("/").content.decode()
