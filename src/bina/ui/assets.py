"""One small stylesheet from Bootstrap, the tokens and our own rules.

A village office pays for every kilobyte, so Bootstrap is cut down to the rules our templates can
meet. The cut is made from what the rooms really write, never by hand: a class used nowhere is not
sent, a class used for the first time appears at the next build. The result is deterministic, so
two builds of one commit have one hash.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import bina
from bina.ui import purge

ROOM = Path(__file__).parent
SOURCES = Path(bina.__file__).parent
BOOTSTRAP = ROOM / "vendor" / "bootstrap.css"
OWN = (ROOM / "css" / "tokens.css", ROOM / "css" / "bina.css")
BUNDLE = Path("ui") / "bina.css"

_TAG = re.compile(r"\{[%{#](.*?)[%}#]\}", re.DOTALL)
_CLASS_ATTRIBUTE = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ELEMENT = re.compile(r"<([a-z][a-z0-9]*)\b")
_LITERAL = re.compile(r"""(["'])(.*?)\1""", re.DOTALL)
_WORD = re.compile(r"[A-Za-z][\w-]*")
_PROSE = ("translate", "trans", "blocktranslate", "url", "load", "extends", "include")


@dataclass
class Used:
    """What may occur in a page: the classes and the elements."""

    classes: set[str] = field(default_factory=set)
    elements: set[str] = field(default_factory=set)

    def add_words(self, text: str) -> None:
        self.classes.update(_WORD.findall(text))


def used_names(root: Path = SOURCES) -> Used:
    used = Used(elements=set(purge.ALWAYS))
    for path in sorted(root.glob("**/templates/**/*.html")):
        _from_template(path.read_text(encoding="utf-8"), used)
    for path in sorted(root.glob("**/*.py")):
        if "migrations" not in path.parts:
            _from_python(path.read_text(encoding="utf-8"), used, every_string=_emits(path))
    for path in sorted(root.glob("**/static/**/bina.js")):
        for _quote, text in _LITERAL.findall(path.read_text(encoding="utf-8")):
            used.add_words(text)
    return used


def _emits(path: Path) -> bool:
    """Modules of a room whose plain strings may be classes: its tags and its forms."""
    return path.parent.name in {"templatetags", "pictures"} or path.stem in {"forms", "status"}


def _from_template(text: str, used: Used) -> None:
    used.elements.update(_ELEMENT.findall(text))
    for tag in _TAG.findall(text):
        words = tag.split()
        if words and words[0] not in _PROSE:
            for _quote, literal in _LITERAL.findall(tag):
                used.add_words(literal)
        elif words and words[0] == "include":
            for literal in re.findall(r'\bkelas="([^"]*)"', tag):
                used.add_words(literal)
    _from_markup(_TAG.sub(" ", text), used)


def _from_markup(text: str, used: Used) -> None:
    for groups in _CLASS_ATTRIBUTE.findall(text):
        used.add_words(" ".join(groups))


def _from_python(text: str, used: Used, *, every_string: bool) -> None:
    if "class" not in text and not every_string:
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Dict):
            _from_attrs(node, used)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            used.elements.update(_ELEMENT.findall(node.value))
            _from_markup(node.value, used)
            if every_string and len(node.value) < 80:
                used.add_words(node.value)


def _from_attrs(node: ast.Dict, used: Used) -> None:
    """`attrs={"class": "…"}` on a widget."""
    for key, value in zip(node.keys, node.values, strict=True):
        named = isinstance(key, ast.Constant) and key.value == "class"
        if named and isinstance(value, ast.Constant):
            used.add_words(str(value.value))


def bundle(*, used: Used | None = None, extra: Iterable[Path] = ()) -> str:
    """Bootstrap purged, then tokens, then our rules: the order of the design pages.

    `extra` is an agency's file of accent tokens; it comes last so that it wins.
    """
    names = used or used_names()
    own = "".join(_own(path) for path in (*OWN, *extra))
    bootstrap = purge.purge(
        BOOTSTRAP.read_text(encoding="utf-8"),
        classes=names.classes,
        elements=names.elements,
        referenced=own,
    )
    # Each part follows the device by itself: Bootstrap's dark must not come after our tokens.
    parts = [purge.follow_the_system(purge.minify(part)) for part in (bootstrap, own)]
    return purge.light_on_paper("".join(parts))


def _own(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def write(folder: Path, *, extra: Iterable[Path] = ()) -> Path:
    target = folder / BUNDLE
    target.parent.mkdir(parents=True, exist_ok=True)
    text = bundle(extra=extra)
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")
    return target


def first_load(folder: Path) -> Iterator[Path]:
    """What a browser fetches with its first page, besides the page."""
    static = ROOM / "static" / "ui"
    yield folder / BUNDLE
    yield static / "bina.js"
    yield static / "vendor" / "htmx.min.js"
    yield static / "vendor" / "plus-jakarta-sans.woff2"
