"""Who may read and write a matter of conduct: its penilai, and the person once told. Nobody else.

security.md, tier "sealed". Administrators, auditors and the unit's managers see no trace of it.
"""

from bina.access.tables import allow, only_when, table
from bina.people.relations import DIRI, PENILAI, diri

TABLES = [
    table(
        "masalah_perilaku",
        "guidance.MasalahPerilaku",
        [only_when(diri("pegawai"), "diberitahukan", True), diri("penilai", PENILAI)],
        {
            "lihat": allow(DIRI, PENILAI),
            "bicarakan": allow(PENILAI, never=[DIRI]),
            "tanggapi": allow(DIRI),
            "nyatakan_berubah": allow(PENILAI, never=[DIRI]),
            "serahkan": allow(PENILAI, never=[DIRI]),
            "tarik": allow(PENILAI, never=[DIRI]),
        },
    ),
]
