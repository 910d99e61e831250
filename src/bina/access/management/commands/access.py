"""`bina access table`: every act and who may do it, as one table."""

from django.core.management.base import BaseCommand, CommandParser

from bina.access.tables import TABLES


class Command(BaseCommand):
    help = "Print who may do what, gathered from all rooms."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        acts.add_parser("table")

    def handle(self, *args: object, **options: object) -> None:
        rows = [
            (f"{noun}.{act}", ", ".join(sorted(rule.who)), ", ".join(sorted(rule.never)))
            for noun, one in sorted(TABLES.items())
            for act, rule in one.actions.items()
        ]
        head = ("tindakan", "boleh", "kecuali")
        widths = [max(len(row[k]) for row in [head, *rows]) for k in range(3)]
        for row in [head, tuple("-" * width for width in widths), *rows]:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write("  ".join(cells).rstrip())
