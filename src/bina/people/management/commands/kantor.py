"""`bina kantor beri NIP PERAN [UNIT]`: an installation's first administrator, and later ones."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from bina.accounts.models import Orang
from bina.people.models import Peran, Unit
from bina.people.services import kantor
from bina.rules.nip import clean_nip


class Command(BaseCommand):
    help = "Give an office to a person, for a unit and below (the whole agency when none is named)."

    def add_arguments(self, parser: CommandParser) -> None:
        giving = parser.add_subparsers(dest="act", required=True).add_parser("beri")
        giving.add_argument("nip")
        giving.add_argument("peran", choices=Peran.values)
        giving.add_argument("unit", nargs="?", help="unit code")
        giving.add_argument("--mulai", type=date.fromisoformat, help="yyyy-mm-dd, today by default")
        giving.add_argument("--dasar", default="", help="letter of appointment")

    def handle(self, *args: object, nip: str, unit: str | None, **options: object) -> None:
        on = timezone.localdate()
        orang = Orang.objects.filter(nip=clean_nip(nip)).first()
        if orang is None:
            raise CommandError(f"Tidak ada orang dengan NIP {nip}. Impor pegawai lebih dulu.")
        units = Unit.objects.filter(instansi=orang.instansi_id)
        found = units.filter(kode=unit) if unit else units.filter(induk=None)
        where = found.order_by("kode").first()
        if where is None:
            raise CommandError("Unit tidak dikenal. Impor unit lebih dulu atau periksa kodenya.")
        try:
            kantor.give(
                orang_id=orang.pk,
                peran=str(options["peran"]),
                unit_id=where.pk,
                mulai=options["mulai"] or on,  # type: ignore[arg-type]
                selesai=None,
                dasar=str(options["dasar"]),
                actor=None,
                pada=timezone.now(),
                on=on,
            )
        except kantor.OfficeRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{orang.nama_lengkap}: {options['peran']} untuk {where.nama}")
