"""What the pages of an agency's own values show: what is open, what was set, a preview."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from bina.core.audit_models import canonical
from bina.law import kata, reading, susunan
from bina.law.forms import KetentuanForm
from bina.law.models import Ketentuan
from bina.law.pages import NilaiTertulis, written
from bina.law.services import Usul
from bina.rules.parameters import Parameters
from bina.rules.texts import frozen, texts

__all__ = ["Pratinjau", "history", "open_names", "open_ones", "preview", "written"]


@dataclass(frozen=True, slots=True)
class Terbuka:
    """A parameter the agency may set: its value today, and values still to begin."""

    nama: str
    judul: str
    satuan: str
    naskah: str
    kini: NilaiTertulis
    nanti: list[tuple[Ketentuan, list[str]]]


@dataclass(frozen=True, slots=True)
class Riwayat:
    """One value the agency has set, as it stood."""

    ketentuan: Ketentuan
    judul: str
    baris: list[str]
    status: str


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """Old beside new, entry by entry; `sidik` says what was looked at."""

    semula: list[str]
    menjadi: list[str]
    mulai: date
    dasar: str
    sidik: str


def open_names(on: date) -> list[str]:
    """The parameters a value may be set for, tomorrow at the earliest."""
    day = on + timedelta(days=1)
    return [
        name
        for name, one in texts().items()
        if reading.left_open(name, day) and susunan.settable(one)
    ]


def open_ones(law: Parameters, rows: Iterable[Ketentuan], on: date) -> list[Terbuka]:
    coming = [one for one in rows if one.may_be_withdrawn(on)]
    return [_open(name, law, [one for one in coming if one.parameter == name], on)
            for name in open_names(on)]  # fmt: skip


def _open(name: str, law: Parameters, coming: list[Ketentuan], on: date) -> Terbuka:
    known = texts()[name]
    return Terbuka(
        nama=name,
        judul=kata.judul(known),
        satuan=kata.satuan(known),
        naskah=kata.naskah(name),
        kini=written(law.in_force(name, on)),
        nanti=[(one, _lines(one)) for one in coming],
    )


def history(rows: Iterable[Ketentuan], on: date) -> list[Riwayat]:
    """Everything that was set, the newest first; what no longer fits a newer Bina says so."""
    ordered = sorted(rows, key=lambda one: one.ditetapkan_pada, reverse=True)
    return [Riwayat(one, _title(one), _lines(one), _status(one, on)) for one in ordered]


def _title(one: Ketentuan) -> str:
    known = texts().get(one.parameter)
    return kata.judul(known) if known else one.parameter


def _lines(one: Ketentuan) -> list[str]:
    return kata.lines(one.parameter, frozen(one.nilai))


def _status(one: Ketentuan, on: date) -> str:
    if one.dicabut_pada is not None:
        return "dicabut"
    if not reading.fits(one.parameter, one.nilai):
        return "tidak_dipakai"
    return "belum_mulai" if one.mulai > on else "ditetapkan"


def preview(usul: Usul, form: KetentuanForm) -> Pratinjau:
    data = form.cleaned_data
    looked_at = [usul.nilai, data["mulai"].isoformat(), data["dasar"]]
    name = usul.parameter.name
    return Pratinjau(
        semula=kata.lines(name, usul.semula.value),
        menjadi=kata.lines(name, frozen(usul.nilai)),
        mulai=data["mulai"],
        dasar=data["dasar"],
        sidik=_digest(looked_at),
    )


def _digest(looked_at: Any) -> str:
    return sha256(canonical(looked_at).encode()).hexdigest()[:16]
