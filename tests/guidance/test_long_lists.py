"""Long lists of guidance: nothing is cut without a word, and no list costs more for being long."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from bina.core.appointments import Waktu, keep
from bina.guidance.models import (
    Coaching,
    EvaluasiKompetensi,
    Mentoring,
    Triase,
    UmpanBalikAkhir,
)
from tests.conftest import Agency
from tests.guidance import crowded, ended, given, mentored

MANY = 60


def words(client: Any, name: str, **asked: str) -> str:
    return client.get(reverse(name), asked).content.decode()


def many(one: Any, count: int = MANY, **changes: Any) -> list[Any]:
    """So many more just like this record."""
    facts = {**ended.fields_of(one), **changes}
    return type(one)._default_manager.bulk_create(type(one)(**facts) for _n in range(count))


# Pembinaan


@pytest.fixture
def coach(agency: Agency, browser_of: Any, at: Any) -> Any:
    """Citra, who coaches Ani, at her browser; the menu is warm."""
    given.minuted(agency, **at)
    client = browser_of(agency.citra)
    client.get(reverse("guidance:daftar"))
    return client


def test_whoever_coaches_sixty_turns_the_pages(
    coach: Any, agency: Agency, django_assert_num_queries: Any
) -> None:
    # Session, user; coachings counted, a page, its sessions; questions; conduct and trainings,
    # counted; offices.
    with django_assert_num_queries(9):
        assert "Halaman: coaching" not in words(coach, "guidance:daftar")
    crowded.coachings(Coaching.objects.get(), MANY, topik="Lain")
    with django_assert_num_queries(9):
        first = words(coach, "guidance:daftar")
    assert "Menampilkan 1 sampai 10 dari 61 coaching" in first
    assert "hal_membimbing=2#membimbing" in first
    last = words(coach, "guidance:daftar", hal_membimbing="7")
    assert "Menampilkan 61 sampai 61 dari 61 coaching" in last


def test_what_is_over_stands_apart_and_is_reached(
    coach: Any, agency: Agency, at: Any, django_assert_num_queries: Any
) -> None:
    assert "Sudah berakhir" not in words(coach, "guidance:daftar"), "nothing is over yet"
    made = crowded.coachings(
        Coaching.objects.get(), MANY, status="selesai", topik="Lampau", berakhir_pada=at["pada"]
    )
    Coaching.objects.filter(pk=made[0].pk).update(topik="Tak bertanggal", berakhir_pada=None)
    now = words(coach, "guidance:daftar")
    assert "Lampau" not in now
    assert "Sudah berakhir 60" in now
    # Session, user; counted; a page, its sessions; offices.
    with django_assert_num_queries(6):
        past = words(coach, "guidance:daftar", status="berakhir")
    assert "Menampilkan 1 sampai 25 dari 60 coaching" in past
    assert "Tak bertanggal" in words(coach, "guidance:daftar", status="berakhir", hal="3")


def test_with_nothing_over_the_past_says_so(coach: Any) -> None:
    assert "Belum ada coaching yang berakhir" in words(coach, "guidance:daftar", status="berakhir")


def test_everybody_finds_a_coaching_in_one_section_alone(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    given.begun(agency, **at)
    for who, heading in (("ani", "dibimbing"), ("citra", "membimbing"), ("budi", "tim")):
        page = words(browser_of(agency.named(who)), "guidance:daftar")
        shown = {one for one in ("dibimbing", "membimbing", "tim") if f'id="{one}"' in page}
        assert shown == {heading}


def test_a_coaching_without_a_coach_is_the_teams(agency: Agency, browser_of: Any, at: Any) -> None:
    """NULL is nobody: neither the reader's nor lost."""
    one = given.begun(agency, **at).coaching
    Coaching.objects.filter(pk=one.pk).update(
        coach=None, coach_jenis="pihak_lain", status="tanpa_coach"
    )
    assert 'id="tim"' in words(browser_of(agency.named("budi")), "guidance:daftar")


def test_questions_that_wait_say_how_many_more(agency: Agency, browser_of: Any, at: Any) -> None:
    first = given.weighed(agency, **at)
    Triase.objects.filter(pk=first.pk).update(hasil_judul="Yang pertama")
    people = crowded.people(agency, 30)
    facts = ended.fields_of(first)
    for number, one in enumerate(people):
        who = ended.pegawai_of(agency, one, number)
        Triase.objects.create(**{**facts, "pegawai_id": who.pk, "dibuat": at["pada"]})
    page = words(browser_of(agency.named("budi")), "guidance:daftar")
    assert "Dan 21 lagi, yang muncul di sini begitu yang di atas selesai." in page
    assert "Yang pertama" in page, "the longest waiting stays on top"


