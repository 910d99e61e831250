"""What the law and the agency say about planning: dated, cited parameters (`perencanaan.toml`)."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from bina.rules.parameters import Parameters
from bina.rules.texts import texts


def akhir_penetapan(year: int) -> date:
    """Until when the plan of that year is to be established, where no period says otherwise."""
    found = _value("akhir_penetapan", date(year, 12, 31))
    return date(year, int(found["bulan"]), int(found["hari"]))


def last_days_in_new_position(since: date) -> tuple[date, date]:
    """Until when somebody newly placed submits, and their penilai establishes."""
    found = _value("penempatan_baru", since)
    return tuple(since + timedelta(days=int(found[name])) for name in ("pengajuan", "penetapan"))  # type: ignore[return-value]


def bebas_skp(on: date) -> tuple[str, ...]:
    """The kedudukan hukum, in small letters, of people who need no plan."""
    return tuple(_value("bebas_skp", on))


def acting_has_own_plan(on: date) -> bool:
    """Whether a Plt. or Plh. makes a plan of their own for it."""
    return bool(_value("skp_pelaksana_tugas", on) == "terpisah")


@cache
def _law() -> Parameters:
    return Parameters(texts())


def _value(name: str, on: date) -> Any:
    return _law().in_force(f"perencanaan.{name}", on).value
