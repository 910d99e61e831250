"""A form becomes a PDF. The same form and hour give the same bytes."""

import json
import logging
import threading
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from bina.documents.forms.formulir import Formulir
from bina.documents.glyphs import FONTS
from bina.documents.text import printable_data
from bina.documents.waktu import saat

TEMPLATES = Path(__file__).parent / "typst"
NO_PACKAGES = TEMPLATES / "no-packages"  # does not exist: nothing to load, nothing to fetch
ACCESSIBLE = ["ua-1"]

log = logging.getLogger(__name__)
_of_thread = threading.local()


class RenderFailed(Exception):
    """The form could not be set. The message is for the person who asked."""


def render(form: Formulir, *, dicetak_pada: datetime) -> bytes:
    """The form as a tagged PDF with its fonts inside.

    PDF/UA-1 is asked for; where a text cannot meet it (a letter under a mark no font
    combines), a tagged PDF without that claim is better than none.

    Raises RenderFailed when not even that can be set.
    """
    if dicetak_pada.utcoffset() is None:
        raise RenderFailed("Waktu cetak harus menyebut zona waktunya.")
    inputs = {"data": _payload(form, dicetak_pada)}
    moment = int(dicetak_pada.timestamp())
    try:
        return _compile(form.template, inputs, moment, ACCESSIBLE)
    except RuntimeError:  # TypstError is one too; its message may quote the form, so unsaid
        log.warning("%s is printed without PDF/UA-1", form.nama)
    try:
        return _compile(form.template, inputs, moment, [])
    except RuntimeError as error:
        raise RenderFailed(
            f"Dokumen {form.nama} tidak dapat dicetak. Data tetap tersimpan; "
            "laporkan kepada pengelola aplikasi."
        ) from error


def _payload(form: Formulir, dicetak_pada: datetime) -> str:
    data = printable_data({**form.data(), "dicetak": saat(dicetak_pada)})
    return json.dumps({**data, "kode": form.kode()}, ensure_ascii=False)


def _compile(template: str, inputs: dict[str, str], moment: int, standards: Any) -> bytes:
    document = _compiler(template).compile(
        sys_inputs=inputs, format="pdf", pdf_standards=standards, timestamp=moment
    )
    assert isinstance(document, bytes)
    return document


def _compiler(template: str) -> typst.Compiler:
    """This thread's compiler for the template.

    A compiler shared between threads refuses the second one ("Already borrowed").
    """
    compilers = _of_thread.__dict__.setdefault("compilers", {})
    if template not in compilers:
        compilers[template] = typst.Compiler(
            TEMPLATES / template,
            root=TEMPLATES,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            package_path=NO_PACKAGES,
            package_cache_path=NO_PACKAGES,
        )
    return compilers[template]


@cache
def _fonts() -> typst.Fonts:
    """The packaged fonts and no others, read once a process."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
