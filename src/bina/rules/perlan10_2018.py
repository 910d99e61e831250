"""Peraturan LAN 10/2018: how activities become jam pelajaran (JP)."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from bina.rules.given import items
from bina.rules.jalur import Jalur, Lingkup
from bina.rules.kegiatan import Kegiatan
from bina.rules.parameters import Parameters, Value
from bina.rules.refusal import Manual
from bina.rules.result import Result, based_on

NOTHING = Decimal(0)
PERCENT = 100
MANUAL = "manual"


class Alasan(StrEnum):
    """Why an activity earned less than it might have."""

    PERLU_KEPUTUSAN = "perlu_keputusan"
    BELUM_DITANDATANGANI = "belum_ditandatangani"
    BELUM_SELESAI = "belum_selesai"
    MELEBIHI_BATAS_HARIAN = "melebihi_batas_harian"
    MELEBIHI_BATAS_BULANAN = "melebihi_batas_bulanan"
    KURANG_DARI_SATU_JP = "kurang_dari_satu_jp"


@dataclass(frozen=True, slots=True, kw_only=True)
class JamPelajaran(Result):
    """`rincian` and `alasan` have one entry an activity, in the order given.

    `rincian` says "manual" where a person must decide; `jp` is the sum of the rest.
    """

    jp: Decimal
    rincian: tuple[Decimal | str, ...]
    alasan: tuple[Alasan | None, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    jp: Decimal
    alasan: Alasan | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """What of the caps earlier activities have used up."""

    sessions: Counter[tuple[Jalur, int, int]] = field(default_factory=Counter)
    days_abroad: set[tuple[Jalur, date]] = field(default_factory=set)
    jp: dict[tuple[Jalur, date], Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tarif:
    """The row of the table for a jalur in one lingkup, and what is used up of its caps."""

    row: Mapping[str, Any]
    menit_per_jp: Decimal
    kenaikan: Decimal
    used: Used

    def raised(self, jp: Decimal) -> Decimal:
        """Whole JP, raised first where the table raises this row."""
        if self.row.get("dinaikkan"):
            jp = jp * (PERCENT + self.kenaikan) / PERCENT
        return jp.to_integral_value(ROUND_FLOOR)

    def whole_jp(self, menit: Decimal) -> Decimal:
        return menit // self.menit_per_jp


def jam_pelajaran(
    *,
    kegiatan: Sequence[Kegiatan | Mapping[str, Any]],
    law: Parameters,
    on: date | None,
) -> JamPelajaran:
    """The JP that activities of competency development earn, each by the row of its jalur.

    Lampiran, conversion table. Caps run over a jalur's activities of a day or a month,
    at home and abroad together, in order of date, then of entry. Raises Invalid for
    missing or negative quantities, Manual where no activity has a row in the table,
    NotInForce before the table.
    """
    activities = [Kegiatan.read(entry) for entry in items(kegiatan, "kegiatan")]
    menit_per_jp = law.in_force("pp11_2017.menit_per_jp", on)
    kenaikan = law.in_force("perlan10_2018.kenaikan_internasional", on)
    rows = {k.jalur: law.in_force(f"perlan10_2018.{k.jalur}", on) for k in activities}
    used = Used()
    earned: dict[int, Credit | None] = {}
    for place, activity in sorted(enumerate(activities), key=_by_date):
        row = _row(rows[activity.jalur], activity.lingkup)
        tarif = Tarif(row or {}, Decimal(menit_per_jp.value), kenaikan.value, used)
        earned[place] = COUNTS[row["hitungan"]](activity, tarif) if row else None
    if activities and not any(earned.values()):
        raise Manual("the table has no row for this")
    return _summed(
        [earned[place] for place in range(len(activities))],
        (menit_per_jp, kenaikan, *rows.values()),
    )


def _by_date(entry: tuple[int, Kegiatan]) -> tuple[date, int]:
    place, activity = entry
    return activity.tanggal or date.max, place


def _row(value: Value, lingkup: Lingkup) -> dict[str, Any] | None:
    """The row for a jalur and a lingkup; None where the table has none."""
    if lingkup not in value.value:
        return None
    return {"hitungan": value.value["hitungan"], **value.value[lingkup]}


def _summed(earned: list[Credit | None], basis: tuple[Value, ...]) -> JamPelajaran:
    return JamPelajaran(
        jp=sum((c.jp for c in earned if c), NOTHING),
        rincian=tuple(c.jp if c else MANUAL for c in earned),
        alasan=tuple(c.alasan if c else Alasan.PERLU_KEPUTUSAN for c in earned),
        dasar=based_on(*basis),
    )


def _semester(activity: Kegiatan, tarif: Tarif) -> Credit:
    return Credit(activity.need("semester") * tarif.row["jp"])


def _hari(activity: Kegiatan, tarif: Tarif) -> Credit:
    return Credit(activity.need("hari") * tarif.row["jp"])


def _kali(activity: Kegiatan, tarif: Tarif) -> Credit:
    """Flat, and only for what was completed."""
    jp = activity.need("kali") * tarif.row["jp"]
    if not activity.need("selesai"):
        return Credit(NOTHING, Alasan.BELUM_SELESAI)
    return Credit(jp)


def _program(activity: Kegiatan, tarif: Tarif) -> Credit:
    """The programme's own JP, which its certificate states, before its minutes."""
    if activity.jp_program is None:
        jp = tarif.whole_jp(activity.need("menit"))
    else:
        jp = Decimal(activity.jp_program)
    jp = tarif.raised(jp)
    return Credit(jp, None if jp else Alasan.KURANG_DARI_SATU_JP)


