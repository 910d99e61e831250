"""National holidays and joint leave (SKB 3 Menteri), and which days are working days."""

from dataclasses import dataclass, field
from datetime import MAXYEAR, date

from bina.rules.given import count
from bina.rules.parameters import Parameters, Value
from bina.rules.refusal import Invalid, Manual, NotInForce
from bina.rules.result import Result, based_on


@dataclass(frozen=True, slots=True, kw_only=True)
class HariLibur(Result):
    """`diliburkan`: whether working days skip the joint leave too."""

    libur_nasional: tuple[date, ...]
    cuti_bersama: tuple[date, ...]
    diliburkan: bool


def hari_libur(*, tahun: int, law: Parameters, on: date | None) -> HariLibur:
    """The holidays of a year, as the joint decision of that year lists them.

    SKB 3 Menteri, one a year. Raises Manual for a year without data, Invalid for no year.
    """
    year = count(tahun, "tahun", least=1)
    if year > MAXYEAR:
        raise Invalid(f"tahun: no calendar has it: {tahun!r}")
    day = date(year, 12, 31)
    libur, cuti = (_listed(name, day, law) for name in ("libur_nasional", "cuti_bersama"))
    skips = law.in_force("hari_libur.cuti_bersama_diliburkan", on)
    return HariLibur(
        libur_nasional=libur.value,
        cuti_bersama=cuti.value,
        diliburkan=skips.value,
        dasar=based_on(libur, cuti, skips),
    )


def _listed(name: str, day: date, law: Parameters) -> Value:
    try:
        return law.in_force(f"hari_libur.{name}", day)
    except NotInForce as error:
        raise Manual(f"{name}: the holidays of {day.year} are not known") from error


@dataclass(slots=True)
class HariKerja:
    """Tells working days by the days of the week and the holidays; keeps what it went by."""

    law: Parameters
    on: date | None
    used: list[Value] = field(default_factory=list)

    def __call__(self, day: date) -> bool:
        """Raises Manual for a day of the week in a year without data."""
        week = self._use(self.law.in_force("pp30_2019.hari_kerja", self.on))
        if day.isoweekday() not in week.value:
            return False
        skips = self._use(self.law.in_force("hari_libur.cuti_bersama_diliburkan", self.on))
        names = ("libur_nasional", "cuti_bersama") if skips.value else ("libur_nasional",)
        return not any(day in self._use(_listed(name, day, self.law)).value for name in names)

    def _use(self, value: Value) -> Value:
        self.used.append(value)
        return value
