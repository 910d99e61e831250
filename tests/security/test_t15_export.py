"""T15: what a spreadsheet would take for a formula leaves as characters only."""

import csv
import io
from typing import Any

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from bina.core.sheets import harmless
from tests.conftest import Agency
from tests.people.imports.conftest import ANI, staged, text_file

CORPUS = [
    '=HYPERLINK("http://127.0.0.1","klik")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("cell", CORPUS)
def test_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Ani", "", "1-2", "a=b", "U0101", 7])
def test_everything_else_stays_as_it_is(cell: Any) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("part", ["ditolak", "laporan"])
def test_no_cell_of_a_report_begins_a_formula(
    agency: Agency, browser_of: Any, kind: str, part: str
) -> None:
    lines = [ANI | {"NIP BARU": cell, "NAMA": cell, "GELAR DEPAN": cell} for cell in CORPUS]
    impor = staged(text_file(*lines), agency.instansi)
    client = browser_of(agency.named("dewi"))
    answer = client.get(reverse("people:impor_unduh", args=[impor.pk, part, kind]))
    content = b"".join(answer.streaming_content)
    rows: list[list[Any]] = (
        list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
        if kind == "csv"
        else CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    )
    assert len(rows) == len(CORPUS) + 2
    assert not [
        cell
        for row in rows
        for cell in row
        if isinstance(cell, str) and cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    ]