def _menit(activity: Kegiatan, tarif: Tarif) -> Credit:
    """Whole JP of the activity, then what is left of the jalur's cap on that day."""
    key = (activity.jalur, activity.need("tanggal"))
    jp = tarif.raised(tarif.whole_jp(activity.need("menit")))
    if not jp:
        return Credit(NOTHING, Alasan.KURANG_DARI_SATU_JP)
    before = tarif.used.jp.get(key, NOTHING)
    left = max(NOTHING, tarif.raised(tarif.row["maksimum_sehari"]) - before)
    credited = min(jp, left)
    tarif.used.jp[key] = before + credited
    return Credit(credited, Alasan.MELEBIHI_BATAS_HARIAN if credited < jp else None)


def _sesi(activity: Kegiatan, tarif: Tarif) -> Credit:
    """A session that both have signed, within so many a calendar month.

    Abroad the table counts days, so a second session on the same day earns nothing.
    """
    tanggal, signed = activity.need("tanggal"), activity.need("ditandatangani")
    asked = 1 if activity.sesi is None else activity.sesi
    if not signed:
        return Credit(NOTHING, Alasan.BELUM_DITANDATANGANI)
    per_day = tarif.row.get("per") == "hari"
    if per_day and (activity.jalur, tanggal) in tarif.used.days_abroad:
        return Credit(NOTHING, Alasan.MELEBIHI_BATAS_HARIAN)
    month = (activity.jalur, tanggal.year, tanggal.month)
    left = max(0, tarif.row["maksimum_sebulan"] - tarif.used.sessions[month])
    counted = min(asked, left, 1) if per_day else min(asked, left)
    tarif.used.sessions[month] += counted
    if per_day and counted:
        tarif.used.days_abroad.add((activity.jalur, tanggal))
    return Credit(counted * tarif.row["jp"], _cut(asked, left, counted))


def _cut(asked: int, left: int, counted: int) -> Alasan | None:
    if asked > left:
        return Alasan.MELEBIHI_BATAS_BULANAN
    return Alasan.MELEBIHI_BATAS_HARIAN if asked > counted else None


COUNTS: Mapping[str, Callable[[Kegiatan, Tarif], Credit]] = MappingProxyType(
    {
        "semester": _semester,
        "hari": _hari,
        "kali": _kali,
        "program": _program,
        "menit": _menit,
        "sesi": _sesi,
    }
)
