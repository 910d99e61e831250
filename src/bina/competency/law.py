"""The rules as this room asks them: the texts that come with Bina."""

from functools import cache

from bina.rules.parameters import Parameters
from bina.rules.texts import texts


@cache
def law() -> Parameters:
    return Parameters(texts())