# Mentoring


def test_a_penilai_of_many_mentees_turns_the_pages_and_what_is_over_stands_apart(
    agency: Agency, browser_of: Any, at: Any, django_assert_num_queries: Any
) -> None:
    one = mentored.talked(agency, **at)
    budi = browser_of(agency.budi)
    words(budi, "guidance:mentoring_daftar")
    # Session, user; counted; offers, initials, a page; the reader's profile; offices.
    with django_assert_num_queries(8):
        words(budi, "guidance:mentoring_daftar")
    for number, person in enumerate(crowded.people(agency, 30)):
        who = ended.pegawai_of(agency, person, number)
        waiting = {"pegawai_id": who.pk, "mentor_id": None, "status": "mencari"}
        Mentoring.objects.create(**{**ended.fields_of(one), **waiting})
    many(one, status="dihentikan")
    with django_assert_num_queries(8):
        now = words(budi, "guidance:mentoring_daftar")
    assert "Menampilkan 1 sampai 10 dari 31 mentoring" in now
    assert "hal_tim=2#tim" in now
    assert "Sudah berakhir 60" in now
    past = words(budi, "guidance:mentoring_daftar", status="berakhir", hal="3")
    assert "Menampilkan 51 sampai 60 dari 60 mentoring" in past


def test_an_office_does_not_find_the_agencys_mentorings_among_its_own(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one = mentored.talked(agency, **at)
    many(one, 3, status="dihentikan")
    dewi = browser_of(agency.named("dewi"))
    assert "Belum ada mentoring" in words(dewi, "guidance:mentoring_daftar")
    past = words(dewi, "guidance:mentoring_daftar", status="berakhir")
    assert "Belum ada mentoring yang berakhir" in past


# After guidance


def test_what_waits_to_be_judged_says_how_many_more_and_the_archive_is_paged(
    agency: Agency, browser_of: Any, at: Any, django_assert_num_queries: Any
) -> None:
    one = ended.closed(agency, **at)
    said, judged = ended.handed_over(agency, one, **at), ended.judged(agency, one, **at)
    citra = browser_of(agency.named("citra"))
    words(citra, "guidance:sesudah")
    # Session, user; 2 to say, 2 to judge; received, mine, judged: counted, those there are read;
    # offices.
    with django_assert_num_queries(11):
        words(citra, "guidance:sesudah")
    waiting = [ended.copied(agency, topik=f"Menunggu {n:02}") for n in range(40)]
    for _number in range(MANY):
        past = ended.copied(agency)
        UmpanBalikAkhir.objects.create(**{**ended.fields_of(said), "coaching_id": past.pk})
        EvaluasiKompetensi.objects.create(**{**ended.fields_of(judged), "coaching_id": past.pk})
    with django_assert_num_queries(11):
        page = words(citra, "guidance:sesudah")
    assert "Dan 30 lagi," in page
    assert waiting[0].topik in page
    assert waiting[-1].topik not in page
    assert "Menampilkan 1 sampai 10 dari 61 evaluasi" in page
    last = words(citra, "guidance:sesudah", hal_evaluasi="7")
    assert "Menampilkan 61 sampai 61 dari 61 evaluasi" in last
    gita = browser_of(agency.named("gita"))
    last = words(gita, "guidance:sesudah", hal_diterima="7")
    assert "Menampilkan 61 sampai 61 dari 61 umpan balik" in last


# The calendar


def test_every_meeting_to_come_is_reached_and_a_clash_is_seen_across_pages(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    hour, first = timedelta(hours=1), at["pada"] + timedelta(days=2)

    def meet(number: int, waktu: Waktu) -> None:
        people = [agency.ani.pk, agency.citra.pk]
        keep(
            asal="guidance.temu_mentoring",
            asal_id=number,
            orang=people,
            waktu=waktu,
            pada=at["pada"],
        )

    for number in range(24):
        start = first + number * 2 * hour
        meet(number + 1, Waktu(start, start + hour, "Aula"))
    late = first + 48 * hour
    meet(25, Waktu(late, late + hour, "Aula"))
    meet(26, Waktu(late + hour / 2, late + 2 * hour, "Ruang rapat"))
    meet(27, Waktu(late + 2 * hour, late + 3 * hour, "Ruang rapat"))
    ani = browser_of(agency.ani)
    page, rest = words(ani, "kalender:kalender"), words(ani, "kalender:kalender", hal="2")
    assert "Menampilkan 1 sampai 25 dari 27 pertemuan" in page
    for shown in (page, rest):
        assert shown.count("Bentrok dengan pertemuan Anda yang lain") == 1
