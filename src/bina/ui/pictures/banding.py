"""How a group moved: up, unchanged, down. Two of these above each other compare two groups."""

from typing import Any

from django.utils.translation import gettext

from bina.ui.pictures import pct
from bina.ui.pictures.belajar import Mix, Piece
from bina.ui.tulisan import angka, as_number

INK = ("g-1", "g-2", "g-3")


def moves(name: Any, naik: Any, tetap: Any, turun: Any) -> Mix:
    """Three shares of one hundred, whole numbers in words."""
    shares = [float(as_number(one) or 0) for one in (naik, tetap, turun)]
    said = dict(zip(("naik", "tetap", "turun"), (angka(round(s)) for s in shares), strict=True))
    pieces, start = [], 0.0
    for css, share in zip(INK, shares, strict=True):
        if share:
            gap = 0.4 if start + share < 99.9 else 0
            pieces.append(Piece(css, pct(start), pct(max(share - gap, 0))))
        start += share
    label = gettext(
        "%(nama)s: naik %(naik)s persen, tetap %(tetap)s persen, turun %(turun)s persen"
    ) % {"nama": name, **said}
    caption = gettext("Naik %(naik)s%%, tetap %(tetap)s%%, turun %(turun)s%%") % said
    return Mix(label, tuple(pieces), caption)
