"""The pages of progress and feedback: what each shows and does, and what it costs."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from bina.core.models import Berkas
from bina.monitoring import material, panels
from bina.monitoring.models import Bukti, PermintaanUmpanBalik, Realisasi, UmpanBalik
from bina.planning.door import Rencana
from tests.conftest import Agency
from tests.monitoring import given, given_janji
from tests.planning import plans

XSS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% load i18n %}",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
]


def today() -> Any:
    return timezone.localdate()


def url(name: str, *args: Any) -> str:
    return reverse(f"monitoring:{name}", args=args)


@pytest.fixture
def rencana(agency: Agency) -> Rencana:
    plans.established(agency, on=today())
    return given.plan(agency, on=today())


def sent(rencana: Rencana, nilai: str = "60", **more: Any) -> dict[str, Any]:
    """What the small form of the first indicator posts."""
    kunci = rencana.hasil[0].indikator[0].kunci
    prefix = kunci.hex[:12]
    named = {"nilai": nilai, "tanggal": today().isoformat(), **more}
    return {"indikator": str(kunci), **{f"{prefix}-{key}": v for key, v in named.items()}}


def test_progress_is_recorded_from_the_list(
    agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    ani = browser_of(agency.ani)
    data = sent(rencana, "1.250,5", url="https://contoh.go.id/x", judul="Rekap", berkas=given.pdf())
    answer = ani.post(url("kemajuan"), data, follow=True)
    assert "Tercatat." in answer.content.decode()
    made = Realisasi.objects.get()
    assert (made.nilai, made.bukti.count()) == (given.Decimal("1250.5"), 2)


def test_what_was_typed_is_kept_when_something_is_wrong(
    agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    ani = browser_of(agency.ani)
    page = ani.post(url("kemajuan"), sent(rencana, "enam puluh", uraian="Dua surat sulit"))
    text = page.content.decode()
    assert "Tulis dengan angka" in text
    assert 'value="enam puluh"' in text
    assert "Dua surat sulit" in text
    assert not Realisasi.objects.exists()


@pytest.mark.parametrize("value", ["", "-5", "1e99", "NaN", "Infinity", "9" * 30])
def test_a_strange_number_is_explained(
    agency: Agency, rencana: Rencana, browser_of: Any, value: str
) -> None:
    page = browser_of(agency.ani).post(url("kemajuan"), sent(rencana, value))
    assert page.status_code == 200
    assert not Realisasi.objects.exists()


def test_an_indicator_that_is_gone_is_explained(
    agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    data = {"indikator": "4b0b4b0e-0000-4000-8000-000000000000"}
    page = browser_of(agency.ani).post(url("kemajuan"), data, follow=True)
    assert "sudah berubah" in page.content.decode()


def test_the_client_sets_neither_writer_nor_owner_nor_day_of_writing(
    agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    """T5: whatever else is posted is not read."""
    forged = {"dicatat_oleh": agency.budi.pk, "skp": 1, "dibuat": "2020-01-01", "pegawai": 1}
    browser_of(agency.ani).post(url("kemajuan"), {**sent(rencana), **forged})
    made = Realisasi.objects.get()
    assert (made.dicatat_oleh, made.skp_id) == (agency.ani, rencana.skp_id)
    assert made.dibuat.date() > timezone.datetime(2020, 1, 2).date()


def test_a_mistake_is_voided_from_the_history(
    agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    made = given.entry(agency, 600, on=today())
    ani = browser_of(agency.ani)
    assert "Alasan" in ani.post(url("batalkan", made.pk), {"alasan": ""}).content.decode()
    answer = ani.post(url("batalkan", made.pk), {"alasan": "Salah ketik"}, follow=True)
    assert "Dibatalkan: Salah ketik" in answer.content.decode()
    again = ani.post(url("batalkan", made.pk), {"alasan": "Salah ketik"}, follow=True)
    assert "sudah dibatalkan" in again.content.decode()


# Files (T17, T18)


def test_evidence_leaves_as_an_attachment_to_its_readers_only(
    agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    made = given.evidence(agency, on=today())
    address = url("bukti", made.bukti.get(url="").pk)
    answer = browser_of(agency.budi).get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer) == given.PDF
    for who in ("eko", "gita", "citra", "hadi", "joko", "lestari"):
        assert browser_of(agency.named(who)).get(address).status_code == 404, who


def test_a_link_has_no_file_to_hand_out(agency: Agency, rencana: Rencana, browser_of: Any) -> None:
    made = given.evidence(agency, on=today())
    link = made.bukti.exclude(url="").get()
    assert browser_of(agency.ani).get(url("bukti", link.pk)).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.html", b"<html><script>alert(1)</script></html>"),
        ("x.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        ("x.pdf", b"<html>%PDF-1.7</html>"),
        ("x.exe", given.PDF),
        ("x.png", b"\x89PNG\r\n\x1a\nbroken"),
        ("x.zip", b"PK\x03\x04"),
    ],
)
def test_dangerous_files_are_refused_and_nothing_is_kept(
    agency: Agency, rencana: Rencana, browser_of: Any, name: str, content: bytes
) -> None:
    upload = SimpleUploadedFile(name, content, "application/pdf")
    page = browser_of(agency.ani).post(url("kemajuan"), sent(rencana, berkas=upload))
    assert page.status_code == 200
    assert not Realisasi.objects.exists()
    assert not Berkas.objects.exists()


def test_somebody_elses_evidence_cannot_be_hung_on(
    agency: Agency, other_agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    """T2, T9: entries of others, of this agency and of another, do not exist."""
    made = given.entry(agency, on=today())
    for who in (agency.eko, agency.citra, other_agency.ani, other_agency.dewi):
        client = browser_of(who)
        for page in ("batalkan", "tambah_bukti"):
            assert client.post(url(page, made.pk), {"alasan": "x"}).status_code == 404
    assert not Bukti.objects.exists()


# Feedback


def test_feedback_is_given_with_its_readers_named_first(
    agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    budi = browser_of(agency.budi)
    page = budi.get(url("beri", rencana.skp_id)).content.decode()
    assert "Ani saja" in page
    assert "Ani dan penilainya, Budi" in page
    data = {
        "tentang": f"hasil:{rencana.hasil[0].kunci}",
        "sifat": "positif",
        "situasi": "Rapat",
        "perilaku": "Menjawab",
        "dampak": "Cepat",
        "pembaca": "penilai",
        "pemberi": agency.eko.pk,
        "hubungan": "bawahan",
    }
    budi.post(url("beri", rencana.skp_id), data)
    made = UmpanBalik.objects.get()
    assert (made.pemberi, made.hubungan, made.tanggal) == (agency.budi, "pimpinan", today())


def test_asking_and_answering_through_the_pages(
    agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    ani, eko = browser_of(agency.ani), browser_of(agency.eko)
    data = {
        "tentang": "nilai:loyal",
        "kepada": str(agency.eko.pk),
        "pesan": "Rapat kemarin",
        "tenggat": today().isoformat(),
    }
    ani.post(url("minta", rencana.skp_id), data)
    asked = PermintaanUmpanBalik.objects.get()
    page = eko.get(url("permintaan", asked.pk)).content.decode()
    assert "Loyal" in page
    assert rencana.hasil[0].uraian not in page
    given_ = {
        "sifat": "positif",
        "situasi": "a",
        "perilaku": "b",
        "dampak": "c",
        "pembaca": "pegawai",
    }
    eko.post(url("permintaan", asked.pk), given_)
    assert UmpanBalik.objects.get().pemberi == agency.eko
    late = eko.post(url("permintaan", asked.pk), given_, follow=True).content.decode()
    assert "sudah berubah" in late
    assert UmpanBalik.objects.count() == 1


def test_a_colleague_of_another_unit_is_found_by_nip_and_never_of_another_agency(
    agency: Agency, other_agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    ani = browser_of(agency.ani)
    data = {"tentang": "nilai:loyal", "tenggat": today().isoformat()}
    ani.post(url("minta", rencana.skp_id), {**data, "nip": agency.citra.nip})
    assert PermintaanUmpanBalik.objects.get().kepada == agency.citra
    page = ani.post(url("minta", rencana.skp_id), {**data, "nip": other_agency.citra.nip})
    assert "tidak ditemukan" in page.content.decode()


def test_feedback_for_the_person_alone_is_on_no_page_of_the_penilai(
    agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    from dataclasses import replace

    given_janji.naming(agency, mulai=today())
    asked = given.asked(agency, on=today())
    words = replace(given.SEEN, perilaku="Rahasia antara kita", pembaca="pegawai")
    given.permintaan.answer_request(
        permintaan_id=asked.pk,
        isi=words,
        actor=agency.named("eko"),
        pada=timezone.now(),
        on=today(),
    )
    pages = [
        reverse("planning:skp", args=[rencana.skp_id]),
        url("umpan_balik", agency.ani.pk),
        url("umpan_balik_saya"),
        url("hasil", rencana.skp_id, rencana.hasil[0].kunci),
    ]
    for page in pages:
        assert "Rahasia antara kita" not in browser_of(agency.budi).get(page).content.decode()
    mine = browser_of(agency.ani).get(url("umpan_balik_saya")).content.decode()
    assert "Rahasia antara kita" in mine


@pytest.mark.parametrize("evil", XSS)
def test_what_people_write_is_shown_as_words(
    agency: Agency, rencana: Rencana, browser_of: Any, evil: str
) -> None:
    """T14: every text field of this room, and the name of a file."""
    upload = given.pdf(evil.replace("/", "") + ".pdf")
    bukti = given.progress.BuktiBaru(upload, "https://contoh.go.id/?q=" + "x", evil)
    made = given.entry(agency, on=today(), uraian=evil, bukti=bukti)
    isi = given.Isi("positif", evil, evil, evil, "penilai")
    given.feedback_on_result(agency, isi, on=today())
    given.feedback_on_value(agency, isi, on=today())
    asked = given.asked(agency, on=today(), pesan=evil)
    ani, eko = browser_of(agency.ani), browser_of(agency.eko)
    pages = [
        ani.get(url("kemajuan")),
        ani.get(url("hasil", rencana.skp_id, rencana.hasil[0].kunci)),
        ani.get(url("batalkan", made.pk)),
        ani.get(url("umpan_balik_saya")),
        ani.get(reverse("planning:skp", args=[rencana.skp_id])),
        eko.get(url("permintaan", asked.pk)),
    ]
    for page in pages:
        text = page.content.decode()
        assert "<script>alert" not in text
        assert "onerror=alert" not in text.replace("&gt;", ">").split("&lt;img")[0]
        assert "<svg/onload" not in text
        assert 'href="javascript:' not in text


# Cost: session, user, offices and menu are on every page


@pytest.mark.parametrize("entries", [1, 12])
def test_pages_cost_the_same_however_much_was_recorded(
    agency: Agency, rencana: Rencana, browser_of: Any, entries: int, django_assert_max_num_queries
) -> None:
    for _ in range(entries):
        given.evidence(agency, on=today())
        given.feedback_on_value(agency, on=today())
    ani = browser_of(agency.ani)
    for address, budget in (
        (url("kemajuan"), 18),
        (url("hasil", rencana.skp_id, rencana.hasil[0].kunci), 18),
        (url("umpan_balik_saya"), 18),
        (reverse("planning:skp", args=[rencana.skp_id]), 32),
    ):
        with django_assert_max_num_queries(budget):
            assert ani.get(address).status_code == 200, address


def test_what_was_recorded_and_said_of_a_plan_is_read_newest_first(
    agency: Agency, rencana: Rencana
) -> None:
    days = [today() - timedelta(days=n) for n in (1, 3, 0, 2)]
    for day in sorted(days):
        given.feedback_on_value(agency, on=day)
    for day in days:
        given.entry(agency, tanggal=day, on=today())
    viewer = agency.named("ani")
    entries, _known = material.seen_by(viewer, rencana, on=today())
    assert [one.tanggal for one in entries] == sorted(days, reverse=True)
    read = panels._said(viewer, [rencana.rumpun], today())
    assert [one.tanggal for one in read] == sorted(days, reverse=True)


def test_the_plan_shows_progress_evidence_and_feedback(
    agency: Agency, rencana: Rencana, browser_of: Any
) -> None:
    given.evidence(agency, on=today())
    given.feedback_on_result(agency, on=today())
    given.feedback_on_value(agency, on=today())
    page = browser_of(agency.ani).get(reverse("planning:skp", args=[rencana.skp_id]))
    text = page.content.decode()
    for words in ("60 surat", "25%", "rekap.pdf", "Menjawab surat warga", "1 umpan balik"):
        assert words in text, words
