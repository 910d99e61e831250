"""`bina akun`: open the first accounts from the shell."""

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from bina.accounts import services
from bina.accounts.backends import by_name
from bina.accounts.models import Orang
from bina.ui.tulisan import tanggal_jam


class Command(BaseCommand):
    help = "Let a person who is already recorded sign in. Makes no new people."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        for name, what in (
            ("tautan", "print a link with which the person sets a password, once"),
            ("sandi", "set a random password and print it, once"),
            ("lepas", "remove the second factor of a person who lost phone and recovery codes"),
        ):
            act = acts.add_parser(name, help=what)
            act.add_argument("nama", metavar="NIP", help="NIP or e-mail address")

    def handle(self, *args: Any, act: str, nama: str, **options: Any) -> None:
        orang = by_name(nama)
        if orang is None or not orang.is_active:
            raise CommandError(f"Tidak ada akun aktif dengan NIP atau email {nama}.")
        {"tautan": self._link, "sandi": self._password, "lepas": self._release}[act](orang)

    def _link(self, orang: Orang) -> None:
        made = services.issue_activation(
            orang=orang, actor=None, now=timezone.now(), origin=_origin(), by_hand=True
        )
        self.stdout.write(made.alamat)
        self.stderr.write(f"Berlaku sekali, sampai {tanggal_jam(made.sampai)}.")

    def _password(self, orang: Orang) -> None:
        self.stdout.write(services.set_random_password(orang=orang, actor=None, now=timezone.now()))

    def _release(self, orang: Orang) -> None:
        services.remove_second_factor(orang=orang, actor=None, now=timezone.now())
        self.stdout.write("Aplikasi pengaman dilepas; semua sesi orang ini berakhir.")


def _origin() -> str:
    host = settings.ALLOWED_HOSTS[0]
    if settings.SECURE_SSL_REDIRECT:
        return f"https://{host}"
    return f"http://{host}:{os.environ.get('PORT') or 8000}"
