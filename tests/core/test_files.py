"""Taking files in: what is kept of them, and what is said when they are not taken."""

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from bina.core import files
from bina.core.file_models import Berkas
from tests.conftest import NOON, Agency
from tests.core import uploads


def taken(agency: Agency, name: str, content: bytes, **options: Any) -> Berkas:
    options.setdefault("kinds", files.EVIDENCE)
    return files.accept(
        SimpleUploadedFile(name, content, "text/html"), oleh=agency.ani, pada=NOON, **options
    )


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("laporan.pdf", uploads.PDF, files.PDF),
        ("rekap.xlsx", uploads.xlsx(), files.XLSX),
        ("surat.docx", uploads.docx(), files.DOCX),
        ("foto.JPG", uploads.picture("JPEG"), files.JPEG),
        ("pindai.png", uploads.picture("PNG"), files.PNG),
    ],
)
def test_evidence_is_kept_as_what_its_content_says(
    agency: Agency, name: str, content: bytes, kind: str
) -> None:
    berkas = taken(agency, name, content)

    stored = berkas.isi.read()
    assert (berkas.jenis, berkas.nama, berkas.oleh) == (kind, name, agency.ani)
    assert (berkas.ukuran, berkas.sidik) == (len(stored), hashlib.sha256(stored).hexdigest())


def test_a_staff_file_may_be_plain_text(agency: Agency) -> None:
    assert taken(agency, "unor.csv", uploads.CSV, kinds=files.SPREADSHEETS).jenis == files.CSV


def test_a_file_too_large_is_told_its_size_and_the_limit(agency: Agency) -> None:
    with pytest.raises(files.FileRefused) as refusal:
        taken(agency, "besar.pdf", uploads.PDF + b" " * 3_000_000, limit=1024 * 1024)
    assert str(refusal.value) == (
        "Berkas besar.pdf belum terkirim. Ukurannya 3 MB, batasnya 1 MB. "
        "Kecilkan atau kirim sebagai tautan."
    )


def test_a_photograph_stands_upright(agency: Agency) -> None:
    berkas = taken(agency, "foto.jpg", uploads.photo())
    with Image.open(io.BytesIO(berkas.isi.read())) as upright:
        assert upright.size == (30, 40)


def test_a_broken_picture_is_explained(agency: Agency) -> None:
    with pytest.raises(files.FileRefused, match="rusak"):
        taken(agency, "foto.png", uploads.picture("PNG")[:60])


def test_storage_that_fails_is_explained_and_leaves_nothing(
    agency: Agency, settings: Any, tmp_path: Path
) -> None:
    (tmp_path / "penuh").write_text("no folder")
    settings.MEDIA_ROOT = tmp_path / "penuh"

    with pytest.raises(files.FileRefused, match="penyimpanan server"):
        taken(agency, "laporan.pdf", uploads.PDF)

    assert not Berkas.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\ani\\laporan.pdf", "laporan.pdf"),
        ("a\x00b\u202efdp.pdf", "abfdp.pdf"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_a_name_is_only_a_label(agency: Agency, name: str, kept: str) -> None:
    upload = SimpleUploadedFile("x.pdf", uploads.PDF)
    upload._name = name  # what a browser may send, before Django cleans it
    berkas = files.accept(upload, oleh=agency.ani, pada=NOON, kinds=files.EVIDENCE)
    assert berkas.nama == kept
