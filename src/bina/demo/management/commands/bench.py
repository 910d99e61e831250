"""`bina bench load --people N`: a made-up agency of any size."""

import json
import time

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from bina.demo.bulk import mentoring, people, plans, signals, visits, work


class Command(BaseCommand):
    help = "Load a made-up agency for measuring. Never into an agency's real database."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        loading = acts.add_parser("load", help="write an agency of so many people")
        loading.add_argument("--people", type=int, required=True)
        loading.add_argument("--year", type=int, default=timezone.localdate().year)
        acts.add_parser("visits", help="print pages and sessions to measure, as JSON")
        acts.add_parser("signals", help="measure the nightly signals, as JSON")
        acts.add_parser("mentoring", help="measure a programme matched in one go, as JSON")
        working = acts.add_parser("work", help="measure documents and imports, as JSON")
        working.add_argument("--lines", type=int, default=100_000)

    def handle(self, *args: object, act: str, **options: object) -> None:
        if act == "load":
            self._load(int(str(options["people"])), int(str(options["year"])))
        elif act == "visits":
            self.stdout.write(visits.as_json())
        elif act == "signals":
            self.stdout.write(json.dumps(signals.nights()))
        elif act == "mentoring":
            self.stdout.write(json.dumps(mentoring.matched()))
        else:
            found = work.documents() | work.imports(int(str(options["lines"])))
            self.stdout.write(json.dumps(found))

    def _load(self, count: int, year: int) -> None:
        if count < people.BUREAU * 2:
            raise CommandError(f"At least {people.BUREAU * 2} people make an agency.")
        began = time.perf_counter()
        with transaction.atomic():
            bulk = people.load(count)
            plans.load(bulk, year)
        spent = time.perf_counter() - began
        self.stdout.write(f"{bulk.instansi.kode}: {count} people in {spent:.1f} s")
