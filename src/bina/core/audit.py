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

from bina.core.audit_models import Jejak, UjungRantai, canonical
from bina.core.bulk import copy_rows

Fact = str | int | bool | Decimal | date | None
TOKEN = re.compile(r"[\w.:+/-]{0,80}")
WITHOUT_AGENCY = "umum"


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
) -> Jejak:
    """Write one line, chained to the last one of the record's agency.

    `pelaku` is None only where the system acts by itself. Must run inside the transaction of
    the act, as its last statement: the chain stays locked until the commit.
    """
    line = line_about(
        tindakan, objek, berubah=tuple(berubah), dari=dari or {}, ke=ke or {}, fakta=fakta or {}
    )
    return record_many([line], pelaku=pelaku, pada=pada)[0]


def record_many(
    lines: Iterable[Line], *, pelaku: models.Model | None, pada: datetime
) -> list[Jejak]:
    """Write many lines of one act, set-based; the order given is the order of the chain."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("the trail is written with its act")
    written: list[Jejak] = []
    by_chain: dict[str, list[Line]] = {}
    for line in lines:
        by_chain.setdefault(line.place.rantai, []).append(line)
    for rantai, group in by_chain.items():
        tip = _locked_tip(rantai)
        made = list(_chained(tip, group, pelaku, pada))
        _store(made)
        UjungRantai.objects.filter(pk=rantai).update(nomor=made[-1].nomor, sidik=made[-1].sidik)
        written += made
    return written


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


def _chained(
    tip: UjungRantai, lines: list[Line], pelaku: models.Model | None, pada: datetime
) -> Iterator[Jejak]:
    nomor, before = tip.nomor, tip.sidik
    for line in lines:
        nomor += 1
        made = Jejak(
            rantai=tip.rantai,
            nomor=nomor,
            pada=pada,
            pelaku_id=pelaku.pk if pelaku else None,
            tindakan=line.tindakan,
            objek_jenis=line.objek_jenis,
            objek_id=line.objek_id,
            tentang_id=line.place.tentang_id,
            lingkup=line.place.lingkup,
            isi=line.isi(),
            sebelum=before,
        )
        made.sidik = before = made.computed()
        yield made


_COLUMNS = [column.attname for column in Jejak._meta.concrete_fields]


def _store(made: list[Jejak]) -> None:
    if len(made) == 1:
        made[0].save(force_insert=True)
    else:
        copy_rows(Jejak, _COLUMNS, ([getattr(one, name) for name in _COLUMNS] for one in made))


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
