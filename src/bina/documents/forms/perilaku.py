"""Perilaku kerja: the seven values in the order of the form, with their printed panduan."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from bina.documents.forms.invalid import require
from bina.documents.forms.sel import utuh
from bina.documents.forms.umpan_balik import UmpanBalik, paragraf


class Nilai(StrEnum):
    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan"
    AKUNTABEL = "akuntabel"
    KOMPETEN = "kompeten"
    HARMONIS = "harmonis"
    LOYAL = "loyal"
    ADAPTIF = "adaptif"
    KOLABORATIF = "kolaboratif"


@dataclass(frozen=True, slots=True)
class PerilakuKerja:
    """One value: what the Pimpinan expects in particular, and what was said of it."""

    nilai: Nilai
    ekspektasi_khusus: str = ""
    umpan_balik: tuple[UmpanBalik, ...] = ()

    def isi(self) -> dict[str, Any]:
        teks = cetakan()[self.nilai]
        umpan_balik = paragraf(self.umpan_balik)
        return {
            "nama": teks["nama"],
            "panduan": teks["panduan"],
            "ekspektasi": self.ekspektasi_khusus,
            "umpan_balik": umpan_balik,
            "utuh": utuh(self.ekspektasi_khusus, umpan_balik),
        }


@cache
def cetakan() -> dict[str, dict[str, Any]]:
    """The printed texts of the values."""
    source = files("bina.documents.forms").joinpath("perilaku.toml")
    return tomllib.loads(source.read_text("utf-8"))["nilai"]


def require_seven_in_order(perilaku: Sequence[PerilakuKerja]) -> None:
    require(
        [baris.nilai for baris in perilaku] == list(Nilai),
        "Perilaku kerja memuat tujuh nilai BerAKHLAK menurut urutannya.",
    )
