"""In Chromium: a midwife moves to another health centre in the middle of a quarter.

Her plan ends on the day before, with all that was said and recorded on it; for her new position
she makes another; both are evaluated for the quarter, each by the penilai of its days.
"""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bina.core.tables import Table
from bina.people.imports import reading
from bina.people.imports.columns import PEGAWAI
from tests.e2e.server import ROOT, Server, demo, running
from tests.e2e.story import Story, follow, press, says, worth_using

STAFF = ROOT / "src/bina/demo/data/pegawai.xlsx"
MOVES, RATED = date(2026, 8, 19), date(2026, 10, 14)
MIDWIFE, NEW_HEAD = "198609052017122035", "198006052008031027"
CHANGED = {
    "unit": "U0504",
    "unit_nama": "Puskesmas Bukit Raya",
    "atasan": NEW_HEAD,
    "tmt_jabatan": MOVES.isoformat(),
}
SAID_BEFORE = "Anda langsung mengatur kunjungan rumah."
# Of a single peer, whose name is promised to be hidden: never shown alone (ADR 19).
HELD_BACK = "Suami dan ibu mertua tidak ikut"
PASSWORDS = f"""
from bina.accounts.models import Orang
for one in Orang.objects.filter(nip__in=["{MIDWIFE}", "{NEW_HEAD}"]):
    one.set_password("sandi-uji-panjang")
    one.save(update_fields=["password"])
"""
# What the head above does for each unit once a quarter; the story of a quarter plays the page.
UNITS_RATED = """
from django.utils import timezone
from bina.accounts.models import Orang
from bina.appraisal import door
from bina.appraisal.models import PeriodeEvaluasi
from bina.people.models import Unit
for code in ("U0503", "U0504"):
    door.set_capaian(
        unit_id=Unit.objects.get(kode=code).pk, periode_id=PeriodeEvaluasi.objects.get(nomor=3).pk,
        capaian="baik", alasan="Target triwulan tercapai.", alasan_perubahan="", suntingan=0,
        actor=Orang.objects.get(nip="197501152006031011"), pada=timezone.now(),
        on=timezone.localdate())
"""


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Of another day: time passes in this journey."""
    with running(tmp_path_factory.mktemp("pindah"), demo(MOVES), day=MOVES) as made:
        yield made


def test_two_plans_of_one_year_each_keep_what_is_theirs(
    server: Server, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    story = Story(open_page, server.accounts(), server.now)
    server.bina("shell", "-c", PASSWORDS)
    story.known |= {
        peran: (nip, "sandi-uji-panjang")
        for peran, nip in (("bidan", MIDWIFE), ("penilai_baru", NEW_HEAD))
    }
    old = her_plan_before(story)
    the_manager_imports_the_move(story, tmp_path)
    her_plan_ends_and_she_is_asked_for_another(story, old)
    she_copies_what_still_holds_and_submits(story)
    the_new_penilai_establishes_it(story)
    what_was_said_stays_with_the_old_plan(story, old)
    weeks_pass(story, server)
    each_penilai_rates_the_plan_of_their_days(story)
    she_reads_both(story)


def her_plan_before(story: Story) -> str:
    page = story.page_of("bidan", width=360)
    page.goto("/skp/")
    follow(page, "SKP 2026")
    says(page, "1 Januari sampai 31 Desember 2026")
    return page.url


def the_manager_imports_the_move(story: Story, folder: Path) -> None:
    page = story.page_of("pengelola")
    page.goto("/organisasi/impor/")
    page.locator("input[type=file]").set_input_files(staff_file(folder))
    press(page, "Unggah dan periksa")
    expect(page.get_by_role("button", name="Simpan 1 baris")).to_be_visible(timeout=30_000)
    worth_using(page)
    press(page, "Simpan 1 baris")
    expect(page.get_by_role("main")).to_contain_text("1 baris tersimpan", timeout=30_000)


def staff_file(folder: Path) -> Path:
    """Her line of the agency's file, as SIASN hands it out after the move."""
    table = reading.read(STAFF.read_bytes(), "pegawai")
    text = io.StringIO()
    csv.writer(text).writerows([[one.judul for one in PEGAWAI], her_line(table)])
    made = folder / "mutasi.csv"
    made.write_text(text.getvalue())
    return made


