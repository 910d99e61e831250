"""T17: a file is what its content says; what could harm is refused, what could tell is removed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bina.core import files
from bina.core.file_models import Berkas
from tests.conftest import NOON, Agency
from tests.core import uploads

BOMB = uploads.xlsx(**{"xl/sheet.xml": b"0" * 60_000_000})
REFUSED = {
    "html": ("catatan.html", uploads.HTML),
    "html by another name": ("catatan.csv", uploads.HTML),
    "svg": ("logo.svg", uploads.SVG),
    "svg as a picture": ("logo.png", uploads.SVG),
    "svg behind a comment": ("logo.csv", b"<!-- x -->" + uploads.SVG),
    "a picture called a page": ("foto.html", uploads.picture("PNG")),
    "a PDF called a picture": ("foto.png", uploads.PDF),
    "a PDF that is a page": ("laporan.pdf", b"%PDF-1.7\n" + uploads.HTML),
    "a PDF that is an archive": ("laporan.pdf", uploads.PDF + uploads.archive({"a": b"x"})),
    "an archive": ("semua.zip", uploads.archive({"a.txt": b"x"})),
    "an archive called a sheet": ("semua.xlsx", uploads.archive({"a.txt": b"x"})),
    "a sheet with a program": ("rekap.xlsx", uploads.xlsx(**{"xl/vbaProject.bin": b"x"})),
    "half an archive": ("rekap.xlsx", uploads.xlsx()[:40]),
    "a program": ("setup.exe", b"MZ\x90\x00" + b"\x00" * 100),
    "nothing": ("kosong.pdf", b""),
    "a zip bomb": ("rekap.xlsx", BOMB),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_could_harm_is_refused(agency: Agency, case: str) -> None:
    name, content = REFUSED[case]
    with pytest.raises(files.FileRefused):
        files.accept(
            SimpleUploadedFile(name, content),
            oleh=agency.ani,
            pada=NOON,
            kinds=files.EVIDENCE | files.SPREADSHEETS,
        )
    assert not Berkas.objects.exists()


def test_a_sheet_is_not_evidence_where_only_pictures_are_taken(agency: Agency) -> None:
    with pytest.raises(files.FileRefused, match=r"\.jpeg, \.jpg"):
        files.accept(
            SimpleUploadedFile("rekap.xlsx", uploads.xlsx()),
            oleh=agency.ani,
            pada=NOON,
            kinds=frozenset({files.JPEG}),
        )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("foto.jpg", uploads.photo()),
        ("pindai.png", uploads.scan()),
        ("foto.jpg", uploads.photo() + b"RUMAH-ANI" + uploads.HTML),
    ],
    ids=["photograph", "scan", "with a tail"],
)
def test_a_picture_keeps_nothing_but_what_is_seen(
    agency: Agency, name: str, content: bytes
) -> None:
    assert b"RUMAH-ANI" in content
    berkas = files.accept(
        SimpleUploadedFile(name, content), oleh=agency.ani, pada=NOON, kinds=files.EVIDENCE
    )
    stored = berkas.isi.read()
    assert b"RUMAH-ANI" not in stored
    assert b"script" not in stored


def test_a_picture_of_too_many_points_is_refused(agency: Agency) -> None:
    with pytest.raises(files.FileRefused, match="terlalu besar"):
        files.accept(
            SimpleUploadedFile("peta.png", uploads.picture("PNG", size=(8000, 6000))),
            oleh=agency.ani,
            pada=NOON,
            kinds=files.EVIDENCE,
        )
