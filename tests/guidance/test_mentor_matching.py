"""Suggestions ranked by the database, a cohort matched by the solver: one way to count."""

from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given as holds
from hypothesis import strategies as st

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.guidance.mentoring import assignment, matching
from bina.guidance.mentoring.assignment import Penawar, Pencari
from bina.guidance.mentoring.matching import Berdiri
from bina.guidance.mentoring.services import mentor, pencarian, program
from bina.guidance.models import Mentor, Mentoring, PasanganMentor, UsulPasangan
from bina.guidance.services.refusals import Refused
from tests.conftest import TODAY, Agency
from tests.guidance import mentored
from tests.guidance.mentored import when

WORTH = {"tingkat": 30, "jabatan": 25, "kapasitas": 20, "unit": 15, "lokasi": 10}


def ranked(one: Mentoring) -> list[tuple[str, int]]:
    rows = matching.suggested(matching.suggestions(one, TODAY))
    return [(row.nama, row.skor) for row in rows]


def test_the_best_fit_comes_first_with_its_reasons(agency: Agency) -> None:
    mentored.profile(agency, "citra", tingkat=2, kapasitas=1, lokasi="Kecamatan")
    mentored.profile(agency, "eko", tingkat=5)
    mentored.profile(agency, "gita", tingkat=4, lokasi=" kantor BUPATI ")
    one = mentored.agreed(agency)
    assert ranked(one) == [("Eko", 100), ("Gita", 67), ("Citra", 57)]
    best, second, last = matching.suggested(matching.suggestions(one, TODAY))
    assert best.alasan == (
        "Keahliannya dua tingkat atau lebih di atas mentee",
        "Jabatannya sama",
        "Satu unit",
        "Satu tempat",
        "Masih dapat menerima 2 orang",
    )
    assert "Unitnya bertetangga" in second.alasan
    assert last.alasan[0] == "Keahliannya satu tingkat di atas mentee"
    assert last.alasan[-2:] == ("Di tempat lain", "Masih dapat menerima 1 orang")


@pytest.mark.parametrize(
    "change",
    [{"tingkat": 1}, {"tersedia": False}, {"bidang": "berpikir_kritis"}],
    ids=["level not above", "not available", "another field"],
)
def test_who_does_not_fit_is_not_suggested(agency: Agency, change: Any) -> None:
    if "bidang" in change:
        change = {"bidang": mentored.field(change["bidang"])}
    mentored.profile(agency, "citra", **change)
    assert ranked(mentored.agreed(agency)) == []


def test_neither_is_the_mentee_nor_who_has_left_nor_another_agency(
    agency: Agency, other_agency: Agency
) -> None:
    mentored.profile(agency, "ani")
    mentored.profile(agency, "gita")
    agency.gita.is_active = False
    agency.gita.save()
    mentored.profile(other_agency, "citra")
    assert ranked(mentored.agreed(agency)) == []


def test_who_could_not_is_not_suggested_for_this_plan_again(agency: Agency) -> None:
    asked = mentored.offered(agency, "citra")
    mentored.profile(agency, "eko")
    pencarian.decline(tawaran_id=asked.pk, actor=agency.named("citra"), **when())
    assert [name for name, _skor in ranked(Mentoring.objects.get())] == ["Eko"]


