"""Contrast of the tokens by WCAG 2.2, so that no colour, ours or an agency's, goes unread."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bina.ui import assets

THEMES: Final = ("light", "dark")
_HEX: Final = re.compile(r"(--b-[\w-]+):\s*#([0-9a-fA-F]{3,6})\b")
_BLOCK: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")


class Pair(NamedTuple):
    text: str
    ground: str
    least: float


PAIRS: Final = (
    Pair("ink", "paper", 7),
    Pair("ink", "surface", 7),
    Pair("ink-2", "paper", 4.5),
    Pair("ink-2", "surface", 4.5),
    Pair("ink-2", "wash", 4.5),
    Pair("accent", "paper", 4.5),
    Pair("accent", "surface", 4.5),
    Pair("accent", "accent-wash", 4.5),
    Pair("on-accent", "accent", 4.5),
    Pair("on-accent", "accent-hover", 4.5),
    Pair("ok", "ok-wash", 4.5),
    Pair("warn", "warn-wash", 4.5),
    Pair("bad", "bad-wash", 4.5),
    Pair("info", "info-wash", 4.5),
    Pair("bad", "paper", 4.5),
    Pair("bad", "surface", 4.5),
    Pair("edge", "paper", 3),
    Pair("edge", "surface", 3),
)


def tokens(theme: str, extra: str = "") -> dict[str, str]:
    """The colours of one theme, the agency's own laid over ours."""
    css = assets.OWN[0].read_text(encoding="utf-8") + extra
    found: dict[str, str] = {}
    for selector, body in _BLOCK.findall(css):
        if f"[data-bs-theme={theme}]" in selector:
            found.update({name.removeprefix("--b-"): value for name, value in _HEX.findall(body)})
    return found


def ratio(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    full = "".join(c * 2 for c in colour) if len(colour) == 3 else colour
    red, green, blue = (_linear(int(full[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def measured(theme: str, extra: str = "") -> Iterator[tuple[Pair, float]]:
    colours = tokens(theme, extra)
    for pair in PAIRS:
        yield pair, ratio(colours[pair.text], colours[pair.ground])


def too_weak(extra: str = "") -> list[str]:
    return [
        f"{theme}: {pair.text} / {pair.ground} {value:.1f} < {pair.least}"
        for theme in THEMES
        for pair, value in measured(theme, extra)
        if value < pair.least
    ]
