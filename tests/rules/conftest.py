"""The law as it comes with Bina, for every rule's tests."""

import pytest
from hypothesis import HealthCheck, settings

from bina.rules.parameters import Parameters
from bina.rules.texts import texts

# How long a rule takes says nothing on a machine that is shared: no deadline for a property.
settings.register_profile("aturan", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("aturan")


@pytest.fixture(scope="session")
def law() -> Parameters:
    return Parameters(texts())
