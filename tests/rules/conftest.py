"""The law as it comes with Bina, for every rule's tests."""

import pytest

from bina.rules.parameters import Parameters
from bina.rules.texts import texts


@pytest.fixture(scope="session")
def law() -> Parameters:
    return Parameters(texts())
