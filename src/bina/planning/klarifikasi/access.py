"""Who may read and write the dialogue at planning: the two, and nobody else."""

from bina.access.tables import allow, table
from bina.people.relations import DIRI, diri

PIMPINAN = "pimpinan"

TABLES = [
    table(
        "klarifikasi",
        "planning.Klarifikasi",
        [diri("skp__pegawai"), diri("pimpinan", PIMPINAN)],
        {
            "lihat": allow(DIRI, PIMPINAN),
            "tulis": allow(DIRI, PIMPINAN),
            "paraf": allow(DIRI, PIMPINAN),
        },
    ),
]
