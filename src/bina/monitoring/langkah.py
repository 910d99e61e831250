"""The steps of a plan with how far each is: for the pages of rencana aksi and the diary."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from bina.monitoring import progress
from bina.monitoring.models import Realisasi, RencanaAksi
from bina.monitoring.progress import Angka, Ukuran
from bina.planning.door import Rencana
from bina.ui.tulisan import angka


@dataclass(frozen=True, slots=True)
class Langkah:
    """A step, what was written on it, and whether it can still be changed."""

    it: RencanaAksi
    tercapai: Decimal | None
    jumlah_catatan: int
    persen: Decimal | None
    terpakai: bool

    @property
    def target(self) -> str:
        if self.it.target is None:
            return self.it.target_teks
        return f"{angka(self.it.target)} {self.it.satuan}".strip()

    @property
    def capaian(self) -> str:
        if self.tercapai is None:
            return ""
        return f"{angka(self.tercapai)} {self.it.satuan}".strip()

    def telat(self, on: date) -> bool:
        """Past its day and short of its target (a target in words: without a single entry)."""
        short = not self.jumlah_catatan if self.persen is None else self.persen < progress.FULL
        return self.it.tenggat < on and short


def of_plan(rencana: Rencana, *, mulai: date | None = None) -> list[RencanaAksi]:
    """The steps of every version of the plan, those of one period where it is named (1 query)."""
    rows = RencanaAksi.objects.of_plan(rencana.rumpun).for_list()
    return list(rows.filter(mulai=mulai) if mulai else rows)


def with_progress(steps: Iterable[RencanaAksi], viewer: Any, *, on: date) -> list[Langkah]:
    """How far each is, by the entries this viewer may read (1 query)."""
    listed = list(steps)
    rows = Realisasi.objects.visible_to(viewer, on=on).filter(
        rencana_aksi__in=listed, jumlah__isnull=False
    )
    entries: dict[int, list[Angka]] = {one.pk: [] for one in listed}
    for step, tanggal, pk, jumlah, voided in rows.values_list(
        "rencana_aksi_id", "tanggal", "pk", "jumlah", "dibatalkan_pada"
    ):
        entries[step].append(Angka(tanggal, pk, Decimal(jumlah or 0), batal=voided is not None))
    return [_langkah(one, entries[one.pk]) for one in listed]


def bare(step: RencanaAksi) -> Langkah:
    """The step alone, for showing what is stored."""
    return _langkah(step, [])


def _langkah(step: RencanaAksi, entries: list[Angka]) -> Langkah:
    target = None if step.target is None else Decimal(step.target)
    cara = step.indikator.cara_hitung if step.dihitung else "jumlah"
    ukuran = Ukuran(target, step.indikator.arah if step.dihitung else "naik", cara)
    achieved = progress.realisasi(ukuran, entries)
    return Langkah(
        it=step,
        tercapai=achieved,
        jumlah_catatan=sum(1 for one in entries if not one.batal),
        persen=progress.persen(ukuran, achieved),
        terpakai=bool(entries),
    )


def titles(rencana: Rencana) -> dict[UUID, tuple[str, str]]:
    """indicator key -> (result, indicator) as the version in force names them."""
    return {
        one.kunci: (hasil.uraian, one.uraian) for hasil in rencana.hasil for one in hasil.indikator
    }


def unknown() -> str:
    return _("Hasil yang tidak ada lagi pada SKP yang berlaku")
