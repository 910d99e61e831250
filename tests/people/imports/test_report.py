"""The report: complete, harmless, and fit to be mended and uploaded again."""

import csv
import io
from typing import Any

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from bina.people.models import Impor
from tests.conftest import Agency
from tests.people.imports.conftest import ANI, EKO, HEADERS, WAHYU, look, staged, text_file

CONTENT = text_file(
    ANI | {"JENIS KELAMIN": "X", "HOBI": "+memancing"},
    EKO,
    WAHYU | {"NAMA": "=1+1", "JENIS JABATAN NAMA": ""},
    headers=[*HEADERS, "HOBI"],
)


@pytest.fixture
def download(born: Agency, browser_of: Any) -> Any:
    client = browser_of(born.named("dewi"))

    def get(impor: Impor, part: str, kind: str) -> Any:
        return client.get(reverse("people:impor_unduh", args=[impor.pk, part, kind]))

    return get


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def rows_of(content: bytes, kind: str) -> list[list[Any]]:
    if kind == "csv":
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_refused_lines_come_back_with_what_to_do(born: Agency, download: Any, kind: str) -> None:
    answer = download(staged(CONTENT, born.instansi), "ditolak", kind)
    head, first, second, last = rows_of(body(answer), kind)
    assert head[-3:] == ["HOBI", "APA YANG SALAH", "PERBAIKAN"]
    assert first[-3:] == ["'+memancing", "Jenis kelamin X tidak dikenal.", "Isi L atau P."]
    assert second[1] == "'=1+1"
    assert last[:2] == ["Jumlah", "2 baris ditolak dari berkas.csv, Kabupaten Nusa"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_mended_report_can_be_uploaded_again(born: Agency, download: Any, kind: str) -> None:
    content = body(download(staged(CONTENT, born.instansi), "ditolak", kind))
    rows = look(content, born.instansi)
    assert [(row.nomor, row.hasil) for row in rows] == [(2, "refused"), (3, "refused")]
    assert rows[1].nama == "=1+1"

    _, *lines = rows_of(content, kind)
    mended = [dict(zip([*HEADERS, "HOBI"], line, strict=False)) for line in lines[:2]]
    mended[0]["JENIS KELAMIN"], mended[1]["JENIS JABATAN NAMA"] = "P", "PELAKSANA"
    again = look(text_file(*mended), born.instansi)
    assert [row.hasil for row in again] == ["unchanged", "new"]


def test_the_columns_of_a_report_do_not_pile_up(born: Agency, download: Any) -> None:
    content = body(download(staged(CONTENT, born.instansi), "ditolak", "csv"))
    again = body(download(staged(content, born.instansi), "ditolak", "csv"))
    assert rows_of(again, "csv")[0].count("APA YANG SALAH") == 1


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_whole_report_says_what_each_line_did(born: Agency, download: Any, kind: str) -> None:
    answer = download(staged(CONTENT, born.instansi), "laporan", kind)
    head, *lines, last = rows_of(body(answer), kind)
    assert head[:4] == ["BARIS", "HASIL", "NIP", "NAMA"]
    assert [line[1] for line in lines] == ["Ditolak", "Tetap", "Ditolak"]
    assert last[1].startswith("3 baris, 0 dilewati, dari berkas.csv")


def test_a_report_leaves_as_an_attachment_that_names_its_rows(born: Agency, download: Any) -> None:
    answer = download(staged(CONTENT, born.instansi), "ditolak", "csv")
    assert answer["Content-Disposition"] == 'attachment; filename="ditolak-2-baris-berkas.csv"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(("part", "kind"), [("semua", "csv"), ("ditolak", "html")])
def test_other_reports_do_not_exist(born: Agency, download: Any, part: str, kind: str) -> None:
    assert download(staged(CONTENT, born.instansi), part, kind).status_code == 404
