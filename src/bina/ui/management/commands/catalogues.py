"""Compile the English catalogues, or list what has no English yet."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bina.ui import catalogues


class Command(BaseCommand):
    help = "Menyusun katalog bahasa Inggris; --extract menyebut kalimat yang belum diterjemahkan."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--extract", action="store_true", help="list messages without English")
        parser.add_argument(
            "--po", action="store_true", help="with --extract: as entries for a .po"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["extract"]:
            self._list(as_po=options["po"])
            return
        for path in catalogues.compile_all():
            self.stdout.write(str(path.relative_to(catalogues.SOURCES)))

    def _list(self, *, as_po: bool) -> None:
        count = 0
        for room in catalogues.rooms():
            for found in catalogues.missing(room):
                count += 1
                self.stdout.write(
                    _entry(found) if as_po else f"{found.room} {found.place}: {found.text}"
                )
        if count and not as_po:
            raise CommandError(f"{count} kalimat belum berbahasa Inggris")


def _entry(found: catalogues.Found) -> str:
    """One empty entry, ready to be copied into the room's django.po."""
    lines = [f"#: {found.room}/{found.place}"]
    if found.context:
        lines.append(f"msgctxt {_quoted(found.context)}")
    if isinstance(found.text, str):
        lines += [f"msgid {_quoted(found.text)}", 'msgstr ""']
    else:
        one, many = found.text[:2]
        lines += [f"msgid {_quoted(one)}", f"msgid_plural {_quoted(many)}"]
        lines += ['msgstr[0] ""', 'msgstr[1] ""']
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
