"""`bina segel`: a new key, a check that all that is sealed opens, keys exchanged."""

import base64
import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bina.core import sealed


class Command(BaseCommand):
    help = "Sealed text: `kunci` makes a key, `periksa` opens every case's key, `putar` wraps anew."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", choices=["kunci", "periksa", "putar"])

    def handle(self, *_args: Any, act: str, **_options: Any) -> None:
        if act == "kunci":
            self.stdout.write(base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
        elif act == "putar":
            for name, count in sealed.rotate():
                self.stdout.write(f"{name}: {count} kunci dibungkus ulang")
        else:
            self._check()

    def _check(self) -> None:
        broken = 0
        for name, model in sorted(sealed.KEEPERS.items()):
            rows = model._default_manager.only("pk", "kunci").iterator(chunk_size=500)
            found = [sealed.opens(bytes(one.kunci), one.segel_tentang) for one in rows]
            broken += found.count(False)
            self.stdout.write(f"{name}: {len(found)} kasus, {found.count(False)} tertutup")
        if broken:
            raise CommandError("Periksa BINA_KUNCI_SEGEL: kunci lama masih diperlukan.")
