"""T18: a file leaves only as an attachment, under a name nobody can guess, through a view."""

import re
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bina.core import files
from bina.core.file_models import Berkas
from tests.conftest import NOON, Agency
from tests.core import uploads


def taken(agency: Agency, name: str = "laporan.pdf") -> Berkas:
    return files.accept(
        SimpleUploadedFile(name, uploads.PDF), oleh=agency.ani, pada=NOON, kinds=files.EVIDENCE
    )


def test_a_file_leaves_as_an_attachment_that_nobody_interprets(agency: Agency) -> None:
    answer = files.respond(taken(agency, 'la"po\nran é.pdf'))

    assert answer["Content-Disposition"].startswith("attachment; ")
    assert "\n" not in answer["Content-Disposition"]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "private, no-store"
    assert b"".join(answer) == uploads.PDF


def test_where_it_lies_says_nothing_about_it(agency: Agency) -> None:
    first, second = taken(agency), taken(agency)
    assert re.fullmatch(r"[0-9a-f]{2}/[0-9a-f]{48}", first.isi.name)
    assert first.isi.name != second.isi.name


def test_only_the_server_reads_it(agency: Agency) -> None:
    assert Path(taken(agency).isi.path).stat().st_mode & 0o077 == 0


def test_no_address_leads_to_where_files_lie(agency: Agency, client: Client) -> None:
    berkas = taken(agency)
    client.force_login(agency.ani)
    for start in ("/", "/media/", "/berkas/", "/static/", "/static/../berkas/"):
        assert client.get(start + berkas.isi.name).status_code == 404


def test_files_lie_outside_of_what_is_served() -> None:
    served = Path(settings.STATIC_ROOT)
    kept = Path(settings.BINA_BERKAS_DIR)
    assert served not in kept.parents
    assert kept not in served.parents
    assert settings.MEDIA_URL in {"", "/"}
