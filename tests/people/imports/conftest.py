"""Files as people make them, over the regency of the shared data or the small agency."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from bina.core.models import Jejak
from bina.people.imports import services
from bina.people.imports.columns import PEGAWAI
from bina.people.imports.lines import Staged
from bina.people.models import Impor, Instansi
from tests.conftest import NOON, TODAY, Agency

DATA = Path(__file__).parent / "data"
HEADERS = [one.judul for one in PEGAWAI]
ANI = {
    "NIP BARU": "199001012015012001",
    "NAMA": "Ani",
    "TANGGAL LAHIR": "01-01-1990",
    "JENIS KELAMIN": "P",
    "JENIS PEGAWAI": "PNS",
    "GOL AKHIR NAMA": "III/b",
    "JENIS JABATAN NAMA": "PELAKSANA",
    "JABATAN NAMA": "Pengelola Kepegawaian",
    "JENJANG": "PELAKSANA",
    "TMT JABATAN": "01-01-2026",
    "UNOR ID": "U0101",
    "UNOR NAMA": "Bagian Umum",
    "NIP ATASAN": "198001012005011002",
    "EMAIL": "ani@nusa.example",
    "KEDUDUKAN HUKUM": "Aktif",
}
BUDI = ANI | {
    "NIP BARU": "198001012005011002",
    "NAMA": "Budi",
    "TANGGAL LAHIR": "01-01-1980",
    "JENIS KELAMIN": "L",
    "JENIS JABATAN NAMA": "STRUKTURAL",
    "JABATAN NAMA": "Kepala Bagian Umum",
    "JENJANG": "ADMINISTRATOR",
    "NIP ATASAN": "197501012000012006",
    "EMAIL": "budi@nusa.example",
}
EKO = ANI | {
    "NIP BARU": "199201012017011005",
    "NAMA": "Eko",
    "TANGGAL LAHIR": "01-01-1992",
    "JENIS KELAMIN": "L",
    "EMAIL": "eko@nusa.example",
}
WAHYU = ANI | {
    "NIP BARU": "199803142025011002",
    "NAMA": "Wahyu Lestari",
    "TANGGAL LAHIR": "1998-03-14",
    "JENIS KELAMIN": "L",
    "EMAIL": "wahyu@nusa.example",
}
YANI = WAHYU | {
    "NIP BARU": "199803152025012003",
    "NAMA": "Yani",
    "TANGGAL LAHIR": "1998-03-15",
    "JENIS KELAMIN": "P",
    "EMAIL": "yani@nusa.example",
}


def text_file(
    *lines: Mapping[str, Any],
    headers: Iterable[str] = HEADERS,
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> bytes:
    out = io.StringIO()
    headers = list(headers)
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(headers)
    writer.writerows([line.get(one, "") for one in headers] for line in lines)
    return out.getvalue().encode(encoding)


def workbook(sheets: Mapping[str, Iterable[Iterable[Any]]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"default_date_format": "dd-mm-yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, list(row))
    book.close()
    return out.getvalue()


def look(content: bytes, instansi: Instansi | None, jenis: str = "pegawai") -> list[Staged]:
    """The preview, without a database row."""
    checked = services.inspect(content=content, jenis=jenis, instansi=instansi, on=TODAY)
    return list(checked.rows())


def only(content: bytes, instansi: Instansi) -> Staged:
    [row] = look(content, instansi)
    return row


def codes(row: Staged) -> list[str]:
    return [one["kode"] for one in row.alasan]


def staged(content: bytes, instansi: Instansi, jenis: str = "pegawai", now: Any = NOON) -> Impor:
    checked = services.inspect(content=content, jenis=jenis, instansi=instansi, on=now.date())
    impor = services.register(
        instansi=instansi, jenis=jenis, content=content, nama="berkas.csv", now=now
    )
    return services.stage(impor=impor, checked=checked)


def taken(content: bytes, instansi: Instansi, jenis: str = "pegawai", now: Any = NOON) -> Impor:
    impor = staged(content, instansi, jenis, now)
    return services.take(impor_id=impor.pk, actor=None, now=now)


def acts() -> list[str]:
    return list(Jejak.objects.order_by("rantai", "nomor").values_list("tindakan", flat=True))


@pytest.fixture
def born(agency: Agency) -> Agency:
    """The small agency, complete as a file describes it: birth dates and recorded superiors."""
    taken(text_file(ANI, BUDI, EKO), agency.instansi)
    return agency


@pytest.fixture
def regency(db: None) -> Instansi:
    """The regency of the shared data, imported."""
    instansi = Instansi.objects.create(kode="nusabahari", nama="Kabupaten Nusa Bahari")
    taken((DATA / "unor.csv").read_bytes(), instansi, "unit")
    taken((DATA / "pegawai.xlsx").read_bytes(), instansi)
    return instansi
