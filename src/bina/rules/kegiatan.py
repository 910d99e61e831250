"""One activity of competency development, as the JP rule is given it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Self

from bina.rules.given import choice, count, day, number, yes_or_no
from bina.rules.jalur import Jalur, Lingkup
from bina.rules.refusal import Invalid

READERS: Mapping[str, Callable[[object, str], Any]] = MappingProxyType(
    {
        "jalur": lambda value, name: choice(Jalur, value, name),
        "lingkup": lambda value, name: choice(Lingkup, value, name),
        "tanggal": day,
        "sesi": count,
        "hari": count,
        "menit": number,
        "semester": count,
        "kali": count,
        "jp_program": number,
        "selesai": yes_or_no,
        "ditandatangani": yes_or_no,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kegiatan:
    """What was done, by which jalur, where, and in the quantities the jalur counts in.

    A quantity that is given must be a quantity, whether the jalur counts in it or not.
    """

    jalur: Jalur
    lingkup: Lingkup
    tanggal: date | None = None
    sesi: int | None = None
    hari: int | None = None
    menit: Decimal | int | None = None
    semester: int | None = None
    kali: int | None = None
    jp_program: Decimal | int | None = None
    selesai: bool | None = None
    ditandatangani: bool | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None or field.name in ("jalur", "lingkup"):
                object.__setattr__(self, field.name, READERS[field.name](value, field.name))

    @classmethod
    def read(cls, entry: object) -> Self:
        """An activity from a table of its quantities."""
        if isinstance(entry, cls):
            return entry
        if not isinstance(entry, Mapping):
            raise Invalid(f"kegiatan: not a table: {entry!r}")
        if unknown := [str(key) for key in entry if key not in READERS]:
            raise Invalid(f"kegiatan: unknown: {', '.join(unknown)}")
        return cls(**{"jalur": None, "lingkup": None, **entry})

    def need(self, name: str) -> Any:
        """A quantity that the jalur cannot do without."""
        value = getattr(self, name)
        if value is None:
            raise Invalid(f"{self.jalur}: {name} is missing")
        return value
