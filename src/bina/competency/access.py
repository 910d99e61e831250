"""Who reads a person's learning hours (security.md, performance tier)."""

from bina.access.tables import Relation, allow, table
from bina.people.relations import (
    ATASAN_PENILAI,
    DIRI,
    PENILAI,
    atasan_penilai,
    diri,
    office_over_person,
    penilai,
)

READERS = ("pengelola", "pimpinan_kepegawaian", "pyb", "verifikator", "auditor")


def _relations(path: str) -> list[Relation]:
    offices = [office_over_person(one, path) for one in READERS]
    return [diri(path), penilai(path), atasan_penilai(path), *offices]


_LIHAT = {"lihat": allow(DIRI, PENILAI, ATASAN_PENILAI, *READERS)}

TABLES = [
    table("akun_jp", "people.Pegawai", _relations("pk"), _LIHAT),
    table("kebutuhan", "competency.Kebutuhan", _relations("pegawai"), _LIHAT),
    table("kegiatan_belajar", "competency.KegiatanBelajar", _relations("pegawai"), _LIHAT),
]
