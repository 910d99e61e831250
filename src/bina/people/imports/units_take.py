"""Taking a file of units: prepared before, written set-based, the tree built anew."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bina.core import audit
from bina.core.bulk import copy_rows, update_rows
from bina.people import tree
from bina.people.imports.people_take import positions
from bina.people.imports.snapshot import JabatanKey
from bina.people.models import Instansi, Unit
from bina.people.models.impor import Hasil


@dataclass(slots=True)
class UnitPlan:
    """By code: (name, code of the unit above, position of its head)."""

    instansi: Instansi
    baru: dict[str, Any] = field(default_factory=dict)
    ubah: dict[str, Any] = field(default_factory=dict)
    kolom: dict[str, tuple[str, ...]] = field(default_factory=dict)


def prepare(rows: Iterable[tuple[str, str, list[list[str]], Any]], instansi: Instansi) -> UnitPlan:
    plan = UnitPlan(instansi)
    for hasil, kode, perubahan, data in rows:
        jabatan = tuple(data["jabatan"]) if data["jabatan"] else None
        group = plan.baru if hasil == Hasil.BARU else plan.ubah
        group[kode] = (data["nama"], data["induk"], jabatan)
        plan.kolom[kode] = tuple(one[0] for one in perubahan) if group is plan.ubah else ()
    return plan


def write(plan: UnitPlan) -> Iterator[audit.Line]:
    """New units first without what is above them: a parent may come after its child."""
    both = plan.baru | plan.ubah
    wanted: set[JabatanKey] = {row[2] for row in both.values() if row[2]}
    jabatan = positions(plan.instansi.pk, wanted)
    fresh = ([plan.instansi.pk, kode, row[0]] for kode, row in plan.baru.items())
    copy_rows(Unit, ["instansi_id", "kode", "nama"], fresh)
    ids = dict(Unit.objects.filter(instansi=plan.instansi).values_list("kode", "pk"))
    columns = ["id", "nama", "induk_id", "jabatan_pimpinan_id"]
    rows = (
        [ids[kode], nama, ids[induk] if induk else None, jabatan[key] if key else None]
        for kode, (nama, induk, key) in both.items()
    )
    update_rows(Unit, columns, rows)
    tree.rebuild(plan.instansi)
    return _lines(plan, ids)


def _lines(plan: UnitPlan, ids: dict[str, int]) -> Iterator[audit.Line]:
    for kode, kolom in plan.kolom.items():
        pk = ids[kode]
        act = "unit.baru" if kode in plan.baru else "unit.ubah"
        place = audit.Place(plan.instansi.rantai, lingkup=pk)
        yield audit.Line(act, "people.unit", str(pk), place, berubah=kolom)
