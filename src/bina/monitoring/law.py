"""The law as monitoring asks it: for the agency of whoever is at work."""

from functools import cache
from typing import Any

from bina.rules.parameters import Parameters
from bina.rules.texts import texts


@cache
def _texts() -> Parameters:
    return Parameters(texts())


def of(user: Any) -> Parameters:  # noqa: ARG001  every agency's is the texts' until it may set its own
    """What is in force for this person."""
    return _texts()
