"""Which KEDUDUKAN HUKUM means that a person is active, by the dated list beside this file."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Daftar:
    """The two lists in force on a day."""

    aktif: frozenset[str]
    tidak_aktif: frozenset[str]

    def is_aktif(self, kedudukan: str) -> bool:
        return kedudukan.casefold() in self.aktif

    def knows(self, kedudukan: str) -> bool:
        folded = kedudukan.casefold()
        return folded in self.aktif or folded in self.tidak_aktif


@cache
def daftar(on: date) -> Daftar:
    path = Path(__file__).with_name("kedudukan_hukum.toml")
    known = [one for one in tomllib.loads(path.read_text())["daftar"] if one["since"] <= on]
    latest = max(known, key=lambda one: one["since"])
    return Daftar(_folded(latest["aktif"]), _folded(latest["tidak_aktif"]))


def _folded(names: list[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)
