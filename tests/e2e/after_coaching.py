"""After the session: the reaction, another coach, a training, the end, and what is said of it.

Latika goes on as coach no more, names herself again, and both agree anew before she closes.
"""

from datetime import timedelta

from playwright.sync_api import Page

from tests.e2e.coaching import RESULT, session_of, sign
from tests.e2e.story import Story, follow, press, says, worth_using

AIM = "Kelas ibu hamil diikuti enam desa"
SAID = "Ibu Latika lebih banyak bertanya daripada memberi tahu."
COMPETENCY = "Manajerial: kerja sama"


def the_coaching_ends_and_is_spoken_of(story: Story) -> None:
    boss, page = story.page_of("penilai"), story.page_of("pegawai")
    _the_employee_reacts(page)
    _another_coach_is_named(boss)
    _the_session_that_waited_is_called_off(boss)
    _they_agree_anew(boss, page)
    _a_training_is_assigned(boss, page, story)
    _the_coach_closes_with_what_came_of_it(boss, page)
    _the_employee_speaks_past_the_coach(boss, page)
    _the_competency_is_judged(boss, page)
    _the_superior_of_the_coach_reads(story.page_of("atasan_penilai"))


def _the_employee_reacts(page: Page) -> None:
    session_of(page)
    follow(page, "Tanggapi sesi ini")
    for side in ("relevansi", "kepercayaan", "kejelasan", "kemauan"):
        page.locator(f"[name={side}][value='4']").check()
    worth_using(page)
    press(page, "Kirim tanggapan")
    says(page, "Jawaban Anda tidak dibaca coach.")


def _another_coach_is_named(boss: Page) -> None:
    session_of(boss)
    follow(boss, "Lihat kesepakatan")
    worth_using(boss)
    boss.locator("summary", has_text="Saya tidak melanjutkan").click()
    press(boss, "Minta coach lain")
    says(boss, "Tercatat. Penilai diminta menugaskan coach lain.")
    worth_using(boss)
    boss.goto("/")
    follow(boss, "Tugaskan coach")
    worth_using(boss)
    boss.locator("[name=jenis][value=pimpinan]").check()
    boss.locator("[name=konflik]").check()
    press(boss, "Tugaskan coach")
    says(boss, "Coach ditugaskan.")


def _the_session_that_waited_is_called_off(boss: Page) -> None:
    session_of(boss)
    boss.locator("summary", has_text="Sesi tidak jadi").click()
    boss.locator("#batal").fill("Tujuannya sudah tercapai dalam sesi pertama.")
    worth_using(boss)
    press(boss, "Batalkan sesi")
    says(boss, "Sesi ini dibatalkan.")


def _they_agree_anew(boss: Page, page: Page) -> None:
    """Whoever coaches from here on has no word of the agreement before."""
    follow(boss, "Lihat kesepakatan")
    follow(boss, "Susun")
    boss.locator("[name=tujuan-0-tujuan]").fill(AIM)
    boss.locator("[name=tujuan-0-ukuran]").fill("Tiga kelas setiap desa sampai Desember")
    boss.locator("[name=tempat]").fill("Ruang rapat puskesmas")
    press(boss, "Simpan kesepakatan")
    sign(boss)
    page.goto("/")
    follow(page, "Baca kesepakatan")
    sign(page)
    says(page, "Kesepakatan berlaku")


def _a_training_is_assigned(boss: Page, page: Page, story: Story) -> None:
    session_of(boss)
    follow(boss, "Tugaskan pelatihan")
    boss.locator("[name=apa]").fill("Fasilitator kelas ibu hamil")
    boss.locator("[name=alasan]").fill("Kader perlu dilatih memimpin kelas sendiri.")
    boss.locator("[name=jalur]").select_option("bimbingan_teknis")
    boss.locator("[name=sampai]").fill(story.now().date().isoformat())
    worth_using(boss)
    press(boss, "Tugaskan")
    says(boss, "Tanggal ini sudah lewat. Pilih tanggal sesudah hari ini.")
    due = story.now().date() + timedelta(days=30)
    boss.locator("[name=sampai]").fill(due.isoformat())
    press(boss, "Tugaskan")
    says(boss, "Kebutuhannya menunggu rencana pengembangan kompetensi.")
    worth_using(boss)
    page.goto("/pembinaan/")
    says(page, "Fasilitator kelas ibu hamil")


def _the_coach_closes_with_what_came_of_it(boss: Page, page: Page) -> None:
    session_of(boss)
    follow(boss, "Selesaikan coaching")
    says(boss, AIM)
    boss.locator("[name=ringkasan]").fill("Undangan berjalan lewat kader tanpa diingatkan.")
    press(boss, "Selesaikan coaching")
    worth_using(boss)
    boss.locator("[name^=capaian_][value=tercapai]").check()
    boss.locator("[name^=uraian_]").fill("Daftar hadir enam desa.")
    worth_using(boss)
    press(boss, "Selesaikan coaching")
    says(boss, "Coaching selesai. Catatannya tetap dapat Anda baca.")
    says(boss, "Daftar hadir enam desa.")
    page.goto("/pembinaan/")
    follow(page, "Sudah berakhir")
    worth_using(page)
    follow(page, f"Buka {RESULT}")
    follow(page, "Lihat kesepakatan")
    says(page, "Undangan berjalan lewat kader tanpa diingatkan.")
    worth_using(page)


def _the_employee_speaks_past_the_coach(boss: Page, page: Page) -> None:
    page.goto("/")
    follow(page, "Isi")
    says(page, "Latika Maryati, yang membimbing Anda, tidak dapat membacanya.")
    for field in page.locator("main textarea").all():
        field.fill(SAID)
    worth_using(page)
    press(page, "Tanda tangani dan serahkan")
    says(page, "Centang bila sudah dibaca lagi")
    page.locator("[name=setuju]").check()
    press(page, "Tanda tangani dan serahkan")
    says(page, "Diserahkan.")
    says(page, SAID)
    address = page.url
    boss.goto("/pembinaan/sesudah/")
    assert SAID not in boss.content()
    assert boss.request.get(address).status == 404


def _the_competency_is_judged(boss: Page, page: Page) -> None:
    boss.goto("/pembinaan/sesudah/")
    follow(boss, "Nilai")
    boss.locator("[name=kompetensi-0-nama]").fill(COMPETENCY)
    boss.locator("[name=kompetensi-0-nilai]").select_option("4")
    boss.locator("[name=kompetensi-0-alasan]").fill("Kader kini menyusun jadwal sendiri.")
    worth_using(boss)
    press(boss, "Tanda tangani")
    says(boss, COMPETENCY)
    page.goto("/pembinaan/sesudah/")
    worth_using(page)
    follow(page, "Buka")


def _the_superior_of_the_coach_reads(head: Page) -> None:
    head.goto("/")
    says(head, "Dibimbing oleh Latika Maryati")
    follow(head, "Baca")
    says(head, SAID)
    worth_using(head)
    press(head, "Tandai sudah dibaca")
    says(head, "Tercatat sudah dibaca.")
