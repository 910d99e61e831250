"""The law told to those who check it: every parameter with its basis, every rule in words."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bina.rules.parameters import Parameters, Value
from bina.rules.refusal import NotInForce

FILE = Path(__file__).parent / "penjelasan.toml"


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """How one rule decides, in Indonesian. `parameter` may name a family: `perlan10_2018.*`."""

    judul: str
    dasar: str
    cara: tuple[str, ...]
    menolak: tuple[str, ...]
    parameter: tuple[str, ...]

    def uses(self, name: str) -> bool:
        return any(fnmatchcase(name, one) for one in self.parameter)


@cache
def explanations() -> Mapping[str, Penjelasan]:
    """Rule name -> how it decides."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return MappingProxyType({name: _one(entry) for name, entry in content.items()})


def _one(entry: Mapping[str, Any]) -> Penjelasan:
    told = {name: tuple(entry[name]) for name in ("cara", "menolak", "parameter")}
    return Penjelasan(judul=entry["judul"], dasar=entry["dasar"], **told)


def listed(law: Parameters) -> Iterator[str]:
    """Every parameter with all its values: dates, value, basis and how well it is known."""
    for name, parameter in law.texts.items():
        yield f"{name} ({parameter.unit}): {parameter.description}"
        for value in (*parameter.values, *law.overrides.get(name, ())):
            yield f"    {said(value)}"


def explained(name: str, law: Parameters, on: date) -> Iterator[str]:
    """How the rule decides, by which text, and with which values on that day. KeyError for a
    name that is no rule's."""
    told = explanations()[name]
    yield f"{name}: {told.judul}"
    yield f"Dasar: {told.dasar}"
    yield "Cara memutuskan:"
    yield from (f"  {number}. {line}" for number, line in enumerate(told.cara, 1))
    if told.menolak:
        yield "Menolak menjawab:"
        yield from (f"  - {line}" for line in told.menolak)
    yield f"Nilai pada {on.isoformat()}:"
    for parameter in filter(told.uses, law.texts):
        yield f"  {parameter}: {_on_day(parameter, law, on)}"


def _on_day(name: str, law: Parameters, on: date) -> str:
    try:
        return said(law.in_force(name, on))
    except NotInForce:
        return "tidak ada naskah yang berlaku pada hari itu"


def said(value: Value) -> str:
    """One value: `2022-01-01 sampai seterusnya: … [copies] PermenPANRB 6/2022, …`."""
    until = value.until.isoformat() if value.until else "seterusnya"
    dates = f"{value.since.isoformat()} sampai {until}"
    return f"{dates}: {_plain(value.value)} [{value.tag}] {value.reference}"


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_plain(one)}" for key, one in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_plain(one) for one in value) + "]"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value)
