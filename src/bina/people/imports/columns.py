"""The columns of staff files, by the headers that personnel offices export."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Column:
    """`longest` is what the database holds; None where the column is no text.

    `label` is the Indonesian word: stored sentences use it, pages translate it.
    """

    judul: str
    nama: str
    label: str
    wajib: bool = False
    longest: int | None = None


PEGAWAI = (
    Column("NIP BARU", "nip", _("NIP"), wajib=True),
    Column("NAMA", "nama", _("Nama"), wajib=True, longest=200),
    Column("GELAR DEPAN", "gelar_depan", _("Gelar depan"), longest=60),
    Column("GELAR BELAKANG", "gelar_belakang", _("Gelar belakang"), longest=60),
    Column("TANGGAL LAHIR", "tanggal_lahir", _("Tanggal lahir"), wajib=True),
    Column("JENIS KELAMIN", "jenis_kelamin", _("Jenis kelamin"), wajib=True),
    Column("JENIS PEGAWAI", "jenis_pegawai", _("Jenis pegawai"), wajib=True),
    Column("GOL AKHIR NAMA", "golongan", _("Golongan"), longest=8),
    Column("TMT GOLONGAN", "tmt_golongan", _("TMT golongan")),
    Column("JENIS JABATAN NAMA", "jenis_jabatan", _("Jenis jabatan"), wajib=True),
    Column("JABATAN NAMA", "jabatan", _("Jabatan"), wajib=True, longest=200),
    Column("JENJANG", "jenjang", _("Jenjang"), wajib=True, longest=40),
    Column("TMT JABATAN", "tmt_jabatan", _("TMT jabatan"), wajib=True),
    Column("TINGKAT PENDIDIKAN NAMA", "pendidikan", _("Pendidikan"), longest=20),
    Column("TAHUN LULUS", "tahun_lulus", _("Tahun lulus")),
    Column("UNOR ID", "unit", _("Unit"), wajib=True, longest=40),
    Column("UNOR NAMA", "unit_nama", _("Nama unit")),
    Column("NIP ATASAN", "atasan", _("Atasan"), wajib=True),
    Column("EMAIL", "email", _("Email"), wajib=True, longest=254),
    Column("KEDUDUKAN HUKUM", "kedudukan_hukum", _("Kedudukan hukum"), wajib=True, longest=60),
    Column("TMT KONTRAK", "tmt_kontrak", _("TMT kontrak")),
    Column("AKHIR KONTRAK", "akhir_kontrak", _("Akhir kontrak")),
)
UNIT = (
    Column("UNOR ID", "kode", _("Kode unit"), wajib=True, longest=40),
    Column("UNOR NAMA", "nama", _("Nama unit"), wajib=True, longest=200),
    Column("UNOR ATASAN ID", "induk", _("Unit atasan"), wajib=True, longest=40),
    Column("JABATAN PIMPINAN", "jabatan", _("Jabatan pimpinan"), wajib=True, longest=200),
    Column("JENIS JABATAN PIMPINAN", "jenis_jabatan", _("Jenis jabatan pimpinan"), wajib=True),
    Column("JENJANG PIMPINAN", "jenjang", _("Jenjang pimpinan"), wajib=True, longest=40),
)
BY_KIND = {"pegawai": PEGAWAI, "unit": UNIT}
DATES = frozenset({"tanggal_lahir", "tmt_golongan", "tmt_jabatan", "tmt_kontrak", "akhir_kontrak"})


def by_name(kind: str) -> dict[str, Column]:
    return {one.nama: one for one in BY_KIND[kind]}


def label(kind: str, nama: str) -> str:
    """The word for a column; what no file has as a column bears its own name."""
    found = by_name(kind).get(nama)
    return found.label if found else _OTHER.get(nama, nama)


_OTHER = {"aktif": _("Status")}
