"""A whole period judged in the database: stored predicates, and each unit's distribution.

Read-only, one statement a question. The caller decides who sees what comes of it: released
evaluations only, and drafts leave no trace in any count (security.md, T7).
"""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from bina.appraisal.models import CapaianOrganisasi, Evaluasi, PeriodeEvaluasi
from bina.rules import himpunan
from bina.rules.parameters import Parameters
from bina.rules.permenpanrb6_2022 import Predikat
from bina.rules.semenpanrb3_2023 import Pelanggaran

PENILAIAN = {
    "pegawai": "pk",  # a person may be evaluated twice in a period: a row an evaluation
    "unit": "unit_id",
    "hasil_kerja": "rating_hasil",
    "perilaku": "rating_perilaku",
}


@dataclass(frozen=True, slots=True)
class Beda:
    """A stored predicate that is not the one of the quadrant; none where there is no cell."""

    evaluasi_id: int
    tersimpan: str
    seharusnya: str | None


@dataclass(frozen=True, slots=True)
class Sebaran:
    """How many of a unit's released evaluations have each predicate, and what that breaks.

    `pelanggaran` is None where the unit could not be judged.
    """

    unit_id: int
    capaian: str
    jumlah: dict[Predikat, int]
    pelanggaran: tuple[Pelanggaran, ...] | None


def differing(periode: PeriodeEvaluasi, *, law: Parameters) -> list[Beda]:
    """The released evaluations whose stored predicate is not the law's, by id.

    PermenPANRB 6/2022, Lampiran, kuadran kinerja pegawai, of the period's last day. Raises
    NotInForce.
    """
    kuadran = himpunan.predikat_kinerja(law=law, on=periode.selesai).sql
    rows = Evaluasi.objects.released().filter(periode=periode)
    found = _asked(
        "SELECT tersimpan.evaluasi, tersimpan.predikat, dinilai.predikat FROM tersimpan"  # noqa: S608
        f" JOIN ({kuadran}) AS dinilai ON dinilai.pegawai = tersimpan.evaluasi"
        " WHERE dinilai.predikat IS NULL OR dinilai.predikat <> tersimpan.predikat"
        " ORDER BY tersimpan.evaluasi",
        penilaian=(rows, PENILAIAN),
        tersimpan=(rows, {"evaluasi": "pk", "predikat": "predikat"}),
    )
    return [Beda(*row) for row in found]


def distributions(periode: PeriodeEvaluasi, *, law: Parameters) -> list[Sebaran]:
    """Every unit with a capaian in the period, by unit id: its distribution as released so far.

    SE MenPANRB 3/2023, of the period's last day. Raises NotInForce.
    """
    rows = Evaluasi.objects.released().filter(periode=periode)
    found = _asked(
        himpunan.pola_distribusi(law=law, on=periode.selesai).sql + " ORDER BY unit",
        predikat=(rows, {"unit": "unit_id", "predikat": "predikat"}),
        capaian=(
            CapaianOrganisasi.objects.filter(periode=periode),
            {"unit": "unit_id", "capaian": "capaian"},
        ),
    )
    return [
        Sebaran(unit, capaian, dict(zip(Predikat, counts, strict=True)), himpunan.read(said))
        for unit, capaian, *counts, said in found
    ]


def _asked(sql: str, **relations: tuple[QuerySet[Any], dict[str, str]]) -> list[tuple[Any, ...]]:
    """The answer of a statement over rows of ours, named and with columns as it calls them."""
    heads: list[str] = []
    given: list[Any] = []
    for name, (rows, columns) in relations.items():
        inner, values = rows.order_by().values_list(*columns.values()).query.sql_with_params()
        heads.append(f"{name} ({', '.join(columns)}) AS ({inner})")
        given += values
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(heads)} {sql}", given)
        return cursor.fetchall()
