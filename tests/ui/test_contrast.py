"""The colours can be read, in both themes, by WCAG 2.2 AA."""

import pytest

from bina.ui import contrast


def test_black_on_white_is_twenty_one() -> None:
    assert contrast.ratio("000", "ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", contrast.THEMES)
def test_every_pair_of_tokens_can_be_read(theme: str) -> None:
    weak = [(p, round(r, 1)) for p, r in contrast.measured(theme) if r < p.least]
    assert weak == []


# The table in the design's README; a change of a token is a change of this table.
DESIGN = [
    ("light", "ink", "paper", 15.6),
    ("light", "ink-2", "paper", 7.0),
    ("light", "accent", "paper", 9.0),
    ("light", "on-accent", "accent", 9.6),
    ("light", "edge", "paper", 3.8),
    ("dark", "ink", "paper", 16.0),
    ("dark", "ink-2", "paper", 9.1),
    ("dark", "accent", "paper", 9.7),
    ("dark", "on-accent", "accent", 9.0),
    ("dark", "edge", "paper", 5.2),
]


@pytest.mark.parametrize(("theme", "text", "ground", "said"), DESIGN)
def test_the_contrast_is_what_the_design_says(
    theme: str, text: str, ground: str, said: float
) -> None:
    colours = contrast.tokens(theme)
    assert contrast.ratio(colours[text], colours[ground]) == pytest.approx(said, abs=0.06)


@pytest.mark.parametrize(("theme", "least"), [("light", 6.0), ("dark", 7.5)])
def test_the_weakest_badge_is_as_strong_as_the_design_says(theme: str, least: float) -> None:
    colours = contrast.tokens(theme)
    badges = [
        contrast.ratio(colours[c], colours[f"{c}-wash"]) for c in ("ok", "warn", "bad", "info")
    ]
    assert min(badges) == pytest.approx(least, abs=0.06)


def test_an_accent_that_cannot_be_read_is_named() -> None:
    weak = contrast.too_weak("[data-bs-theme=dark]{--b-accent:#332233}")
    assert any(line.startswith("dark: accent / paper") for line in weak)
