"""Who may do what with progress, evidence and feedback (security.md, tier "performance").

Whoever reads a plan reads what was recorded on it and on the versions it replaced; a former
penilai reads nothing that came after. Feedback for the person alone is read by nobody else
but its giver, and what was given under a promise by nobody else until its group is full; an
asked colleague reads the request and what they gave.
"""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q

from bina.access.tables import (
    TABLES as KNOWN,
)
from bina.access.tables import (
    Relation,
    allow,
    model_of,
    nobody,
    only_when,
    table,
    through,
)
from bina.monitoring.models.umpan_balik import Pembaca
from bina.people.relations import DIRI, KETUA_TIM, PENILAI, diri, ketua_tim

RUNNING, PENGGANTI = "ditetapkan", "pengganti"
PENULIS, PEMBERI, PEMINTA, DIMINTA = ("penulis", "pemberi", "peminta", "diminta")
PEMBUAT = "pembuat"


def of_plan(relation: Relation) -> Relation:
    """A relation to an SKP, as one to what was recorded on it or on an earlier version."""

    def reach(user: Any, on: date) -> Q:
        found = relation.reach(user, on)
        if found == nobody():
            return found
        versions = model_of(KNOWN["skp"])._default_manager.filter(found)
        newer = {"rumpun": OuterRef("skp__rumpun"), "versi__gte": OuterRef("skp__versi")}
        return Q(Exists(versions.filter(**newer)))

    def holders(record: Any, on: date) -> Q:
        newer = {"rumpun": record.skp.rumpun, "versi__gte": record.skp.versi}
        versions = model_of(KNOWN["skp"])._default_manager.filter(**newer)
        return reduce(or_, [relation.holders(one, on) for one in versions], nobody())

    return Relation(relation.name, reach, holders)


def only_written_on_running() -> Relation:
    """Whoever wrote it, while the person's plan runs in that or a newer version."""
    running = only_when(diri("pegawai"), "status", RUNNING)
    of_running = of_plan(running)
    return Relation(PENULIS, of_running.reach, of_running.holders)


READERS = tuple(KNOWN["skp"].actions["lihat"].who)
_PLAN = [of_plan(one) for one in KNOWN["skp"].relations.values()]
_ENTRY = [*_PLAN, diri("dicatat_oleh", PENULIS)]

TABLES = [
    # What is newly written on a running plan.
    table(
        "pemantauan",
        "planning.Skp",
        [
            only_when(diri("pegawai"), "status", RUNNING),
            only_when(diri("penilai", PENILAI), "status", RUNNING),
            only_when(KNOWN["skp"].relations[PENGGANTI], "status", RUNNING),
            only_when(ketua_tim("pegawai"), "status", RUNNING),
        ],
        {
            "catat": allow(DIRI),
            "beri_umpan_balik": allow(PENILAI, PENGGANTI, KETUA_TIM, never=[DIRI]),
            "rencanakan": allow(DIRI),
            "minta_umpan_balik": allow(DIRI, PENILAI),
            "buat_tautan": allow(DIRI, PENILAI),
            "lihat_sinyal": allow(DIRI, PENILAI),
        },
    ),
    table(
        "realisasi",
        "monitoring.Realisasi",
        _ENTRY,
        {
            "lihat": allow(*READERS),
            "batalkan": allow(PENULIS),
            "tambah_bukti": allow(PENULIS),
        },
    ),
    table(
        "rencana_aksi",
        "monitoring.RencanaAksi",
        [*_PLAN, only_written_on_running()],
        {
            "lihat": allow(*READERS),
            "ubah": allow(PENULIS),
            "hapus": allow(PENULIS),
        },
    ),
    table(
        "sinyal",
        "monitoring.Sinyal",
        [
            through("skp", only_when(diri("pegawai"), "status", RUNNING), "planning.Skp"),
            through("skp", only_when(diri("penilai", PENILAI), "status", RUNNING), "planning.Skp"),
        ],
        {
            "lihat": allow(DIRI, PENILAI),
            "redam": allow(PENILAI, never=[DIRI]),
            "bunyikan": allow(PENILAI, never=[DIRI]),
        },
    ),
    table(
        "bukti",
        "monitoring.Bukti",
        [through("realisasi", one, "monitoring.Realisasi") for one in _PLAN],
        {"lihat": allow(*READERS)},
    ),
    table(
        "umpan_balik",
        "monitoring.UmpanBalik",
        [
            # What waits for its group is read by its giver alone.
            only_when(diri("pegawai"), "terbaca", True),
            diri("pemberi", PEMBERI),
            *(
                only_when(only_when(one, "pembaca", Pembaca.PENILAI.value), "terbaca", True)
                for one in _PLAN
                if one.name != DIRI
            ),
        ],
        {"lihat": allow(PEMBERI, *READERS)},
    ),
    table(
        "permintaan_umpan_balik",
        "monitoring.PermintaanUmpanBalik",
        [diri("diminta_oleh", PEMINTA), diri("kepada", DIMINTA)],
        {
            "lihat": allow(PEMINTA, DIMINTA),
            "jawab": allow(DIMINTA),
            "tolak": allow(DIMINTA),
            "batalkan": allow(PEMINTA),
        },
    ),
    table(
        "tautan_umpan_balik",
        "monitoring.TautanUmpanBalik",
        [diri("dibuat_oleh", PEMBUAT)],
        {"lihat": allow(PEMBUAT), "cabut": allow(PEMBUAT)},
    ),
]
