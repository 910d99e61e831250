"""People and where they stand."""

from bina.people.models.impor import BarisImpor, Impor
from bina.people.models.kantor import AnggotaTim, Kantor, Peran, TimKerja
from bina.people.models.organisasi import Instansi, Jabatan, JenisJabatan, Unit, UnitLeluhur
from bina.people.models.pegawai import Atasan, JenisPegawai, Pegawai, PermohonanAtasan, SumberAtasan
from bina.people.models.penempatan import JenisPenempatan, Penempatan

__all__ = [
    "AnggotaTim",
    "Atasan",
    "BarisImpor",
    "Impor",
    "Instansi",
    "Jabatan",
    "JenisJabatan",
    "JenisPegawai",
    "JenisPenempatan",
    "Kantor",
    "Pegawai",
    "Penempatan",
    "Peran",
    "PermohonanAtasan",
    "SumberAtasan",
    "TimKerja",
    "Unit",
    "UnitLeluhur",
]
