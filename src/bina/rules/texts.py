"""Reads the parameter files: one TOML file a regulation, one key a quantity."""

import re
import tomllib
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bina.rules.parameters import Parameter, ParameterError, Texts, Value, check

FOLDER = Path(__file__).parent / "parameters"
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
PARAMETER_KEYS = {"description", "unit", "values"}
VALUE_KEYS = {"since", "until", "value", "reference", "tag"}
OPTIONAL = {"until"}


@cache
def texts() -> Texts:
    """All the texts that come with Bina, named `regulation.quantity`."""
    return load(FOLDER)


def load(folder: Path) -> Texts:
    """Every parameter of every file in the folder. Raises ParameterError, naming the key."""
    found: dict[str, Parameter] = {}
    for path in sorted(folder.glob("*.toml")):
        found.update(_read(path))
    return MappingProxyType(found)


def _read(path: Path) -> dict[str, Parameter]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ParameterError(f"{path.name}: {error}") from error
    return {
        name: _parameter(name, entry)
        for name, entry in ((f"{path.stem}.{key}", entry) for key, entry in content.items())
    }


def _parameter(name: str, entry: Any) -> Parameter:
    _keys(name, entry, PARAMETER_KEYS)
    for key in ("description", "unit"):
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise ParameterError(f"{name}: {key} is empty")
    if not isinstance(entry["values"], list):
        raise ParameterError(f"{name}: values is not a list")
    values = tuple(_value(name, value) for value in entry["values"])
    check(name, values)
    return Parameter(name, entry["description"], entry["unit"], values)


def _value(name: str, entry: Any) -> Value:
    _keys(name, entry, VALUE_KEYS, optional=OPTIONAL)
    for key in {"since", "until"} & set(entry):
        if not isinstance(entry[key], date) or isinstance(entry[key], datetime):
            raise ParameterError(f"{name}: {key} is not a date")
    return Value(
        name=name,
        since=entry["since"],
        until=entry.get("until"),
        value=frozen(entry["value"]),
        reference=entry["reference"],
        tag=entry["tag"],
    )


def _keys(name: str, entry: Any, allowed: set[str], *, optional: set[str] | None = None) -> None:
    if not isinstance(entry, dict):
        raise ParameterError(f"{name}: not a table")
    if missing := allowed - (optional or set()) - set(entry):
        raise ParameterError(f"{name}: {', '.join(sorted(missing))} missing")
    if unknown := set(entry) - allowed:
        raise ParameterError(f"{name}: {', '.join(sorted(unknown))} unknown")


def frozen(value: Any) -> Any:
    """The same value, immutable, its numbers in strings made Decimals. No floats."""
    if isinstance(value, dict):
        return MappingProxyType({key: frozen(inner) for key, inner in value.items()})
    if isinstance(value, list | tuple):
        return tuple(frozen(inner) for inner in value)
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return Decimal(value)
    if isinstance(value, float):
        raise ParameterError(f"write {value} as a string")
    return value
