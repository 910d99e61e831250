"""What the law and the agency say about planning: dated, cited parameters (`perencanaan.toml`)."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from bina.rules.parameters import Parameters


def akhir_penetapan(year: int, *, law: Parameters) -> date:
    """Until when the plan of that year is to be established, where no period says otherwise."""
    found = _value(law, "akhir_penetapan", date(year, 12, 31))
    month = min(int(found["bulan"]), 12)
    return date(year, month, min(int(found["hari"]), monthrange(year, month)[1]))


def last_days_in_new_position(since: date, *, law: Parameters) -> tuple[date, date]:
    """Until when somebody newly placed submits, and their penilai establishes."""
    found = _value(law, "penempatan_baru", max(since, FIRST))
    submitting, establishing = (int(found[name]) for name in ("pengajuan", "penetapan"))
    return since + timedelta(days=submitting), since + timedelta(days=establishing)


def bebas_skp(on: date, *, law: Parameters) -> tuple[str, ...]:
    """The kedudukan hukum, in small letters, of people who need no plan."""
    return tuple(_value(law, "bebas_skp", on))


def acting_has_own_plan(on: date, *, law: Parameters) -> bool:
    """Whether a Plt. or Plh. makes a plan of their own for it."""
    return bool(_value(law, "skp_pelaksana_tugas", on) == "terpisah")


def dasar_perubahan(on: date, *, law: Parameters) -> tuple[str, ...]:
    """The grounds for a new version, by code."""
    return tuple(_value(law, "dasar_perubahan", on))


FIRST = date(2022, 1, 1)  # PermenPANRB 6/2022 counts from here; a placement may be older


def _value(law: Parameters, name: str, on: date) -> Any:
    return law.in_force(f"perencanaan.{name}", on).value
