"""Steps 4 and 5 of the main job: a result lags, coaching is agreed, held and signed by both.

Latika appraises Usyi and coaches her herself, so Latika first says that Usyi knows.
"""

from datetime import datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page

from tests.e2e.story import Story, downloads_pdf, follow, press, says, worth_using

RESULT = "Kelas ibu hamil berjalan di enam desa"
LAGS = "Kemajuan tertinggal"
NAME = "USYI PUDJIASTUTI"
PRIVATE = "Saya bosan, dan malu mengatakannya."
REASON = "Kader desa baru terbentuk bulan lalu."


def the_lag_is_seen_and_coaching_agreed(story: Story) -> None:
    boss, page = story.page_of("penilai"), story.page_of("pegawai")
    _both_see_the_lag(boss, page)
    _the_penilai_names_a_cause(boss)
    _the_employee_names_a_cause(page)
    _choosing_otherwise_needs_a_reason(boss)
    _the_penilai_agrees(boss)
    _conflict_of_interest_is_declared(boss)
    page.goto("/pembinaan/")
    worth_using(page)
    says(page, RESULT)


def _both_see_the_lag(boss: Page, page: Page) -> None:
    for one in (page, boss):
        one.goto("/")
        says(one, LAGS)
        worth_using(one)
    page.goto("/skp/")
    follow(page, "Buka SKP")
    says(page, LAGS)
    says(page, "sedangkan waktu berjalan")
    worth_using(page)
    boss.goto("/tim/")
    boss.get_by_role("link", name=NAME).first.click()
    follow(boss, "Lihat")
    says(boss, LAGS)
    worth_using(boss)


def _the_penilai_names_a_cause(boss: Page) -> None:
    follow(boss, f"Timbang bimbingan {RESULT}")
    says(boss, LAGS)
    boss.locator("[name=penyebab][value=kejenuhan]").check()
    worth_using(boss)
    press(boss, "Lihat saran")
    says(boss, "Bina menyarankan: Coaching")


def _the_employee_names_a_cause(page: Page) -> None:
    page.goto("/")
    follow(page, "Sebutkan penyebab")
    says(page, LAGS)
    page.locator("[name=penyebab][value=motivasi]").check()
    worth_using(page)
    press(page, "Simpan penyebab")
    says(page, "Menurut pegawai Semangat sedang turun")
    says(page, "Menurut penilai Jenuh dengan pekerjaan yang sama")
    says(page, "Menunggu keputusan")


def _choosing_otherwise_needs_a_reason(boss: Page) -> None:
    boss.goto("/pembinaan/")
    worth_using(boss)
    follow(boss, f"Buka {RESULT}")
    says(boss, "Semangat sedang turun")
    says(boss, "Kesenjangan kinerja karena motivasi kurang atau kejenuhan.")
    boss.locator("summary").get_by_text("Dasar", exact=True).first.click()
    says(boss, "Peraturan LAN 10/2018")
    worth_using(boss)
    boss.locator("[name=pilihan][value=mentoring]").check()
    press(boss, "Putuskan")
    says(boss, "Pilihan Anda berbeda dari saran. Tuliskan alasannya.")
    worth_using(boss)


def _the_penilai_agrees(boss: Page) -> None:
    boss.locator("[name=pilihan][value=coaching]").check()
    press(boss, "Putuskan")
    says(boss, "Saran Bina dan keputusan Anda disimpan.")


def _conflict_of_interest_is_declared(boss: Page) -> None:
    worth_using(boss)
    assert boss.locator("[name=topik]").input_value() == RESULT
    boss.locator("[name=jenis][value=pimpinan]").check()
    press(boss, "Mulai coaching")
    says(boss, "Beri tahu pegawai dulu")
    boss.locator("[name=konflik]").check()
    press(boss, "Mulai coaching")
    says(boss, "diminta menulis laporan pra-coaching")
    worth_using(boss)


def they_coach_and_both_sign(story: Story, tmp_path: Path) -> None:
    boss, page = story.page_of("penilai"), story.page_of("pegawai")
    _the_employee_reports(page)
    _the_coach_sets_the_date(boss, story.now())
    _they_agree_before_a_word_is_written(boss, page)
    _a_note_for_oneself_stays_ones_own(boss, page)
    _they_write_the_minutes(boss, story.now())
    _the_first_signature_brings_no_jp(boss, page)
    _the_second_brings_two(boss, page)
    session_of(boss)
    assert PRIVATE not in boss.content()
    downloads_pdf(page, "Unduh Format Pelaksanaan Coaching", tmp_path)
    _only_the_pimpinan_approves(boss, page)


def _the_employee_reports(page: Page) -> None:
    page.goto("/")
    follow(page, "Tulis laporan")
    page.locator("[name=progres]").fill("Dua kelas terlaksana; kader diminta mengundang ibu.")
    page.locator("[name=masalah]").fill("Undangan lewat surat jarang sampai.")
    page.locator("[name=jenis][value=metode]").check()
    page.locator("[name=penyebab]").fill("Saya mengulang cara yang sama sejak awal tahun.")
    page.locator("[name=alternatif]").fill("Mengundang lewat pesan kader")
    worth_using(page)
    press(page, "Kirim laporan")
    says(page, "Terkirim.")
    worth_using(page)


def _the_coach_sets_the_date(boss: Page, now: datetime) -> None:
    boss.goto("/")
    follow(boss, "Tetapkan jadwal")
    day, begun, over = _an_hour_now_past(now)
    boss.locator("[name=tanggal]").fill(day)
    boss.locator("[name=mulai]").fill(begun)
    boss.locator("[name=selesai]").fill(over)
    boss.locator("[name=tempat]").fill("Ruang rapat puskesmas")
    worth_using(boss)
    press(boss, "Tetapkan jadwal")
    says(boss, "Jadwal sesi sudah ditetapkan.")
    worth_using(boss)


