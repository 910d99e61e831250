"""T8: what people write never reaches a log, and nobody reads tables through an admin site."""

import logging

import pytest
from django.conf import settings

from tests.security import walk
from tests.security.walk import Cast

WRITTEN = "rahasiayangditulis"


def test_no_log_bears_a_word_of_any_form(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)
    taken = 0
    for row, who, address, _data in walk.posts(cast):
        found = walk.forms_in(cast.visit(who, "get", address)) if walk.is_form_page(row) else []
        data = walk.filled(found, cast.world, WRITTEN) if found else _worded(row.data(cast.world))
        taken += WRITTEN in str(data) and cast.status(who, "post", address, data) == 302
    assert taken > 10
    assert WRITTEN not in caplog.text


def _worded(data: dict[str, object]) -> dict[str, object]:
    """The words of an act that is no form, replaced; codes, numbers and days stay."""
    return {
        name: WRITTEN if isinstance(value, str) and " " in value else value
        for name, value in data.items()
    }


def test_there_is_no_admin_site() -> None:
    assert not [name for name in settings.INSTALLED_APPS if "admin" in name]
    assert not [name for name, _view in walk.views() if name.startswith("admin:")]
