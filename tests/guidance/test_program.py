"""Programmes: coachings of a cohort, a budget of hours, and a personnel unit that reads no word."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis import given as each
from hypothesis import strategies as st

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.guidance.models import Coaching, PesertaCoaching, ProgramMentoring, Sesi
from bina.guidance.program import anggaran, reading, services
from bina.guidance.services.refusals import Refused
from tests.conftest import TODAY, Agency
from tests.guidance import crowded, ended, given, mentored
from tests.guidance.given import when
from tests.guidance.test_topik import choose, topic

COST = 17
JP = st.integers(0, 100_000).map(lambda cents: Decimal(cents) / 100)
# Two cores for many tests: a slow draw says nothing about the rule.
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def join(agency: Agency, one: Coaching, program: ProgramMentoring, who: str = "citra") -> Any:
    return services.join(
        coaching_id=one.pk, program_id=program.pk, actor=agency.named(who), **when()
    )


def budget(agency: Agency, program: ProgramMentoring, jp: Any, who: str = "dewi") -> Any:
    return services.set_budget(
        program_id=program.pk,
        jp=None if jp is None else Decimal(jp),
        actor=agency.named(who),
        **when(),
    )


@pytest.mark.parametrize("who", ["citra", "budi"])
def test_whoever_coaches_or_appraises_brings_a_coaching_in(agency: Agency, who: str) -> None:
    made = join(agency, given.begun(agency).coaching, mentored.programme(agency), who)
    assert made.coaching.pegawai_id == agency.ani.pk
    with pytest.raises(WrongState):
        join(agency, made.coaching, mentored.programme(agency), who)


@pytest.mark.parametrize("who", ["ani", "dewi", "eko"])
def test_nobody_else_does(agency: Agency, who: str) -> None:
    one, program = given.begun(agency).coaching, mentored.programme(agency)
    with pytest.raises((PermissionDenied, Coaching.DoesNotExist)):
        join(agency, one, program, who)


def test_a_coaching_that_is_over_does_not_join(agency: Agency) -> None:
    with pytest.raises(WrongState):
        join(agency, ended.closed(agency), mentored.programme(agency))


def test_only_programmes_of_the_persons_units_that_have_not_ended_are_open(
    agency: Agency, other_agency: Agency
) -> None:
    one = given.begun(agency).coaching
    ours, theirs = mentored.programme(agency), mentored.programme(other_agency)
    hukum, past = mentored.programme(agency), mentored.programme(agency)
    ProgramMentoring.objects.filter(pk=hukum.pk).update(unit=agency.hukum)
    days = {"mulai": TODAY - timedelta(days=9), "selesai": TODAY - timedelta(days=1)}
    ProgramMentoring.objects.filter(pk=past.pk).update(**days)
    assert list(services.joinable(one, on=TODAY)) == [ours]
    for wrong in (theirs, hukum, past):
        with pytest.raises(Refused, match="dari daftar"):
            join(agency, one, wrong)


def test_ani_takes_her_coaching_out_and_nobody_does_it_for_her(agency: Agency) -> None:
    one = given.begun(agency).coaching
    join(agency, one, mentored.programme(agency))
    with pytest.raises(PermissionDenied):
        services.leave(coaching_id=one.pk, actor=agency.named("citra"), **when())
    services.leave(coaching_id=one.pk, actor=agency.named("ani"), **when())
    assert not PesertaCoaching.objects.exists()
    one.refresh_from_db()
    assert one.status == "berjalan"
    assert Jejak.objects.filter(tindakan="peserta_coaching.keluar").count() == 1


def test_hours_of_signed_sessions_within_its_days_are_used(agency: Agency) -> None:
    program, one = mentored.programme(agency, Decimal(10)), given.signed(agency).coaching
    join(agency, one, program)
    assert anggaran.of_programme(program, on=TODAY) == anggaran.Anggaran(
        Decimal(10), Decimal(2), "cukup"
    )
    ProgramMentoring.objects.filter(pk=program.pk).update(mulai=TODAY + timedelta(days=1))
    program.refresh_from_db()
    assert anggaran.used(program) == 0


def test_hours_of_mentoring_count_as_well(agency: Agency) -> None:
    one, program = mentored.talked(agency), mentored.programme(agency)
    mentored.initialled(agency, one)
    one.program = program
    one.save(update_fields=["program"])
    assert anggaran.used(program) == 2


def test_once_the_hours_are_used_up_nobody_new_comes_in(agency: Agency) -> None:
    program, one = mentored.programme(agency), given.signed(agency).coaching
    join(agency, one, program)
    program = budget(agency, program, 2)
    other = ended.copied_running(one)
    with pytest.raises(Refused, match=r"habis: 2 dari 2 JP"):
        join(agency, other, program)
    mentored.agreed(agency)
    facts = {"program_id": program.pk, "bidang": [], "actor": agency.named("dewi"), **when()}
    with pytest.raises(Refused, match="Tambah anggarannya"):
        mentored.program.gather(**facts)
    budget(agency, program, 3)
    join(agency, other, program)
    assert mentored.program.gather(**facts) == 1


def test_a_running_coaching_goes_on_and_its_hours_are_credited_beyond_the_budget(
    agency: Agency,
) -> None:
    program, one = mentored.programme(agency), given.signed(agency).coaching
    join(agency, one, program)
    budget(agency, program, 2)
    given.another(agency, one, given.NOON + timedelta(days=3))
    program.refresh_from_db()
    found = anggaran.of_programme(program, on=TODAY)
    assert (found.terpakai, found.keadaan, found.sisa) == (4, "habis", 0)


def test_only_whoever_keeps_the_unit_sets_the_budget_and_it_is_above_nothing(
    agency: Agency,
) -> None:
    program = mentored.programme(agency)
    for who in ("hadi", "ani", "budi"):
        with pytest.raises((PermissionDenied, ProgramMentoring.DoesNotExist)):
            budget(agency, program, 5, who)
    for wrong in (0, -1, 100_001):
        with pytest.raises(Refused, match="lebih dari 0"):
            budget(agency, program, wrong)
    assert budget(agency, program, "7.5").anggaran_jp == Decimal("7.5")
    assert budget(agency, program, None).anggaran_jp is None


@UNHURRIED
@each(given=JP, used=JP, warn=st.integers(1, 100))
def test_a_budget_is_enough_then_near_then_over(given: Any, used: Any, warn: int) -> None:
    found = anggaran.state(given, used, peringatan=Decimal(warn))
    assert (found == "habis") == (used >= given)
    assert (found == "cukup") == (used < given and 100 * used < warn * given)
    more = anggaran.state(given, used + 1, peringatan=Decimal(warn))
    order = ("cukup", "hampir", "habis")
    assert order.index(more) >= order.index(found)


def test_without_a_budget_there_is_no_state() -> None:
    assert anggaran.state(None, Decimal(5), peringatan=Decimal(80)) == ""


def test_the_personnel_unit_sees_attendance_themes_hours_and_completion_alone(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one, program = given.signed(agency, **at).coaching, mentored.programme(agency, **at)
    choose(agency, one, topic(), **at)
    services.join(coaching_id=one.pk, program_id=program.pk, actor=agency.named("citra"), **at)
    Coaching.objects.update(topik="RAHASIA TOPIK", hasil_judul="RAHASIA HASIL")
    page = reverse("guidance:mentoring_program", args=[program.pk])
    words = browser_of(agency.named("dewi")).get(page).content.decode()
    for said in ("Ani", "Citra", "Keterampilan baru", "Coaching dalam program ini"):
        assert said in words
    signed = Sesi.objects.get(status="ditandatangani")
    secret = [getattr(signed, name) for name in Sesi.WORDS if getattr(signed, name)]
    assert secret
    for hidden in (*secret, "RAHASIA", "Menyusun jadwal piket"):
        assert hidden not in words
    # Nor any page of the coaching itself.
    dewi = browser_of(agency.named("dewi"))
    assert dewi.get(reverse("guidance:sesi", args=[signed.pk])).status_code == 404


def test_a_cohort_costs_the_same_whatever_its_size_and_none_of_it_is_cut(
    agency: Agency, browser_of: Any, at: Any, django_assert_num_queries: Any
) -> None:
    one, program = given.signed(agency, **at).coaching, mentored.programme(agency, **at)
    choose(agency, one, topic(), **at)
    services.join(coaching_id=one.pk, program_id=program.pk, actor=agency.named("citra"), **at)
    dewi, page = (
        browser_of(agency.named("dewi")),
        reverse("guidance:mentoring_program", args=[program.pk]),
    )
    dewi.get(page)
    # Session, user, offices, programme; mentees counted and their progress; coachings counted, a
    # page of them with themes and hours; guides, counted; hours used; who waits, and the fields.
    with django_assert_num_queries(COST):
        dewi.get(page)
    some = crowded.people(agency, 40)
    for coach in some[:30]:
        for made in crowded.coachings(one, 7, coach_id=coach.pk, coach_jenis="pihak_lain"):
            PesertaCoaching.objects.create(program=program, coaching=made, masuk_pada=given.NOON)
    Coaching.objects.filter(coach=some[0]).update(status="selesai")
    with django_assert_num_queries(COST):
        words = dewi.get(page).content.decode()
    assert "7 dari 211 sudah berakhir" in words
    assert "Menampilkan 1 sampai 25 dari 211 coaching" in words
    assert "Menampilkan 1 sampai 20 dari 31 coach dan mentor" in words
    last = dewi.get(page, {"hal_coaching": "9", "hal_pemandu": "2"}).content.decode()
    assert "Menampilkan 201 sampai 211 dari 211 coaching" in last
    assert "Wayan 029" in last
    assert "#coaching" in last


def test_namesakes_who_coach_are_two(agency: Agency) -> None:
    program, one = mentored.programme(agency), given.signed(agency).coaching
    join(agency, one, program)
    for coach in (*crowded.people(agency, 1), *crowded.people(agency, 1)):
        (made,) = crowded.coachings(one, 1, coach_id=coach.pk)
        PesertaCoaching.objects.create(program=program, coaching=made, masuk_pada=given.NOON)
    found = [(each["nama"], each["sebagai"], each["n"]) for each in reading.guides(program)]
    assert found == [("Citra", "coach", 1), ("Wayan 000", "coach", 1), ("Wayan 000", "coach", 1)]


def test_the_page_brings_in_and_takes_out(agency: Agency, browser_of: Any, at: Any) -> None:
    one, program = given.begun(agency, **at).coaching, mentored.programme(agency, **at)
    page = reverse("guidance:program_gabung", args=[one.pk])
    citra, ani = browser_of(agency.named("citra")), browser_of(agency.named("ani"))
    assert "Ikutkan dalam program" in citra.get(page).content.decode()
    assert "Ikutkan dalam program" not in ani.get(page).content.decode()
    done = citra.post(page, {"program": str(program.pk)}, follow=True).content.decode()
    assert "Penyusun peraturan muda" in done
    assert "Keluar dari program" in ani.get(page).content.decode()
    ani.post(reverse("guidance:program_keluar", args=[one.pk]))
    assert not PesertaCoaching.objects.exists()


def test_dewi_sets_the_budget_on_the_programmes_page(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    program, dewi = mentored.programme(agency, **at), browser_of(agency.named("dewi"))
    act = reverse("guidance:program_anggaran", args=[program.pk])
    assert "lebih dari 0 JP" in dewi.post(act, {"anggaran_jp": "-3"}, follow=True).content.decode()
    assert "dari 40 JP" in dewi.post(act, {"anggaran_jp": "40"}, follow=True).content.decode()
