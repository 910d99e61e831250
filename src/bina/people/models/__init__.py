"""People and where they stand."""

from bina.people.models.impor import BarisImpor, Impor
from bina.people.models.kantor import Kantor, Peran
from bina.people.models.organisasi import Instansi, Jabatan, JenisJabatan, Unit, UnitLeluhur
from bina.people.models.pegawai import Atasan, JenisPegawai, Pegawai, PermohonanAtasan, SumberAtasan
from bina.people.models.penempatan import JenisPenempatan, Penempatan
from bina.people.models.tim import AnggotaTim, KetuaTim, TimKerja

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
    "KetuaTim",
    "Pegawai",
    "Penempatan",
    "Peran",
    "PermohonanAtasan",
    "SumberAtasan",
    "TimKerja",
    "Unit",
    "UnitLeluhur",
]
