"""In Chromium: a unit head cascades targets to a bureau of 25 in one sitting."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.server import Server
from tests.e2e.story import Story, follow, press, says, worth_using
from tests.e2e.watched import Watch

STAFF = 24
# A bureau as an import would leave it: a head whose SKP is in force, and people without one.
LAY = """
from datetime import date
from django.utils import timezone
from bina.accounts.models import Orang
from bina.people import tree
from bina.people.models import Instansi, Jabatan, Pegawai, Penempatan, Unit
from bina.planning.models import HasilKerja, Skp
agency, day = Instansi.objects.first(), timezone.localdate()
above = Unit.objects.get(instansi=agency, induk=None)
def job(name, kind):
    return Jabatan.objects.create(instansi=agency, nama=name, jenis=kind, jenjang="PENGAWAS")
head, staff = job("Kepala Biro Uji", "struktural"), job("Pengolah Data Uji", "pelaksana")
bureau = Unit.objects.create(
    instansi=agency, kode="U99", nama="Biro Uji", induk=above, jabatan_pimpinan=head)
tree.rebuild(agency)
def person(n, name, post):
    who = Orang.objects.create_user(
        nama=name, nip=f"1980010120050110{n:02}", password="sandi-uji-panjang", instansi=agency)
    Pegawai.objects.create(orang=who, instansi=agency, jenis_pegawai="pns", jenis_kelamin="L",
        kedudukan_hukum="Aktif", golongan="III/b")
    return who, Penempatan.objects.create(
        orang=who, unit=bureau, jabatan=post, mulai=date(day.year, 1, 1))
boss, placed = person(1, "Kepala Uji", head)
for n in range(2, 26):
    person(n, f"Staf Uji {n:02}", staff)
other = Orang.objects.exclude(pk=boss.pk).first()
plan = Skp.objects.create(pegawai_id=boss.pk, penempatan=placed, penilai=other,
    mulai=date(day.year, 1, 1), selesai=date(day.year, 12, 31), status="ditetapkan",
    ditetapkan_pada=timezone.now(), ditetapkan_oleh=other, dibuat=timezone.now())
titles = ("Arsip seluruh perangkat daerah tertata", "Layanan data tepat waktu")
for n, words in enumerate(titles, 1):
    HasilKerja.objects.create(skp=plan, urutan=n, uraian=words)
"""


@pytest.fixture
def story(server: Server, open_page: Callable[..., Page], chromium: Browser) -> Story:
    known = server.accounts()
    server.bina("shell", "-c", LAY)
    for peran, number in (("kepala", 1), ("staf", 2)):
        known[peran] = (f"1980010120050110{number:02}", "sandi-uji-panjang")
    return Story(open_page, known, server.now)


def test_a_head_cascades_to_a_bureau_of_25_in_one_sitting(
    story: Story, watches: list[Watch]
) -> None:
    page = story.page_of("kepala")
    page.goto("/skp/perjanjian/?cari=Biro+Uji")
    worth_using(page)
    follow(page, "Kaskade Biro Uji")
    worth_using(page)
    follow(page, "Matriks peran hasil")
    worth_using(page)
    _column(page, "Arsip seluruh perangkat daerah tertata", "Menata arsip")
    says(page, f"{STAFF} peran menjadi draf hasil kerja.")
    _column(page, "Layanan data tepat waktu", "Menyajikan data")
    worth_using(page)
    says(page, "Menata arsip 24")
    _the_person_finds_it(story)
    for watch in watches:  # the console tells of the drafts that were not complete yet
        watch.forget()


def _column(page: Page, title: str, words: str) -> None:
    follow(page, f"Isi kolom ini {title}")
    fields = page.locator("main textarea")
    assert fields.count() == STAFF
    for number in range(STAFF):
        fields.nth(number).fill(f"{words} {number + 1}")
    worth_using(page)
    press(page, "Simpan semua")


def _the_person_finds_it(story: Story) -> None:
    page = story.page_of("staf", width=360)
    page.goto("/skp/")
    follow(page, "Lanjutkan menyusun")
    worth_using(page)
    says(page, "Menata arsip 1")
    says(page, "Mendukung: Arsip seluruh perangkat daerah tertata")
    follow(page, "Menata arsip 1")
    worth_using(page)
    _half_a_result_outlives_a_reload(page)


def _half_a_result_outlives_a_reload(page: Page) -> None:
    """Not complete, so not saved; kept on the page's tab until it is, and then no longer."""
    page.on("dialog", lambda asked: asked.accept())
    field = page.locator("[name=ind-0-uraian]")
    field.fill("Arsip yang tertata menurut pedoman")
    expect(page.locator("[data-simpan-status]")).to_contain_text("belum lengkap")
    page.reload()
    expect(field).to_have_value("Arsip yang tertata menurut pedoman")
    says(page, "Tulisan yang belum tersimpan dipulihkan.")
    page.locator("[name=manfaat]").fill("Dokumen ditemukan saat dibutuhkan")
    page.locator("[name=penerima_manfaat]").fill("Warga dan perangkat daerah")
    page.locator("[name=ind-0-target]").fill("90")
    page.locator("[name=ind-0-satuan]").fill("%")
    page.locator("[name=ind-0-aspek]").select_option(index=1)
    expect(page.locator("[data-simpan-status]")).to_contain_text("Tersimpan otomatis")
    page.reload()
    expect(field).to_have_value("Arsip yang tertata menurut pedoman")
    assert "dipulihkan" not in (page.locator("[data-simpan-status]").text_content() or "")
    assert not page.evaluate(
        "Object.keys(sessionStorage).some(key => key.startsWith('bina.isian.'))"
    )
