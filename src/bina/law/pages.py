"""What the pages of the law show, made of the parameters; no query of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bina.law import kata
from bina.rules import explanation
from bina.rules.explanation import Penjelasan
from bina.rules.parameters import AGENCY, Parameter, Parameters, Value
from bina.rules.refusal import NotInForce


@dataclass(frozen=True, slots=True)
class NilaiTertulis:
    """One value as a page writes it."""

    baris: list[str]
    sejak: date
    sampai: date | None
    rujukan: str
    tag: str

    @property
    def sendiri(self) -> bool:
        return self.tag == AGENCY


@dataclass(frozen=True, slots=True)
class Butir:
    """One parameter: what it is called, its values, the rules that read it."""

    nama: str
    judul: str
    satuan: str
    nilai: tuple[NilaiTertulis, ...]
    aturan: tuple[tuple[str, str], ...] = ()


def by_text(law: Parameters) -> list[tuple[str, list[Butir]]]:
    """Every parameter with all its values, under the text it belongs to."""
    found: dict[str, list[Butir]] = {}
    for parameter in law.texts.values():
        values = (*parameter.values, *law.overrides.get(parameter.name, ()))
        found.setdefault(kata.naskah(parameter.name), []).append(_item(parameter, values))
    return sorted(found.items())


def on_day(told: Penjelasan, law: Parameters, on: date) -> list[Butir]:
    """The parameters a rule reads, each with its value on that day, if any."""
    used = (one for name, one in law.texts.items() if told.uses(name))
    return [_item(one, tuple(_held(law, one.name, on)), rules=False) for one in used]


def tags() -> list[tuple[Any, Any]]:
    """How well a value may be known, and what each word means."""
    return [(words, kata.TAG_MEANS[name]) for name, words in kata.TAG.items()]


def written(value: Value) -> NilaiTertulis:
    return NilaiTertulis(
        baris=kata.lines(value.name, value.value),
        sejak=value.since,
        sampai=value.until,
        rujukan=value.reference,
        tag=value.tag,
    )


def _item(parameter: Parameter, values: tuple[Value, ...], *, rules: bool = True) -> Butir:
    return Butir(
        nama=parameter.name,
        judul=kata.judul(parameter),
        satuan=kata.satuan(parameter),
        nilai=tuple(written(one) for one in values),
        aturan=tuple(_rules(parameter.name)) if rules else (),
    )


def _held(law: Parameters, name: str, on: date) -> Iterator[Value]:
    try:
        yield law.in_force(name, on)
    except NotInForce:
        return


def _rules(name: str) -> Iterator[tuple[str, str]]:
    for rule, told in explanation.explanations().items():
        if told.uses(name):
            yield rule, told.judul
