"""The pages of mentoring, from plan to the pimpinan's word, as a browser without scripts does."""

from datetime import timedelta
from typing import Any

from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bina.competency import door as competency
from bina.guidance import door
from bina.guidance.mentoring import sidik
from bina.guidance.models import (
    Bidang,
    LaporanMentoring,
    LogMentoring,
    Mentor,
    Mentoring,
    ProgramMentoring,
    TawaranMentor,
    Triase,
    UsulPasangan,
)
from tests.conftest import Agency
from tests.guidance import given, mentored

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def page(client: Any, url: str, *args: Any, **data: Any) -> str:
    answer = client.get(reverse(f"guidance:{url}", args=args), data)
    assert answer.status_code == 200, answer
    return " ".join(answer.content.decode().split())


def post(client: Any, url: str, *args: Any, **data: Any) -> Any:
    return client.post(reverse(f"guidance:{url}", args=args), data)


def said(answer: Any) -> str:
    return " ".join(str(one) for one in get_messages(answer.wsgi_request))


def plan_data(on: Any, **changes: Any) -> dict[str, Any]:
    return {
        "bidang": str(mentored.field().pk),
        "tingkat": "1",
        "tujuan": "Menyusun naskah peraturan",
        "perubahan": "Rancangan tidak dikembalikan",
        "mulai": on.isoformat(),
        "selesai": (on + timedelta(days=90)).isoformat(),
        "lokasi": "",
        "suntingan": "0",
        "butir-TOTAL_FORMS": "2",
        "butir-INITIAL_FORMS": "0",
        "butir-0-keahlian": "Menyusun konsiderans",
        "butir-0-langkah": "Membaca contoh",
        "butir-0-ukuran": "Dua rancangan diterima",
        "butir-0-sampai": (on + timedelta(days=30)).isoformat(),
        **changes,
    }


def entry_data(on: Any, **changes: Any) -> dict[str, Any]:
    return {
        "tanggal": on.isoformat(),
        "menit": "90",
        "bentuk": ["shadowing", "work_sharing"],
        "peran": ["amati"],
        "kegiatan": "Rapat harmonisasi",
        "dipelajari": "Menimbang dasar hukum",
        "suntingan": "0",
        **changes,
    }


def test_the_whole_way_by_hand(agency: Agency, browser_of: Any, at: Any) -> None:
    ani, budi, citra = (browser_of(getattr(agency, who)) for who in ("ani", "budi", "citra"))
    on = at["on"]
    skill = {
        "keahlian-TOTAL_FORMS": "1",
        "keahlian-INITIAL_FORMS": "0",
        "keahlian-0-bidang": str(mentored.field().pk),
        "keahlian-0-tingkat": "4",
        "keahlian-0-pengalaman": "Dua belas tahun",
    }
    post(citra, "mentoring_profil", tersedia="on", kapasitas="2", lokasi="", **skill)
    assert Mentor.objects.get().keahlian.get().tingkat == 4
    post(ani, "mentoring_baru", **plan_data(on))
    one = Mentoring.objects.get()
    post(ani, "mentoring_langkah", one.pk, "ajukan")
    assert "Setujui rencana" in page(budi, "mentoring", one.pk)
    post(budi, "mentoring_langkah", one.pk, "setujui")
    shown = page(ani, "mentoring_cari", one.pk)
    assert "Dua belas tahun" in shown
    assert "Keahliannya dua tingkat atau lebih di atas mentee" in shown
    post(ani, "mentoring_cari", one.pk, pilihan_1=str(agency.citra.pk))
    asked = TawaranMentor.objects.get()
    assert "Menyusun naskah peraturan" in page(citra, "mentoring", one.pk)
    post(citra, "mentoring_jawab", asked.pk, "terima")
    post(citra, "mentoring_bicara", one.pk, tanggal=on.isoformat(), kesepakatan="Dua kali sebulan")
    post(ani, "mentoring_log_baru", one.pk, **entry_data(on))
    made = LogMentoring.objects.get()
    upload = SimpleUploadedFile("hadir.pdf", PDF)
    assert "Bukti tersimpan" in said(post(ani, "mentoring_bukti", made.pk, berkas=upload))
    file = made.bukti.get()
    assert citra.get(reverse("guidance:mentoring_berkas", args=[file.pk])).status_code == 200
    post(ani, "mentoring_log_langkah", made.pk, "minta_paraf")
    digest = sidik.of_log(LogMentoring.objects.get())
    assert digest in page(citra, "mentoring_log", made.pk)
    post(citra, "mentoring_paraf", made.pk, dibaca="on", isi=digest)
    answer = post(ani, "mentoring_paraf", made.pk, dibaca="on", isi=digest)
    assert "Diparaf berdua" in said(answer)
    assert "2 JP diakui" in page(budi, "mentoring", one.pk)
    assert "Menimbang dasar hukum" not in page(budi, "mentoring", one.pk)
    _the_report(one, ani, budi, citra)


