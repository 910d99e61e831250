"""Who brings a coaching into a programme, and who sees it there: that it is, never its contents.

Whoever coaches or appraises brings it in; the person may take it out again, without a reason.
"""

from bina.access.tables import allow, table
from bina.guidance.access import COACH
from bina.guidance.personalia import PERSONALIA
from bina.people.relations import DIRI, PENILAI, diri, office_over_unit

TABLES = [
    table(
        "peserta_coaching",
        "guidance.PesertaCoaching",
        [
            diri("coaching__pegawai"),
            diri("coaching__coach", COACH),
            diri("coaching__penilai", PENILAI),
            *(office_over_unit(one, "program__unit") for one in PERSONALIA),
        ],
        {"lihat": allow(DIRI, COACH, PENILAI, *PERSONALIA), "keluar": allow(DIRI)},
    ),
]
