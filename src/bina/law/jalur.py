"""The two values of PerLAN 10/2018 whose form an agency changes: a jalur the table has no row
for, and which share of 10:20:70 each jalur belongs to."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from bina.law.pilihan import Bagian
from bina.rules.bauran_pembelajaran import Bagian as Share
from bina.rules.jalur import Jalur, Lingkup
from bina.rules.perlan10_2018 import MANUAL

BAURAN: Final = "perlan10_2018.bauran_pembelajaran"
ROWS: Final = frozenset(
    f"perlan10_2018.{one}"
    for one in (Jalur.BIMBINGAN_DI_TEMPAT_KERJA, Jalur.KLASIKAL_LAIN, Jalur.NONKLASIKAL_LAIN)
)
# What a jalur may count in: all of the rule's but sessions, which need two signatures.
HITUNGAN: Final = (MANUAL, "hari", "kali", "semester", "program", "menit")
PER_UNIT: Final = frozenset({"hari", "kali", "semester"})

ROW: Final = (
    Bagian("hitungan", "pilihan", HITUNGAN),
    *(Bagian(one.value, "angka", wajib=False) for one in Lingkup),
)
SHARES: Final = tuple(
    Bagian(one.value, "pilihan", tuple(share.value for share in Share), wajib=False)
    for one in Jalur
)
JP, CAP = "jp", "maksimum_sehari"


def is_row(name: str) -> bool:
    return name in ROWS


def row_apart(value: Mapping[str, Any]) -> dict[str, Any]:
    """What the jalur counts in, and its figure at home and abroad: JP for each, or the most a
    day where minutes count."""
    found: dict[str, Any] = {"hitungan": value["hitungan"]}
    for one in Lingkup:
        row = value.get(one.value, {})
        found[one.value] = row.get(JP, row.get(CAP))
    return found


def row_of(leaves: Mapping[str, Any]) -> dict[str, Any]:
    """The row with these figures; a lingkup without one stays without a row."""
    counted = leaves["hitungan"]
    row: dict[str, Any] = {"hitungan": counted}
    if counted == "program":
        row[Lingkup.NASIONAL.value] = {"dinaikkan": False}
        return row
    for one in Lingkup:
        figure = leaves.get(one.value)
        if figure is not None:
            row[one.value] = _figure(counted, figure)
    return row


def _figure(counted: str, figure: Decimal) -> dict[str, Any]:
    if counted in PER_UNIT:
        return {JP: figure}
    return {"dinaikkan": False, CAP: figure}


def row_lacks(leaves: Mapping[str, Any]) -> str:
    """What does not go together: "nasional" where a figure is missing, "angka" where one stands
    that nothing reads; empty when all is well."""
    counted = leaves["hitungan"]
    figures = [leaves.get(one.value) for one in Lingkup]
    if counted in {MANUAL, "program"}:
        return "angka" if any(one is not None for one in figures) else ""
    return "nasional" if leaves.get(Lingkup.NASIONAL.value) is None else ""


def shares_apart(value: Mapping[str, Any]) -> dict[str, Any]:
    """Jalur -> its share; empty where none claims it."""
    found = {one.value: "" for one in Jalur}
    return found | {name: share for share, names in value.items() for name in names}


def shares_of(leaves: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        share.value: [one.value for one in Jalur if leaves.get(one.value) == share.value]
        for share in Share
    }
