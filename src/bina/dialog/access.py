"""Who may do what with a dialogue (security.md has no tier for it; kept like "coaching", ADR 16).

The two read and write everything but the other's private note. The penilai's superior and the
personnel unit may know that a dialogue took place and when, never a word of it.
"""

from bina.access.tables import allow, only_when, table
from bina.people.relations import ATASAN_PENILAI, DIRI, PENILAI, diri
from bina.planning import door as planning

PENULIS = "penulis"
PERSONNEL = ("pengelola", "pimpinan_kepegawaian")
RUNNING = "ditetapkan"

_BOTH = (DIRI, PENILAI)
_AROUND = (ATASAN_PENILAI, *PERSONNEL)

TABLES = [
    # What is newly begun on a plan in force: by either of its two.
    table(
        "rencana_dialog",
        "planning.Skp",
        [
            only_when(diri("pegawai"), "status", RUNNING),
            only_when(diri("penilai", PENILAI), "status", RUNNING),
        ],
        {"rencanakan": allow(*_BOTH)},
    ),
    table(
        "dialog",
        "dialog.Dialog",
        [
            diri("pegawai"),
            diri("penilai", PENILAI),
            *(one for one in planning.relations_through("skp") if one.name in _AROUND),
        ],
        {
            "lihat": allow(*_BOTH),
            "ketahui": allow(*_BOTH, *_AROUND),
            "jadwalkan": allow(*_BOTH),
            "susun_agenda": allow(*_BOTH),
            "catat": allow(*_BOTH),
            "mulai": allow(*_BOTH),
            "rangkum": allow(*_BOTH),
            "konfirmasi": allow(*_BOTH),
            "batalkan": allow(*_BOTH),
            "selesaikan_tindakan": allow(*_BOTH),
        },
    ),
    table(
        "butir_agenda",
        "dialog.ButirAgenda",
        [diri("oleh", PENULIS)],
        {"hapus": allow(PENULIS)},
    ),
    table(
        "catatan_dialog",
        "dialog.CatatanPribadi",
        [diri("penulis", PENULIS)],
        {"lihat": allow(PENULIS)},
    ),
]
