"""What no template of any room may hold: our content policy allows none of it."""

import re
from pathlib import Path

import pytest

import bina

ROOT = Path(bina.__file__).parent
TEMPLATES = sorted(p for p in ROOT.glob("**/templates/**/*.html"))
PYTHON = sorted(p for p in ROOT.rglob("*.py") if "migrations" not in p.parts)

FORBIDDEN = {
    "an inline style": r"\bstyle\s*=",
    "a style element": r"<style\b",
    "an inline handler": r"\son[a-z]+\s*=\s*[\"']",
    "an inline script": r"<script(?![^>]*\bsrc=)[^>]*>",
    "a script's address": r"\b(?:href|src|action)\s*=\s*[\"']?\s*javascript:",
    "a picture written into the page": r"\b(?:src|href)\s*=\s*[\"']?\s*data:",
    "something from another host": r"\b(?:src|href|action)\s*=\s*[\"']?\s*(?:https?:)?//",
    "htmx that needs eval": r"\bhx-(?:on|vals\s*=\s*[\"']js:)",
}
# Constants of ours only: the strokes of the icons. A new line here needs a reason.
TRUSTED = {"ui/icons.py"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what], re.IGNORECASE)
    found = [_name(p) for p in TEMPLATES if pattern.search(p.read_text(encoding="utf-8"))]
    assert found == []


def test_no_template_switches_escaping_off() -> None:
    pattern = re.compile(r"\|\s*safe(?:seq)?\b|autoescape\s+off")
    assert [_name(p) for p in TEMPLATES if pattern.search(p.read_text(encoding="utf-8"))] == []


def test_only_the_icons_are_trusted_as_markup() -> None:
    pattern = re.compile(r"\bmark_safe\b")
    found = {_name(p) for p in PYTHON if pattern.search(p.read_text(encoding="utf-8"))}
    assert found <= TRUSTED


def test_every_picture_has_a_sentence_or_is_hidden_from_those_who_listen() -> None:
    silent = [
        f"{_name(p)}: {tag}"
        for p in TEMPLATES
        for tag in re.findall(r"<svg\b[^>]*>", p.read_text(encoding="utf-8"))
        if "aria-hidden" not in tag
        and not ('role="img"' in tag and "aria-label" in tag)
        and " hidden" not in tag
    ]
    assert silent == []


def test_every_table_has_a_caption_and_column_headers() -> None:
    tables = [
        (_name(path), table)
        for path in TEMPLATES
        for table in re.findall(r"<table\b.*?</table>", path.read_text(encoding="utf-8"), re.DOTALL)
    ]
    bare = [name for name, t in tables if "<caption" not in t or 'scope="col"' not in t]
    assert bare == []


def test_every_form_that_changes_something_carries_its_token() -> None:
    bare = [
        _name(p)
        for p in TEMPLATES
        if p.name != "komponen.html"
        for form in re.findall(
            r'<form\b[^>]*method="post".*?</form>', p.read_text(encoding="utf-8"), re.DOTALL
        )
        if "csrf_token" not in form
    ]
    assert bare == []
