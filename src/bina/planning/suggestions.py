"""Texts a new draft begins with: suggestions to be changed, not the law's words."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def lampiran() -> dict[str, list[str]]:
    """The three annex lists by kind."""
    return {name: list(lines) for name, lines in _read()["lampiran"].items()}


@cache
def _read() -> dict[str, Any]:
    source = files("bina.planning.data").joinpath("saran.toml")
    return tomllib.loads(source.read_text("utf-8"))
