"""Who may do what with an SKP (security.md, tiers "draft" and "performance").

A draft is its writer's; from submission the penilai of the SKP sees it; once agreed, those
who read the performance tier. `penilai` is the one written on the record, not today's.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q

from bina.access.tables import Relation, allow, nobody, only_when, table, through
from bina.people import bawahan, hierarchy
from bina.people.relations import (
    ATASAN_PENILAI,
    DIRI,
    PENILAI,
    diri,
    office_over_person,
    office_over_unit,
    penilai,
)
from bina.planning.memimpin import MEMIMPIN, heads_above
from bina.planning.penilai.pengganti import PENGGANTI, stands_in
from bina.planning.workflow import AGREED, Status

PENGUSUL, ATASAN_KINI = "pengusul", "atasan_kini"
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
            only_when(stands_in("penilai"), "status", *_SEEN_BY_PENILAI),
            only_when(superior_of_penilai(), "status", *AGREED),
            # Who is the superior today, whoever the record names: they may take it over (ADR 15).
            only_when(
                replace(penilai("pegawai"), name=ATASAN_KINI),
                "status",
                Status.DIAJUKAN,
                Status.DITETAPKAN,
            ),
            *(
                only_when(office_over_unit(one, "penempatan__unit"), "status", *AGREED)
                for one in READERS
            ),
        ],
        {
            "lihat": allow(DIRI, PENILAI, PENGGANTI, ATASAN_PENILAI, *READERS),
            "ubah": allow(DIRI),
            "ajukan": allow(DIRI),
            "tarik": allow(DIRI),
            "batalkan": allow(DIRI),
            "kembalikan": allow(PENILAI, PENGGANTI, never=[DIRI]),
            "tetapkan": allow(PENILAI, PENGGANTI, never=[DIRI]),
            "isi_ekspektasi": allow(PENILAI, PENGGANTI, never=[DIRI]),
            "cetak": allow(DIRI, PENILAI, PENGGANTI, ATASAN_PENILAI, *READERS),
            "minta_batal": allow(PENILAI, never=[DIRI]),
            "nyatakan_batal": allow("pimpinan_kepegawaian", never=[DIRI]),
            "serah_terima": allow(PENILAI, ATASAN_KINI, "pengelola", never=[DIRI]),
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
            "lihat": allow(DIRI, PENILAI, PENGGANTI, ATASAN_PENILAI, PENGUSUL, *READERS),
            "setujui": allow(PENILAI, PENGGANTI, never=[DIRI, PENGUSUL]),
            "tolak": allow(PENILAI, PENGGANTI, never=[DIRI, PENGUSUL]),
            "tarik": allow(PENGUSUL),
        },
    )
)

# Voiding is asked for by the penilai and decided by somebody else (T4).
TABLES.append(
    table(
        "pembatalan",
        "planning.Pembatalan",
        [
            *(through("skp", one, "planning.Skp") for one in TABLES[0].relations.values()),
            diri("pengusul", PENGUSUL),
        ],
        {
            "lihat": allow(DIRI, PENILAI, PENGUSUL, *READERS),
            "setujui": allow("pengelola", "pimpinan_kepegawaian", never=[DIRI, PENGUSUL]),
            "tolak": allow("pengelola", "pimpinan_kepegawaian", never=[DIRI, PENGUSUL]),
            "tarik": allow(PENGUSUL),
        },
    )
)

# A substitute is named by the penilai, by whoever is their superior that day, or by the manager
# of performance records.
TABLES += [
    table(
        "penggantian",
        "accounts.Orang",
        [
            diri("pk"),
            replace(penilai("pk"), name=ATASAN_PENILAI),
            office_over_person("pengelola", "pk"),
        ],
        {"catat": allow(DIRI, ATASAN_PENILAI, "pengelola")},
    ),
    table(
        "pengganti_penilai",
        "planning.PenggantiPenilai",
        [
            diri("penilai", PENILAI),
            diri("pengganti", PENGGANTI),
            replace(penilai("penilai"), name=ATASAN_PENILAI),
            office_over_person("pengelola", "penilai"),
        ],
        {
            "lihat": allow(PENILAI, PENGGANTI, ATASAN_PENILAI, "pengelola"),
            "cabut": allow(PENILAI, ATASAN_PENILAI, "pengelola", never=[PENGGANTI]),
        },
    ),
]

# The period of a year, for a unit and below: whoever looks after its records sets it.
_SETTERS = ("pengelola", "pimpinan_kepegawaian")
TABLES += [
    table(
        "tahun_perencanaan",
        "people.Unit",
        [heads_above("pk"), *(office_over_unit(one, "pk") for one in READERS)],
        {
            "buka_masa": allow(*_SETTERS),
            "pantau": allow(MEMIMPIN, "pengelola", "pimpinan_kepegawaian", "pyb"),
        },
    ),
    table(
        "masa_perencanaan",
        "planning.MasaPerencanaan",
        [office_over_unit(one, "unit") for one in READERS],
        {
            "lihat": allow(*READERS),
            "ubah": allow(*_SETTERS),
            "tutup": allow(*_SETTERS),
            "buka_lagi": allow(*_SETTERS),
        },
    ),
]
