"""Feedback in a cell: the giver first, as Anak Lampiran 4 prints it (`Pimpinan: ...`)."""

from collections.abc import Iterable
from dataclasses import dataclass

from bina.documents.forms.invalid import require


@dataclass(frozen=True, slots=True)
class UmpanBalik:
    pemberi: str
    teks: str

    def __post_init__(self) -> None:
        require(self.pemberi.strip(), "Pemberi umpan balik belum disebut.")


def paragraf(umpan_balik: Iterable[UmpanBalik]) -> list[dict[str, str]]:
    return [{"label": f"{satu.pemberi}:", "teks": satu.teks} for satu in umpan_balik]
