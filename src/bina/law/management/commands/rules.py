"""`bina rules check FILE...`: run golden cases against the rules."""

import sys

from django.core.management.base import BaseCommand, CommandParser

from bina.rules import golden


class Command(BaseCommand):
    help = "Check golden files: a line for each failure, last `N passed, M failed`."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        checking = acts.add_parser("check")
        checking.add_argument("files", nargs="+")

    def handle(self, *args: object, files: list[str], **options: object) -> None:
        code = golden.main(files, sys.stdout)
        if code:
            sys.exit(code)
