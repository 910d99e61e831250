"""`bina audit verify`: prove the trail unbroken."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bina.core import audit


class Command(BaseCommand):
    help = "Follow every chain of the trail and say whether it is unbroken."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        verifying = acts.add_parser("verify")
        verifying.add_argument("rantai", nargs="*", help="chains; all when none is named")

    def handle(self, *args: object, rantai: list[str], **options: object) -> None:
        broken = 0
        for name in rantai or audit.chains():
            found = audit.verify(name)
            if found.broken_at is None:
                self.stdout.write(f"utuh   {name}: {found.lines} baris, ujung {found.sidik}")
            else:
                broken += 1
                self.stdout.write(f"RUSAK  {name}: baris {found.broken_at}, {found.why}")
        if broken:
            raise CommandError(f"{broken} rantai rusak", returncode=1)
