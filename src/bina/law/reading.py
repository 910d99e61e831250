"""The law as one agency has it: the texts, and what it has set in their place."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from bina.law.models import Ketentuan
from bina.people.models import Instansi
from bina.rules.parameters import AGENCY, Parameter, ParameterError, Parameters, Value
from bina.rules.refusal import NotInForce
from bina.rules.texts import frozen, texts

SETTABLE = frozenset({"default", "design"})
"""The tags of what a text leaves open, so that an agency may say it (spec kinerja.md, head)."""


def parameters(instansi: Instansi | None) -> Parameters:
    """The law for this agency. Free of queries while its values are as this process knows them.

    The agency comes with whoever is judged (or with the sign-in), and names the version of its
    own values; a version never returns, so what is kept under it stays true (ADR 13).
    """
    if instansi is None:
        return texts_alone()
    return parameters_of(instansi.pk, instansi.versi_ketentuan)


def parameters_of(instansi_id: int, versi: UUID | None) -> Parameters:
    """The same where only the agency's id and that version are at hand."""
    return texts_alone() if versi is None else _of_version(instansi_id, versi)


@cache
def texts_alone() -> Parameters:
    return Parameters(texts())


@lru_cache(maxsize=256)
def _of_version(instansi_id: int, versi: UUID) -> Parameters:
    del versi  # it keeps apart what is remembered
    return with_own(Ketentuan.objects.valid().filter(instansi=instansi_id))


def with_own(rows: Iterable[Ketentuan]) -> Parameters:
    """The texts with these rows in their place."""
    own: dict[str, list[Ketentuan]] = {}
    for row in sorted(rows, key=lambda one: one.mulai):
        if fits(row.parameter, row.nilai):
            own.setdefault(row.parameter, []).append(row)
    found = {name: tuple(_values(texts()[name], each)) for name, each in own.items()}
    return Parameters(texts(), {name: values for name, values in found.items() if values})


def left_open(name: str, on: date) -> bool:
    """Whether a text in force that day leaves this value to the agency."""
    try:
        return texts_alone().in_force(name, on).tag in SETTABLE
    except NotInForce:
        return False


def fits(name: str, nilai: Any) -> bool:
    """Whether the texts still have such a parameter, of that form: a newer Bina may bring
    others, and a value that no longer fits must not stop every page that judges."""
    if name not in texts():
        return False
    on = date(2000, 1, 1)
    try:
        Parameters(texts(), {name: (_value(name, on, None, nilai, "-"),)})
    except ParameterError:
        return False
    return True


def _values(parameter: Parameter, rows: list[Ketentuan]) -> Iterator[Value]:
    """Each until the day before the next, and only while the text leaves it to the agency: a
    newer text that does fix the value ends what the agency had set."""
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        last = after.mulai - timedelta(days=1) if after else date.max
        for text in parameter.values:
            since, until = max(row.mulai, text.since), min(last, text.last_day)
            if text.tag in SETTABLE and since <= until:
                end = None if until == date.max else until
                yield _value(parameter.name, since, end, row.nilai, row.dasar)


def _value(name: str, since: date, until: date | None, nilai: Any, dasar: str) -> Value:
    return Value(name, since, until, frozen(nilai), dasar, AGENCY)
