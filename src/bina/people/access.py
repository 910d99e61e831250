"""Who may do what with people, units, offices and staff files.

Administrators administer: they see who is where, never what was planned, written or rated.
"""

from bina.access.tables import allow, table
from bina.people.relations import (
    ATASAN_PENILAI,
    DALAM_TIM,
    DIRI,
    OFFICES,
    PENILAI,
    atasan_penilai,
    diri,
    in_team,
    office_of_agency,
    office_over_person,
    office_over_unit,
    penilai,
    trail_auditor,
)

_PERSONNEL = ("pengelola", "pimpinan_kepegawaian", "pyb")

TABLES = [
    table(
        "pegawai",
        "people.Pegawai",
        [
            diri("pk"),
            penilai("pk"),
            atasan_penilai("pk"),
            *(office_over_person(one, "pk") for one in OFFICES),
        ],
        {
            "lihat": allow(DIRI, PENILAI, ATASAN_PENILAI, *_PERSONNEL, "auditor", "administrator"),
            "minta_koreksi_atasan": allow(DIRI),
            "koreksi_atasan": allow("pengelola", "pimpinan_kepegawaian", never=[DIRI]),
            "buka_akun": allow("administrator", never=[DIRI]),
        },
    ),
    table(
        "permohonan_atasan",
        "people.PermohonanAtasan",
        [
            diri("pegawai"),
            *(office_over_person(one, "pegawai") for one in _PERSONNEL),
        ],
        {
            "lihat": allow(DIRI, "pengelola", "pimpinan_kepegawaian"),
            "setujui": allow("pengelola", "pimpinan_kepegawaian", never=[DIRI]),
            "tolak": allow("pengelola", "pimpinan_kepegawaian", never=[DIRI]),
            "batalkan": allow(DIRI),
        },
    ),
    table(
        "unit",
        "people.Unit",
        [office_over_unit(one, "pk") for one in OFFICES],
        {
            "lihat": allow(*_PERSONNEL, "auditor", "administrator"),
            "kelola_kantor": allow("administrator", "pimpinan_kepegawaian"),
            "buat_tim": allow("pengelola"),
        },
    ),
    table(
        "tim_kerja",
        "people.TimKerja",
        [in_team(), *(office_over_unit(one, "unit") for one in OFFICES)],
        {
            "lihat": allow(DALAM_TIM, *_PERSONNEL, "auditor", "administrator"),
            "kelola": allow("pengelola"),
        },
    ),
    table(
        "instansi",
        "people.Instansi",
        [office_of_agency(one, "pk") for one in OFFICES],
        {
            "lihat": allow(*_PERSONNEL, "auditor", "administrator"),
            "impor": allow("pengelola", "pimpinan_kepegawaian"),
            "tambah_orang": allow("pengelola", "pimpinan_kepegawaian", "administrator"),
        },
    ),
    table(
        "impor",
        "people.Impor",
        [office_of_agency(one, "instansi") for one in _PERSONNEL],
        {
            "lihat": allow("pengelola", "pimpinan_kepegawaian"),
            "ambil": allow("pengelola", "pimpinan_kepegawaian"),
            "batalkan": allow("pengelola", "pimpinan_kepegawaian"),
            "unduh": allow("pengelola", "pimpinan_kepegawaian"),
        },
    ),
    table(
        "jejak",
        "core.Jejak",
        [trail_auditor()],
        {"lihat": allow("auditor")},
    ),
]
