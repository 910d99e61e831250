"""The matriks peran hasil of a unit: who contributes what to which result (kinerja.md 1.4).

Nothing is stored of it: a cell holds the results of that person that support the column, so
what either side writes is the same record (ADR 14). Whoever may fill it in sees in its cells
the titles of drafts too, and nothing else of a draft; others see established plans only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from bina.access import policy
from bina.people import hierarchy
from bina.people.models import Pegawai, Penempatan
from bina.planning.kaskade.cascade import (
    HASIL,
    INDIKATOR,
    POINTS_AT,
    Kaskade,
    Simpul,
    of_indicator,
    of_result,
)
from bina.planning.models import HasilKerja, Skp
from bina.planning.workflow import OPEN, Status

FIELD = {HASIL: "mendukung_id", INDIKATOR: "mendukung_indikator_id"}
LIVE = (*OPEN, Status.DIAJUKAN, Status.DITETAPKAN)


@dataclass(frozen=True, slots=True)
class Peran:
    """A result of the person that stands in a cell, and the state of its plan."""

    uraian: str
    status: str


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell. `alasan`: why it cannot be filled in here, and what to do."""

    penempatan: Penempatan
    kolom: Simpul
    peran: list[Peran]
    alasan: str

    @property
    def nama(self) -> str:
        """The field of the form."""
        return f"sel-{self.penempatan.pk}-{self.kolom.pk}"

    @property
    def terbuka(self) -> bool:
        return not self.peran and not self.alasan


@dataclass(frozen=True, slots=True)
class Baris:
    """A person in a position, with a cell for each column shown."""

    penempatan: Penempatan
    alasan: str
    sel: list[Sel] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Matriks:
    """Whose columns, and for whom it is shown."""

    kaskade: Kaskade
    jenis: str
    kepala: int | None
    mengisi: bool
    pembaca: Any


def kind_of(asked: str) -> str:
    """Which columns the address asks for."""
    return INDIKATOR if asked == "indikator" else HASIL


def of(kaskade: Kaskade, jenis: str, user: Any) -> Matriks:
    """The matrix of the head's results, or of the unit's indicators."""
    unit, on = kaskade.unit, kaskade.on
    head = hierarchy.heads_of([unit.pk], on=on).get(unit.pk)
    may = policy.may(user, "unit_kinerja.isi_matriks", unit, on=on)
    return Matriks(kaskade, jenis, head, may and kaskade.tahun == on.year, user)


def columns(one: Matriks) -> list[Simpul]:
    """The results of the head's plan in force, or the indicators the unit undertakes."""
    if one.jenis == INDIKATOR:
        rows = one.kaskade.indicators.order_by("sasaran__nomor", "urutan", "pk")
        return [of_indicator(row) for row in rows]
    if one.kepala is None:
        return []
    theirs = one.kaskade.results.filter(
        skp__pegawai=one.kepala, skp__penempatan__unit=one.kaskade.unit.pk
    )
    return [of_result(row) for row in theirs.order_by("-jenis", "urutan", "pk")]


def people(one: Matriks) -> "QuerySet[Penempatan]":
    """The unit's people; under the head's results also the heads of the units below, as the
    matrix is built from the top down. The head sees them all, others whom they may see."""
    unit, on = one.kaskade.unit, one.kaskade.on
    inside = Q(unit=unit.pk)
    if one.jenis == HASIL:
        heads = Q(unit__induk=unit.pk, jabatan=F("unit__jabatan_pimpinan"))
        inside = (inside | heads) & ~Q(orang=one.kepala)
    seen = Pegawai.objects.filter(aktif=True)
    if not one.mengisi:
        seen = seen.filter(policy.scope(one.pembaca, "pegawai.lihat", on=on))
    placed = Penempatan.objects.on(on).filter(inside, orang__in=seen.values("pk"))
    return placed.select_related("orang", "unit", "jabatan").order_by("orang__nama", "pk")


