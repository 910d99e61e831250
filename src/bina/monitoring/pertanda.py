"""What makes a signal: one pure function a kind, over figures that are at hand.

Every limit is a parameter that an agency may set (pemantauan.toml). Each answers the result
concerned, if one is, and the figures its sentence is made of; None where all is well.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from bina.monitoring import signals
from bina.monitoring.models.sinyal import JenisSinyal
from bina.monitoring.progress import FULL
from bina.monitoring.reading import Kemajuan, KemajuanIndikator
from bina.monitoring.terlambat import Lewat
from bina.rules.parameters import Parameters

Angka = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Suara:
    """Shared feedback of two spans of equal length: how many, how many of them positive."""

    dulu: int = 0
    dulu_positif: int = 0
    kini: int = 0
    kini_positif: int = 0


@dataclass(frozen=True, slots=True)
class Keadaan:
    """All that is looked at of one plan."""

    kemajuan: Kemajuan
    suara: Suara
    lewat: Lewat | None


@dataclass(frozen=True, slots=True)
class Pertanda:
    jenis: JenisSinyal
    hasil_kunci: UUID | None
    angka: Angka


Found = tuple[UUID | None, Angka] | None
Rule = Callable[[Keadaan, Parameters, date], Found]


def all_of(keadaan: Keadaan, law: Parameters, on: date) -> Iterator[Pertanda]:
    """Every signal of a plan that day, one a kind."""
    for jenis, rule in RULES.items():
        found = rule(keadaan, law, on)
        if found is not None:
            yield Pertanda(jenis, *found)


def lagging(keadaan: Keadaan, law: Parameters, on: date) -> Found:
    """The result furthest behind the time, and how many lag."""
    found = signals.signals(keadaan.kemajuan, law=law, on=on)
    if not found:
        return None
    worst = found[0]
    figures = {"persen": str(worst.persen), "waktu": str(worst.waktu), "hasil": len(found)}
    return worst.hasil_kunci, figures


def silent(keadaan: Keadaan, law: Parameters, on: date) -> Found:
    """More days without an entry than the agency lets pass; a plan's first day counts as one."""
    most = law.in_force("pemantauan.hari_tanpa_catatan", on).value
    last = keadaan.kemajuan.terakhir
    days = (on - (last or keadaan.kemajuan.rencana.mulai)).days
    if days <= most:
        return None
    return None, {"hari": days, "terakhir": last.isoformat() if last else ""}


def turned(keadaan: Keadaan, law: Parameters, on: date) -> Found:
    """Mostly positive before, mostly to improve now; only feedback shared with the penilai."""
    limits = law.in_force("pemantauan.umpan_balik_berbalik", on).value
    one = keadaan.suara
    if min(one.dulu, one.kini) < limits["paling_sedikit"]:
        return None
    if one.dulu_positif * 2 <= one.dulu or one.kini_positif * 2 >= one.kini:
        return None
    figures = {
        "hari": int(limits["hari"]),
        "dulu": one.dulu,
        "dulu_positif": one.dulu_positif,
        "kini": one.kini,
        "perlu": one.kini - one.kini_positif,
    }
    return None, figures


def overdue(keadaan: Keadaan, law: Parameters, on: date) -> Found:  # noqa: ARG001  as every rule
    """Agreed actions past their day."""
    one = keadaan.lewat
    return None if one is None else (None, {"jumlah": one.jumlah, "sejak": one.sejak.isoformat()})


def far_off(keadaan: Keadaan, law: Parameters, on: date) -> Found:
    """The indicator whose pace leads furthest from its target at the plan's end.

    Of sums that should grow, with at least one entry: a state has no pace.
    """
    limits = law.in_force("pemantauan.ekspektasi_jauh", on).value
    waktu = keadaan.kemajuan.waktu
    if waktu < limits["waktu"]:
        return None
    paces = [
        (_off(pace := _pace(one, waktu)), pace, hasil.rencana.kunci, one)
        for hasil in keadaan.kemajuan.hasil
        for one in hasil.indikator
        if _has_pace(one)
    ]
    far = [
        each for each in paces if each[1] < limits["kurang_dari"] or each[1] > limits["lebih_dari"]
    ]
    if not far:
        return None
    _how, pace, kunci, one = max(far, key=lambda each: each[0])
    return kunci, {"laju": str(round(pace)), "indikator": str(one.rencana.kunci)}


def _has_pace(one: KemajuanIndikator) -> bool:
    grows = one.rencana.cara_hitung == "jumlah" and one.rencana.arah == "naik"
    return grows and bool(one.target) and one.realisasi is not None


def _pace(one: KemajuanIndikator, waktu: Decimal) -> Decimal:
    """Per cent of the target that the pace so far leads to."""
    return one.persen * FULL / waktu if one.persen is not None else Decimal(0)


def _off(pace: Decimal) -> Decimal:
    """How many times too fast or too slow."""
    return pace / FULL if pace > FULL else FULL / max(pace, Decimal(1))


RULES: dict[JenisSinyal, Rule] = {
    JenisSinyal.TERTINGGAL: lagging,
    JenisSinyal.TANPA_CATATAN: silent,
    JenisSinyal.UMPAN_BALIK_BERBALIK: turned,
    JenisSinyal.TINDAKAN_LEWAT: overdue,
    JenisSinyal.EKSPEKTASI_JAUH: far_off,
}
