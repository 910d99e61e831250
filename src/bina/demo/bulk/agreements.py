"""What the top unit of a bulk agency undertakes, and how its plans hang on it.

The first result of everybody supports the first of their superior, and so on down the tree;
the last result of the first 5,000 people supports one sasaran directly, so that a single level
of the cascade is that wide.
"""

from datetime import date

from bina.demo.bulk.people import Bulk, moment
from bina.planning.models import IndikatorUnit, PerjanjianKinerja, SasaranUnit

WIDEST = 5_000


def load(bulk: Bulk, year: int) -> int:
    """Write the perjanjian of the top unit; gives the id of its first sasaran."""
    day = moment(date(year, 1, 4))
    made = PerjanjianKinerja.objects.create(
        unit_id=bulk.first_unit,
        tahun=year,
        status="ditetapkan",
        dibuat=day,
        ditetapkan_pada=day,
        ditetapkan_oleh_id=bulk.orang(0),
    )
    rows = [
        SasaranUnit.objects.create(perjanjian=made, nomor=n, uraian=f"Sasaran {n} tercapai")
        for n in range(1, 6)
    ]
    IndikatorUnit.objects.bulk_create(
        IndikatorUnit(sasaran=row, urutan=k, uraian=f"Indikator {k}", target=90, satuan="%")
        for row in rows
        for k in range(1, 4)
    )
    return rows[0].pk


def supported(bulk: Bulk, n: int, k: int, last: int, first_result: int, per: int) -> int | None:
    """The superior's result that result `k` of person `n` supports, as an id."""
    boss = bulk.boss_of(n)
    return None if boss is None or k == last else first_result + boss * per + k


def supports_sasaran(n: int, k: int, last: int, sasaran: int) -> int | None:
    return sasaran if k == last and 0 < n <= WIDEST else None
