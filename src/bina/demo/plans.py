"""What people of the demo agency plan for the year, read from `data/rencana`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from bina.planning.isi import IsiHasil, IsiIndikator

DATA = Path(__file__).parent / "data"
# How an indicator is read: added up, the last figure, or the last figure and less is better.
READINGS = {
    "": ("jumlah", "naik"),
    "terakhir": ("terakhir", "naik"),
    "turun": ("terakhir", "turun"),
}


@dataclass(frozen=True, slots=True)
class Hasil:
    """A planned result; `tempo` is its progress against the time elapsed, `dukung` the number of
    the pimpinan's result it supports, or `sasaran` that of its unit's perjanjian kinerja;
    `penugas` the NIP of whoever assigned it."""

    isi: IsiHasil
    tempo: float
    dukung: int
    sasaran: int = 0
    penugas: str = ""


@dataclass(frozen=True, slots=True)
class Rencana:
    """One person's plan, how far it got, and where its figures come from (`sumber`).

    `klarifikasi` holds what the two noted in the dialogue at planning.
    """

    nip: str
    sumber: str
    hasil: tuple[Hasil, ...]
    status: str = "ditetapkan"
    tingkat: int = 3
    alasan: str = ""
    ekspektasi: dict[str, str] = field(default_factory=dict)
    klarifikasi: dict[str, str] = field(default_factory=dict)

    @property
    def is_established(self) -> bool:
        return self.status == "ditetapkan"


def read(name: str) -> dict[str, Any]:
    """A data file of the demo."""
    return tomllib.loads((DATA / name).read_text("utf-8"))


def everybody() -> list[Rencana]:
    """Every plan, those above before those below: who is supported is there first."""
    return sorted(_all(), key=lambda one: one.tingkat)


def _all() -> Iterator[Rencana]:
    for path in sorted((DATA / "rencana").glob("*.toml")):
        for one in read(f"rencana/{path.name}")["rencana"]:
            results = tuple(result(**line) for line in one.pop("hasil"))
            yield Rencana(hasil=results, **one)


def result(
    *,
    uraian: str,
    manfaat: str,
    untuk: str,
    indikator: list[list[Any]],
    tempo: float = 1.0,
    dukung: int = 0,
    sasaran: int = 0,
    penugas: str = "",
    **rest: Any,
) -> Hasil:
    rows = tuple(_indicator(*one) for one in indikator)
    isi = IsiHasil(uraian, manfaat=manfaat, penerima_manfaat=untuk, indikator=rows, **rest)
    return Hasil(isi, tempo, dukung, sasaran, penugas)


def _indicator(
    uraian: str, target: int, satuan: str, aspek: str = "", reading: str = "", atas: int = 0
) -> IsiIndikator:
    cara, arah = READINGS[reading]
    return IsiIndikator(
        uraian,
        aspek,
        Decimal(target),
        satuan=satuan,
        arah=arah,
        cara_hitung=cara,
        target_atas=Decimal(atas) if atas else None,
    )
