"""The SKP and its annex as people get them: PDF, as an attachment, marked until established."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from bina.planning import door
from bina.planning.models import NilaiPerilaku, Skp
from bina.planning.pihak import pangkat, seat
from tests.conftest import Agency
from tests.planning import plans


@pytest.fixture
def words_of(browser_of: Any, tmp_path: Path) -> Any:
    """The text of a plan's document, in reading order, as this reader downloads it."""

    def _words(skp: Skp, reader: Any, jenis: str = "skp") -> str:
        answer = browser_of(reader).get(reverse("planning:dokumen", args=[skp.pk, jenis]))
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Content-Disposition"].startswith("attachment;")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        path = tmp_path / "skp.pdf"
        path.write_bytes(answer.content)
        command = ["pdftotext", "-raw", str(path), "-"]
        found = subprocess.run(command, capture_output=True, check=True, text=True)
        return " ".join(found.stdout.split())

    return _words


def test_the_official_form_holds_what_was_agreed(agency: Agency, words_of: Any) -> None:
    skp = plans.established(agency, on=timezone.localdate())
    words = words_of(skp, agency.ani)
    for part in (
        "SASARAN KINERJA PEGAWAI",
        "PENDEKATAN HASIL KERJA KUANTITATIF",
        plans.surat().uraian,
        plans.laporan().uraian,
        "240 surat",
        "95%",
        "paling lambat 2 hari",
        "Mengajak bagian lain menyusun jadwal",
        *NilaiPerilaku.labels,
        "Ani",
        "Budi",
        "Kepala Bagian Umum",
        "Penata Muda Tingkat I/ III/b",
    ):
        assert part in words, part
    assert "DRAF" not in words


def test_an_unestablished_paper_says_so(agency: Agency, words_of: Any) -> None:
    on = timezone.localdate()
    assert "DRAF" in words_of(plans.draft(agency, on=on), agency.ani)
    waiting = words_of(plans.submitted(agency, "eko", on=on), agency.budi)
    assert "BELUM DITETAPKAN" in waiting


def test_the_annex_holds_its_three_lists(agency: Agency, words_of: Any) -> None:
    skp = plans.established(agency, on=timezone.localdate())
    words = words_of(skp, agency.ani, "lampiran")
    for part in ("DUKUNGAN SUMBER DAYA", "SKEMA PERTANGGUNGJAWABAN", "KONSEKUENSI"):
        assert part in words
    assert skp.lampiran.all()[0].uraian in words


def test_a_draft_of_somebody_without_a_superior_can_be_printed(
    agency: Agency, words_of: Any
) -> None:
    skp = plans.draft(agency, "fitri", on=timezone.localdate())
    assert "(belum tercatat)" in words_of(skp, agency.fitri)


def test_a_regent_without_nip_or_post_is_named_by_the_agency(agency: Agency) -> None:
    on = timezone.localdate()
    agency.record_superior(agency.fitri, agency.lestari)
    skp = plans.established(agency, "fitri", on=on)
    penilai = door.form_parts(skp.pk, on=on).kepala.penilai
    assert (penilai.nama, penilai.nip, penilai.unit_kerja) == ("Lestari", None, "Kabupaten Nusa")


def test_the_form_is_indonesian_whatever_the_page(
    agency: Agency, words_of: Any, settings: Any
) -> None:
    settings.LANGUAGE_CODE = "en"
    skp = plans.established(agency, on=timezone.localdate())
    assert "SD 31 DESEMBER TAHUN" in words_of(skp, agency.ani)


@pytest.mark.parametrize(
    ("golongan", "words"),
    [("IV/e", "Pembina Utama/ IV/e"), ("III/a", "Penata Muda/ III/a"), ("IX", "IX")],
)
def test_a_rank_goes_with_its_golongan(golongan: str, words: str) -> None:
    assert pangkat(golongan) == words


def test_a_form_is_dated_from_the_region() -> None:
    assert seat("Pemerintah Kabupaten Nusa Bahari") == "Nusa Bahari"
    assert seat("Badan Kepegawaian Negara") == "Badan Kepegawaian Negara"
