"""The cascade of a unit and year: whose result supports which, level by level.

Read from established plans the reader may see. Links are followed by `kunci`, so that a result
that supports an earlier version of another still hangs below it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from bina.people import hierarchy
from bina.people.models import Unit
from bina.planning.models import HasilKerja, IndikatorUnit, SasaranUnit, Skp
from bina.planning.models.skp import SkpQuerySet
from bina.planning.rencana import target_words
from bina.planning.workflow import Status, StatusPerjanjian

SASARAN, INDIKATOR, HASIL = "s", "i", "h"
CODE = re.compile(r"([sih])-([0-9]{1,18})")
# kind of node -> by what the results below point at it
POINTS_AT = {
    SASARAN: "mendukung_sasaran__kunci",
    INDIKATOR: "mendukung_indikator__kunci",
    HASIL: "mendukung__kunci",
}


@dataclass(frozen=True, slots=True)
class Simpul:
    """A node as the tree shows it: what, whose, and how many support it directly."""

    jenis: str
    pk: int
    kunci: UUID
    uraian: str
    rinci: str
    anak: int = 0

    @property
    def kode(self) -> str:
        return f"{self.jenis}-{self.pk}"


@dataclass(frozen=True, slots=True)
class Kaskade:
    """What one reader may see of the cascade of one unit and year."""

    unit: Unit
    tahun: int
    skps: SkpQuerySet
    on: date

    @property
    def results(self) -> "QuerySet[HasilKerja]":
        found = HasilKerja.objects.filter(skp__in=self.skps.values("pk"))
        return found.select_related("skp__pegawai__orang", "skp__penempatan__unit")

    @property
    def sasaran(self) -> "QuerySet[SasaranUnit]":
        return SasaranUnit.objects.filter(
            perjanjian__unit=self.unit.pk,
            perjanjian__tahun=self.tahun,
            perjanjian__status=StatusPerjanjian.DITETAPKAN,
        )

    @property
    def indicators(self) -> "QuerySet[IndikatorUnit]":
        return IndikatorUnit.objects.filter(sasaran__in=self.sasaran)


def of_unit(unit: Unit, tahun: int, user: Any, *, on: date) -> Kaskade:
    """The plans of that year in force, wherever they stand, as far as this reader sees them."""
    visible = Skp.objects.visible_to(user, on=on)
    return Kaskade(unit, tahun, visible.filter(status=Status.DITETAPKAN, mulai__year=tahun), on)


def roots(one: Kaskade) -> list[Simpul]:
    """What the unit undertakes, then the results of its head that hang on none of it."""
    head = hierarchy.heads_of([one.unit.pk], on=one.on).get(one.unit.pk)
    loose = one.results.filter(
        skp__pegawai=head,
        skp__penempatan__unit=one.unit.pk,
        mendukung_sasaran=None,
        mendukung_indikator=None,
    )
    results = loose.order_by("-jenis", "urutan") if head else []
    return counted(one, [*map(of_sasaran, one.sasaran), *map(of_result, results)])


def find(one: Kaskade, code: str) -> Simpul | None:
    """The node of this code, if it is part of what the reader may see."""
    matched = CODE.fullmatch(code)
    if not matched:
        return None
    rows: Any = {SASARAN: one.sasaran, INDIKATOR: one.indicators, HASIL: one.results}[matched[1]]
    row = rows.filter(pk=int(matched[2])).first()
    return _READ[matched[1]](row) if row else None


def indicators_of(one: Kaskade, node: Simpul) -> list[Simpul]:
    """The indicators of a sasaran; other nodes have none."""
    rows = one.indicators.filter(sasaran=node.pk) if node.jenis == SASARAN else []
    return counted(one, map(of_indicator, rows))


def supporters(one: Kaskade, node: Simpul) -> "QuerySet[HasilKerja]":
    """The results that support this node directly."""
    below = one.results.filter(**{POINTS_AT[node.jenis]: node.kunci})
    return below.order_by("skp__penempatan__unit__kode", "skp__pegawai__orang__nama", "pk")


def counted(one: Kaskade, nodes: Iterable[Simpul]) -> list[Simpul]:
    """The same nodes with how many support each: a query for each kind there is."""
    nodes = list(nodes)
    below = {kind: _counts(one, kind, nodes) for kind in {node.jenis for node in nodes}}
    return [
        Simpul(node.jenis, node.pk, node.kunci, node.uraian, node.rinci, below[node.jenis](node))
        for node in nodes
    ]


def _counts(one: Kaskade, kind: str, nodes: list[Simpul]) -> Any:
    keys = [node.kunci for node in nodes if node.jenis == kind]
    path = POINTS_AT[kind]
    rows = HasilKerja.objects.filter(skp__in=one.skps.values("pk"), **{f"{path}__in": keys})
    found = dict(rows.order_by().values_list(path).annotate(n=Count("pk")))
    parts = _parts(one) if kind == SASARAN else {}
    return lambda node: found.get(node.kunci, 0) + parts.get(node.pk, 0)


def _parts(one: Kaskade) -> dict[int, int]:
    rows = one.indicators.order_by().values_list("sasaran")
    return dict(rows.annotate(n=Count("pk")))


def of_sasaran(row: SasaranUnit) -> Simpul:
    return Simpul(SASARAN, row.pk, row.kunci, row.uraian, "")


def of_indicator(row: IndikatorUnit) -> Simpul:
    return Simpul(INDIKATOR, row.pk, row.kunci, row.uraian, target_words(row))


def of_result(row: HasilKerja) -> Simpul:
    whose = f"{row.skp.pegawai}, {row.skp.penempatan.unit.nama}"
    return Simpul(HASIL, row.pk, row.kunci, row.uraian, whose)


_READ: dict[str, Any] = {SASARAN: of_sasaran, INDIKATOR: of_indicator, HASIL: of_result}


def whole(one: Kaskade) -> Iterator[tuple[int, Simpul]]:
    """Every node with its depth, depth first, in a fixed number of queries: for the export."""
    below: dict[tuple[str, UUID], list[Simpul]] = {}
    for part in one.indicators.select_related("sasaran"):
        below.setdefault((SASARAN, part.sasaran.kunci), []).append(of_indicator(part))
    for kind, path in POINTS_AT.items():
        rows = one.results.exclude(**{path: None}).order_by("skp__pegawai__orang__nama", "pk")
        for row, key in _with_key(rows, path):
            below.setdefault((kind, key), []).append(of_result(row))
    yield from _walk(roots(one), below, 0, set())


def _with_key(rows: Any, path: str) -> Iterator[tuple[HasilKerja, UUID]]:
    relation = path.split("__", maxsplit=1)[0]
    for row in rows.select_related("skp__pegawai__orang", "skp__penempatan__unit", relation):
        yield row, getattr(row, relation).kunci


def _walk(
    nodes: Iterable[Simpul],
    below: dict[tuple[str, UUID], list[Simpul]],
    depth: int,
    seen: set[UUID],
) -> Iterator[tuple[int, Simpul]]:
    """A result stands once: two people who support each other's make no endless branch."""
    for node in nodes:
        if node.kunci in seen:
            continue
        seen.add(node.kunci)
        yield depth, node
        yield from _walk(below.get((node.jenis, node.kunci), []), below, depth + 1, seen)
