"""Who may do what with an SKP (security.md, tiers "draft" and "performance").

A draft is its writer's; from submission the penilai of the SKP sees it; once agreed, those
who read the performance tier. `penilai` is the one written on the record, not today's.
"""

from datetime import date
from typing import Any

from django.db.models import Q

from bina.access.tables import Relation, allow, nobody, only_when, table, through
from bina.people import bawahan, hierarchy
from bina.people.relations import ATASAN_PENILAI, DIRI, PENILAI, diri, office_over_unit
from bina.planning.workflow import AGREED, Status

PENGUSUL = "pengusul"
READERS = ("pengelola", "pimpinan_kepegawaian", "pyb", "auditor")
_SEEN_BY_PENILAI = (Status.DIAJUKAN, Status.DIKEMBALIKAN, *AGREED)


def penilai_of_record(path: str = "penilai") -> Relation:
    """The appraiser written on the record: of that time, and of no other record (T3)."""
    return diri(path, PENILAI)


def superior_of_penilai(path: str = "penilai") -> Relation:
    """Whoever is, on that day, the superior of the appraiser written on the record."""

    def reach(user: Any, on: date) -> Q:
        return bawahan.among(path, bawahan.subordinates(user, on))

    def holders(record: Any, on: date) -> Q:
        penilai_id = getattr(record, f"{path}_id")
        found = hierarchy.superior_of(penilai_id, on=on) if penilai_id else None
        return Q(pk=found.pk) if found else nobody()

    return Relation(ATASAN_PENILAI, reach, holders)


TABLES = [
    table(
        "skp",
        "planning.Skp",
        [
            diri("pegawai"),
            only_when(penilai_of_record(), "status", *_SEEN_BY_PENILAI),
            only_when(superior_of_penilai(), "status", *AGREED),
            *(
                only_when(office_over_unit(one, "penempatan__unit"), "status", *AGREED)
                for one in READERS
            ),
        ],
        {
            "lihat": allow(DIRI, PENILAI, ATASAN_PENILAI, *READERS),
            "ubah": allow(DIRI),
            "ajukan": allow(DIRI),
            "tarik": allow(DIRI),
            "batalkan": allow(DIRI),
            "kembalikan": allow(PENILAI, never=[DIRI]),
            "tetapkan": allow(PENILAI, never=[DIRI]),
            "isi_ekspektasi": allow(PENILAI, never=[DIRI]),
            "cetak": allow(DIRI, PENILAI, ATASAN_PENILAI, *READERS),
            "susun_perubahan": allow(DIRI),
            "usulkan_perubahan": allow(DIRI),
            "tawarkan": allow(DIRI, PENILAI),
        },
    ),
]

# A proposal is read by those who read its plan, and by whoever made it. The plan's penilai
# decides, unless they proposed it (T4).
TABLES.append(
    table(
        "usul_perubahan",
        "planning.UsulPerubahan",
        [
            *(through("skp", one, "planning.Skp") for one in TABLES[0].relations.values()),
            diri("pengusul", PENGUSUL),
        ],
        {
            "lihat": allow(DIRI, PENILAI, ATASAN_PENILAI, PENGUSUL, *READERS),
            "setujui": allow(PENILAI, never=[DIRI, PENGUSUL]),
            "tolak": allow(PENILAI, never=[DIRI, PENGUSUL]),
            "tarik": allow(PENGUSUL),
        },
    )
)
