"""The report to download: what was said of every line, or the refused lines to be mended.

A cell that a spreadsheet would take for a formula gets an apostrophe in front (T15); reading
takes it off again, so a mended file can be uploaded as it is.
"""

import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from django.http import FileResponse
from django.utils.text import slugify

from bina.core import sheets
from bina.core.files import CSV, XLSX
from bina.people.imports import lines, messages
from bina.people.models import BarisImpor, Impor
from bina.people.models.impor import Hasil, JenisImpor

MENDING = ["APA YANG SALAH", "PERBAIKAN"]
KINDS = {"xlsx": XLSX, "csv": CSV}
PARTS = ("ditolak", "laporan")
Cells = list[Any]


def respond(impor: Impor, part: str, kind: str) -> FileResponse:
    """The file as an attachment; the caller has checked who may have it."""
    rows = _refused(impor) if part == "ditolak" else _all(impor)
    stem = slugify(impor.nama_berkas.rsplit(".", 1)[0]) or "impor"
    name = f"{part}-{_count(impor, part)}-baris-{stem}.{kind}"
    response = FileResponse(
        _written(rows, kind), as_attachment=True, filename=name, content_type=KINDS[kind]
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _count(impor: Impor, part: str) -> int:
    return impor.ditolak if part == "ditolak" else impor.jumlah


def _scope(impor: Impor, what: str) -> Cells:
    """The last line says how many rows this is and of what; read again, it is a total line."""
    return ["Jumlah", f"{what} dari {impor.nama_berkas}, {impor.instansi.nama}"]


def _refused(impor: Impor) -> Iterator[Cells]:
    kept = [at for at, judul in enumerate(impor.kolom) if judul.upper() not in MENDING]
    yield [*(impor.kolom[at] for at in kept), *MENDING]
    found = BarisImpor.objects.filter(impor=impor, hasil=Hasil.DITOLAK).order_by("nomor")
    for alasan, data in found.values_list("alasan", "data").iterator(chunk_size=2_000):
        cells = [data["asli"][at] for at in kept]
        yield [*cells, _joined(alasan, "apa"), _joined(alasan, "perbaikan")]
    yield _scope(impor, f"{impor.ditolak} baris ditolak")


def _all(impor: Impor) -> Iterator[Cells]:
    key = "NIP" if impor.jenis == JenisImpor.PEGAWAI else "KODE UNIT"
    yield ["BARIS", "HASIL", key, "NAMA", "PERUBAHAN", *MENDING, "CATATAN"]
    found = BarisImpor.objects.filter(impor=impor).order_by("nomor")
    columns = ("nomor", "hasil", "kunci", "nama", "perubahan", "alasan", "peringatan")
    for nomor, hasil, kunci, nama, perubahan, alasan, peringatan in found.values_list(
        *columns
    ).iterator(chunk_size=2_000):
        changed = perubahan if hasil == Hasil.BERUBAH else []
        yield [
            nomor, str(Hasil(hasil).label), kunci, nama,
            "; ".join(lines.change(impor.jenis, one) for one in changed),
            _joined(alasan, "apa"), _joined(alasan, "perbaikan"),
            " ".join(messages.sentence(one) for one in peringatan),
        ]  # fmt: skip
    skipped = f"{impor.jumlah} baris, {impor.dilewati} dilewati,"
    yield _scope(impor, skipped)


def _joined(said: Iterable[messages.Said], part: str) -> str:
    return " ".join(one[part] for one in said)


def _written(rows: Iterator[Cells], kind: str) -> IO[bytes]:
    """In a temporary file: 100,000 lines need not fit in memory."""
    out: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    if kind == "csv":
        sheets.write_csv(rows, out)
    else:
        sheets.write_xlsx(rows, out, name="Laporan")
    out.seek(0)
    return out
