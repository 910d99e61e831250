"""The pages of a unit's perjanjian kinerja: writing, establishing, reading; what each costs."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bina.planning.models import PerjanjianKinerja
from tests.conftest import Agency
from tests.planning import agreements


def url(name: str, *args: Any) -> str:
    return reverse(f"planning:{name}", args=args)


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def sasaran(made: PerjanjianKinerja, **changes: Any) -> dict[str, Any]:
    """The page of a sasaran as its form would send it, with one indicator."""
    return {
        "suntingan": made.suntingan,
        "uraian": "Layanan dipercaya warga",
        "ind-TOTAL_FORMS": 1,
        "ind-INITIAL_FORMS": 0,
        "ind-0-id": "",
        "ind-0-uraian": "Indeks kepuasan",
        "ind-0-target": "88,5",
        "ind-0-satuan": "indeks",
        "ind-0-target_teks": "",
        "ind-0-arah": "naik",
        **changes,
    }


def budget(made: PerjanjianKinerja, **changes: Any) -> dict[str, Any]:
    return {
        "suntingan": made.suntingan,
        "baris-TOTAL_FORMS": 2,
        "baris-INITIAL_FORMS": 0,
        "baris-0-program": "Pelayanan umum",
        "baris-0-jumlah": "1.500.000",
        "baris-1-program": "",
        "baris-1-jumlah": "",
        **changes,
    }


def test_from_nothing_to_established_by_the_pages_alone(agency: Agency, browser_of: Any) -> None:
    budi, fitri, ani = (browser_of(one) for one in (agency.budi, agency.fitri, agency.ani))
    assert "Mulai menyusun" in text_of(budi, url("daftar_perjanjian"))
    budi.post(url("mulai_perjanjian", agency.umum.pk, timezone.localdate().year))
    made = PerjanjianKinerja.objects.get()
    budi.post(url("sasaran_baru", made.pk), sasaran(made))
    budi.post(url("anggaran", made.pk), budget(agreements.now(made)))
    page = text_of(fitri, url("perjanjian", made.pk))
    assert "88,5 indeks" in page
    assert "1.500.000" in page
    assert ani.get(url("perjanjian", made.pk)).status_code == 404
    seen = {"suntingan": agreements.now(made).suntingan}
    fitri.post(url("langkah_perjanjian", made.pk, "tetapkan"), seen)
    page = text_of(ani, url("perjanjian", made.pk))
    assert "Ditetapkan" in page
    assert "Mulai menyusun" not in text_of(ani, url("daftar_perjanjian"))


def test_two_versions_stand_side_by_side_with_what_changed(agency: Agency, browser_of: Any) -> None:
    old = agreements.established(agency)
    budi, ani = browser_of(agency.budi), browser_of(agency.ani)
    assert "Belum ada versi lain" in text_of(ani, url("bandingkan_perjanjian", old.pk))
    budi.post(url("perubahan_perjanjian", old.pk), {"alasan": "APBD perubahan"})
    new = PerjanjianKinerja.objects.get(versi=2)
    assert "Isinya sama" in text_of(budi, url("bandingkan_perjanjian", new.pk))
    first = new.sasaran.get(nomor=1)
    puas, cepat = first.indikator.all()
    agreements.change(agency, new, first, (puas, "90"), (cepat, "2"), uraian="Layanan disukai")
    budi.post(url("anggaran", new.pk), budget(agreements.now(new), **{"baris-0-jumlah": "2000000"}))
    page = text_of(budi, url("bandingkan_perjanjian", new.pk))
    for words in (
        "<del>Layanan umum dipercaya warga</del>",
        "<ins>Layanan disukai</ins>",
        "<del>Indeks kepuasan masyarakat: 88 indeks (makin besar makin baik)</del>",
        "<ins>Indeks kepuasan masyarakat: 90 indeks (makin besar makin baik)</ins>",
        "<del>Rp1.500.000</del>",
        "<ins>Rp2.000.000</ins>",
    ):
        assert words in page
    assert "Lama menjawab surat" not in page, "what stayed the same is not shown"
    assert ani.get(url("bandingkan_perjanjian", old.pk), {"dengan": 2}).status_code == 404


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"uraian": ""}, "Layanan dipercaya"),
        ({"ind-0-target": "banyak"}, "banyak"),
        ({"ind-0-target": ""}, "Isi target sebagai angka, atau dengan kata-kata."),
        ({"ind-0-satuan": ""}, "Tulis satuan targetnya"),
        ({"ind-0-target_teks": "Sangat baik"}, "Pilih salah satu"),
        ({"ind-0-target": "-3"}, "-3"),
    ],
)
def test_a_bad_target_is_explained_and_nothing_typed_is_lost(
    agency: Agency, browser_of: Any, changes: dict[str, Any], words: str
) -> None:
    made = agreements.begun(agency)
    answer = browser_of(agency.budi).post(url("sasaran_baru", made.pk), sasaran(made, **changes))
    page = answer.content.decode()
    assert "Indeks kepuasan" in page
    assert "perlu diperbaiki" in page
    assert words in page or not changes.get("uraian", "x")
    assert not made.sasaran.exists()


def test_a_budget_line_needs_name_and_amount_and_stands_once(
    agency: Agency, browser_of: Any
) -> None:
    made, budi = agreements.begun(agency), browser_of(agency.budi)
    for changes, words in (
        ({"baris-0-jumlah": ""}, "Isi anggarannya"),
        ({"baris-1-jumlah": "5"}, "Tulis nama program"),
        ({"baris-1-program": "pelayanan  UMUM", "baris-1-jumlah": "1"}, "sudah ada di baris lain"),
    ):
        page = budi.post(url("anggaran", made.pk), budget(made, **changes)).content.decode()
        assert words in page
        assert "Pelayanan umum" in page
    assert not made.anggaran.exists()


def test_a_stale_page_keeps_what_was_typed(agency: Agency, browser_of: Any) -> None:
    made, budi = agreements.drafted(agency), browser_of(agency.budi)
    first = made.sasaran.get(nomor=1)
    old = sasaran(made, uraian="Tulisan lama")
    agreements.add(agency, made, agreements.ARSIP)
    answer = budi.post(url("sasaran", made.pk, first.pk), old)
    assert answer.status_code == 409
    assert "Tulisan lama" in answer.content.decode()
    first.refresh_from_db()
    assert first.uraian == agreements.LAYANAN.uraian
    now = agreements.now(made).suntingan
    assert f'name="suntingan" value="{now}"' in answer.content.decode()


def test_establishing_what_changed_meanwhile_is_explained(agency: Agency, browser_of: Any) -> None:
    made, fitri = agreements.drafted(agency), browser_of(agency.fitri)
    address = url("langkah_perjanjian", made.pk, "tetapkan")
    page = fitri.post(address, {"suntingan": 0}, follow=True).content.decode()
    assert "baru saja berubah" in page
    fitri.post(address, {"suntingan": made.suntingan})
    page = fitri.post(address, {"suntingan": made.suntingan}, follow=True).content.decode()
    assert "Periksa lagi statusnya" in page


def test_an_established_page_opens_no_form(agency: Agency, browser_of: Any) -> None:
    made, budi = agreements.established(agency), browser_of(agency.budi)
    one = made.sasaran.get(nomor=1).pk
    for name, args in (("sasaran_baru", ()), ("sasaran", (one,)), ("anggaran", ())):
        page = budi.get(url(name, made.pk, *args), follow=True).content.decode()
        assert "terkunci" in page
    page = budi.post(url("sasaran_baru", made.pk), sasaran(made)).content.decode()
    assert "sudah bukan draf" in page
    assert "Indeks kepuasan" in page


def test_a_new_version_stands_beside_the_old(agency: Agency, browser_of: Any) -> None:
    made, budi = agreements.established(agency), browser_of(agency.budi)
    budi.post(url("perubahan_perjanjian", made.pk), {"alasan": "Anggaran berubah"})
    new = PerjanjianKinerja.objects.get(versi=2)
    page = text_of(budi, url("perjanjian", new.pk))
    assert "Anggaran berubah" in page
    assert url("perjanjian", made.pk) in page
    assert url("perjanjian", new.pk) not in text_of(
        browser_of(agency.ani), url("perjanjian", made.pk)
    )


def test_the_list_finds_units_by_name_and_code(agency: Agency, browser_of: Any) -> None:
    ani = browser_of(agency.ani)
    assert "Bagian Hukum" not in text_of(ani, url("daftar_perjanjian") + "?cari=umum")
    assert "Bagian Hukum" in text_of(ani, url("daftar_perjanjian") + "?cari=u0102&tahun=2031")


def test_the_units_one_heads_stand_first(agency: Agency, browser_of: Any) -> None:
    page = text_of(browser_of(agency.gita), url("daftar_perjanjian"))
    assert page.index("Bagian Hukum") < page.index("Bagian Umum")


def test_the_list_costs_as_many_queries_for_one_unit_as_for_many(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    budi = browser_of(agency.budi)
    budi.get(url("daftar_perjanjian"))
    # session, person, offices; count and rows of units; units headed, and who heads them;
    # what they undertake (with whom they establish); what may be begun or opened; menu
    with django_assert_num_queries(LIST):
        budi.get(url("daftar_perjanjian"))
    agreements.established(agency)
    for number in range(20):
        agency.unit(f"U02{number:02}", f"Bagian {number}", agency.setda, f"Kepala {number}")
    with django_assert_num_queries(LIST):
        budi.get(url("daftar_perjanjian"))


def test_its_page_costs_as_many_queries_however_long_it_is(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    made, budi = agreements.established(agency), browser_of(agency.budi)
    budi.get(url("perjanjian", made.pk))
    # session, person, offices; units headed (2), established (2); the record with its three
    # parts; what the reader may do (2); versions; the sum; menu
    with django_assert_num_queries(PAGE):
        budi.get(url("perjanjian", made.pk))


LIST, PAGE = 14, 16
