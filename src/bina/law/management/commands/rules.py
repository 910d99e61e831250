"""`bina rules check FILE...`, `bina rules list`, `bina rules explain RULE`."""

import sys
from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from bina.rules import explanation, golden
from bina.rules.parameters import Parameters
from bina.rules.texts import texts


class Command(BaseCommand):
    help = "Check golden files; list every parameter of the law; explain a rule in Indonesian."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        checking = acts.add_parser("check", help="a line a failure, last `N passed, M failed`")
        checking.add_argument("files", nargs="+")
        acts.add_parser("list", help="every parameter: value, dates, basis, tag")
        explaining = acts.add_parser("explain", help="how a rule decides, and by which article")
        explaining.add_argument("rule")
        explaining.add_argument("--on", type=date.fromisoformat, help="the day (default: today)")

    def handle(self, *args: object, act: str, **options: object) -> None:
        if act == "check":
            files = options["files"]
            assert isinstance(files, list)
            if code := golden.main(files, sys.stdout):
                sys.exit(code)
        elif act == "list":
            self._print(explanation.listed(Parameters(texts())))
        else:
            self._explain(str(options["rule"]), options["on"] or timezone.localdate())

    def _explain(self, rule: str, on: object) -> None:
        assert isinstance(on, date)
        if rule not in explanation.explanations():
            known = ", ".join(sorted(explanation.explanations()))
            raise CommandError(f"Aturan {rule!r} tidak dikenal. Yang ada: {known}")
        self._print(explanation.explained(rule, Parameters(texts()), on))

    def _print(self, lines: object) -> None:
        for line in lines:  # type: ignore[attr-defined]
            self.stdout.write(line)
