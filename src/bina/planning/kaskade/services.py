"""Filling in the matriks peran hasil: a cell becomes a result of that person's draft."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.people.models import Penempatan, Unit
from bina.planning.completeness import same_words
from bina.planning.kaskade import cascade, matrix
from bina.planning.kaskade.cascade import Simpul
from bina.planning.kaskade.matrix import FIELD, Matriks
from bina.planning.models import HasilKerja, JenisHasil, Pendekatan, Skp
from bina.planning.services import drafting
from bina.planning.services.refusals import Refused
from bina.planning.workflow import OPEN


@dataclass(frozen=True, slots=True)
class IsiSel:
    """The role written into one cell."""

    penempatan_id: int
    kolom_id: int
    uraian: str


@dataclass(slots=True)
class Laporan:
    """What became of each cell: nothing is lost when one is refused."""

    dibuat: int = 0
    tetap: int = 0
    ditolak: list[tuple[IsiSel, str]] = field(default_factory=list)
    baris: list[audit.Line] = field(default_factory=list)


@transaction.atomic
def fill(
    *, unit_id: int, jenis: str, isi: Iterable[IsiSel], actor: Any, pada: datetime, on: date
) -> Laporan:
    """isi_matriks: each cell that can be becomes a draft result, the others say why not.

    A draft is begun where there is none; a plan that waits or runs is not touched. The same
    words again change nothing. Raises Unit.DoesNotExist, PermissionDenied.
    """
    mine = policy.scope(actor, "unit_kinerja.lihat_kaskade", on=on)
    unit = Unit.objects.select_for_update(of=("self",)).get(mine, pk=unit_id)
    policy.require(actor, "unit_kinerja.isi_matriks", unit, on=on)
    one = matrix.of(cascade.of_unit(unit, on.year, actor, on=on), jenis, actor)
    report = Laporan()
    for placed, cells in _by_person(one, isi, report):
        _fill_row(one, placed, cells, pada, report)
    if report.dibuat:
        counts = {"baru": report.dibuat, "tetap": report.tetap, "ditolak": len(report.ditolak)}
        whole = audit.line_about("unit_kinerja.isi_matriks", unit, fakta=counts)
        audit.record_many([*report.baris, whole], pelaku=actor, pada=pada)
    return report


Cells = list[tuple[IsiSel, Simpul]]


def _by_person(
    one: Matriks, isi: Iterable[IsiSel], report: Laporan
) -> Iterable[tuple[Penempatan, Cells]]:
    """The cells of people and columns that are part of this matrix, refused ones taken out."""
    columns = {col.pk: col for col in matrix.columns(one)}
    known = matrix.people(one).in_bulk()
    grouped: dict[int, Cells] = {}
    for cell in isi:
        if cell.penempatan_id in known and cell.kolom_id in columns:
            grouped.setdefault(cell.penempatan_id, []).append((cell, columns[cell.kolom_id]))
        else:
            report.ditolak.append((cell, _("Orang atau kolom ini tidak ada lagi di matriks.")))
    placed = [known[pk] for pk in grouped]
    list(Skp.objects.filter(penempatan__in=grouped).select_for_update().values_list("pk"))
    why = matrix.reasons(one, placed)
    for each in placed:
        if each.pk in why:
            report.ditolak += [(cell, why[each.pk]) for cell, _column in grouped[each.pk]]
        else:
            yield each, grouped[each.pk]


def _fill_row(
    one: Matriks, placed: Penempatan, cells: Cells, pada: datetime, report: Laporan
) -> None:
    wanted = _fresh(one, placed, cells, report)
    if not wanted:
        return
    try:
        with transaction.atomic():
            skp = _open_plan(placed, pada, one.kaskade.on, report)
    except (Refused, IntegrityError):
        again = _("SKP pegawai ini baru saja berubah. Periksa lagi, lalu isi sekali lagi.")
        report.ditolak += [(cell, again) for cell, _column in wanted]
        return
    last = skp.hasil_kerja.filter(jenis=JenisHasil.UTAMA).aggregate(last=Max("urutan"))["last"] or 0
    HasilKerja.objects.bulk_create(
        HasilKerja(skp=skp, urutan=last + n, uraian=cell.uraian, **{FIELD[one.jenis]: column.pk})
        for n, (cell, column) in enumerate(wanted, 1)
    )
    skp.suntingan += 1
    skp.save(update_fields=["suntingan"])
    report.dibuat += len(wanted)
    fakta = {"baru": len(wanted)}
    report.baris.append(
        audit.line_about("skp.isi_dari_matriks", skp, berubah=("hasil_kerja",), fakta=fakta)
    )


def _fresh(one: Matriks, placed: Penempatan, cells: Cells, report: Laporan) -> Cells:
    """The cells that are still empty; one the person filled in meanwhile is told."""
    (row,) = matrix.rows(one, [placed], [column for _cell, column in cells])
    wanted: Cells = []
    for (cell, column), held in zip(cells, row.sel, strict=True):
        words = [same_words(each.uraian) for each in held.peran]
        if not words:
            wanted.append((cell, column))
        elif same_words(cell.uraian) in words:
            report.tetap += 1
        else:
            said = _("Sudah terisi: “%(uraian)s”. Ubah lewat SKP pegawai.")
            report.ditolak.append((cell, said % {"uraian": held.peran[0].uraian}))
    return wanted


def _open_plan(placed: Penempatan, pada: datetime, on: date, report: Laporan) -> Skp:
    """The draft that is being written for this placement, begun where there is none."""
    drafts = Skp.objects.filter(penempatan=placed, mulai__year=on.year, status__in=OPEN)
    found = drafts.select_related("penempatan__unit").order_by("-versi").first()
    if found:
        return found
    made = drafting.begin(placed, Pendekatan.KUANTITATIF, pada, on)
    report.baris.append(audit.line_about("skp.mulai", made, ke={"status": made.status}))
    return made