def her_line(table: Table) -> list[str]:
    [row] = [row for _number, row in table.rows if row[table.index["nip"]] == MIDWIFE]
    cells = {one.nama: row[table.index[one.nama]] for one in PEGAWAI} | CHANGED
    return [str(int(one) if isinstance(one, float) else one) for one in cells.values()]


def her_plan_ends_and_she_is_asked_for_another(story: Story, old: str) -> None:
    page = story.page_of("bidan")
    page.goto("/")
    worth_using(page)
    says(page, "Untuk jabatan yang baru Anda pegang")
    page.goto(old)
    worth_using(page)
    says(page, "1 Januari sampai 18 Agustus 2026")


def she_copies_what_still_holds_and_submits(story: Story) -> None:
    page = story.page_of("bidan")
    page.goto("/skp/mulai/")
    says(page, "Puskesmas Bukit Raya")
    press(page, "Mulai menyusun")
    says(page, "19 Agustus sampai 31 Desember 2026")
    follow(page, "Salin dari yang sudah ada")
    worth_using(page)
    follow(page, "Pilih hasilnya SKP 2026")
    worth_using(page)
    for gone in ("Pencatatan obat dan alat KIA", "Balita berisiko stunting"):
        page.get_by_label(gone).uncheck()
    press(page, "Salin ke draf")
    follow(page, "Ibu hamil di wilayah Kampung Laut mendapat pelayanan")
    page.locator("[name=uraian]").fill("Ibu hamil di wilayah Bukit Raya mendapat pelayanan")
    page.locator("[name=mendukung]").select_option(index=1)
    page.locator("[name=ind-0-target]").fill("90")
    press(page, "Simpan")
    page.locator("aside a[href$='/ajukan/']").click()
    worth_using(page)
    says(page, "Hairyanto Padmasari")
    press(page, "Ajukan")
    says(page, "Diajukan")


def the_new_penilai_establishes_it(story: Story) -> None:
    page = story.page_of("penilai_baru")
    page.goto("/skp/tinjauan/")
    follow(page, "Tinjau SKP Salimah Yulianti")
    worth_using(page)
    press(page, "Tetapkan")
    says(page, "Ditetapkan")
    page.goto("/tim/?cari=Salimah+Yulianti")
    says(page, "Salimah Yulianti")


def what_was_said_stays_with_the_old_plan(story: Story, old: str) -> None:
    """The former penilai reads on; the new one begins afresh."""
    former, new, her = (story.page_of(one) for one in ("penilai", "penilai_baru", "bidan"))
    former.goto("/tim/")
    assert "Salimah Yulianti" not in former.get_by_role("main").inner_text()
    for page in (former, her):
        page.goto(old)
        says(page, "Terakhir dicatat 18 Agustus 2026")
        says(page, SAID_BEFORE)
        assert HELD_BACK not in page.get_by_role("main").inner_text()
    assert new.request.get(old).status == 404
    follow(new, "Salimah Yulianti")
    assert SAID_BEFORE not in new.get_by_role("main").inner_text()


def weeks_pass(story: Story, server: Server) -> None:
    """The quarter ends, and the heads above have rated its units."""
    server.stop()
    server.turn_to(RATED)
    server.start()
    server.bina("shell", "-c", UNITS_RATED)
    story.pages.clear()  # sessions do not last for weeks


def each_penilai_rates_the_plan_of_their_days(story: Story) -> None:
    """By the months it ran: of a year's 240, two months in the quarter make 40."""
    for peran, measured in (
        ("penilai", "Target periode 40 orang dari 240"),
        ("penilai_baru", "Target periode 36 orang dari 90"),
    ):
        page = story.page_of(peran)
        page.goto("/penilaian/")
        worth_using(page)
        page.get_by_role("row", name="Salimah Yulianti").get_by_role("link", name="Nilai").click()
        page.wait_for_load_state()
        worth_using(page)
        says(page, measured)
        page.locator("[name=rating_hasil][value=sesuai]").check()
        page.locator("[name=rating_perilaku][value=sesuai]").check()
        page.locator("button[name=simpan], button:has-text('Simpan draf')").first.click()
        page.wait_for_load_state()
        follow(page, "Periksa dan rilis")
        press(page, "Rilis evaluasi")
        says(page, "Dirilis")


def she_reads_both(story: Story) -> None:
    page = story.page_of("bidan", width=360)
    page.goto("/penilaian/saya/")
    worth_using(page)
    says(page, "Latika Maryati")
    says(page, "Hairyanto Padmasari")
