"""Who may do what around coaching: certificates of coaches, the agency's questions.

The personnel unit of the whole agency keeps both. It learns who coaches, never whom.
"""

from bina.access.tables import allow, table
from bina.people.relations import DIRI, diri, office_of_agency

PERSONALIA = ("pengelola", "pimpinan_kepegawaian")

TABLES = [
    table(
        "sertifikat_coach",
        "guidance.SertifikatCoach",
        [diri("orang"), *(office_of_agency(one, "instansi") for one in PERSONALIA)],
        {
            "lihat": allow(DIRI, *PERSONALIA),
            "periksa": allow(*PERSONALIA, never=[DIRI]),
        },
    ),
    table(
        "instansi_coaching",
        "people.Instansi",
        [office_of_agency(one, "pk") for one in PERSONALIA],
        {one: allow(*PERSONALIA) for one in ("lihat_coach", "atur_pertanyaan")},
    ),
]
