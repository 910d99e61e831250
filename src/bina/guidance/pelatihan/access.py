"""Who may do what with training assigned as guidance: of the two, its penilai takes it back."""

from bina.access.tables import allow, table
from bina.people.relations import DIRI, PENILAI, diri

TABLES = [
    table(
        "pelatihan_bimbingan",
        "guidance.PelatihanBimbingan",
        [diri("pegawai"), diri("penilai", PENILAI)],
        {"lihat": allow(DIRI, PENILAI), "tarik": allow(PENILAI, never=[DIRI])},
    )
]
