"""Indonesian first, English complete: every message of every room."""

from pathlib import Path

import pytest
from django.utils import translation

from bina.ui import catalogues

ROOMS = catalogues.rooms()


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_message_has_its_english(room: Path) -> None:
    assert [f"{f.place}: {f.text}" for f in catalogues.missing(room)] == []


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_no_english_is_kept_for_a_sentence_nobody_says(room: Path) -> None:
    assert catalogues.unused(room) == []


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_the_english_names_the_same_figures(room: Path) -> None:
    wrong = []
    for message in catalogues.catalogue(room):
        if message.id and message.python_format:
            wrong += [f"{message.id}: {error}" for error in message.check()]
    assert wrong == []


def test_messages_are_found_in_python_and_in_templates(tmp_path: Path) -> None:
    room = tmp_path / "contoh"
    (room / "templates").mkdir(parents=True)
    (room / "__init__.py").write_text(
        '_("Satu")\npgettext("c", "Dua")\nngettext("%(n)s tiga", "%(n)s tiga", n)\n'
    )
    (room / "templates" / "a.html").write_text(
        '<p>\n      {% translate "Empat" %}\n  </p>{% include "x" with nama=_("Lima") %}\n'
        "{% blocktranslate with n=x %}Enam {{ n }}{% endblocktranslate %}"
    )
    found = {(f.context, f.text) for f in catalogues.messages(room)}
    assert found == {
        (None, "Satu"),
        ("c", "Dua"),
        (None, ("%(n)s tiga", "%(n)s tiga")),
        (None, "Empat"),
        (None, "Lima"),
        (None, "Enam %(n)s"),
    }
    assert len(catalogues.missing(room)) == 6


def test_half_a_plural_is_not_a_translation(tmp_path: Path) -> None:
    room = tmp_path / "contoh"
    (room / catalogues.PO.parent).mkdir(parents=True)
    (room / "__init__.py").write_text('ngettext("%(n)s hari", "%(n)s hari", n)\n')
    (room / catalogues.PO).write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "%(n)s hari"\nmsgid_plural "%(n)s hari"\nmsgstr[0] "%(n)s day"\nmsgstr[1] ""\n'
    )
    assert len(catalogues.missing(room)) == 1


def test_a_compiled_catalogue_speaks_english() -> None:
    catalogues.compile_all()
    translation.trans_real._translations.pop("en", None)
    with translation.override("en"):
        assert translation.gettext("Langsung ke isi") == "Skip to content"
        assert translation.ngettext("%(n)s hari lagi", "%(n)s hari lagi", 8) == "in %(n)s days"
