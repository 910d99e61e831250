"""Who may set an agency's own values of the law: the head of its personnel unit, nobody else.

Values in force are no secret: the public pages show them to whoever is of the agency.
"""

from bina.access.tables import allow, table
from bina.people.relations import office_of_agency

HEAD = "pimpinan_kepegawaian"

TABLES = [
    table(
        "ketentuan_instansi",
        "people.Instansi",
        [office_of_agency(HEAD, "pk")],
        {"tetapkan": allow(HEAD)},
    ),
    table(
        "ketentuan",
        "law.Ketentuan",
        [office_of_agency(HEAD, "instansi")],
        {"lihat": allow(HEAD), "cabut": allow(HEAD)},
    ),
]
