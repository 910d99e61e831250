"""The 3 x 3 quadrant: result against conduct, and the predicate where they meet."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from bina.ui.pictures import n

RATINGS: Final = ("di_bawah", "sesuai", "di_atas")
LABELS: Final = {
    "di_bawah": _("Di bawah"),
    "sesuai": _("Sesuai"),
    "di_atas": _("Di atas"),
}
PREDICATES: Final = {
    "sangat_baik": _("Sangat baik"),
    "baik": _("Baik"),
    "butuh_perbaikan": _("Butuh perbaikan"),
    "kurang": _("Kurang"),
    "sangat_kurang": _("Sangat kurang"),
}
# Names of the law's own picture (PermenPANRB 6/2022): the rule itself is bina.rules', this is ink.
CELLS: Final = {
    "di_atas": ("kurang", "baik", "sangat_baik"),
    "sesuai": ("kurang", "baik", "baik"),
    "di_bawah": ("sangat_kurang", "butuh_perbaikan", "butuh_perbaikan"),
}


@dataclass(frozen=True)
class Word:
    text: str
    x: str
    y: str


@dataclass(frozen=True)
class Cell:
    x: str
    y: str
    chosen: bool
    words: tuple[Word, ...]
    tick: str


@dataclass(frozen=True)
class Quadrant:
    label: str
    cells: tuple[Cell, ...]
    rows: tuple[Word, ...]
    columns: tuple[Word, ...]


def quadrant(hasil: str, perilaku: str) -> Quadrant:
    cells = [
        _cell(row, column, chosen=(hasil, perilaku) == (rating, RATINGS[column]))
        for row, rating in enumerate(CELLS)
        for column in range(3)
    ]
    return Quadrant(
        label=sentence(hasil, perilaku),
        cells=tuple(cells),
        rows=tuple(Word(str(LABELS[r]), "54", n(62 + 64 * i)) for i, r in enumerate(CELLS)),
        columns=tuple(Word(str(LABELS[r]), n(106 + 88 * i), "234") for i, r in enumerate(RATINGS)),
    )


def predicate(hasil: str, perilaku: str) -> str:
    if hasil not in CELLS or perilaku not in RATINGS:
        return ""
    return CELLS[hasil][RATINGS.index(perilaku)]


def sentence(hasil: str, perilaku: str) -> str:
    found = predicate(hasil, perilaku)
    if not found:
        return gettext("Kuadran kinerja. Rating belum lengkap, jadi belum ada predikat.")
    return gettext(
        "Kuadran kinerja. Hasil kerja %(hasil)s ekspektasi, perilaku kerja %(perilaku)s "
        "ekspektasi: predikat %(predikat)s."
    ) % {
        "hasil": str(LABELS[hasil]).lower(),
        "perilaku": str(LABELS[perilaku]).lower(),
        "predikat": PREDICATES[found],
    }


def _cell(row: int, column: int, *, chosen: bool) -> Cell:
    rating = tuple(CELLS)[row]
    x, y = 64 + 88 * column, 28 + 64 * row
    words = _wrapped(_name(rating, column))
    first = y + (26 if len(words) == 2 else 34) + (8 if chosen else 0)
    placed = tuple(Word(w, n(x + 42), n(first + 16 * i)) for i, w in enumerate(words))
    tick = f"M{x + 35} {y + 15 - (4 if len(words) == 2 else 0)}l5 5 9-10"
    return Cell(n(x), n(y), chosen, placed, tick)


def _name(rating: str, column: int) -> str:
    code = CELLS[rating][column]
    if code == "kurang":
        return pgettext("kuadran", "Kurang/ misconduct")
    return str(PREDICATES[code])


def _wrapped(name: Any) -> list[str]:
    """Two lines where one would not fit into a cell of 84."""
    words = str(name).split()
    return words if len(words) == 2 and len(str(name)) > 11 else [" ".join(words)]
