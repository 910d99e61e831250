"""The main job, end to end, in Chromium: one coached quarter of Usyi Pudjiastuti.

Each step is a page worth using: axe finds nothing on it and nothing hangs over the side.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.after_coaching import the_coaching_ends_and_is_spoken_of
from tests.e2e.coaching import the_lag_is_seen_and_coaching_agreed, they_coach_and_both_sign
from tests.e2e.server import Server
from tests.e2e.story import Story, downloads_pdf, follow, press, says, worth_using

DATA = Path(__file__).parents[1] / "people" / "imports" / "data"


@pytest.fixture
def story(server: Server, open_page: Callable[..., Page], chromium: Browser) -> Iterator[Story]:
    return Story(open_page, server.accounts(), server.now)


def test_one_coached_quarter(story: Story, server: Server, tmp_path: Path) -> None:
    the_manager_imports_a_staff_file(story)
    the_employee_drafts_and_submits(story)
    the_penilai_sends_it_back_and_then_establishes_it(story, tmp_path)
    the_employee_records_progress_with_evidence(story, tmp_path)
    penilai_and_colleague_give_feedback(story)
    the_lag_is_seen_and_coaching_agreed(story)
    they_coach_and_both_sign(story, tmp_path)
    the_coaching_ends_and_is_spoken_of(story)
    the_quarter_is_evaluated(story, tmp_path)
    the_auditor_reads_the_trail(story, server)


def the_manager_imports_a_staff_file(story: Story) -> None:
    page = story.page_of("pengelola")
    page.goto("/organisasi/impor/")
    worth_using(page)
    page.locator("input[type=file]").set_input_files(DATA / "pegawai_kotor.csv")
    press(page, "Unggah dan periksa")
    expect(page.get_by_role("button", name="Simpan 15 baris")).to_be_visible(timeout=30_000)
    says(page, "Belum ada yang disimpan.")
    worth_using(page)
    press(page, "Simpan 15 baris")
    expect(page.get_by_role("main")).to_contain_text("15 baris tersimpan", timeout=30_000)


def the_employee_drafts_and_submits(story: Story) -> None:
    page = story.page_of("pegawai", width=360)
    page.goto("/skp/mulai/")
    press(page, "Mulai menyusun")
    worth_using(page)
    _result(page, "Kelas ibu hamil berjalan di enam desa", "Sesi kelas", "36", "sesi")
    _result(page, "Buku KIA terisi lengkap", "Buku KIA diperiksa", "240", "buku", tambahan=True)
    _conduct(page)
    page.locator("aside a[href$='/ajukan/']").click()
    worth_using(page)
    press(page, "Ajukan")
    says(page, "Diajukan")


def _result(
    page: Page, uraian: str, indikator: str, target: str, satuan: str, *, tambahan: bool = False
) -> None:
    follow(page, "Tambah hasil kerja")
    page.locator("[name=uraian]").fill(uraian)
    if tambahan:
        page.locator("[name=jenis][value=tambahan]").check()
    page.locator("[name=mendukung]").select_option(index=1)
    page.locator("[name=manfaat]").fill("Keluarga siap mendampingi persalinan")
    page.locator("[name=penerima_manfaat]").fill("Ibu hamil di enam desa")
    page.locator("[name=ind-0-uraian]").fill(indikator)
    page.locator("[name=ind-0-aspek]").select_option("kuantitas")
    page.locator("[name=ind-0-target]").fill(target)
    page.locator("[name=ind-0-satuan]").fill(satuan)
    worth_using(page)
    press(page, "Simpan")


def _conduct(page: Page) -> None:
    follow(page, "Ubah ekspektasi khusus")
    page.locator("[name=kolaboratif]").fill("Mengajak kader desa menyusun jadwal kelas")
    worth_using(page)
    press(page, "Simpan")


def the_penilai_sends_it_back_and_then_establishes_it(story: Story, tmp_path: Path) -> None:
    boss, page = story.page_of("penilai"), story.page_of("pegawai")
    _review(boss)
    boss.locator("[name=alasan]").fill("Sesi kelas terlalu banyak untuk sisa tahun ini.")
    press(boss, "Kembalikan")
    page.goto("/")
    worth_using(page)
    page.goto("/skp/")
    follow(page, "Perbaiki")
    says(page, "Sesi kelas terlalu banyak untuk sisa tahun ini.")
    follow(page, "Kelas ibu hamil berjalan di enam desa")
    page.locator("[name=ind-0-target]").fill("30")
    press(page, "Simpan")
    page.locator("aside a[href$='/ajukan/']").click()
    press(page, "Ajukan")
    _review(boss)
    press(boss, "Tetapkan")
    says(boss, "Ditetapkan")
    _pdf(page, "/skp/", "Buka SKP", "SKP versi 1 (PDF)", tmp_path)


def _review(boss: Page) -> None:
    boss.goto("/tim/")
    worth_using(boss)
    boss.goto("/skp/tinjauan/")
    follow(boss, "Tinjau SKP USYI PUDJIASTUTI")
    worth_using(boss)


def _pdf(page: Page, path: str, through: str, name: str, folder: Path) -> None:
    page.goto(path)
    follow(page, through)
    worth_using(page)
    downloads_pdf(page, name, folder)


def the_employee_records_progress_with_evidence(story: Story, tmp_path: Path) -> None:
    page = story.page_of("pegawai")
    page.goto("/kemajuan/")
    worth_using(page)
    form = page.locator("main form").first
    form.locator("[name$='-nilai']").fill("2")
    form.locator("summary").first.click()
    picture = tmp_path / "daftar-hadir.pdf"
    picture.write_bytes(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    form.locator("[name$='-berkas']").set_input_files(picture)
    form.locator("[name$='-url']").fill("https://nusabahari.example/daftar-hadir")
    form.locator("[name$='-judul']").fill("Daftar hadir kelas")
    form.get_by_role("button", name="Catat").click()
    page.wait_for_load_state()
    says(page, "2 dari 30 sesi")


def penilai_and_colleague_give_feedback(story: Story) -> None:
    boss = story.page_of("penilai")
    boss.goto("/tim/")
    boss.get_by_role("link", name="USYI PUDJIASTUTI").first.click()
    follow(boss, "Lihat")
    follow(boss, "Beri umpan balik")
    worth_using(boss)
    _feedback(boss, 1)
    colleague = story.page_of("rekan")
    _ask_colleague(story)
    colleague.goto("/")
    worth_using(colleague)
    colleague.get_by_role("main").get_by_role("link").first.click()
    colleague.wait_for_load_state()
    worth_using(colleague)
    _feedback(colleague, None)


def _ask_colleague(story: Story) -> None:
    page, nip = story.page_of("pegawai"), story.known["rekan"][0]
    page.goto("/skp/")
    follow(page, f"SKP {story.now().year}")
    follow(page, "Minta umpan balik")
    page.locator("[name=tentang]").select_option("nilai:kolaboratif")
    page.locator("[name=nip]").fill(nip)
    page.locator("[name=pesan]").fill("Bagaimana kerja sama kita di kelas ibu hamil?")
    worth_using(page)
    press(page, "Kirim permintaan")


def _feedback(page: Page, about: int | None) -> None:
    if about is not None:
        page.locator("[name=tentang]").select_option(index=about)
    page.locator("[name=sifat][value=positif]").check()
    page.locator("[name=situasi]").fill("Kelas di Desa Ujung Karang hampir batal.")
    page.locator("[name=perilaku]").fill("Usyi mengajak kader membawakan materi.")
    page.locator("[name=dampak]").fill("Kelas tetap berjalan dan diikuti sepuluh ibu.")
    if page.locator("[name=pembaca]").count():
        page.locator("[name=pembaca][value=penilai]").check()
    press(page, "Kirim umpan balik")


def the_quarter_is_evaluated(story: Story, tmp_path: Path) -> None:
    manager = story.page_of("pengelola")
    manager.goto("/penilaian/periode/")
    worth_using(manager)
    if manager.get_by_role("button", name="Buka empat triwulan").count():
        press(manager, "Buka empat triwulan")
    _organisation(story.page_of("atasan_penilai"))
    boss, page = story.page_of("penilai"), story.page_of("pegawai")
    _rate(boss)
    page.goto("/penilaian/saya/")
    says(page, "Belum ada")
    _release(boss)
    page.goto("/penilaian/saya/")
    worth_using(page)
    says(page, "Baik")
    _pdf(page, "/penilaian/saya/", "Lihat", "PDF", tmp_path)


def _organisation(head: Page) -> None:
    head.goto("/penilaian/organisasi/")
    worth_using(head)
    row = head.get_by_role("row", name="Puskesmas Kampung Laut")
    row.get_by_role("link").first.click()
    head.wait_for_load_state()
    worth_using(head)
    head.locator("[name=capaian][value=baik]").check()
    head.locator("[name=alasan]").fill("Target triwulan tercapai menurut laporan dinas.")
    press(head, "Tetapkan capaian")


def _rate(boss: Page) -> None:
    boss.goto("/penilaian/")
    worth_using(boss)
    boss.get_by_role("row", name="USYI PUDJIASTUTI").get_by_role("link", name="Nilai").click()
    boss.wait_for_load_state()
    worth_using(boss)
    boss.locator("[name=rating_hasil][value=sesuai]").check()
    boss.locator("[name=rating_perilaku][value=di_atas]").check()
    boss.locator("[name=alasan_perilaku]").fill("Mengajak kader membawakan kelas.")
    boss.locator("[name=catatan]").fill("Jaga kerja sama dengan kader.")
    boss.locator("button[name=simpan], button:has-text('Simpan draf')").first.click()
    boss.wait_for_load_state()
    says(boss, "Predikat: Baik")


def _release(boss: Page) -> None:
    follow(boss, "Periksa dan rilis")
    worth_using(boss)
    press(boss, "Rilis evaluasi")
    says(boss, "Dirilis")


def the_auditor_reads_the_trail(story: Story, server: Server) -> None:
    page = story.page_of("auditor")
    page.goto("/jejak/")
    worth_using(page)
    for act in (
        "impor.ambil",
        "skp.tetapkan",
        "realisasi.catat",
        "umpan_balik",
        "triase.putuskan",
        "sesi_coaching.sahkan",
        "evaluasi.rilis",
    ):
        page.goto(f"/jejak/?tindakan={act}")
        says(page, act)
    press(page, "Periksa keutuhan")
    says(page, "Jejak utuh.")
    assert "RUSAK" not in server.bina("audit", "verify")
