"""Translations: which messages the rooms have, which lack English, and the compiled catalogues.

Done with Babel alone, so a server needs no gettext programs. Source strings are Indonesian; each
room keeps its own `locale/en/LC_MESSAGES/django.po`.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

import bina

SOURCES: Final = Path(bina.__file__).parent
PO: Final = Path("locale") / "en" / "LC_MESSAGES" / "django.po"
_PLURAL: Final = (1, 2)
_IN_CONTEXT: Final = ((1, "c"), 2)
_PLURAL_IN_CONTEXT: Final = ((1, "c"), 2, 3)
KEYWORDS: Final[dict[str, Any]] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": _PLURAL,
    "ngettext_lazy": _PLURAL,
    "pgettext": _IN_CONTEXT,
    "pgettext_lazy": _IN_CONTEXT,
    "npgettext": _PLURAL_IN_CONTEXT,
    "npgettext_lazy": _PLURAL_IN_CONTEXT,
}


class Found(NamedTuple):
    """One message where it stands in the source; `text` is a pair where it has a plural."""

    room: str
    place: str
    context: str | None
    text: str | tuple[str, ...]


def rooms(root: Path = SOURCES) -> list[Path]:
    return sorted(p for p in root.iterdir() if p.is_dir() and (p / "__init__.py").exists())


def messages(room: Path) -> Iterator[Found]:
    for path in sorted(room.rglob("*.py")):
        if "migrations" not in path.parts:
            yield from _extracted(room, path, path.read_text(encoding="utf-8"))
    for path in sorted(room.rglob("templates/**/*.*")):
        if path.suffix in {".html", ".txt"}:
            yield from _extracted(room, path, _as_python(path.read_text(encoding="utf-8")))


def _as_python(template: str) -> str:
    """Django turns a template into calls; its indentation would only confuse the tokenizer."""
    return "\n".join(line.lstrip() for line in templatize(template).splitlines())


def _extracted(room: Path, path: Path, source: str) -> Iterator[Found]:
    place = str(path.relative_to(room))
    buffer = BytesIO(source.encode())
    for line, text, _comments, context in extract("python", buffer, keywords=KEYWORDS):
        if text and text != ("", ""):
            yield Found(room.name, f"{place}:{line}", context, text)


def catalogue(room: Path) -> Catalog:
    path = room / PO
    if not path.exists():
        return Catalog(locale="en")
    with path.open("rb") as stream:
        return read_po(stream, locale="en")


def missing(room: Path) -> list[Found]:
    """Messages without English: not there, empty in one of their forms, or only guessed."""
    english = catalogue(room)
    lacking: dict[tuple[Any, Any], Found] = {}
    for found in messages(room):
        key = found.text if isinstance(found.text, str) else found.text[0]
        if not _translated(english.get(key, found.context)):
            lacking.setdefault((found.context, found.text), found)
    return list(lacking.values())


def _translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    forms = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(forms)


def unused(room: Path) -> list[str]:
    """English for a sentence nobody says any more."""
    said = {(f.context, f.text if isinstance(f.text, str) else f.text[0]) for f in messages(room)}
    return [str(m.id) for m in catalogue(room) if m.id and (m.context, _key(m)) not in said]


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def compile_all(root: Path = SOURCES) -> list[Path]:
    made = []
    for room in rooms(root):
        if (room / PO).exists():
            target = (room / PO).with_suffix(".mo")
            with target.open("wb") as stream:
                write_mo(stream, catalogue(room))
            made.append(target)
    return made
