"""The cascade to take away: the same rows the pages show, as a spreadsheet of harmless cells."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from bina.planning.kaskade import cascade, coverage, matrix
from bina.planning.kaskade.cascade import Kaskade, Simpul
from bina.planning.kaskade.matrix import Matriks
from bina.planning.rencana import target_words

Rows = Iterator[Sequence[Any]]


def kinds() -> dict[str, str]:
    """What a node is called, by its code."""
    return {
        cascade.SASARAN: _("Sasaran"),
        cascade.INDIKATOR: _("Indikator"),
        cascade.HASIL: _("Hasil kerja"),
    }


def tree(one: Kaskade) -> Rows:
    """A line a node, its depth as a number."""
    names = kinds()
    yield [_("Tingkat"), _("Jenis"), _("Uraian"), _("Target atau pemilik")]
    for depth, node in cascade.whole(one):
        yield [depth + 1, names[node.jenis], node.uraian, node.rinci]


def covering(one: coverage.Cakupan) -> Rows:
    """The three lists, one below the other."""
    yield [_("Yang belum tercakup"), _("Uraian"), _("Target atau pemilik")]
    for target in one.unsupported:
        yield [_("Target tanpa pendukung"), target.uraian, target_words(target)]
    for row in one.loose:
        node: Simpul = cascade.of_result(row)
        yield [_("Hasil kerja tanpa sandaran"), node.uraian, node.rinci]
    for person in one.without_plan:
        yield [_("Pegawai tanpa SKP"), str(person), ""]


def roles(one: Matriks) -> Rows:
    """The whole matrix, a line a person, a column a result."""
    columns = matrix.columns(one)
    yield [_("Pegawai"), _("Jabatan"), *(column.uraian for column in columns)]
    for row in matrix.rows(one, matrix.people(one), columns):
        held = ["; ".join(peran.uraian for peran in cell.peran) for cell in row.sel]
        yield [row.penempatan.orang.nama_lengkap, row.penempatan.jabatan.nama, *held]
