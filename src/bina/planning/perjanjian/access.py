"""Who may do what with a unit's perjanjian kinerja and its cascade.

An established perjanjian is a public document inside the agency; a draft is for those who
write or establish it. Who establishes: ADR 17.
"""

from bina.access.tables import allow, only_when, table
from bina.people.relations import diri, office_over_unit
from bina.planning.models.perjanjian import AGREED
from bina.planning.perjanjian import units
from bina.planning.perjanjian.units import KEPALA, KEPALA_DI_ATAS, PENETAP, PYB_PUNCAK, WARGA

PENGUNGGAH = "pengunggah"
READERS = ("pengelola", "pimpinan_kepegawaian", "pyb", "auditor")

TABLES = [
    table(
        "perjanjian",
        "planning.PerjanjianKinerja",
        [
            only_when(units.warga("unit__instansi"), "status", *AGREED),
            units.kepala("unit"),
            units.penetap("unit"),
            units.pyb_of_top("unit"),
            office_over_unit("pengelola", "unit"),
        ],
        {
            "lihat": allow(WARGA, KEPALA, PENETAP, PYB_PUNCAK, "pengelola"),
            "ubah": allow(KEPALA, "pengelola"),
            "batalkan": allow(KEPALA, "pengelola"),
            "susun_perubahan": allow(KEPALA, "pengelola"),
            "tetapkan": allow(PENETAP, PYB_PUNCAK),
        },
    ),
    table(
        "unit_kinerja",
        "people.Unit",
        [
            units.warga("instansi"),
            units.kepala("pk"),
            units.kepala_di_atas("pk"),
            *(office_over_unit(one, "pk") for one in READERS),
        ],
        {
            "lihat": allow(WARGA),
            "susun_perjanjian": allow(KEPALA, "pengelola"),
            "lihat_kaskade": allow(KEPALA_DI_ATAS, *READERS),
            "isi_matriks": allow(KEPALA),
        },
    ),
    table(
        "impor_perjanjian",
        "planning.ImporPerjanjian",
        [diri("oleh", PENGUNGGAH)],
        {
            "lihat": allow(PENGUNGGAH),
            "ambil": allow(PENGUNGGAH),
            "batalkan": allow(PENGUNGGAH),
        },
    ),
]
