"""The pages of imports: what they show, to whom, and at what cost."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bina.core import jobs
from bina.people.models import Impor, Pegawai
from tests.conftest import NOON, Agency
from tests.people.imports.conftest import (
    ANI,
    BUDI,
    EKO,
    WAHYU,
    YANI,
    staged,
    taken,
    text_file,
    workbook,
)

CONTENT = text_file(
    ANI | {"NAMA": "<script>alert(1)</script>"},
    EKO | {"JENIS KELAMIN": "X"},
    BUDI,
    WAHYU | {"NAMA": '=HYPERLINK("x")'},
)


@pytest.fixture
def dewi(born: Agency, browser_of: Any) -> Client:
    return browser_of(born.named("dewi"))


def address(impor: Impor, name: str = "impor_rinci", *more: str) -> str:
    return reverse(f"people:{name}", args=[impor.pk, *more])


def uploaded(client: Client, content: bytes, name: str = "data.csv", jenis: str = "pegawai") -> Any:
    data = {"jenis": jenis, "berkas": SimpleUploadedFile(name, content)}
    return client.post(reverse("people:impor"), data)


def test_from_the_file_to_the_stored_people_by_plain_pages(dewi: Client) -> None:
    answer = uploaded(dewi, CONTENT)
    waiting = dewi.get(answer["Location"]).content.decode()
    assert "Memeriksa data.csv" in waiting
    assert 'http-equiv="refresh"' in waiting
    jobs.run_pending()
    preview = dewi.get(answer["Location"]).content.decode()
    assert "Simpan 3 baris" in preview
    assert "<strong>Belum ada yang disimpan.</strong>" in preview

    impor = Impor.objects.latest("pk")
    assert dewi.post(address(impor, "impor_ambil")).status_code == 302
    assert "Menyimpan baris yang baik" in dewi.get(address(impor)).content.decode()
    jobs.run_pending()
    assert "3 baris tersimpan" in dewi.get(address(impor)).content.decode()
    assert Pegawai.objects.filter(orang__nip=WAHYU["NIP BARU"]).exists()


def test_what_stands_in_the_file_is_only_characters(dewi: Client, born: Agency) -> None:
    page = dewi.get(address(staged(CONTENT, born.instansi))).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "=HYPERLINK(&quot;x&quot;)" in page


def test_the_preview_says_old_and_new_and_why(dewi: Client, born: Agency) -> None:
    page = dewi.get(address(staged(CONTENT, born.instansi))).content.decode()
    for words in ("<del>Ani</del>", "Jenis kelamin X tidak dikenal.", "Isi L atau P.", "Baris 4"):
        assert words in page


def test_english_readers_get_the_reasons_in_english(dewi: Client, born: Agency) -> None:
    dewi.cookies["django_language"] = "en"
    page = dewi.get(address(staged(CONTENT, born.instansi))).content.decode()
    assert "Sex X is unknown." in page
    assert "tidak dikenal" not in page


def test_progress_is_a_part_and_ends_with_a_fresh_page(dewi: Client) -> None:
    uploaded(dewi, CONTENT)
    impor = Impor.objects.latest("pk")
    part = dewi.get(address(impor, "impor_kemajuan")).content.decode()
    assert "<html" not in part
    assert "hx-get" in part
    jobs.run_pending()
    assert dewi.get(address(impor, "impor_kemajuan"))["HX-Refresh"] == "true"


def test_a_long_file_is_shown_a_page_at_a_time(dewi: Client, born: Agency) -> None:
    many = [WAHYU | {"NIP BARU": f"199803142025011{n:03}", "EMAIL": ""} for n in range(200, 260)]
    impor = staged(text_file(*many), born.instansi)
    whole = dewi.get(address(impor)).content.decode()
    assert whole.count("rowheader") == 25
    assert "Lihat semua 60 baris" in whole
    last = dewi.get(address(impor) + "?bagian=baru&hal=3").content.decode()
    assert last.count("rowheader") == 10
    assert dewi.get(address(impor) + "?bagian=%27%22&hal=x").status_code == 200


def test_the_preview_costs_the_same_for_few_and_many(dewi: Client, born: Agency) -> None:
    def cost(lines: int) -> int:
        numbers = range(200, 200 + lines)
        many = [WAHYU | {"NIP BARU": f"199803142025011{n}", "EMAIL": ""} for n in numbers]
        some = [ANI | {"NAMA": "Ani S"}, EKO | {"NAMA": ""}, BUDI, *many]
        impor = staged(text_file(*some), born.instansi)
        with CaptureQueriesContext(connection) as queries:
            assert dewi.get(address(impor)).status_code == 200
        return len(queries)

    cost(1)
    # session, user, offices, the import with its agency, what the user may, three tables,
    # the numbers of unchanged lines; at most three for the menus of other rooms
    assert cost(1) == cost(20) <= 12


@pytest.mark.parametrize("times", [1, 5])
def test_the_list_costs_the_same_for_few_and_many(
    dewi: Client, born: Agency, times: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(times):
        staged(text_file(ANI), born.instansi)
    with django_assert_max_num_queries(14):
        assert "berkas.csv" in dewi.get(reverse("people:impor")).content.decode()


@pytest.mark.parametrize(
    ("who", "code"), [("ani", 404), ("indra", 403), ("joko", 403), ("lestari", 404), ("hadi", 404)]
)
def test_who_does_not_manage_the_agency_does_not_import(
    born: Agency, browser_of: Any, who: str, code: int
) -> None:
    client = browser_of(born.named(who))
    assert client.get(reverse("people:impor")).status_code == code
    assert uploaded(client, CONTENT).status_code == code
    impor = staged(CONTENT, born.instansi)
    for name in ("impor_rinci", "impor_kemajuan"):
        assert client.get(address(impor, name)).status_code == 404
    for name in ("impor_ambil", "impor_batalkan"):
        assert client.post(address(impor, name)).status_code == 404
    assert client.get(address(impor, "impor_unduh", "ditolak", "csv")).status_code == 404


def test_a_wrong_file_is_explained_at_the_field(dewi: Client) -> None:
    page = uploaded(dewi, b"<html><body>", "data.csv").content.decode()
    assert "bukan jenis yang diterima" in page
    assert not Impor.objects.filter(nama_berkas="data.csv").exists()


def test_an_unreadable_file_says_why_and_offers_another_try(dewi: Client) -> None:
    answer = uploaded(dewi, b"NAMA\nAni\n")
    jobs.run_pending()
    page = dewi.get(answer["Location"]).content.decode()
    assert "Kolom NIP BARU, TANGGAL LAHIR" in page
    assert "Unggah berkas lain" in page


def test_cancelled_and_taken_imports_say_so(dewi: Client, born: Agency) -> None:
    impor = staged(CONTENT, born.instansi)
    page = dewi.post(address(impor, "impor_batalkan"), follow=True).content.decode()
    assert "Tidak ada yang disimpan dari berkas ini." in page
    late = dewi.post(address(impor, "impor_ambil"), follow=True).content.decode()
    assert "Impor ini sudah berubah." in late


def test_a_preview_of_older_data_says_so(dewi: Client, born: Agency) -> None:
    impor = staged(CONTENT, born.instansi)
    taken(text_file(YANI), born.instansi)
    assert "Data kepegawaian sudah berubah." in dewi.get(address(impor)).content.decode()


def test_an_upload_of_units_is_previewed_as_units(dewi: Client) -> None:
    content = workbook(
        {
            "Unit": [
                ["UNOR ID", "UNOR NAMA", "UNOR ATASAN ID", "JABATAN PIMPINAN",
                 "JENIS JABATAN PIMPINAN", "JENJANG PIMPINAN"],
                ["U0103", "Bagian Organisasi", "U01", "Kepala", "STRUKTURAL", "ADMINISTRATOR"],
            ]
        }
    )  # fmt: skip
    answer = uploaded(dewi, content, "unor.xlsx", "unit")
    jobs.run_pending()
    page = dewi.get(answer["Location"]).content.decode()
    assert "Pratinjau impor unit" in page
    assert "Bagian Organisasi" in page


def test_nothing_to_store_offers_no_button(dewi: Client, born: Agency) -> None:
    page = dewi.get(address(staged(text_file(ANI), born.instansi, now=NOON))).content.decode()
    assert "Tidak ada yang perlu disimpan" in page
    assert "Simpan 1 baris" not in page
