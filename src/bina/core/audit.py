"""The trail: one line per act, in the transaction of the act (ADR 6).

What a line may hold is decided here, once: names of fields, and before and after of states,
dates and numbers. Free text has no way in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from django.db import connection, models, transaction

from bina.core.audit_models import Jejak, UjungRantai, canonical, fingerprint, moment_of
from bina.core.bulk import copy_rows

Fact = str | int | bool | Decimal | date | None
Row = tuple[Any, ...]
COLUMNS = [column.attname for column in Jejak._meta.concrete_fields]
TOKEN = re.compile(r"[\w.:+/-]{0,80}")
WITHOUT_AGENCY = "umum"
NOTHING = canonical({})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record belongs in the trail: its chain, the person concerned, the unit."""

    rantai: str = WITHOUT_AGENCY
    tentang_id: int | None = None
    lingkup: int | None = None


class Traced(Protocol):
    """A record that knows its place in the trail."""

    @property
    def trail_place(self) -> Place: ...


@dataclass(frozen=True, slots=True)
class Line:
    """An act to be written down."""

    tindakan: str
    objek_jenis: str
    objek_id: str
    place: Place
    berubah: tuple[str, ...] = ()
    dari: Mapping[str, Fact] = field(default_factory=dict)
    ke: Mapping[str, Fact] = field(default_factory=dict)
    fakta: Mapping[str, Fact] = field(default_factory=dict)

    def isi(self) -> str:
        if not (self.berubah or self.dari or self.ke or self.fakta):
            return NOTHING
        parts = {
            "berubah": list(self.berubah),
            "dari": _facts(self.dari),
            "ke": _facts(self.ke),
            "fakta": _facts(self.fakta),
        }
        return canonical({key: value for key, value in parts.items() if value})


class FreeText(ValueError):
    """A line tried to carry text a person wrote."""


def line_about(tindakan: str, objek: models.Model, **facts: Any) -> Line:
    """A line about a record that knows its place."""
    place = getattr(objek, "trail_place", Place())
    return Line(tindakan, objek._meta.label_lower, str(objek.pk), place, **facts)


def record(
    tindakan: str,
    *,
    pelaku: models.Model | None,
    objek: models.Model,
    pada: datetime,
    berubah: Iterable[str] = (),
    dari: Mapping[str, Fact] | None = None,
    ke: Mapping[str, Fact] | None = None,
    fakta: Mapping[str, Fact] | None = None,
) -> None:
    """Write one line, chained to the last one of the record's agency.

    `pelaku` is None only where the system acts by itself. Must run inside the transaction of
    the act, as its last statement: the chain stays locked until the commit.
    """
    line = line_about(
        tindakan, objek, berubah=tuple(berubah), dari=dari or {}, ke=ke or {}, fakta=fakta or {}
    )
    record_many([line], pelaku=pelaku, pada=pada)


def record_many(lines: Iterable[Line], *, pelaku: models.Model | None, pada: datetime) -> None:
    """Write many lines of one act, set-based; the order given is the order of the chain."""
    by_chain: dict[str, list[Line]] = {}
    for line in lines:
        by_chain.setdefault(line.place.rantai, []).append(line)
    for rantai, group in by_chain.items():
        _append(rantai, group, pelaku, pada)


def _facts(given: Mapping[str, Fact]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in given.items()}


def _plain(value: Fact) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Decimal | date):
        return str(value) if isinstance(value, Decimal) else value.isoformat()
    if not TOKEN.fullmatch(str(value)):
        raise FreeText("the trail holds states, dates and numbers, no free text")
    return str(value)


def _locked_tip(rantai: str) -> UjungRantai:
    tips = UjungRantai.objects.select_for_update()
    try:
        return tips.get(pk=rantai)
    except UjungRantai.DoesNotExist:
        UjungRantai.objects.bulk_create([UjungRantai(rantai=rantai)], ignore_conflicts=True)
        return tips.get(pk=rantai)


def _append(rantai: str, lines: list[Line], pelaku: models.Model | None, pada: datetime) -> None:
    """Chain the lines to the last one of `rantai`.

    Many lines are stored as they are made: the database works while the next are hashed.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("the trail is written with its act")
    tip = _locked_tip(rantai)
    rows = _chained(tip, lines, pelaku.pk if pelaku else None, pada)
    if len(lines) == 1:
        Jejak(**dict(zip(COLUMNS, next(rows), strict=True))).save(force_insert=True)
    else:
        copy_rows(Jejak, COLUMNS, rows)
    UjungRantai.objects.filter(pk=rantai).update(nomor=tip.nomor, sidik=tip.sidik)


def _chained(
    tip: UjungRantai, lines: list[Line], pelaku: int | None, pada: datetime
) -> Iterator[Row]:
    """The columns of each line, in the order of COLUMNS; the tip moves along.

    No model each: a bulk act has a hundred thousand.
    """
    rantai, moment = tip.rantai, moment_of(pada)
    for line in lines:
        tip.nomor += 1
        what = (
            pelaku, line.tindakan, line.objek_jenis, line.objek_id,
            line.place.tentang_id, line.place.lingkup, line.isi(), tip.sidik,
        )  # fmt: skip
        tip.sidik = fingerprint(rantai, tip.nomor, moment, *what)
        yield (rantai, tip.nomor, pada, *what, tip.sidik)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found of one chain."""

    rantai: str
    lines: int
    sidik: str
    broken_at: int | None = None
    why: str = ""


def verify(rantai: str) -> Verdict:
    """Follow one chain from its first line and say where it breaks, if it does."""
    tip = UjungRantai.objects.filter(pk=rantai).first() or UjungRantai(rantai=rantai)
    before, nomor = UjungRantai(rantai=rantai).sidik, 0
    for line in Jejak.objects.chain(rantai).iterator(chunk_size=2000):
        nomor += 1
        why = _flaw(line, nomor, before)
        if why:
            return Verdict(rantai, nomor, before, line.nomor, why)
        before = line.sidik
    if (nomor, before) != (tip.nomor, tip.sidik):
        return Verdict(rantai, nomor, before, nomor + 1, "baris terakhir hilang")
    return Verdict(rantai, nomor, before)


def _flaw(line: Jejak, nomor: int, before: str) -> str:
    if line.nomor != nomor:
        return "ada baris yang hilang"
    if line.sebelum != before:
        return "tidak menyambung dengan baris sebelumnya"
    if line.sidik != line.computed():
        return "isinya tidak cocok dengan sidiknya"
    return ""


def chains() -> list[str]:
    """Every chain there is, also one whose tip was removed."""
    tips = set(UjungRantai.objects.values_list("rantai", flat=True))
    return sorted(tips | set(Jejak.objects.values_list("rantai", flat=True).distinct()))
