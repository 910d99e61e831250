"""PP 30/2019: the yearly mark and its predicate (Pasal 41), the objection to it (Pasal 59)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bina.rules.given import choice, day, items, number, yes_or_no
from bina.rules.parameters import Parameters
from bina.rules.refusal import Invalid
from bina.rules.result import Result, based_on
from bina.rules.tenggat import Satuan, last_day


class Predikat(StrEnum):
    """The predicate of the yearly mark, best first."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    CUKUP = "cukup"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiTahunan(Result):
    nilai: Decimal
    predikat: Predikat


def nilai_pp30(
    *,
    skp: Any,
    perilaku: Any,
    pendapat_rekan: bool,
    ide_baru: bool,
    law: Parameters,
    on: date | None,
) -> NilaiTahunan:
    """The marks for results and for conduct, weighed, and the first step they reach.

    Pasal 41: one pair of weights, another where peers and direct reports are heard. Ayat (5): the
    highest step asks for a new idea of use to the organisation as well; without one the mark falls
    to the next. Raises Invalid for marks outside the scale, NotInForce outside July to December
    2021.
    """
    heard, idea = yes_or_no(pendapat_rekan, "pendapat_rekan"), yes_or_no(ide_baru, "ide_baru")
    skala = law.in_force("pp30_2019.skala_nilai", on)
    marks = {
        name: _mark(value, name, skala.value)
        for name, value in (("skp", skp), ("perilaku", perilaku))
    }
    bobot = law.in_force(f"pp30_2019.bobot_{'dengan' if heard else 'tanpa'}_rekan", on)
    jenjang = law.in_force("pp30_2019.jenjang_predikat", on)
    nilai = sum((mark * bobot.value[name] for name, mark in marks.items()), Decimal(0))
    predikat = _first_step(nilai, idea, jenjang.value)
    return NilaiTahunan(nilai=nilai, predikat=predikat, dasar=based_on(skala, bobot, jenjang))


def _first_step(nilai: Decimal, idea: bool, steps: Sequence[Any]) -> Predikat:
    """The best step the mark reaches; one that asks for a new idea only with one."""
    reached = (one for one in steps if nilai >= one["mulai"])
    return next(Predikat(one["predikat"]) for one in reached if idea or not one["perlu_ide_baru"])


def _mark(value: Any, name: str, skala: Any) -> Decimal:
    found = number(value, name)
    if not skala["terendah"] <= found <= skala["tertinggi"]:
        raise Invalid(f"{name}: outside {skala['terendah']} to {skala['tertinggi']}: {value!r}")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Keberatan(Result):
    """`batas`: the last day on which an objection is in time."""

    tepat_waktu: bool
    batas: date


def keberatan(
    *,
    diterima: date,
    diajukan: date,
    satuan: str | None = None,
    libur: Sequence[date] = (),
    law: Parameters,
    on: date | None,
) -> Keberatan:
    """Whether an objection came in time after the result was received.

    Pasal 59: counted from the day after receipt; the last day is in time. `satuan`
    replaces the unit of the text (PermenPANRB 6/2022 is said to count hari kerja);
    `libur` are the holidays, which only hari kerja skips. Raises Invalid for an
    objection before the receipt and for anything but days.
    """
    received, raised = day(diterima, "diterima"), day(diajukan, "diajukan")
    if raised < received:
        raise Invalid("diajukan: before the result was received")
    holidays = frozenset(day(d, "libur") for d in items(libur, "libur"))
    tenggat = law.in_force("pp30_2019.tenggat_keberatan", on)
    hari_kerja = law.in_force("pp30_2019.hari_kerja", on)
    lama = tenggat.value["lama"]
    unit = tenggat.value["satuan"] if satuan is None else satuan
    if choice(Satuan, unit, "satuan") is Satuan.HARI:
        batas, dasar = last_day(received, lama), based_on(tenggat)
    else:
        batas = last_day(received, lama, _working(hari_kerja.value, holidays))
        dasar = based_on(tenggat, hari_kerja)
    return Keberatan(tepat_waktu=raised <= batas, batas=batas, dasar=dasar)


def _working(week: Sequence[int], libur: frozenset[date]) -> Callable[[date], bool]:
    return lambda one: one.isoweekday() in week and one not in libur
