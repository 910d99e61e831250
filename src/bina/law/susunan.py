"""A parameter's value as small parts a person can fill in, and back again.

`parts` says what may be filled in, `taken_apart` what stands there now, `put_together` makes
the value of what was filled in: always of the form of the text's own.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from bina.law import jalur
from bina.law.pilihan import BATAS, LUAS, PILIHAN, TETAP, Bagian
from bina.rules.parameters import Parameter

Leaves = dict[str, Any]


def parts(parameter: Parameter) -> tuple[Bagian, ...]:
    """The fields of this parameter, in the order of its table."""
    if jalur.is_row(parameter.name):
        return jalur.ROW
    if parameter.name == jalur.BAURAN:
        return jalur.SHARES
    leaves = _leaves(parameter.values[-1].value, "", _fixed(parameter))
    return tuple(_part(parameter.name, path, one) for path, one in leaves)


def settable(parameter: Parameter) -> bool:
    """Whether every part is a number or a choice that is known: a free pattern is for nobody
    to retype."""
    return all(one.jenis != "pilihan" or one.pilihan for one in parts(parameter))


def taken_apart(parameter: Parameter, value: Any) -> Leaves:
    """Path -> what stands there in this value."""
    if jalur.is_row(parameter.name):
        return jalur.row_apart(value)
    if parameter.name == jalur.BAURAN:
        return jalur.shares_apart(value)
    return dict(_leaves(value, "", _fixed(parameter)))


def put_together(parameter: Parameter, leaves: Leaves) -> Any:
    """The value with these parts, plain (numbers as Decimal or int), in the text's form."""
    if jalur.is_row(parameter.name):
        return jalur.row_of(leaves)
    if parameter.name == jalur.BAURAN:
        return jalur.shares_of(leaves)
    return _rebuilt(parameter.values[-1].value, "", leaves, _fixed(parameter))


def plain(value: Any) -> Any:
    """As it is stored: like the TOML of the texts, numbers with fractions as strings."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value


def _part(name: str, path: str, leaf: Any) -> Bagian:
    batas = BATAS.get(name, LUAS)
    if isinstance(leaf, Decimal):
        return Bagian(path, "angka", batas=batas)
    if isinstance(leaf, int):
        return Bagian(path, "bulat", batas=batas)
    choices = PILIHAN.get(name, {}).get(path.rpartition(".")[2], PILIHAN.get(name, {}).get("", ()))
    if isinstance(leaf, tuple):
        return Bagian(path, "banyak", choices, batas=batas, wajib=batas.least > 0)
    return Bagian(path, "pilihan", choices)


def _fixed(parameter: Parameter) -> frozenset[str]:
    return TETAP.get(parameter.name, frozenset())


def _leaves(value: Any, path: str, fixed: frozenset[str]) -> Iterator[tuple[str, Any]]:
    if not _is_table(value):
        yield path, value
    for key, one in _inner(value):
        if key not in fixed:
            yield from _leaves(one, _below(path, key), fixed)


def _inner(value: Any) -> Iterator[tuple[str, Any]]:
    """The entries of a table. A list of rows is one too, by the name that opens each row."""
    if isinstance(value, Mapping):
        yield from value.items()
    elif _is_table(value):
        for row in value:
            (_key, name), *rest = row.items()
            yield name, dict(rest)


def _is_table(value: Any) -> bool:
    rows = isinstance(value, tuple) and bool(value) and isinstance(value[0], Mapping)
    return isinstance(value, Mapping) or rows


def _rebuilt(value: Any, path: str, leaves: Leaves, fixed: frozenset[str]) -> Any:
    if not _is_table(value):
        return leaves[path]
    found = {
        key: one if key in fixed else _rebuilt(one, _below(path, key), leaves, fixed)
        for key, one in _inner(value)
    }
    if isinstance(value, Mapping):
        return found
    named = [next(iter(row.items())) for row in value]
    return [{key: name, **found[name]} for key, name in named]


def _below(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
