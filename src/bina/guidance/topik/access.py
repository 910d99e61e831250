"""Who keeps the agency's lists of topics. Those of a case are chosen by the two in it."""

from bina.access.tables import allow, table
from bina.guidance.personalia import PERSONALIA
from bina.people.relations import office_of_agency

TABLES = [
    table(
        "daftar_topik",
        "people.Instansi",
        [office_of_agency(one, "pk") for one in PERSONALIA],
        {"tambah": allow(*PERSONALIA)},
    ),
    # The general topics belong to no agency, so none retires them.
    table(
        "topik",
        "guidance.Bidang",
        [office_of_agency(one, "instansi") for one in PERSONALIA],
        {one: allow(*PERSONALIA) for one in ("lihat", "pensiunkan", "pakai_lagi")},
    ),
]
