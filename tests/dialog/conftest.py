"""What the tests of dialogues share."""

from typing import Any

import pytest
from django.utils import timezone


@pytest.fixture
def at() -> dict[str, Any]:
    """Now: pages ask the clock, so their records are of today."""
    return {"pada": timezone.now(), "on": timezone.localdate()}
