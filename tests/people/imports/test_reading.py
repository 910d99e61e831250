"""Files of many habits say the same."""

import csv
import io
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.core.tables import MOST_ROWS
from bina.people.imports import values
from bina.people.imports.reading import Unreadable, read
from tests.conftest import Agency
from tests.people.imports.conftest import ANI, HEADERS, codes, look, only, text_file, workbook

ROW = [ANI.get(one, "") for one in HEADERS]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_separators_and_encodings_are_found_out(
    agency: Agency, delimiter: str, encoding: str
) -> None:
    content = text_file(ANI | {"NAMA": "José – Ani"}, delimiter=delimiter, encoding=encoding)
    assert only(content, agency.instansi).nama == "José – Ani"


def test_the_order_of_columns_is_free_and_extra_ones_are_ignored(born: Agency) -> None:
    headers = ["CATATAN LAIN", *reversed(HEADERS), "HOBI"]
    row = only(text_file(ANI | {"HOBI": "membaca"}, headers=headers), born.instansi)
    assert row.hasil == "unchanged"


def test_a_column_that_is_not_there_leaves_what_is_stored(born: Agency) -> None:
    headers = [one for one in HEADERS if one != "GOL AKHIR NAMA"]
    assert only(text_file(ANI, headers=headers), born.instansi).hasil == "unchanged"


@pytest.mark.parametrize(
    "written", [date(1990, 1, 1), "01-01-1990", "1/1/1990", "1990-01-01", "1990-01-01 00:00:00"]
)
def test_dates_of_every_form_are_the_same_day(born: Agency, written: object) -> None:
    row = [written if one == "TANGGAL LAHIR" else ANI.get(one, "") for one in HEADERS]
    [line] = look(workbook({"Data": [HEADERS, row]}), born.instansi)
    assert line.hasil == "unchanged"


def test_a_spreadsheets_whole_number_is_whole(agency: Agency) -> None:
    row = [2013.0 if one == "TAHUN LULUS" else ANI.get(one, "") for one in HEADERS]
    [line] = look(workbook({"Data": [HEADERS, row]}), agency.instansi)
    assert line.data["tahun_lulus"] == 2013


def test_of_several_sheets_the_one_with_the_headers_is_read(agency: Agency) -> None:
    content = workbook({"Petunjuk": [["Isi lembar kedua."]], "Data": [HEADERS, ROW]})
    assert [row.nomor for row in look(content, agency.instansi)] == [2]


def test_line_numbers_are_the_files_own(agency: Agency) -> None:
    content = workbook({"Data": [["Data Pegawai 2026"], [], HEADERS, [], ROW]})
    assert [row.nomor for row in look(content, agency.instansi)] == [5]


def test_a_nip_that_became_a_number_is_damaged(agency: Agency) -> None:
    row = [199001012015012001 if one == "NIP BARU" else ANI.get(one, "") for one in HEADERS]
    [line] = look(workbook({"Data": [HEADERS, row]}), agency.instansi)
    assert codes(line) == ["nip_rusak"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "kosong"),
        (b" \r\n ", "kosong"),
        (b";;;\r\n;;;", "kosong"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "kata sandi"),
        (b"PK\x03\x04 bukan buku kerja", "tidak terbaca"),
        (b"NIP BARU,NAMA\x00", "tidak terbaca"),
        (b"NIP BARU,NAMA\n1,2", "TANGGAL LAHIR, JENIS KELAMIN"),
        (text_file(headers=[*HEADERS, "NAMA"]), "NAMA ada dua kali"),
        (b",".join([b"x"] * 300), "Baris 1 berisi lebih dari 200 kolom"),
    ],
)
def test_an_unreadable_file_is_refused_whole_and_says_why(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read(content, "pegawai")


def test_a_quote_that_is_never_closed_is_named_with_its_line() -> None:
    content = text_file(ANI) + b'"Ani' + b"\n1,2" * 50_000
    with pytest.raises(Unreadable, match="Baris 3 tidak terbaca"):
        list(read(content, "pegawai").rows)


def test_too_many_rows_are_refused() -> None:
    empty: list[list[str]] = [[]] * MOST_ROWS
    with pytest.raises(Unreadable, match="terlalu besar"):
        read(workbook({"Data": [["NIP BARU"], *empty, ["di bawah batas"]]}), "pegawai")
    with pytest.raises(Unreadable, match="terlalu besar"):
        read(text_file(ANI) + b"\r\n" * MOST_ROWS, "pegawai")


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@given(DAYS)
def test_every_day_is_read_in_every_form(day: date) -> None:
    forms = [day, datetime(day.year, day.month, day.day), day.isoformat()]
    forms += [
        day.strftime("%d-%m-%Y"),
        day.strftime("%d/%m/%Y"),
        f" {day.day}/{day.month}/{day.year:04} ",
    ]
    assert {values.day(one) for one in forms} == {day}


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_is_refused(written: str) -> None:
    with suppress(values.Impossible, values.Unread):
        assert values.day(written) is None or written.strip()


@given(st.lists(st.sampled_from(["'", " ", "\u00a0", ".", "-", ""]), min_size=19, max_size=19))
def test_what_people_put_between_the_digits_is_taken_away(marks: list[str]) -> None:
    digits = "199001012015012001"
    written = "".join(mark + digit for mark, digit in zip(marks, [*digits, ""], strict=True))
    assert values.nip(written) == digits


@given(st.text())
def test_text_is_one_line_without_outer_spaces(written: str) -> None:
    found = values.text(written)
    assert found.isprintable()
    assert found == found.strip()


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(
    cells=st.lists(CELLS, min_size=len(HEADERS), max_size=len(HEADERS)),
    delimiter=st.sampled_from(",;"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    end=st.sampled_from(["\r\n", "\n"]),
)
def test_any_dialect_of_csv_gives_the_cells_back(
    cells: list[str], delimiter: str, quoting: int, end: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerows([HEADERS, cells])
    table = read(out.getvalue().encode(), "pegawai")
    [(nomor, row)] = list(table.rows)
    assert (nomor, list(row)) == (2, cells)
