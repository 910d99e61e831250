"""`bina staff units FILE`, `bina staff people FILE`: staff files from the shell."""

from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone, translation

from bina.core.workflow import WrongState
from bina.people.imports import services, shell
from bina.people.imports.lines import Checked
from bina.people.imports.reading import Unreadable
from bina.people.models.impor import Hasil

KINDS = {"units": "unit", "people": "pegawai"}
MOST_NAMED = 50
FASTER = "Belum ada yang disimpan: data berubah sejak berkas diperiksa. Jalankan lagi perintahnya."


class Command(BaseCommand):
    help = "Import units or people from an xlsx or csv file; --preview writes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        kinds = parser.add_subparsers(dest="kind", required=True)
        for kind in KINDS:
            one = kinds.add_parser(kind)
            one.add_argument("file", type=Path)
            one.add_argument("--preview", action="store_true", help="say what would happen")
            one.add_argument("--take-good", action="store_true", help="take what is not refused")
            one.add_argument("--json", action="store_true", help="one object a line")
            one.add_argument("--instansi", default="", metavar="KODE")
            one.add_argument("--nama-instansi", default="", metavar="NAMA")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("id"):
            self._run(KINDS[options["kind"]], options)

    def _run(self, jenis: str, options: dict[str, Any]) -> None:
        try:
            content = options["file"].read_bytes()
            agency = shell.agency(jenis, options["instansi"], options["nama_instansi"])
            checked = services.inspect(
                content=content, jenis=jenis, instansi=agency.instansi,
                on=timezone.localdate(), tell=self._tell("Memeriksa"),
            )  # fmt: skip
        except (OSError, Unreadable, shell.NoAgency) as refusal:
            raise CommandError(str(refusal), returncode=1) from refusal
        counts = Counter(row.hasil for row in checked.rows())
        self._print(jenis, checked, counts, as_json=options["json"])
        if not options["preview"]:
            self._take(jenis, options, content, agency, checked, counts)

    def _print(self, jenis: str, checked: Checked, counts: Counter[str], *, as_json: bool) -> None:
        if as_json:
            for one in shell.objects(jenis, checked):
                self.stdout.write(shell.as_json(one))
            return
        few = min(counts[Hasil.DITOLAK], MOST_NAMED)
        for row in islice((row for row in checked.rows() if row.alasan), few):
            self.stdout.write(f"baris {row.nomor}: {' '.join(shell.reasons(jenis, row))}")
        if counts[Hasil.DITOLAK] > MOST_NAMED:
            self.stdout.write(f"dan {counts[Hasil.DITOLAK] - MOST_NAMED} baris ditolak lainnya")
        said = ", ".join(f"{counts[hasil]} {hasil.label.lower()}" for hasil in Hasil)
        self.stdout.write(f"{checked.jumlah} baris: {said}; {checked.dilewati} dilewati")

    def _take(
        self, jenis: str, options: Any, content: bytes, agency: Any, checked: Any, counts: Any
    ) -> None:
        if counts[Hasil.DITOLAK] and not options["take_good"]:
            raise CommandError(
                f"Tidak ada yang disimpan: {counts[Hasil.DITOLAK]} baris ditolak. Perbaiki "
                "berkasnya, atau ambil baris yang baik dengan --take-good.",
                returncode=1,
            )
        if not counts[Hasil.BARU] + counts[Hasil.BERUBAH]:
            self.stderr.write("Tidak ada yang berubah.")
            return
        try:
            impor = shell.take(
                agency=agency, jenis=jenis, content=content, nama=options["file"].name,
                checked=checked, tell=self._tell("Menyimpan"),
            )  # fmt: skip
        except (services.Outdated, WrongState, shell.NoAgency) as refusal:
            why = str(refusal) if isinstance(refusal, shell.NoAgency) else FASTER
            raise CommandError(why, returncode=1) from refusal
        self.stderr.write(f"Tersimpan: {impor.baru} baru, {impor.berubah} berubah.")

    def _tell(self, what: str) -> Any:
        def tell(done: float) -> None:
            if self.stderr.isatty():
                self.stderr.write(f"\r{what} {done:.0%}", ending="")
                self.stderr.flush()

        return tell