def _the_report(one: Mentoring, ani: Any, budi: Any, citra: Any) -> None:
    butir = one.butir.get()
    data = {
        "ringkasan": "Empat bulan",
        "pengetahuan": "Panduan konsiderans",
        "suntingan": "0",
        f"realisasi_{butir.pk}": "Tiga rancangan diterima",
        f"tercapai_{butir.pk}": "on",
    }
    post(ani, "mentoring_laporan", one.pk, **data)
    post(ani, "mentoring_langkah", one.pk, "laporkan")
    assert "Tiga rancangan diterima" not in page(budi, "mentoring", one.pk)
    digest = sidik.of_report(LaporanMentoring.objects.get())
    post(ani, "mentoring_tanda_tangani", one.pk, dibaca="on", isi=digest)
    answer = post(citra, "mentoring_tanda_tangani", one.pk, dibaca="on", isi=digest)
    assert "Pimpinan diminta mengonfirmasi" in said(answer)
    assert "Tiga rancangan diterima" in page(budi, "mentoring", one.pk)
    post(budi, "mentoring_konfirmasi", one.pk, perubahan="dirasakan", kata="Diterima sekali baca")
    assert "Diterima sekali baca" in page(ani, "mentoring", one.pk)
    one.refresh_from_db()
    assert one.status == "selesai"


