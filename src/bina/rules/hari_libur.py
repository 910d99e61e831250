"""National holidays and joint leave (SKB 3 Menteri), and which days are working days."""

from dataclasses import dataclass, field
from datetime import MAXYEAR, date
from enum import StrEnum

from bina.rules.given import choice, count
from bina.rules.parameters import Parameters, Value
from bina.rules.refusal import Invalid, Manual, NotInForce
from bina.rules.result import Result, based_on


class HitunganCuti(StrEnum):
    """How working days treat the joint leave: skipped like a holiday, or counted."""

    DILEWATI = "dilewati"
    DIHITUNG = "dihitung"


@dataclass(frozen=True, slots=True, kw_only=True)
class HariLibur(Result):
    libur_nasional: tuple[date, ...]
    cuti_bersama: tuple[date, ...]
    hitungan_cuti_bersama: HitunganCuti


def hari_libur(*, tahun: int, law: Parameters, on: date | None) -> HariLibur:
    """The holidays of a year, as the joint decision of that year lists them.

    SKB 3 Menteri, one a year. Raises Manual for a year without data, Invalid for no year.
    """
    year = count(tahun, "tahun", least=1)
    if year > MAXYEAR:
        raise Invalid(f"tahun: no calendar has it: {tahun!r}")
    day = date(year, 12, 31)
    libur, cuti = (_listed(name, day, law) for name in ("libur_nasional", "cuti_bersama"))
    hitungan = _hitungan(law, on)
    return HariLibur(
        libur_nasional=libur.value,
        cuti_bersama=cuti.value,
        hitungan_cuti_bersama=choice(HitunganCuti, hitungan.value, hitungan.name),
        dasar=based_on(libur, cuti, hitungan),
    )


def _hitungan(law: Parameters, on: date | None) -> Value:
    return law.in_force("hari_libur.hitungan_cuti_bersama", on)


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
        if day in self._use(_listed("libur_nasional", day, self.law)).value:
            return False
        hitungan = self._use(_hitungan(self.law, self.on))
        if choice(HitunganCuti, hitungan.value, hitungan.name) is HitunganCuti.DIHITUNG:
            return True
        return day not in self._use(_listed("cuti_bersama", day, self.law)).value

    def _use(self, value: Value) -> Value:
        self.used.append(value)
        return value
