"""Spreadsheets handed out: what people typed stays text, whatever it looks like (T15)."""

import csv
import io
import tempfile
from collections.abc import Iterable, Sequence
from typing import IO, Any

import xlsxwriter
from django.http import FileResponse
from django.utils.text import slugify

from bina.core.files import XLSX

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(cell: Any) -> Any:
    """The cell as characters only, whatever program opens it."""
    if not isinstance(cell, str):
        return cell
    bare = cell.lstrip(" ")
    return f"'{cell}" if bare.startswith(DANGEROUS) else cell


def write_xlsx(rows: Iterable[Sequence[Any]], out: IO[bytes], *, name: str) -> None:
    """One sheet, row by row, so that 100,000 lines need not fit in memory."""
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(name)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, int | float):
                sheet.write_number(at, column, cell)
            else:
                sheet.write_string(at, column, harmless(cell))
    book.close()


def attachment(rows: Iterable[Sequence[Any]], *, name: str, sheet: str) -> FileResponse:
    """The rows as a file to take away, from a temporary file: 5,000 people need no memory."""
    out: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_xlsx(rows, out, name=sheet)
    out.seek(0)
    response = FileResponse(
        out, as_attachment=True, filename=f"{slugify(name)}.xlsx", content_type=XLSX
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def write_csv(rows: Iterable[Sequence[Any]], out: IO[bytes]) -> None:
    """Semicolons and a byte order mark, as spreadsheets of this country open it."""
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=";")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    text.detach()
