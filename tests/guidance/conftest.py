"""What the tests of guidance share."""

from typing import Any

import pytest

from tests.again import this_moment


@pytest.fixture
def at() -> dict[str, Any]:
    """Now: pages ask the clock, so their records are of today."""
    return this_moment()
