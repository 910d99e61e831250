"""Who may do what with what is kept to be used again: annex texts, templates, their sharing out.

A template is read by whoever holds its jabatan in its unit or below; it is kept by the managers
of the unit, its head, and whoever offered it. Setting it to many people is theirs who manage
or head the unit.
"""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from bina.access.tables import Relation, allow, nobody, table, through
from bina.people.models import Penempatan, UnitLeluhur
from bina.people.relations import diri, office_of_agency, office_over_unit
from bina.planning.pakai_ulang.kepala_unit import KEPALA_UNIT, kepala_unit

SEJABATAN, PEMBUAT, PENGELOLA = "sejabatan", "pembuat", "pengelola"


def same_jabatan() -> Relation:
    """Whoever holds the template's jabatan that day, in its unit or below."""

    def reach(user: Any, on: date) -> Q:
        if user.pk is None:
            return nobody()
        held = Penempatan.objects.on(on).filter(
            orang=user.pk,
            jabatan=OuterRef("jabatan"),
            unit__ke_leluhur__leluhur=OuterRef("unit"),
        )
        return Q(Exists(held))

    def holders(record: Any, on: date) -> Q:
        below = UnitLeluhur.objects.filter(leluhur=record.unit_id).values("unit")
        held = Penempatan.objects.on(on).filter(jabatan=record.jabatan_id, unit__in=below)
        return Q(pk__in=held.values("orang"))

    return Relation(SEJABATAN, reach, holders)


_TEMPLATE = [
    office_over_unit(PENGELOLA, "unit"),
    kepala_unit("unit"),
    same_jabatan(),
    diri("dibuat_oleh", PEMBUAT),
]

TABLES = [
    table(
        "perencanaan",
        "people.Instansi",
        [office_of_agency(PENGELOLA, "pk")],
        {"kelola_teks": allow(PENGELOLA)},
    ),
    table(
        "templat_unit",
        "people.Unit",
        [office_over_unit(PENGELOLA, "pk"), kepala_unit("pk")],
        {"buat": allow(PENGELOLA, KEPALA_UNIT)},
    ),
    table(
        "templat_skp",
        "planning.TemplatSkp",
        _TEMPLATE,
        {
            "lihat": allow(PENGELOLA, KEPALA_UNIT, SEJABATAN, PEMBUAT),
            "ubah": allow(PENGELOLA, KEPALA_UNIT, PEMBUAT),
            "hentikan": allow(PENGELOLA, KEPALA_UNIT, PEMBUAT),
            "bagikan": allow(PENGELOLA, KEPALA_UNIT),
        },
    ),
    table(
        "pembagian_templat",
        "planning.PembagianTemplat",
        [through("templat", one, "planning.TemplatSkp") for one in _TEMPLATE[:2]],
        {"lihat": allow(PENGELOLA, KEPALA_UNIT)},
    ),
]
