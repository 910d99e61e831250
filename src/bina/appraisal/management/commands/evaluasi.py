"""`bina evaluasi verify`: hold all released predicates against the law, period by period."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bina.appraisal import himpunan
from bina.appraisal.models import Evaluasi, PeriodeEvaluasi
from bina.law import door as law
from bina.people.models import Unit
from bina.rules.refusal import NotInForce


class Command(BaseCommand):
    help = "Hold released predicates against the quadrant, and units against their pattern."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        verifying = acts.add_parser("verify", help="read-only; code 1 when a predicate differs")
        verifying.add_argument("--instansi", help="code of an agency; all when none is named")

    def handle(self, *args: object, instansi: str | None, **options: object) -> None:
        periods = PeriodeEvaluasi.objects.select_related("instansi")
        if instansi:
            periods = periods.filter(instansi__kode=instansi)
        differing = 0
        for periode in periods.order_by("instansi__kode", "mulai", "jenis"):
            try:
                differing += self._predicates(periode)
                self._patterns(periode)
            except NotInForce as refusal:
                self._say("tidak dinilai", periode, str(refusal))
        if differing:
            raise CommandError(f"{differing} predikat berbeda dari kuadran", returncode=1)

    def _predicates(self, periode: PeriodeEvaluasi) -> int:
        found = himpunan.differing(periode, law=law.parameters(periode.instansi))
        for one in found:
            should = one.seharusnya or "tidak ada"
            told = f"evaluasi {one.evaluasi_id} tersimpan {one.tersimpan}, menurut kuadran {should}"
            self._say("BEDA", periode, told)
        if not found:
            count = Evaluasi.objects.released().filter(periode=periode).count()
            self._say("sama", periode, f"{count} predikat")
        return len(found)

    def _patterns(self, periode: PeriodeEvaluasi) -> None:
        found = himpunan.distributions(periode, law=law.parameters(periode.instansi))
        broken = [one for one in found if one.pelanggaran]
        codes = dict(
            Unit.objects.filter(pk__in=[one.unit_id for one in broken]).values_list("pk", "kode")
        )
        for one in broken:
            told = f"unit {codes[one.unit_id]}, capaian {one.capaian}"
            self._say("pola", periode, f"{told}: {', '.join(one.pelanggaran or ())}")

    def _say(self, word: str, periode: PeriodeEvaluasi, told: str) -> None:
        self.stdout.write(f"{word:8} {periode.instansi.kode} {periode}: {told}")