def test_a_plan_without_a_measure_is_answered_at_its_field_and_keeps_every_word(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    bare = plan_data(at["on"], **{"butir-0-ukuran": ""})
    answer = post(browser_of(agency.ani), "mentoring_baru", **bare)
    html = answer.content.decode()
    assert "tanpa ukuran keberhasilan rencana tidak dapat diajukan" in html
    assert "Menyusun konsiderans" in html
    assert not Mentoring.objects.exists()


def test_a_stale_plan_and_a_stale_entry_keep_every_word(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one = mentored.talked(agency, **at)
    facts = {"actor": agency.named("citra"), **at}
    made = mentored.log.write(mentoring_id=one.pk, isi=mentored.entry(at["on"]), **facts)
    LogMentoring.objects.update(suntingan=3)
    data = entry_data(at["on"], kegiatan="Kata saya")
    html = post(browser_of(agency.ani), "mentoring_log_ubah", made.pk, **data).content.decode()
    assert "baru saja diubah" in html
    assert "Kata saya" in html


def test_a_triage_leads_to_a_plan(agency: Agency, browser_of: Any, at: Any) -> None:
    triase = given.decided(agency, "mentoring", **at)
    ani = browser_of(agency.ani)
    way = f"{reverse('guidance:mentoring_baru')}?triase={triase.pk}"
    assert way in ani.get(reverse("guidance:triase", args=[triase.pk])).content.decode()
    ani.post(way, plan_data(at["on"]))
    assert Mentoring.objects.get().triase == triase
    other = Triase.objects.get()
    assert browser_of(agency.eko).get(f"{way}").status_code == 404
    assert ani.get(f"{reverse('guidance:mentoring_baru')}?triase=x").status_code == 200
    assert other == triase


def test_nothing_can_be_set_that_the_form_does_not_offer(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    extra = {
        "pegawai": agency.eko.pk,
        "penilai": agency.gita.pk,
        "mentor": agency.citra.pk,
        "status": "selesai",
        "program": "1",
        "triase": "1",
    }
    post(browser_of(agency.ani), "mentoring_baru", **plan_data(at["on"], **extra))
    one = Mentoring.objects.get()
    assert (one.pegawai_id, one.penilai, one.mentor) == (agency.ani.pk, agency.budi, None)
    assert (one.status, one.program, one.triase) == ("rencana", None, None)


def test_a_mentor_who_answers_late_is_told_in_words(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    asked = mentored.offered(agency, "citra", **at)
    citra = browser_of(agency.citra)
    post(citra, "mentoring_jawab", asked.pk, "tolak")
    assert "berubah oleh orang lain" in said(post(citra, "mentoring_jawab", asked.pk, "terima"))
    assert post(citra, "mentoring_jawab", asked.pk, "hapus").status_code == 404


def test_a_file_of_another_kind_is_refused_in_words(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one = mentored.talked(agency, **at)
    facts = {"actor": agency.named("ani"), **at}
    made = mentored.log.write(mentoring_id=one.pk, isi=mentored.entry(at["on"]), **facts)
    ani = browser_of(agency.ani)
    upload = SimpleUploadedFile("hadir.exe", b"MZ")
    assert "bukan jenis yang diterima" in said(post(ani, "mentoring_bukti", made.pk, berkas=upload))
    assert "Belum ada bukti" in said(post(ani, "mentoring_bukti", made.pk))


def test_home_says_whose_turn_it_is(agency: Agency, browser_of: Any, at: Any) -> None:
    def titles(who: str) -> set[str]:
        user = agency.named(who)
        return {
            one.judul
            for queue in door.queues(user, on=at["on"])
            for one in queue.tugas(queue.rows)
            if "entoring" in one.judul or "mentor" in one.judul
        }

    one = mentored.submitted(agency, **at)
    assert titles("budi") == {"Setujui rencana mentoring Ani"}
    mentored.rencana.agree(mentoring_id=one.pk, actor=agency.named("budi"), **at)
    assert titles("ani") == {"Pilih mentor"}
    mentored.profile(agency, "citra", **at)
    asked = mentored.offer(agency, one, "citra", **at)
    assert titles("citra") == {"Jawab permintaan mentoring Ani"}
    citra = {"actor": agency.named("citra"), **at}
    mentored.pencarian.accept(tawaran_id=asked.pk, **citra)
    mentored.log.record_talk(
        mentoring_id=one.pk, tanggal=at["on"], kesepakatan="Dua kali sebulan", **citra
    )
    made = mentored.logged(agency, one, **at)
    assert titles("ani") == titles("citra") == {"Paraf log mentoring Ani"}
    (waits,) = competency.waiting(agency.ani.pk, agency.named("ani"), on=at["on"])
    assert (waits.jp, waits.giliran_pembaca) == (2, True)
    mentored.initial(agency, made, "ani", **at)
    mentored.initial(agency, made, "citra", **at)
    mentored.report(agency, one, **at)
    assert titles("ani") == titles("citra") == {"Tanda tangani laporan mentoring"}
    for who in ("ani", "citra"):
        mentored.sign(agency, one, who, **at)
    assert titles("budi") == {"Konfirmasi hasil mentoring Ani"}
    events = door.timeline(agency.ani.pk, agency.named("budi"), on=at["on"])
    assert [event.judul for event in events] == ["Mentoring ke-1 dengan Citra"]


def test_a_programme_by_hand(agency: Agency, browser_of: Any, at: Any) -> None:
    dewi, on = browser_of(agency.dewi), at["on"]
    mentored.profile(agency, "citra", **at)
    one = mentored.agreed(agency, **at)
    post(dewi, "mentoring_bidang", nama="Perancangan perda")
    assert Bidang.objects.filter(instansi=agency.instansi).get().nama == "Perancangan perda"
    post(
        dewi,
        "mentoring_program_baru",
        nama="Angkatan satu",
        tujuan="Regenerasi",
        unit=str(agency.setda.pk),
        mulai=on.isoformat(),
        selesai=(on + timedelta(days=90)).isoformat(),
    )
    made = ProgramMentoring.objects.get()
    assert "1 rencana menunggu mentor" in page(dewi, "mentoring_program", made.pk)
    post(dewi, "mentoring_program_langkah", made.pk, "peserta")
    post(dewi, "mentoring_program_langkah", made.pk, "usulkan")
    assert "Citra" in page(dewi, "mentoring_program", made.pk)
    usul = UsulPasangan.objects.get()
    shown = page(dewi, "mentoring_usul", usul.pk)
    assert "Keahliannya dua tingkat" in shown
    assert "Tanpa mentor dahulu" in shown
    post(dewi, "mentoring_usul", usul.pk, mentor="tanpa")
    assert "Usulan belum memuat" in said(
        post(dewi, "mentoring_program_langkah", made.pk, "terbitkan")
    )
    post(dewi, "mentoring_usul", usul.pk, mentor=str(agency.citra.pk))
    answer = post(dewi, "mentoring_program_langkah", made.pk, "terbitkan")
    assert "1 pasangan diterbitkan" in said(answer)
    assert "Berjalan" in page(dewi, "mentoring_program", made.pk)
    shown = page(dewi, "mentoring", one.pk)
    assert "Menyusun naskah" not in shown
    assert post(dewi, "mentoring_program_langkah", made.pk, "hapus").status_code == 404


def test_the_pages_speak_english_to_those_who_ask(agency: Agency, browser_of: Any, at: Any) -> None:
    one = mentored.talked(agency, **at)
    ani = browser_of(agency.ani)
    address = reverse("guidance:mentoring", args=[one.pk])
    ani.post("/bahasa/", {"bahasa": "en"})
    shown = ani.get(address).content.decode()
    assert "Special knowledge of the work" in shown
    assert "Ani learns from Citra." in shown


# Budgets


def queries(client: Any, url: str, *args: Any) -> int:
    address = reverse(f"guidance:{url}", args=args)
    client.get(reverse("guidance:perbandingan"))  # the first page of a session asks the menu too
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_the_list_costs_the_same_however_many(agency: Agency, browser_of: Any, at: Any) -> None:
    """Session, user; offers, initials, mine, guided, team; profile; offices."""
    mentored.talked(agency, **at)
    budi = browser_of(agency.budi)
    few = queries(budi, "mentoring_daftar")
    for kode in ("budaya_organisasi", "berpikir_kritis", "pemecahan_masalah"):
        isi = mentored.plan(at["on"], bidang_id=mentored.field(kode).pk)
        mentored.written(agency, isi, who="ani", **at)
        mentored.written(agency, isi, who="eko", **at)
    assert queries(budi, "mentoring_daftar") == few <= 12


def test_the_page_of_a_mentoring_costs_the_same_however_long_its_log(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    """Session, user, the case; what may be done; its reading in the trail; report, log, hours."""
    one = mentored.talked(agency, **at)
    mentored.initialled(agency, one, **at)
    ani = browser_of(agency.ani)
    few = queries(ani, "mentoring", one.pk)
    for _n in range(4):
        mentored.initialled(agency, one, **at)
    assert queries(ani, "mentoring", one.pk) == few <= 22


def test_the_proposal_of_a_programme_costs_the_same_however_many(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    """Session, user, offices, programme; count, pairs; progress; who waits; without a mentor."""
    dewi, keeper = browser_of(agency.dewi), {"actor": agency.named("dewi"), **at}
    mentored.profile(agency, "citra", kapasitas=5, **at)
    mentored.agreed(agency, **at)
    made = mentored.programme(agency, **at)
    act = {"program_id": made.pk, **keeper}
    mentored.program.gather(bidang=[], **act)
    mentored.program.propose(**act)
    few = queries(dewi, "mentoring_program", made.pk)
    for who in ("eko", "indra", "joko"):
        case = mentored.written(agency, mentored.plan(at["on"]), who=who, **at)
        Mentoring.objects.filter(pk=case.pk).update(status="mencari")
    mentored.program.gather(bidang=[], **act)
    mentored.program.propose(**act)
    assert queries(dewi, "mentoring_program", made.pk) == few <= 16
