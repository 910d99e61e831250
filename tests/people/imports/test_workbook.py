"""A workbook is measured before it is opened: a small file may ask for all memory there is."""

import io
import zipfile
from typing import Any

import pytest
import xlsxwriter

from bina.core import tables, workbook
from bina.people.imports.reading import Unreadable, read
from tests.people.imports.conftest import ANI, HEADERS


def book(*far: tuple[int, int, Any]) -> bytes:
    """Ani's line, and cells elsewhere; None is formatted and empty."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out)
    sheet, bold = made.add_worksheet("Data"), made.add_format({"bold": True})
    sheet.write_row(0, 0, HEADERS)
    sheet.write_row(1, 0, [ANI.get(one, "") for one in HEADERS])
    for row, column, what in far:
        sheet.write(row, column, what, bold)
    made.close()
    return out.getvalue()


def test_the_last_cell_of_a_sheet_counts_wherever_it_stands() -> None:
    assert workbook.extent(book()) == workbook.Extent(2, len(HEADERS))
    assert workbook.extent(book((6, 26, "AA"))) == workbook.Extent(7, 27)


@pytest.mark.parametrize(("row", "column"), [(1_048_575, 16_383), (1_048_575, 0), (1, 200)])
def test_a_stray_cell_far_away_is_said_and_never_laid_out(row: int, column: int) -> None:
    with pytest.raises(Unreadable, match="Hapus baris dan kolom yang tidak dipakai"):
        read(book((row, column, "x")), "pegawai")


def test_many_rows_of_many_columns_are_more_than_either() -> None:
    with pytest.raises(Unreadable, match="terlalu besar"):
        read(book((tables.MOST_ROWS - 1, tables.MOST_COLUMNS - 1, "x")), "pegawai")


def test_a_cell_that_is_only_formatted_takes_no_room() -> None:
    content = book((10, 300, None))
    assert [nomor for nomor, _ in read(content, "pegawai").rows] == [2]


def test_what_unfolds_to_more_than_fits_is_not_unfolded() -> None:
    out = io.BytesIO(book())
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/besar.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(tables.MOST_UNPACKED // (1 << 20) + 1):
            part.write(bytes(1 << 20))
    with pytest.raises(Unreadable, match="terlalu besar"):
        read(out.getvalue(), "pegawai")


def test_an_archive_of_something_else_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "<office/>")
    with pytest.raises(Unreadable, match="tidak terbaca"):
        read(out.getvalue(), "pegawai")


@pytest.mark.parametrize("cut", [600, 2000])
def test_half_a_workbook_is_broken(cut: int) -> None:
    with pytest.raises(Unreadable, match="tidak terbaca"):
        read(book()[:-cut], "pegawai")
