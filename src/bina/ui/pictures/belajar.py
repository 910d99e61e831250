"""Pictures of learning: the account of hours, the mix, the profile against the standard."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from bina.ui.pictures import n, pct
from bina.ui.tulisan import angka, as_number

# What each kind of hour looks like, in the order the cells are filled.
KINDS: Final = (
    ("sosial", "g-2", _("Orang lain")),
    ("pengalaman", "g-1", _("Pekerjaan")),
    ("klasikal", "g-3", _("Kelas")),
    ("menunggu", "g-rong", _("Menunggu tanda tangan")),
)
REST: Final = ("g-0", pgettext_lazy("jam pelajaran", "Belum"))
LEVELS: Final = 5


@dataclass(frozen=True)
class Piece:
    css: str
    x: str
    width: str


@dataclass(frozen=True)
class Share:
    css: str
    label: Any
    hours: str


@dataclass(frozen=True)
class Account:
    label: str
    cells: tuple[Piece, ...]
    shares: tuple[Share, ...]


def account(hours: dict[str, float], target: int = 20) -> Account:
    """One cell an hour of the year's target; hours beyond the target are said, not drawn."""
    given = [(css, label, hours.get(code, 0)) for code, css, label in KINDS]
    rest = max(0, target - sum(h for _css, _label, h in given))
    shares = [s for s in (*given, (*REST, rest)) if s[2]]
    fill = [css for css, _label, h in shares for _cell in range(round(h))][:target]
    step = 100 / target
    return Account(
        label=_account_sentence(hours, rest),
        cells=tuple(
            Piece(css, pct(i * step + step * 0.06), pct(step * 0.86)) for i, css in enumerate(fill)
        ),
        shares=tuple(Share(css, label, angka(h)) for css, label, h in shares),
    )


def _account_sentence(hours: dict[str, float], rest: float) -> str:
    waiting = hours.get("menunggu", 0)
    parts = [gettext("%(jp)s JP diakui") % {"jp": angka(sum(hours.values()) - waiting)}]
    if waiting:
        parts.append(gettext("%(jp)s JP menunggu tanda tangan") % {"jp": angka(waiting)})
    if rest:
        parts.append(gettext("%(jp)s JP belum") % {"jp": angka(rest)})
    return ", ".join(parts)


@dataclass(frozen=True)
class Mix:
    label: str
    pieces: tuple[Piece, ...]
    caption: str


def mix(name: Any, klasikal: Any, sosial: Any, pengalaman: Any) -> Mix:
    """10:20:70, as it is or as it is advised; three shares of one hundred."""
    shares = [float(as_number(v) or 0) for v in (klasikal, sosial, pengalaman)]
    said = dict(zip(("kelas", "orang", "kerja"), (angka(s) for s in shares), strict=True))
    pieces, start = [], 0.0
    for css, share in zip(("g-3", "g-2", "g-1"), shares, strict=True):
        gap = 0.4 if start + share < 99.9 else 0
        if share:
            pieces.append(Piece(css, pct(start), pct(max(share - gap, 0))))
        start += share
    label = gettext(
        "%(nama)s: belajar di kelas %(kelas)s persen, dari orang lain %(orang)s persen, "
        "dari pekerjaan %(kerja)s persen"
    ) % {"nama": name, **said}
    caption = gettext("Kelas %(kelas)s%%, orang lain %(orang)s%%, pekerjaan %(kerja)s%%") % said
    return Mix(label, tuple(pieces), caption)


@dataclass(frozen=True)
class Profile:
    label: str
    ticks: tuple[str, ...]
    standard: str
    reached: str
    short: bool


def place(level: float) -> float:
    return 10 + 20 * (level - 1)


def profile(name: Any, reached: Any, standard: Any) -> Profile:
    """What is reached against what the position asks, on the scale of five."""
    has, needs = as_number(reached), as_number(standard)
    label = gettext("%(nama)s: capaian %(capaian)s, standar %(standar)s") % {
        "nama": name,
        "capaian": angka(has) or gettext("belum ada"),
        "standar": angka(needs) or gettext("belum ada"),
    }
    return Profile(
        label=label,
        ticks=tuple(pct(place(level)) for level in range(1, LEVELS + 1)),
        standard=pct(place(float(needs))) if needs is not None else "",
        reached=pct(place(float(has))) if has is not None else "",
        short=has is not None and needs is not None and has < needs,
    )


def scale() -> tuple[tuple[str, str], ...]:
    return tuple((str(level), n(place(level)) + "%") for level in range(1, LEVELS + 1))
