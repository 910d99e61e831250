"""«Kami beri tahu di Beranda»: what an import tells whoever started it, and until when."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bina.core import jobs
from bina.core.models import Pekerjaan
from bina.people import offices
from bina.people.imports import home_lines
from bina.people.models import Impor, Kantor
from tests.conftest import Agency
from tests.people.imports.conftest import ANI, BUDI, EKO, WAHYU, acts, text_file
from tests.waiting import tasks

MIXED = text_file(WAHYU, EKO | {"JENIS KELAMIN": "X"})
SAME = text_file(ANI, BUDI, EKO)
PREVIEW, REFUSED = "Putuskan impor data.csv", "Lihat baris yang ditolak dari data.csv"


@pytest.fixture
def dewi(born: Agency, browser_of: Any) -> Client:
    return browser_of(born.named("dewi"))


def checked(client: Client, content: bytes) -> Impor:
    """Sent and checked, without a look at what came of it."""
    data = {"jenis": "pegawai", "berkas": SimpleUploadedFile("data.csv", content)}
    assert client.post(reverse("people:impor"), data).status_code == 302
    jobs.run_pending()
    return Impor.objects.latest("pk")


def taken(client: Client, impor: Impor) -> None:
    client.post(reverse("people:impor_ambil", args=[impor.pk]))
    jobs.run_pending()


def look(client: Client, impor: Impor) -> None:
    assert client.get(reverse("people:impor_rinci", args=[impor.pk])).status_code == 200


def beranda(client: Client) -> str:
    return client.get("/").content.decode()


def test_a_preview_waits_on_beranda_until_it_is_decided(dewi: Client) -> None:
    impor = checked(dewi, MIXED)

    page = beranda(dewi)
    assert PREVIEW in page
    assert "1 baris siap disimpan, 1 baris ditolak" in page

    look(dewi, impor)
    assert PREVIEW in beranda(dewi)
    dewi.post(reverse("people:impor_batalkan", args=[impor.pk]))
    assert PREVIEW not in beranda(dewi)


def test_while_the_file_is_being_checked_nothing_waits(dewi: Client) -> None:
    data = {"jenis": "pegawai", "berkas": SimpleUploadedFile("data.csv", MIXED)}
    dewi.post(reverse("people:impor"), data)
    assert "data.csv" not in beranda(dewi)


def test_refused_lines_are_told_until_whoever_started_it_has_looked(dewi: Client) -> None:
    impor = checked(dewi, MIXED)
    look(dewi, impor)
    taken(dewi, impor)
    assert REFUSED in beranda(dewi)

    look(dewi, impor)
    look(dewi, impor)

    assert REFUSED not in beranda(dewi)
    assert acts().count("impor.lihat") == 1


def test_a_file_taken_whole_asks_for_nothing(dewi: Client) -> None:
    taken(dewi, checked(dewi, text_file(WAHYU)))
    assert "data.csv" not in beranda(dewi)


def test_a_file_that_changes_nothing_is_told_until_looked_at(dewi: Client) -> None:
    impor = checked(dewi, SAME)
    assert "Pemeriksaan data.csv selesai" in beranda(dewi)
    look(dewi, impor)
    assert "data.csv" not in beranda(dewi)


def test_a_file_that_cannot_be_read_is_told_until_looked_at(dewi: Client) -> None:
    impor = checked(dewi, b"bukan,tabel,pegawai\n1,2,3\n")
    assert "Impor data.csv gagal" in beranda(dewi)
    look(dewi, impor)
    assert "data.csv" not in beranda(dewi)


def test_a_check_given_up_by_the_system_is_told_too(dewi: Client) -> None:
    impor = checked(dewi, MIXED)
    Impor.objects.filter(pk=impor.pk).update(status="diunggah")
    Pekerjaan.objects.filter(pk=impor.pekerjaan_id).update(status="gagal", pesan=jobs.SORRY)
    assert "Impor data.csv gagal" in beranda(dewi)
    look(dewi, impor)
    assert "data.csv" not in beranda(dewi)


def test_a_look_at_the_first_end_leaves_the_next_one_new(dewi: Client) -> None:
    impor = checked(dewi, MIXED)
    Impor.objects.filter(pk=impor.pk).update(dilihat_pada=timezone.now())
    taken(dewi, impor)
    assert REFUSED in beranda(dewi)


@pytest.mark.parametrize(("days", "told"), [(0, True), (1, False)])
def test_news_older_than_fourteen_days_is_told_no_more(dewi: Client, days: int, told: bool) -> None:
    impor = checked(dewi, MIXED)
    ended = timezone.now() - timedelta(days=home_lines.DAYS_OF_NEWS + days)
    Pekerjaan.objects.filter(pk=impor.pekerjaan_id).update(denyut=ended)
    assert (PREVIEW in beranda(dewi)) is told


def test_another_manager_is_not_told_and_whose_look_changes_nothing(
    dewi: Client, born: Agency, browser_of: Any
) -> None:
    other = born.named("gita")
    born.office(other, "pengelola", born.setda)
    impor = checked(dewi, b"bukan,tabel,pegawai\n1,2,3\n")
    client = browser_of(other)
    assert "data.csv" not in beranda(client)
    look(client, impor)
    assert "Impor data.csv gagal" in beranda(dewi)


def test_whoever_lost_the_office_is_told_no_more(dewi: Client, born: Agency) -> None:
    checked(dewi, MIXED)
    Kantor.objects.filter(orang=born.dewi).delete()
    assert tasks(home_lines, born.named("dewi"), on=timezone.localdate()) == []


def test_it_costs_one_query_however_many_beside_the_one_for_all_queues(
    dewi: Client, born: Agency
) -> None:
    for _ in range(3):
        checked(dewi, MIXED)
    today = timezone.localdate()
    for name, most in (("dewi", 2), ("ani", 1)):
        person = born.named(name)
        offices.held_by(person, today)  # every page has asked this already
        with CaptureQueriesContext(
            connection,
        ) as seen:
            tasks(home_lines, person, on=today)
        assert len(seen) <= most