def rows(one: Matriks, placed: Iterable[Penempatan], shown: Sequence[Simpul]) -> list[Baris]:
    """A line a placement; a fixed number of queries however many."""
    placed = list(placed)
    held = _roles(one, placed, shown)
    why = reasons(one, placed) if one.mengisi else {}
    found = []
    for each in placed:
        alasan = why.get(each.pk, "")
        cells = [Sel(each, col, held.get((each.pk, col.kunci), []), alasan) for col in shown]
        found.append(Baris(each, alasan, cells))
    return found


def plans(one: Matriks, placed: Iterable[Penempatan]) -> Any:
    """The plans of that year behind these rows: for whoever fills it in, drafts too."""
    ids = [each.pk for each in placed]
    live = Skp.objects.filter(penempatan__in=ids, mulai__year=one.kaskade.tahun, status__in=LIVE)
    if one.mengisi:
        return live
    return live.filter(policy.scope(one.pembaca, "skp.lihat", on=one.kaskade.on))


def _roles(
    one: Matriks, placed: list[Penempatan], shown: Sequence[Simpul]
) -> dict[tuple[int, UUID], list[Peran]]:
    """Of a result that stands in the plan in force and in its next version, the later one."""
    path = POINTS_AT[one.jenis]
    found = HasilKerja.objects.filter(
        skp__in=plans(one, placed).values("pk"), **{f"{path}__in": [col.kunci for col in shown]}
    )
    latest: dict[tuple[int, UUID, UUID], Peran] = {}
    ordered = found.order_by("skp__versi", "urutan", "pk")
    for placement, key, kunci, uraian, status in ordered.values_list(
        "skp__penempatan", path, "kunci", "uraian", "skp__status"
    ):
        latest[placement, key, kunci] = Peran(uraian, status)
    cells: dict[tuple[int, UUID], list[Peran]] = {}
    for (placement, key, _kunci), peran in latest.items():
        cells.setdefault((placement, key), []).append(peran)
    return cells


def reasons(one: Matriks, placed: Sequence[Penempatan]) -> dict[int, str]:
    """placement id -> why nothing can be filled in for it; those not named are open."""
    states: dict[int, set[str]] = {}
    for placement, status in plans(one, placed).values_list("penempatan", "status"):
        states.setdefault(placement, set()).add(status)
    above = _superiors(one, placed)
    found = {}
    for each in placed:
        why = _not_theirs(one, each, above) or _not_now(states.get(each.pk, set()))
        if why:
            found[each.pk] = why
    return found


def _superiors(one: Matriks, placed: Sequence[Penempatan]) -> dict[int, int]:
    """placement id -> the superior for it; several placements of a person are asked apart."""
    rounds: list[dict[int, Penempatan]] = []
    for each in placed:
        free = next((some for some in rounds if each.orang_id not in some), None)
        if free is None:
            free = {}
            rounds.append(free)
        free[each.orang_id] = each
    found: dict[int, int] = {}
    for some in rounds:
        above = hierarchy.superiors_of(some, on=one.kaskade.on, at=some)
        found |= {some[orang].pk: boss.pk for orang, boss in above.items()}
    return found


def _not_theirs(one: Matriks, each: Penempatan, above: dict[int, int]) -> str:
    own = one.jenis == INDIKATOR and each.orang_id == one.kepala
    if own or above.get(each.pk) == one.kepala:
        return ""
    return _(
        "Pejabat Penilai Kinerja-nya tercatat orang lain. Perannya diisi lewat SKP pegawai, atau "
        "minta pengelola kinerja memperbaiki atasannya."
    )


def _not_now(states: set[str]) -> str:
    if states & set(OPEN):
        return ""
    if Status.DIAJUKAN in states:
        return _("SKP-nya sedang diajukan. Kembalikan dulu, lalu isi.")
    if Status.DITETAPKAN in states:
        return _("SKP-nya sudah berjalan. Minta pegawai menyusun versi baru, lalu isi.")
    return ""