def test_a_list_of_suggestions_costs_two_queries(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    for who in ("citra", "eko", "gita", "hadi", "dewi", "indra"):
        mentored.profile(agency, who)
    mentored.agreed(agency)
    one = Mentoring.objects.with_people().get()
    with django_assert_num_queries(2):  # where the mentee stands, mentors with their grades
        assert len(ranked(one)) == 6


# The cohort

FIELDS = ("budaya_organisasi", "keahlian_khusus", "berpikir_kritis")


def a_cohort(agency: Agency) -> list[Mentoring]:
    """Mentees and mentors of all kinds, some with two fields."""
    for n, who in enumerate(("citra", "gita", "hadi", "dewi")):
        skills = tuple(
            mentor.IsiKeahlian(mentored.field(FIELDS[(n + k) % 3]).pk, 2 + (n + k) % 4, "Lama")
            for k in range(1 + n % 2)
        )
        mentored.profile(agency, who, keahlian=skills, kapasitas=1 + n % 3, lokasi=f"L{n % 2}")
    made = []
    for n, who in enumerate(("ani", "eko", "indra", "joko", "citra")):
        field = mentored.field(FIELDS[n % 3]).pk
        isi = mentored.plan(bidang_id=field, tingkat=n % 3, lokasi=f"l{n % 2}")
        made.append(mentored.written(agency, isi, who=who))
    Mentoring.objects.update(status="mencari")
    return list(Mentoring.objects.with_people().order_by("pk"))


def test_the_solver_counts_as_the_list_does(agency: Agency) -> None:
    """Two ways to count, one answer: for every mentee and every mentor."""
    rows = a_cohort(agency)
    pencari = assignment.seekers(rows, TODAY)
    penawar = assignment.offerers(agency.instansi.pk, TODAY)
    scores, who = assignment._scores(pencari, penawar, matching.points(agency.instansi))
    for n, one in enumerate(rows):
        found = {row.mentor_id: row.skor for row in matching.suggestions(one, TODAY)}
        counted = {
            who[m]: int(scores[n, m]) - assignment.MOST for m in range(len(who)) if scores[n, m]
        }
        assert counted == found, one
    assert int((scores > 0).sum()) > 4


seeking = st.builds(
    Pencari,
    st.integers(1, 999),
    st.integers(1, 6),
    st.integers(1, 2),
    st.integers(0, 4),
    st.sampled_from(["", "a", "b"]),
    st.builds(
        Berdiri, st.integers(1, 2), st.sampled_from(["x", "y"]), st.integers(1, 2), st.none()
    ),
)
offering = st.builds(
    Penawar,
    st.integers(4, 9),
    st.integers(1, 2),
    st.integers(1, 5),
    st.sampled_from(["", "a", "b"]),
    st.just(1),
    st.builds(
        Berdiri, st.integers(1, 2), st.sampled_from(["x", "y"]), st.integers(1, 2), st.none()
    ),
)


@holds(
    st.lists(seeking, max_size=4, unique_by=lambda one: one.mentoring_id),
    st.lists(offering, max_size=4, unique_by=lambda one: one.mentor_id),
)
def test_no_other_way_to_pair_them_is_better(pencari: Any, penawar: Any) -> None:
    """Against every way there is: first as many pairs as can be, then the most points."""
    found = assignment.best(pencari, penawar, WORTH)
    assert [one.mentoring_id for one in found] == [one.mentoring_id for one in pencari]
    taken = [one.mentor_id for one in found if one.mentor_id]
    assert len(taken) == len(set(taken))
    reached = (len(taken), sum(one.skor for one in found))
    assert reached == _best_by_hand(pencari, penawar)


def _best_by_hand(pencari: Any, penawar: Any) -> tuple[int, int]:
    if not pencari or not penawar:
        return (0, 0)
    scores, who = assignment._scores(pencari, penawar, WORTH)
    slots = [*range(len(who)), *[None] * len(pencari)]
    best = (0, 0)
    for chosen in set(permutations(slots, len(pencari))):
        points = [int(scores[n, m]) for n, m in enumerate(chosen) if m is not None]
        kept = [one - assignment.MOST for one in points if one]
        best = max(best, (len(kept), sum(kept)))
    return best


def test_a_mentor_is_paired_up_to_their_capacity() -> None:
    stand = Berdiri(1, "x", 1, None)
    pencari = [Pencari(n, n, 1, 0, "", stand) for n in range(1, 6)]
    penawar = [Penawar(90, 1, 5, "", 2, stand), Penawar(91, 1, 2, "", 1, stand)]
    found = [one.mentor_id for one in assignment.best(pencari, penawar, WORTH)]
    assert sorted(filter(None, found)) == [90, 90, 91]


def gathered(agency: Agency) -> Any:
    a_cohort(agency)
    made = mentored.programme(agency)
    program.gather(program_id=made.pk, bidang=[], actor=agency.named("dewi"), **when())
    return made


def test_a_programme_is_gathered_matched_and_published_in_one_go(agency: Agency) -> None:
    made, dewi = gathered(agency), agency.named("dewi")
    program.propose(program_id=made.pk, actor=dewi, **when())
    pairs = dict(made.usul.exclude(mentor=None).values_list("mentoring", "mentor"))
    count = program.publish(program_id=made.pk, actor=dewi, **when())
    assert count == len(pairs) > 2
    running = Mentoring.objects.filter(status="berjalan")
    assert dict(running.values_list("pk", "mentor")) == pairs
    assert PasanganMentor.objects.count() == count
    assert Jejak.objects.filter(tindakan="mentoring.pasangkan").count() == count
    # Whom nobody fits looks on, and may join another programme.
    assert not Mentoring.objects.filter(status="mencari", program=made).exists()
    with pytest.raises(WrongState):
        program.propose(program_id=made.pk, actor=dewi, **when())


def test_a_pair_is_adjusted_before_it_is_published(agency: Agency) -> None:
    made, dewi = gathered(agency), agency.named("dewi")
    program.propose(program_id=made.pk, actor=dewi, **when())
    usul = made.usul.exclude(mentor=None).first()
    facts = {"usul_id": usul.pk, "actor": dewi, **when()}
    assert program.adjust(mentor_id=None, **facts).diatur
    with pytest.raises(Refused, match="tidak cocok"):
        program.adjust(mentor_id=usul.mentoring.pegawai_id, **facts)
    again = program.adjust(mentor_id=usul.mentor_id, **facts)
    assert (again.mentor_id, again.skor) == (usul.mentor_id, usul.skor)


def test_a_proposal_never_fills_a_mentor_twice(agency: Agency) -> None:
    made, dewi = gathered(agency), agency.named("dewi")
    program.propose(program_id=made.pk, actor=dewi, **when())
    Mentor.objects.update(kapasitas=1)
    UsulPasangan.objects.update(mentor=agency.gita.pk)
    usul = made.usul.filter(mentoring__bidang=mentored.field(FIELDS[1])).first()
    with pytest.raises(Refused, match="semua tempat"):
        program.adjust(usul_id=usul.pk, mentor_id=agency.gita.pk, actor=dewi, **when())
    with pytest.raises(Refused, match="sudah terisi"):
        program.publish(program_id=made.pk, actor=dewi, **when())
    assert not Mentoring.objects.filter(status="berjalan").exists()


def test_who_found_a_mentor_meanwhile_stops_the_publication(agency: Agency) -> None:
    made, dewi = gathered(agency), agency.named("dewi")
    program.propose(program_id=made.pk, actor=dewi, **when())
    usul = made.usul.exclude(mentor=None).first()
    Mentoring.objects.filter(pk=usul.mentoring_id).update(status="dihentikan")
    with pytest.raises(Refused, match="tidak lagi menunggu"):
        program.publish(program_id=made.pk, actor=dewi, **when())


def test_a_programme_takes_those_within_reach_of_its_keeper(agency: Agency) -> None:
    a_cohort(agency)
    hadi = agency.named("hadi")
    about = program.Perihal("Hukum", "Regenerasi", TODAY, TODAY + timedelta(days=90))
    with pytest.raises(PermissionDenied):
        program.create(unit_id=agency.umum.pk, perihal=about, actor=hadi, **when())
    made = program.create(unit_id=agency.hukum.pk, perihal=about, actor=hadi, **when())
    assert program.gather(program_id=made.pk, bidang=[], actor=hadi, **when()) == 1
    assert made.peserta.get().pegawai_id == agency.citra.pk
    with pytest.raises(Refused, match="Tidak ada rencana"):
        program.gather(program_id=made.pk, bidang=[], actor=hadi, **when())