def _they_agree_before_a_word_is_written(boss: Page, page: Page) -> None:
    says(boss, "tanda tangani kesepakatan coaching berdua")
    assert boss.get_by_role("link", name="Isi format").count() == 0
    boss.goto("/")
    follow(boss, "Susun kesepakatan")
    worth_using(boss)
    boss.locator("[name=tujuan-0-tujuan]").fill("Kelas ibu hamil diikuti enam desa")
    boss.locator("[name=tempat]").fill("Ruang rapat puskesmas")
    press(boss, "Simpan kesepakatan")
    says(boss, "Isi ini juga, atau kosongkan keduanya.")
    boss.locator("[name=tujuan-0-ukuran]").fill("Tiga kelas setiap desa sampai Desember")
    press(boss, "Simpan kesepakatan")
    worth_using(boss)
    sign(boss)
    page.goto("/")
    follow(page, "Baca kesepakatan")
    says(page, "Kerahasiaan berhenti bila hukum mewajibkan")
    says(page, "Coach juga Pejabat Penilai Kinerja dan sudah menyatakannya.")
    worth_using(page)
    sign(page)
    says(page, "Ditandatangani berdua. Kesepakatan berlaku; sesi dapat dicatat.")


def _an_hour_now_past(now: datetime) -> tuple[str, str, str]:
    """Day, beginning and end by the server's clock; shorter than an hour soon after midnight."""
    midnight = now.replace(hour=0, minute=0)
    over = max(now - timedelta(minutes=1), midnight + timedelta(minutes=1))
    begun = max(over - timedelta(hours=1), midnight)
    return now.date().isoformat(), f"{begun:%H:%M}", f"{over:%H:%M}"


def _a_note_for_oneself_stays_ones_own(boss: Page, page: Page) -> None:
    session_of(page)
    page.locator("summary", has_text="Tambah catatan").first.click()
    form = page.locator("form[action$='/catatan/']").first
    form.locator("[name=isi]").fill(PRIVATE)
    form.locator("[name=pembaca][value=saya]").check()
    worth_using(page)
    form.get_by_role("button", name="Simpan catatan").click()
    page.wait_for_load_state()
    says(page, PRIVATE)
    worth_using(page)
    session_of(boss)
    assert PRIVATE not in boss.content()


def session_of(page: Page) -> None:
    page.goto("/pembinaan/")
    follow(page, f"Buka {RESULT}")


def _they_write_the_minutes(boss: Page, now: datetime) -> None:
    follow(boss, "Isi format")
    boss.locator("[name=metode]").fill("Undangan hanya lewat surat.")
    boss.locator("[name=proses]").fill("Jadwal kelas tidak dibicarakan dengan kader.")
    boss.locator("[name=kualitas]").fill("Materi kelas belum berganti.")
    boss.locator("[name=alternatif]").fill("Mengundang lewat pesan kader\nKelas di posyandu")
    boss.locator("[name=tindakan-0-uraian]").fill("Menyusun jadwal bersama kader enam desa")
    boss.locator("[name=tindakan-0-oleh]").select_option("pegawai")
    due = now.date() + timedelta(days=14)
    boss.locator("[name=tindakan-0-tenggat]").fill(due.isoformat())
    boss.locator("[name=indikator]").select_option(label="Sesi kelas (30 sesi)")
    boss.locator("[name=menjadi]").fill("20")
    boss.locator("[name=alasan]").fill(REASON)
    worth_using(boss)
    press(boss, "Simpan")
    says(boss, "Menyusun jadwal bersama kader enam desa")
    worth_using(boss)
    press(boss, "Siapkan tanda tangan")
    says(boss, "Siap ditandatangani.")


def _the_first_signature_brings_no_jp(boss: Page, page: Page) -> None:
    session_of(page)
    worth_using(page)
    press(page, "Tanda tangani")
    says(page, "Centang dulu bahwa Anda sudah membaca catatan ini.")
    sign(page)
    says(page, "JP masuk setelah yang lain juga menandatangani.")
    worth_using(page)
    assert _jp(page) == "0"
    boss.goto("/skp/tinjauan/")
    assert "Usul perubahan target" not in boss.content()


def _the_second_brings_two(boss: Page, page: Page) -> None:
    session_of(boss)
    worth_using(boss)
    sign(boss)
    says(boss, "Ditandatangani berdua. 2 JP masuk ke akun pegawai.")
    worth_using(boss)
    assert _jp(page) == "2"
    session_of(page)
    says(page, PRIVATE)


def sign(page: Page) -> None:
    page.locator("[name=dibaca]").check()
    press(page, "Tanda tangani")


def _jp(page: Page) -> str:
    """What the account of the employee stands at."""
    page.goto("/kompetensi/")
    worth_using(page)
    return page.locator("main .b-besar").inner_text().split()[0]


def _only_the_pimpinan_approves(boss: Page, page: Page) -> None:
    follow(page, "Lihat usul")
    says(page, REASON)
    assert page.get_by_role("button", name="Setujui").count() == 0
    page.goto("/kemajuan/")
    says(page, "2 dari 30 sesi")
    boss.goto("/skp/tinjauan/")
    worth_using(boss)
    follow(boss, "Putuskan Sesi kelas")
    says(boss, "dari sesi coaching")
    worth_using(boss)
    press(boss, "Setujui")
    page.goto("/skp/")
    follow(page, "Buka SKP")
    says(page, "Versi 2")
    says(page, "20 sesi")
    worth_using(page)
    page.goto("/kemajuan/")
    says(page, "2 dari 20 sesi")
