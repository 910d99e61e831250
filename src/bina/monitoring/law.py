"""The law as monitoring asks it: for the agency of whoever is at work."""

from typing import Any

from bina.law import door as law
from bina.rules.parameters import Parameters


def of(user: Any) -> Parameters:
    """What is in force for this person's agency."""
    return law.parameters(user.instansi)
