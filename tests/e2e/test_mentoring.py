"""Two journeys in Chromium: a mentor found, three months of log, the final report; and a cohort
of sixty matched in one go and published."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.server import Server
from tests.e2e.story import Story, follow, press, says, worth_using

FIELD = "Pemecahan masalah secara kreatif"
GOAL = "Merancang kelas ibu hamil yang diikuti sampai selesai."
SECRET = "Saya belajar bertanya sebelum menawarkan jalan."
LIST = "/pembinaan/mentoring/"


@pytest.fixture
def story(server: Server, open_page: Callable[..., Page]) -> Story:
    return Story(open_page, server.accounts(), server.now)


def test_a_mentor_found_three_months_of_log_and_the_final_report(
    story: Story, server: Server, tmp_path: Path
) -> None:
    mentee, boss = story.page_of("pegawai", width=360), story.page_of("penilai")
    mentor = story.page_of("rekan")
    the_plan_needs_its_measure(mentee, story)
    the_penilai_agrees(boss)
    a_mentor_is_found_and_accepts(mentee, mentor)
    they_talk_first(mentor, story)
    nip = story.known["pegawai"][0]
    server.bina("shell", "-c", f"from tests.e2e import cohort; cohort.three_months_pass('{nip}')")
    for days, form in ((88, "shadowing"), (58, "work_sharing"), (28, "hands_on")):
        a_meeting_is_logged(mentee, mentor, story, days, form, tmp_path)
    the_penilai_sees_attendance_alone(boss)
    the_report_is_signed_and_confirmed(mentee, mentor, boss)


def the_plan_needs_its_measure(page: Page, story: Story) -> None:
    page.goto(LIST)
    worth_using(page)
    follow(page, "Susun rencana mentoring")
    page.locator("[name=bidang]").select_option(label=FIELD)
    page.locator("[name=tingkat]").select_option("1")
    page.locator("[name=tujuan]").fill(GOAL)
    page.locator("[name=butir-0-keahlian]").fill("Merancang kelas")
    page.locator("[name=butir-0-langkah]").fill("Mengamati satu kelas, merancang dua")
    today = story.now().date()
    page.locator("[name=butir-0-sampai]").fill((today + timedelta(days=60)).isoformat())
    page.locator("[name=mulai]").fill(today.isoformat())
    page.locator("[name=selesai]").fill((today + timedelta(days=90)).isoformat())
    page.locator("[name=perubahan]").fill("Kelas tidak lagi batal.")
    worth_using(page)
    press(page, "Simpan")
    says(page, "tanpa ukuran keberhasilan rencana tidak dapat diajukan")
    worth_using(page)
    page.locator("[name=butir-0-ukuran]").fill("Dua kelas diikuti sampai selesai")
    press(page, "Simpan")
    says(page, "Rencana tersimpan.")
    worth_using(page)
    press(page, "Ajukan rencana")
    says(page, "Terkirim.")


def the_penilai_agrees(boss: Page) -> None:
    boss.goto(LIST)
    worth_using(boss)
    follow(boss, f"Buka {FIELD}")
    says(boss, GOAL)
    worth_using(boss)
    press(boss, "Setujui rencana")
    says(boss, "Disetujui.")


def a_mentor_is_found_and_accepts(page: Page, mentor: Page) -> None:
    _case(page)
    follow(page, "Pilih mentor")
    says(page, "Hana Iswahyudi")
    says(page, "Keahliannya dua tingkat atau lebih di atas mentee")
    worth_using(page)
    hana = page.locator("[name=pilihan_1] option", has_text="Hana").get_attribute("value")
    assert hana
    page.locator("[name=pilihan_1]").select_option(hana)
    press(page, "Tawarkan")
    says(page, "Pilihan pertama Anda ditanya lebih dahulu.")
    worth_using(page)
    mentor.goto("/")
    follow(mentor, "Jawab")
    says(mentor, GOAL)
    worth_using(mentor)
    press(mentor, "Saya bersedia")
    says(mentor, "Langkah berikutnya: pembicaraan pertama.")


def they_talk_first(mentor: Page, story: Story) -> None:
    follow(mentor, "Catat pembicaraan pertama")
    mentor.locator("[name=kesepakatan]").fill("Sebulan sekali; isi log tidak dibagikan.")
    worth_using(mentor)
    press(mentor, "Simpan")
    says(mentor, "Sekarang log dapat diisi.")
    worth_using(mentor)


def a_meeting_is_logged(
    page: Page, mentor: Page, story: Story, ago: int, form: str, folder: Path
) -> None:
    _case(page)
    follow(page, "Isi log")
    day = story.now().date() - timedelta(days=ago)
    page.locator("[name=tanggal]").fill(day.isoformat())
    page.locator("[name=menit]").fill("90")
    page.locator(f"[name=bentuk][value={form}]").check()
    page.locator("[name=peran]").first.check()
    page.locator("[name=kegiatan]").fill("Merancang kelas bersama")
    page.locator("[name=dipelajari]").fill(SECRET)
    worth_using(page)
    press(page, "Simpan")
    paper = folder / f"hadir-{ago}.pdf"
    paper.write_bytes(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    page.locator("[name=berkas]").set_input_files(paper)
    press(page, "Tambah bukti")
    says(page, f"hadir-{ago}.pdf")
    worth_using(page)
    press(page, "Minta paraf")
    _initial(page, "JP masuk setelah yang lain juga memaraf.")
    mentor.goto("/")
    follow(mentor, "Baca dan paraf")
    says(mentor, SECRET)
    worth_using(mentor)
    _initial(mentor, "Diparaf berdua.")


def _initial(page: Page, words: str) -> None:
    page.locator("[name=dibaca]").check()
    press(page, "Paraf")
    says(page, words)
    worth_using(page)


def _case(page: Page) -> None:
    page.goto(LIST)
    follow(page, f"Buka {FIELD}")


def the_penilai_sees_attendance_alone(boss: Page) -> None:
    _case(boss)
    says(boss, "6 JP diakui.")
    assert SECRET not in boss.content()
    worth_using(boss)


def the_report_is_signed_and_confirmed(page: Page, mentor: Page, boss: Page) -> None:
    _case(page)
    follow(page, "Tulis laporan akhir")
    page.locator("[name^=realisasi_]").fill("Tiga kelas diikuti sampai selesai")
    page.locator("[name^=tercapai_]").check()
    page.locator("[name=ringkasan]").fill("Tiga bulan, tiga pertemuan")
    page.locator("[name=pengetahuan]").fill("Panduan merancang kelas")
    worth_using(page)
    press(page, "Simpan laporan")
    press(page, "Siapkan tanda tangan laporan")
    for one in (page, mentor):
        _case(one)
        says(one, "Tiga kelas diikuti sampai selesai")
        one.locator("[name=dibaca]").check()
        worth_using(one)
        press(one, "Tanda tangani")
    boss.goto("/")
    follow(boss, "Baca laporan")
    says(boss, "Tiga kelas diikuti sampai selesai")
    worth_using(boss)
    boss.locator("[name=perubahan][value=dirasakan]").check()
    boss.locator("[name=kata]").fill("Kelas bulan ini tidak ada yang batal.")
    press(boss, "Simpan dan tutup")
    says(boss, "Mentoring ini selesai.")
    page.goto(LIST)
    follow(page, "Sudah berakhir")
    worth_using(page)
    follow(page, f"Buka {FIELD}")
    says(page, "Kelas bulan ini tidak ada yang batal.")
    worth_using(page)


def test_a_cohort_of_sixty_matched_in_one_go_and_published(story: Story, server: Server) -> None:
    server.bina("shell", "-c", "from tests.e2e import cohort; cohort.lay()")
    page = story.page_of("pimpinan_kepegawaian")
    page.goto(LIST)
    follow(page, "Program pembinaan")
    worth_using(page)
    follow(page, "Buat program")
    _programme(page, story)
    press(page, "Tambahkan")
    says(page, "60 peserta ditambahkan.")
    press(page, "Susun usulan pasangan")
    says(page, "Periksa dan sesuaikan sebelum diterbitkan.")
    worth_using(page)
    _one_is_adjusted(page)
    press(page, "Terbitkan pasangan")
    says(page, "59 pasangan diterbitkan.")
    says(page, "Berjalan 59")
    worth_using(page)
    page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
    page.wait_for_load_state()
    says(page, "isinya milik mereka berdua")
    worth_using(page)


def _programme(page: Page, story: Story) -> None:
    today = story.now().date()
    page.locator("[name=nama]").fill("Angkatan pertama")
    page.locator("[name=tujuan]").fill("Menyiapkan pemimpin rapat")
    page.locator("[name=unit]").select_option(index=0)
    page.locator("[name=mulai]").fill(today.isoformat())
    page.locator("[name=selesai]").fill((today + timedelta(days=120)).isoformat())
    worth_using(page)
    press(page, "Buat program")
    says(page, "60 rencana menunggu mentor dalam lingkup Anda.")
    worth_using(page)


def _one_is_adjusted(page: Page) -> None:
    follow(page, "Ubah")
    worth_using(page)
    page.locator("[name=mentor][value=tanpa]").check()
    press(page, "Simpan")
    says(page, "Usulan disesuaikan.")
    says(page, "1 peserta belum mendapat mentor")
