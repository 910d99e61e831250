"""Who reads what is written after guidance.

B.1.8 goes past whoever guided to their superior: the table names two readers, and whoever guided
is kept out even where another relation would let them in. B.1.9 is of the performance tier.
"""

from bina.access.tables import allow, table
from bina.people.relations import DIRI, PENILAI, diri

PENERIMA, PEMANDU, PENULIS = "penerima", "pemandu", "penulis"

TABLES = [
    table(
        "umpan_balik_akhir",
        "guidance.UmpanBalikAkhir",
        [diri("pegawai"), diri("kepada", PENERIMA), diri("pemandu", PEMANDU)],
        {
            "lihat": allow(DIRI, PENERIMA, never=[PEMANDU]),
            "cetak": allow(DIRI, PENERIMA, never=[PEMANDU]),
            "tandai_dibaca": allow(PENERIMA, never=[PEMANDU]),
        },
    ),
    table(
        "evaluasi_kompetensi",
        "guidance.EvaluasiKompetensi",
        [diri("pegawai"), diri("oleh", PENULIS), diri("penilai", PENILAI)],
        {
            "lihat": allow(DIRI, PENULIS, PENILAI),
            "cetak": allow(DIRI, PENULIS, PENILAI),
        },
    ),
]
