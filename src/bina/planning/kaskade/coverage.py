"""Coverage of a unit and year: targets nobody supports, results that support nothing, people
without a plan. Counted over what the reader may see, as the lists behind the counts are."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from bina.law.door import parameters
from bina.people import offices
from bina.people.models import Pegawai, Penempatan
from bina.planning.kaskade.cascade import Kaskade
from bina.planning.kewajiban import exempt
from bina.planning.models import HasilKerja, IndikatorUnit, JenisHasil


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One measure: how many of all are as they should be, and how many are not."""

    kode: str
    semua: int
    kurang: int

    @property
    def baik(self) -> int:
        return self.semua - self.kurang

    @property
    def persen(self) -> Decimal:
        return Decimal(100 * self.baik) / self.semua if self.semua else Decimal(100)


@dataclass(frozen=True, slots=True)
class Cakupan:
    """The three lists of a unit and all below it."""

    kaskade: Kaskade
    orang: "QuerySet[Pegawai]"

    @property
    def targets(self) -> "QuerySet[IndikatorUnit]":
        rows = self.kaskade.indicators.select_related("sasaran")
        return rows.order_by("sasaran__nomor", "urutan", "pk")

    @property
    def unsupported(self) -> "QuerySet[IndikatorUnit]":
        """Indicators that no result supports, neither them nor their whole sasaran."""
        mine = HasilKerja.objects.filter(skp__in=self.kaskade.skps.values("pk")).order_by()
        direct = mine.exclude(mendukung_indikator=None).values("mendukung_indikator__kunci")
        above = mine.exclude(mendukung_sasaran=None).values("mendukung_sasaran__kunci")
        # Two lists of keys, asked once each: for each target anew they took seconds.
        return self.targets.exclude(kunci__in=direct).exclude(sasaran__kunci__in=above)

    @property
    def results(self) -> "QuerySet[HasilKerja]":
        """The main results; an assignment from elsewhere supports what lies elsewhere."""
        below = offices.below([self.kaskade.unit.pk])
        rows = self.kaskade.results.filter(
            skp__penempatan__unit__in=below, jenis=JenisHasil.UTAMA, penugasan_dari=""
        )
        return rows.order_by("skp__penempatan__unit__kode", "skp__pegawai__orang__nama", "pk")

    @property
    def loose(self) -> "QuerySet[HasilKerja]":
        nothing = Q(mendukung=None, mendukung_sasaran=None, mendukung_indikator=None)
        return self.results.filter(nothing)

    @property
    def without_plan(self) -> "QuerySet[Pegawai]":
        planned = self.kaskade.skps.values("pegawai")
        return self.orang.exclude(pk__in=planned)


def of(kaskade: Kaskade, user: Any, *, on: date) -> Cakupan:
    """The people are those who stand in the unit or below it that day and need a plan."""
    placed = Penempatan.objects.on(on).filter(unit__in=offices.below([kaskade.unit.pk]))
    people = Pegawai.objects.visible_to(user, on=on).filter(
        aktif=True, pk__in=placed.values("orang")
    )
    free = exempt(Pegawai.objects.all(), law=parameters(user.instansi), on=on)
    people = people.exclude(pk__in=free.values("pk"))
    return Cakupan(kaskade, people.select_related("orang").order_by("orang__nama", "pk"))


def measures(one: Cakupan) -> list[Ukuran]:
    """The three counts, in six queries however large the unit."""
    return [
        Ukuran("target", one.targets.count(), one.unsupported.count()),
        Ukuran("hasil", one.results.count(), one.loose.count()),
        Ukuran("pegawai", one.orang.count(), one.without_plan.count()),
    ]
