"""`bina demo`: a made-up agency, ready to be looked at."""

import os

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from bina.demo import accounts, people, year


class Command(BaseCommand):
    help = "Set up the demo agency (once), print its accounts and serve it on 127.0.0.1:PORT."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="only set it up")

    def handle(self, *args: object, no_serve: bool, **options: object) -> None:
        if not settings.BINA_DEMO:
            raise CommandError("Set BINA_DEMO=1: the demo never touches another installation.")
        call_command("migrate", verbosity=0)
        pada, on = timezone.now(), timezone.localdate()
        if not people.exists():
            instansi = people.lay(pada=pada, on=on)
            year.lay(instansi, on=on)
        for line in accounts.open_accounts():
            self.stdout.write(line)
        self.stdout.flush()
        if not no_serve:
            port = os.environ.get("PORT", "8000")
            self.stdout.write(f"Bina: http://127.0.0.1:{port}/")
            self.stdout.flush()
            call_command("serve", port=int(port))
