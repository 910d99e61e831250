"""What the machine does in the background: documents and lines of staff files a second."""

import io
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter
from django.core.management import call_command
from django.utils import timezone

from bina.demo import samples
from bina.demo.bulk import people
from bina.documents.door import render
from bina.people.imports import services
from bina.people.models import Instansi, Unit
from bina.people.models.impor import JenisImpor

HEADERS = (
    *("NIP BARU", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TANGGAL LAHIR", "JENIS KELAMIN"),
    *("JENIS PEGAWAI", "GOL AKHIR NAMA", "TMT GOLONGAN", "JENIS JABATAN NAMA", "JABATAN NAMA"),
    *("JENJANG", "TMT JABATAN", "TINGKAT PENDIDIKAN NAMA", "TAHUN LULUS", "UNOR ID", "UNOR NAMA"),
    *("NIP ATASAN", "EMAIL", "KEDUDUKAN HUKUM", "TMT KONTRAK", "AKHIR KONTRAK"),
)


def documents(seconds: float = 8.0) -> dict[str, float]:
    """Documents a second by one process, form by form."""
    found = {}
    for form in samples.all_forms().values():
        name = type(form).__name__
        if name in found:
            continue
        render(form, dicetak_pada=timezone.now())
        began, made = time.perf_counter(), 0
        while time.perf_counter() - began < seconds / 4:
            render(form, dicetak_pada=timezone.now())
            made += 1
        found[f"documents/s {name}"] = made / (time.perf_counter() - began)
    return found


def imports(lines: int) -> dict[str, float]:
    """Seconds to check a staff file of new people, to stage what was checked, and to take it (the
    transaction others might wait for), into an agency of its own."""
    instansi = Instansi.objects.create(kode="impor-massal", nama="Instansi Impor Massal")
    units = [
        Unit(instansi=instansi, kode=f"I{k:04}", nama=f"Unit {k}")
        for k in range(max(lines // 100, 1))
    ]
    Unit.objects.bulk_create(units)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pegawai.xlsx"
        _write(path, lines, len(units))
        content = path.read_bytes()
        preview = _seconds(lambda: _preview(path))
    now, jenis = timezone.now(), JenisImpor.PEGAWAI
    checked = services.inspect(content=content, jenis=jenis, instansi=instansi, on=now.date())
    impor = services.register(
        instansi=instansi, jenis=jenis, content=content, nama="pegawai.xlsx", now=now
    )
    staging = _seconds(lambda: services.stage(impor=impor, checked=checked))
    taking = _seconds(lambda: services.take(impor_id=impor.pk, actor=None, now=now))
    return {
        "import lines": float(lines),
        "import preview s": preview,
        "import staging s": staging,
        "import taking s": taking,
        "imported lines/s": lines / (preview + staging + taking),
    }


def _preview(path: Path) -> None:
    given = ("--instansi", "impor-massal", "--preview")
    call_command("staff", "people", str(path), *given, stdout=io.StringIO())


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _write(path: Path, lines: int, units: int) -> None:
    book = xlsxwriter.Workbook(
        str(path), {"constant_memory": True, "default_date_format": "dd-mm-yyyy"}
    )
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADERS)
    for n in range(lines):
        sheet.write_row(n + 1, 0, _line(n, units))
    book.close()


def _line(n: int, units: int) -> list[object]:
    nip = people.nip(n, 10)
    born = date(1970, 1, 1) + timedelta(days=n % 9000)
    boss = "" if n == 0 else people.nip(n // 10, 10)
    unit = n % units
    return [
        *(nip, f"Pegawai {n}", "", "S.Kom.", born, "LP"[n % 2], "PNS", "III/b", born),
        *("PELAKSANA", "Pengolah Data", "PELAKSANA", date(2024, 4, 1), "S-1", 2012),
        *(f"I{unit:04}", f"Unit {unit}", boss, f"p{n}@impor.example", "Aktif", "", ""),
    ]
