"""The distribution of predicates: now, before, and against the pattern the unit's rating allows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext, ngettext

from bina.ui.pictures import n
from bina.ui.pictures.kuadran import PREDICATES
from bina.ui.tulisan import angka, persen

ORDER: Final = ("sangat_kurang", "kurang", "butuh_perbaikan", "baik", "sangat_baik")
BASE: Final = 176.0
TALLEST: Final = 138.5
STEP: Final = 68
INSIDE: Final = 20.0


@dataclass(frozen=True)
class Bar:
    words: tuple[str, ...]
    count: int
    middle: str
    x: str
    y: str
    height: str
    count_y: str
    inside: bool
    before_x: str
    before_y: str
    before_height: str


@dataclass(frozen=True)
class Limit:
    x1: str
    x2: str
    y: str
    text: str
    text_x: str
    text_y: str


@dataclass(frozen=True)
class Bracket:
    path: str
    text: str
    text_x: str
    text_y: str


@dataclass(frozen=True)
class Distribution:
    label: str
    bars: tuple[Bar, ...]
    limits: tuple[Limit, ...]
    brackets: tuple[Bracket, ...]


@dataclass(frozen=True)
class _Scale:
    """People to height; limits may stand higher than any bar."""

    now: Mapping[str, int]
    before: Mapping[str, int]
    at_most: Mapping[str, float]
    total: int
    unit: float

    def top(self, people: float) -> float:
        return BASE - people * self.unit

    def highest(self, index: int) -> float:
        """Where the ink of a column ends: its bar, its former bar, or its limit."""
        code = ORDER[index]
        limit = self.total * self.at_most.get(code, 0) / 100
        return self.top(max(self.now.get(code, 0), self.before.get(code, 0), limit))


def distribution(
    now: Mapping[str, int],
    before: Mapping[str, int] | None = None,
    at_most: Mapping[str, float] | None = None,
    at_least: Sequence[Mapping[str, Any]] = (),
) -> Distribution:
    """`at_most` is a share in per cent by predicate; `at_least` lists rules over neighbouring
    predicates: {"predikat": [codes], "orang": n}."""
    scale = _scale(now, before or {}, at_most or {})
    return Distribution(
        label=sentence(now, before or {}, at_most or {}, at_least),
        bars=tuple(_bar(i, code, scale) for i, code in enumerate(ORDER)),
        limits=tuple(_limit(code, share, scale) for code, share in (at_most or {}).items()),
        brackets=tuple(_bracket(rule, scale) for rule in at_least),
    )


def _scale(
    now: Mapping[str, int], before: Mapping[str, int], at_most: Mapping[str, float]
) -> _Scale:
    total = sum(now.values())
    highest = max(
        [1, *now.values(), *before.values(), *(total * s / 100 for s in at_most.values())]
    )
    return _Scale(now, before, at_most, total, TALLEST / highest)


def _bar(index: int, code: str, scale: _Scale) -> Bar:
    middle = 41 + STEP * index
    count, before = scale.now.get(code, 0), scale.before.get(code, 0)
    height, earlier = count * scale.unit, before * scale.unit
    inside = height >= INSIDE
    return Bar(
        words=tuple(str(PREDICATES[code]).split(maxsplit=1)),
        count=count,
        middle=n(middle),
        x=n(middle - 22),
        y=n(BASE - height),
        height=n(height),
        count_y=n(BASE - height + (17 if inside else -6)),
        inside=inside,
        before_x=n(middle - 28),
        before_y=n(BASE - earlier),
        before_height=n(earlier),
    )


def _limit(code: str, share: float, scale: _Scale) -> Limit:
    """The name stands to the left of its line, above the bars it would otherwise cover; the last
    column has no room on its left, so its name ends at the edge, above everything near it."""
    index = ORDER.index(code)
    middle, y = 41 + STEP * index, scale.top(scale.total * share / 100)
    text = gettext("batas %(predikat)s %(persen)s") % {
        "predikat": PREDICATES[code],
        "persen": persen(share),
    }
    if index == len(ORDER) - 1:
        x, text_y = 352.0, min(y, *(scale.highest(i) for i in (index - 1, index))) - 7
    else:
        x, text_y = middle - 37.0, min(y + 4, *(scale.highest(i) - 7 for i in _left_of(index)))
    return Limit(n(middle - 33), n(middle + 33), n(y), text, n(x), n(text_y))


def _left_of(index: int) -> tuple[int, int]:
    return max(index - 2, 0), max(index - 1, 0)


def _bracket(rule: Mapping[str, Any], scale: _Scale) -> Bracket:
    places = sorted(ORDER.index(code) for code in rule["predikat"])
    left, right = 41 + STEP * places[0] - 25, 41 + STEP * places[-1] + 25
    top = min(scale.top(scale.now.get(ORDER[i], 0)) for i in places)
    top = min(top - (8.0 if BASE - top >= INSIDE else 24.0), BASE - 31)
    text = gettext("paling sedikit %(orang)s") % {"orang": angka(rule["orang"])}
    path = f"M{n(left)} {n(top)}v-6H{n(right)}v6"
    return Bracket(path, text, n((left + right) / 2), n(top - 12))


def sentence(
    now: Mapping[str, int],
    before: Mapping[str, int],
    at_most: Mapping[str, float],
    at_least: Iterable[Mapping[str, Any]] = (),
) -> str:
    total = sum(now.values())
    parts = [
        ngettext("Sebaran predikat %(n)s orang.", "Sebaran predikat %(n)s orang.", total)
        % {"n": angka(total)},
        gettext("Sekarang: %(daftar)s.") % {"daftar": _listed(now)},
    ]
    if before:
        parts.append(gettext("Sebelum kalibrasi: %(daftar)s.") % {"daftar": _listed(before)})
    parts += [_limit_sentence(code, share, total) for code, share in at_most.items()]
    parts += [_least_sentence(rule) for rule in at_least]
    return " ".join(parts)


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(
        f"{str(PREDICATES[code]).lower()} {angka(counts.get(code, 0))}" for code in reversed(ORDER)
    )


def _limit_sentence(code: str, share: float, total: int) -> str:
    return gettext("Batas %(predikat)s %(persen)s, yaitu %(orang)s orang.") % {
        "predikat": str(PREDICATES[code]).lower(),
        "persen": persen(share),
        "orang": angka(int(total * share / 100)),
    }


def _least_sentence(rule: Mapping[str, Any]) -> str:
    names = [str(PREDICATES[code]).lower() for code in rule["predikat"]]
    return gettext("Bersama paling sedikit %(orang)s: %(daftar)s.") % {
        "orang": angka(rule["orang"]),
        "daftar": ", ".join(names),
    }
