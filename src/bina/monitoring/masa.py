"""Periods of a plan, and how exactly a day is told: pure, no clock.

The quarter or the month a rencana aksi is for, the day, week or month a line of the diary is
about; both are the agency's to say (parameters pemantauan.periode_rencana_aksi, butir_catatan).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from bina.ui.tulisan import bulan, rentang

BULAN, TRIWULAN = "bulan", "triwulan"
HARI, MINGGU = "hari", "minggu"
MONTHS = {BULAN: 1, TRIWULAN: 3}
ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Masa:
    """From its first to its last day, both included; `jenis` says how it is called."""

    mulai: date
    selesai: date
    jenis: str = TRIWULAN

    def __contains__(self, day: date) -> bool:
        return self.mulai <= day <= self.selesai

    @property
    def kode(self) -> str:
        """As a form and an address carry it."""
        return self.mulai.isoformat()

    @property
    def label(self) -> str:
        if self.jenis == MINGGU:
            return rentang(self.mulai, self.selesai)
        if self.jenis == BULAN:
            return bulan(self.mulai)
        return _("Triwulan %(ke)s %(tahun)s") % {
            "ke": ROMAN[(self.mulai.month - 1) // 3],
            "tahun": self.mulai.year,
        }


def periods(mulai: date, selesai: date, jenis: str) -> list[Masa]:
    """The calendar's quarters or months that a plan touches, cut to the plan."""
    found, first = [], _first_day(mulai, MONTHS[jenis])
    while first <= selesai:
        after = _months_on(first, MONTHS[jenis])
        last = after - timedelta(days=1)
        found.append(Masa(max(first, mulai), min(last, selesai), jenis))
        first = after
    return found


def weeks(mulai: date, selesai: date) -> list[Masa]:
    """The weeks from Monday to Sunday that a plan touches, cut to the plan."""
    found, first = [], mulai - timedelta(days=mulai.weekday())
    while first <= selesai:
        last = first + timedelta(days=6)
        found.append(Masa(max(first, mulai), min(last, selesai), MINGGU))
        first = last + timedelta(days=1)
    return found


def around(day: date, among: list[Masa]) -> Masa | None:
    return next((one for one in among if day in one), None)


def _first_day(day: date, months: int) -> date:
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _months_on(first: date, months: int) -> date:
    ahead = first.month - 1 + months
    return date(first.year + ahead // 12, ahead % 12 + 1, 1)
