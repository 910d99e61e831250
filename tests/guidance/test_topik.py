"""Topics: lists that grow and retire, those of a case, and a board that points at nobody."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from bina.core.workflow import WrongState
from bina.guidance.kasus import Kasus
from bina.guidance.models import Bidang, Coaching, Sesi, TopikKasus
from bina.guidance.services.refusals import Refused
from bina.guidance.topik import papan, services
from tests.conftest import NOON, TODAY, Agency
from tests.guidance import ended, given, mentored
from tests.guidance.given import when


def topic(kode: str = "keterampilan_baru") -> Bidang:
    return Bidang.objects.get(kode=kode, instansi=None)


def added(agency: Agency, nama: str = "Pelayanan loket", jenis: str = "coaching") -> Bidang:
    return services.add(jenis=jenis, nama=nama, actor=agency.named("dewi"), **when())


def choose(agency: Agency, one: Any, *topics: Bidang, who: str = "ani", **at: Any) -> None:
    jenis = "coaching" if isinstance(one, Coaching) else "mentoring"
    services.choose(
        jenis=jenis,
        kasus_id=one.pk,
        topik=[each.pk for each in topics],
        actor=agency.named(who),
        **when(**at),
    )


def test_five_topics_of_coaching_and_five_of_mentoring_are_always_there(agency: Agency) -> None:
    for jenis in ("coaching", "mentoring"):
        assert Bidang.objects.of_agency(agency.instansi.pk, jenis).count() == 5
    assert str(topic()) == "Keterampilan baru"
    services.lay_general()
    assert Bidang.objects.count() == 10


def test_the_agency_adds_its_own_once_by_whatever_words(agency: Agency) -> None:
    added(agency)
    for again in ("pelayanan  LOKET", "Keterampilan baru", " "):
        with pytest.raises(Refused, match="belum ada"):
            added(agency, again)
    # What coaching knows, mentoring may know too.
    assert added(agency, jenis="mentoring").jenis == "mentoring"


def test_only_whoever_keeps_the_whole_agency_changes_the_list(
    agency: Agency, other_agency: Agency
) -> None:
    one = added(agency)
    for who in ("hadi", "ani", "budi", "joko"):
        with pytest.raises(PermissionDenied):
            services.retire(topik_id=one.pk, actor=agency.named(who), **when())
    with pytest.raises(Bidang.DoesNotExist):
        services.retire(topik_id=one.pk, actor=other_agency.named("dewi"), **when())
    with pytest.raises(Bidang.DoesNotExist):
        services.retire(topik_id=topic().pk, actor=agency.named("dewi"), **when())


def test_a_retired_topic_stays_with_its_cases_and_is_chosen_no_more(agency: Agency) -> None:
    one, taken = added(agency), given.begun(agency).coaching
    choose(agency, taken, one)
    services.retire(topik_id=one.pk, actor=agency.named("dewi"), **when())
    with pytest.raises(WrongState):
        services.retire(topik_id=one.pk, actor=agency.named("dewi"), **when())
    choose(agency, taken, one, topic())
    assert TopikKasus.objects.filter(coaching=taken).count() == 2
    other = ended.copied_running(taken)
    with pytest.raises(Refused, match="dari daftar"):
        choose(agency, other, one)
    services.take_up(topik_id=one.pk, actor=agency.named("dewi"), **when())
    choose(agency, other, one)


def test_a_coaching_takes_one_to_three_topics_of_its_own_kind(agency: Agency) -> None:
    taken = given.begun(agency).coaching
    coachings = list(Bidang.objects.of_agency(agency.instansi.pk, "coaching"))
    for wrong in ([], coachings[:4]):
        with pytest.raises(Refused, match="satu sampai 3"):
            choose(agency, taken, *wrong)
    with pytest.raises(Refused, match="dari daftar"):
        choose(agency, taken, mentored.field())
    choose(agency, taken, *coachings[:3], who="citra")
    choose(agency, taken, coachings[4])
    assert [one.topik_id for one in taken.topik_kasus.all()] == [coachings[4].pk]


def test_the_penilai_does_not_choose_for_the_two(agency: Agency) -> None:
    with pytest.raises(PermissionDenied):
        choose(agency, given.begun(agency).coaching, topic(), who="budi")


def test_another_agencys_topic_cannot_be_taken(agency: Agency, other_agency: Agency) -> None:
    theirs = added(other_agency)
    with pytest.raises(Refused, match="dari daftar"):
        choose(agency, given.begun(agency).coaching, theirs)


def test_a_mentorings_field_is_one_of_its_topics_and_follows_the_plan(agency: Agency) -> None:
    one = mentored.written(agency)
    assert services.chosen(Kasus("mentoring", one)) == [mentored.field().pk]
    choose(agency, one, mentored.field("berpikir_kritis"))
    assert one.topik_kasus.count() == 2
    other = mentored.field("budaya_organisasi")
    mentored.rencana.change_plan(
        mentoring_id=one.pk,
        rencana=mentored.plan(bidang_id=other.pk),
        suntingan=0,
        actor=agency.named("ani"),
        **when(),
    )
    names = {each.topik.kode for each in one.topik_kasus.select_related("topik")}
    assert names == {"budaya_organisasi", "berpikir_kritis"}


def many(agency: Agency, people: int) -> Coaching:
    """One ended coaching of Ani about a new skill, and the same of others of Bagian Umum."""
    first = ended.closed(agency)
    choose(agency, first, topic())
    for number in range(people - 1):
        who = agency.person(f"Orang {number}", agency.umum)
        ended.pegawai_of(agency, who, number)
        made = ended.copied(agency, pegawai_id=who.pk)
        TopikKasus.objects.create(coaching=made, topik=topic())
    return first


def board(agency: Agency, who: str = "dewi", **asked: Any) -> list[papan.Baris]:
    return papan.board("coaching", agency.named(who), **{"tahun": None, "on": TODAY, **asked})


def test_the_board_shows_nothing_of_four_people(agency: Agency) -> None:
    many(agency, 4)
    assert board(agency) == [papan.Baris("Keterampilan baru", cukup=False)]


def test_of_five_it_shows_cases_people_sessions_hours_and_completion(agency: Agency) -> None:
    first = many(agency, 5)
    Coaching.objects.filter(pk=first.pk).update(status="berjalan")
    assert board(agency) == [
        papan.Baris("Keterampilan baru", True, 5, 5, 5, Decimal(2), Decimal(80))
    ]


def test_five_cases_of_one_person_are_one_person(agency: Agency) -> None:
    first = ended.closed(agency)
    choose(agency, first, topic())
    for _number in range(4):
        TopikKasus.objects.create(coaching=ended.copied(agency), topik=topic())
    assert [one.cukup for one in board(agency)] == [False]


def test_each_sees_their_own_units_and_their_own_year(agency: Agency) -> None:
    many(agency, 5)
    assert board(agency, "hadi") == []
    assert board(agency, tahun=NOON.year - 1) == []
    assert len(board(agency, tahun=NOON.year)) == 1


def test_the_board_of_mentoring_counts_entries_both_initialled(agency: Agency) -> None:
    mentored.confirmed(agency)
    found = papan.board("mentoring", agency.named("dewi"), tahun=None, on=TODAY)
    assert [(one.topik, one.cukup) for one in found] == [("Pengetahuan khusus bidang tugas", False)]


def test_the_board_asks_three_questions_for_any_number(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    many(agency, 6)
    dewi = agency.named("dewi")
    papan.personalia.keeps(dewi, on=TODAY)  # her offices, asked once a request
    with django_assert_num_queries(3):
        papan.board("coaching", dewi, tahun=None, on=TODAY)


def test_no_page_of_the_personnel_unit_says_who_or_what(agency: Agency, browser_of: Any) -> None:
    many(agency, 5)
    Coaching.objects.update(topik="RAHASIA BERDUA")
    Sesi.objects.filter(status="ditandatangani")
    page = browser_of(agency.named("dewi")).get(reverse("guidance:topik_papan"))
    words = page.content.decode()
    assert "Keterampilan baru" in words
    assert "RAHASIA BERDUA" not in words
    assert "Orang 1" not in words


def test_dewi_keeps_the_list_by_its_page(agency: Agency, browser_of: Any) -> None:
    dewi, page = browser_of(agency.named("dewi")), reverse("guidance:topik_daftar")
    refused = dewi.post(page, {"jenis": "coaching", "nama": "keterampilan baru"})
    assert "belum ada di daftar" in refused.content.decode()
    assert "keterampilan baru" in refused.content.decode()
    done = dewi.post(page, {"jenis": "coaching", "nama": "Loket"}, follow=True)
    assert "Loket" in done.content.decode()
    pk = Bidang.objects.get(nama="Loket").pk
    step = reverse("guidance:topik_langkah", args=[pk, "pensiunkan"])
    assert "Dipensiunkan" in dewi.post(step, follow=True).content.decode()
