"""The agency of the matrix, laid with records of every room; and a neighbour laid likewise."""

from typing import Any

import pytest

from tests.conftest import Agency
from tests.security import walk


@pytest.fixture
def world(agency: Agency, settings: Any) -> Agency:
    settings.BINA_DEMO = True  # the second factor has tests of its own (T22)
    # Sessions too (T21). Borne by its cookie, one is as just signed in at every visit, and costs
    # no question to the database.
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    return walk.lay(agency)


@pytest.fixture
def cast(world: Agency) -> walk.Cast:
    return walk.Cast(world)


@pytest.fixture
def neighbour(world: Agency) -> Agency:
    """A second agency in the same database, with the same people doing the same work."""
    del world
    return walk.lay(Agency("lain", shift=1))
