"""Build the one stylesheet (`var/assets/ui/bina.css`)."""

import gzip
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bina.ui import assets, contrast


class Command(BaseCommand):
    help = "Menyusun berkas gaya dari Bootstrap, token, dan bina.css; mencetak ukurannya."
    requires_system_checks: list[str] = []  # pages do not work yet when this runs first

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=None)

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.perf_counter()
        folder = Path(options["folder"] or settings.BINA_ASSETS_DIR)
        agency = getattr(settings, "BINA_TOKEN_INSTANSI", None)
        extra = [Path(agency)] if agency else []
        self._refuse_weak_accent(extra)
        assets.write(folder, extra=extra)
        whole_raw, whole = 0, 0
        for path in assets.first_load(folder):
            raw = path.read_bytes()
            small = len(gzip.compress(raw, 9, mtime=0)) if path.suffix != ".woff2" else len(raw)
            whole_raw, whole = whole_raw + len(raw), whole + small
            self.stdout.write(f"{path.name:<26}{len(raw):>9,}{small:>9,}")
        seconds = time.perf_counter() - started
        self.stdout.write(f"{'raw, gzip':<26}{whole_raw:>9,}{whole:>9,}  {seconds:.1f} s")

    def _refuse_weak_accent(self, extra: list[Path]) -> None:
        """An agency may choose its colour, but not one that cannot be read."""
        weak = contrast.too_weak("".join(p.read_text(encoding="utf-8") for p in extra))
        if weak:
            raise CommandError("Kontras warna kurang:\n" + "\n".join(weak))
