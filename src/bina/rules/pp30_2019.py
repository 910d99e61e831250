"""PP 30/2019: the objection to an appraisal (Pasal 59)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bina.rules.given import choice, day, items
from bina.rules.parameters import Parameters
from bina.rules.refusal import Invalid
from bina.rules.result import Result, based_on

ONE_DAY = timedelta(days=1)


class Satuan(StrEnum):
    """How a term is counted: every day, or working days only."""

    HARI = "hari"
    HARI_KERJA = "hari_kerja"


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
        batas, dasar = _shifted(received, lama), based_on(tenggat)
    else:
        batas = _working_day(received, lama, hari_kerja.value, holidays)
        dasar = based_on(tenggat, hari_kerja)
    return Keberatan(tepat_waktu=raised <= batas, batas=batas, dasar=dasar)


def _working_day(after: date, number: int, week: Sequence[int], libur: frozenset[date]) -> date:
    """The so-many-th working day after a day."""
    found, left = after, number
    while left:
        found = _shifted(found, 1)
        if found.isoweekday() in week and found not in libur:
            left -= 1
    return found


def _shifted(start: date, days: int) -> date:
    try:
        return start + days * ONE_DAY
    except OverflowError as error:
        raise Invalid(f"diterima: no calendar reaches from {start}") from error
