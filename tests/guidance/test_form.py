"""The Format Pelaksanaan Coaching as it is printed."""

import subprocess
from typing import Any

from django.urls import reverse

from bina.guidance.formulir import form_of
from bina.guidance.models import Coaching, Sesi
from tests.conftest import Agency
from tests.guidance import given


def test_the_printed_form_says_what_both_signed(
    agency: Agency, browser_of: Any, at: Any, tmp_path: Any
) -> None:
    one = given.signed(agency, isi=given.adjusted(agency, **at), **at)
    answer = browser_of(agency.citra).get(reverse("guidance:pdf", args=[one.pk]))
    path = tmp_path / "form.pdf"
    path.write_bytes(answer.content)
    command = ["pdftotext", "-raw", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    words = " ".join(done.stdout.split())
    for said_there in (
        "FORMAT PELAKSANAAN COACHING",
        "Pihak lain yang diberikan penugasan khusus",
        "ST 800/214/2026",
        given.REPORT.masalah,
        "Semua surat lewat satu orang.",
        "Menyusun jadwal piket (Ani)",
        "240 surat",
        "180 surat (usul, diputus pimpinan)",
    ):
        assert said_there in words, said_there
    assert "BELUM DITANDATANGANI" not in words


def test_an_unsigned_form_says_so(agency: Agency, at: Any) -> None:
    one = Sesi.objects.with_coaching().get(pk=given.ready(agency, **at).pk)
    assert form_of(one).data()["tanda"]["kata"] == "BELUM DITANDATANGANI"
    draft = Sesi.objects.with_coaching().get(pk=one.pk)
    draft.status = "dicatat"
    assert form_of(draft).data()["tanda"]["kata"] == "DRAF"


def test_a_coaching_without_a_plan_is_printed_too(agency: Agency, at: Any) -> None:
    one = given.ready(agency, **at)
    Coaching.objects.update(skp=None, hasil_kunci=None, hasil_judul="")
    found = form_of(Sesi.objects.with_coaching().get(pk=one.pk))
    assert found.rhk == ("Menjawab surat tanpa menumpuk",)
