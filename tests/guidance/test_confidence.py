"""T8 and T14: what was written stays with those it was written for, and is never run."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from bina.core.models import Jejak
from bina.guidance.formulir import form_of
from bina.guidance.models import Catatan, Coaching, Sesi
from tests.conftest import Agency
from tests.guidance import given
from tests.guidance.test_pages import page

WORDS = ["rahasia-saya", "rahasia-citra", "berdua-saja", "untuk-penilai", "pra-satu", "metode-dua"]


def confided(agency: Agency, at: Any) -> Sesi:
    one = given.begun(agency, **at)
    report = given.Laporan("pra-satu kemajuan", "pra-satu masalah", "pra-satu sebab", "", "metode")
    given.report(agency, one, report, **at)
    given.schedule(agency, one, **at)
    for isi, pembaca, who in (
        ("rahasia-saya", "saya", "ani"),
        ("rahasia-citra", "saya", "citra"),
        ("berdua-saja", "berdua", "ani"),
        ("untuk-penilai", "bagi", "citra"),
    ):
        given.note(agency, one, isi, pembaca=pembaca, who=who, **at)
    one = given.minute(agency, one, given.Notulen(given.slot(**at), metode="metode-dua"), **at)
    given.sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **given.when(**at))
    given.sign(agency, one, "ani", **at)
    return given.sign(agency, one, "citra", **at)


def words_in(html: str) -> set[str]:
    return {word for word in WORDS if word in html}


def test_notes_are_read_by_their_audience_alone(agency: Agency, browser_of: Any, at: Any) -> None:
    one = confided(agency, at)
    both = {"berdua-saja", "untuk-penilai", "pra-satu", "metode-dua"}
    expected = {
        "ani": both | {"rahasia-saya"},
        "citra": both | {"rahasia-citra"},
        "budi": {"untuk-penilai"},
    }
    for who, seen in expected.items():
        assert words_in(page(browser_of(agency.named(who)), "guidance:sesi", one.pk)) == seen, who


def test_no_other_page_list_or_trail_holds_a_word_of_it(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one = confided(agency, at)
    people = ("ani", "citra", "budi", "fitri", "dewi", "indra", "joko", "eko", "gita")
    for who in people:
        client = browser_of(agency.named(who))
        for address in (
            reverse("home:beranda"),
            reverse("home:jejak"),
            reverse("home:linimasa", args=[agency.ani.pk]),
            reverse("guidance:daftar"),
            reverse("competency:akun_orang", args=[agency.ani.pk]),
            reverse("planning:skp", args=[one.coaching.skp_id]),
        ):
            assert not words_in(client.get(address).content.decode()), (who, address)
    for line in Jejak.objects.all():
        assert not words_in(line.isi)


def test_the_pdf_is_for_the_two_and_holds_no_note(agency: Agency, browser_of: Any, at: Any) -> None:
    one = confided(agency, at)
    answer = browser_of(agency.ani).get(reverse("guidance:pdf", args=[one.pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert words_in(str(form_of(one).data())) == {"pra-satu", "metode-dua"}
    assert browser_of(agency.budi).get(reverse("guidance:pdf", args=[one.pk])).status_code == 403


def test_every_reading_leaves_a_line(agency: Agency, browser_of: Any, at: Any) -> None:
    one = given.signed(agency, **at)
    for who in ("ani", "citra", "budi"):
        client = browser_of(agency.named(who))
        client.get(reverse("guidance:sesi", args=[one.pk]))
        client.get(reverse("guidance:sesi", args=[one.pk]))
    browser_of(agency.ani).get(reverse("guidance:pdf", args=[one.pk]))
    lines = Jejak.objects.filter(tindakan="coaching.baca").order_by("pk")
    assert [(line.pelaku.nama, line.fakta["fakta"]["bentuk"]) for line in lines] == [
        ("Ani", "halaman"),
        ("Ani", "halaman"),
        ("Citra", "halaman"),
        ("Citra", "halaman"),
        ("Budi", "halaman"),
        ("Budi", "halaman"),
        ("Ani", "pdf"),
    ]


def test_a_stranger_reads_nothing_and_leaves_no_line(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one = given.signed(agency, **at)
    for who in ("eko", "gita", "fitri", "dewi", "indra", "joko"):
        client = browser_of(agency.named(who))
        for url in ("guidance:sesi", "guidance:pdf", "guidance:laporan", "guidance:notulen"):
            assert client.get(reverse(url, args=[one.pk])).status_code == 404
    assert not Jejak.objects.filter(tindakan="coaching.baca").exists()


# T14: what people write is shown as they wrote it

CORPUS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)>",
    "{{ 7*7 }} {% load x %} ${7*7}",
    "[klik](javascript:alert(1))",
]


@pytest.mark.parametrize("hostile", CORPUS)
def test_hostile_text_is_shown_and_never_run(
    agency: Agency, browser_of: Any, at: Any, hostile: str
) -> None:
    one = given.begun(agency, **at)
    Coaching.objects.update(topik=hostile, hasil_judul=hostile, surat_tugas=hostile)
    given.report(agency, one, given.Laporan(hostile, hostile, hostile, hostile, "metode"), **at)
    given.schedule(agency, one, given.Jadwal(*_slot(at), hostile), **at)
    given.note(agency, one, hostile, **at)
    action = given.IsiTindakan(hostile, "pegawai", at["on"])
    slot = given.Jadwal(*_slot(at), hostile)
    isi = given.Notulen(slot, hostile, hostile, hostile, hostile, (action,))
    given.minute(agency, one, isi, **at)
    ani = browser_of(agency.ani)
    for address in (
        reverse("guidance:sesi", args=[one.pk]),
        reverse("guidance:notulen", args=[one.pk]),
        reverse("guidance:catatan", args=[Catatan.objects.get().pk]),
        reverse("guidance:daftar"),
    ):
        html = ani.get(address).content.decode()
        for raw in ("<script>alert", "<img src=x", "<svg onload"):
            assert raw not in html
        assert ("{{ 7*7 }}" in hostile) <= ("{{ 7*7 }}" in html)
        assert 'href="javascript:' not in html
    answer = ani.get(reverse("guidance:pdf", args=[one.pk]))
    assert answer.content.startswith(b"%PDF")


def _slot(at: Any) -> tuple[Any, Any]:
    return at["pada"] - timedelta(hours=2), at["pada"] - timedelta(hours=1)
