"""The agency's coaches: ten thousand of them are read a page at a time, and counted all."""

from typing import Any

import pytest
from django.urls import reverse

from bina.guidance.coaching import coaches
from bina.guidance.models import Coaching, SertifikatCoach
from tests.conftest import TODAY, Agency
from tests.guidance import certified, crowded, given

PAGE = "/pembinaan/coach/instansi/"


@pytest.fixture
def one(agency: Agency, at: Any) -> Coaching:
    """A running coaching by Citra."""
    return given.begun(agency, **at).coaching


def counted(agency: Agency) -> tuple[int, int, int]:
    found = coaches.counts(agency.instansi.pk, on=TODAY)
    return found["membimbing"], found["tanpa"], found["menunggu"]


def names(agency: Agency, **asked: Any) -> list[str]:
    rows = coaches.people(agency.instansi.pk, **asked)
    return [str(each.orang) for each in coaches.lines(rows, agency.instansi.pk, on=TODAY)]


def test_a_coach_of_several_counts_once_and_only_a_checked_paper_counts(agency: Agency) -> None:
    one = given.begun(agency).coaching
    crowded.coachings(one, 2)
    wayan, made = crowded.coaches(agency, one, 2)
    assert counted(agency) == (3, 3, 0)
    crowded.certificates(agency, [wayan], checked=True)
    crowded.certificates(agency, [made], checked=False)
    assert counted(agency) == (3, 2, 1)


def test_whoever_laid_down_a_paper_is_listed_though_they_coach_nobody(
    agency: Agency, other_agency: Agency
) -> None:
    given.begun(agency)
    certified.lay(agency, "eko")
    certified.lay(other_agency, "gita")
    assert names(agency) == ["Citra", "Eko"]
    assert names(agency, cari="eK") == ["Eko"]
    (_citra, eko) = coaches.lines(coaches.people(agency.instansi.pk), agency.instansi.pk, on=TODAY)
    assert (eko.membimbing, eko.ditugaskan) == (False, False)


def test_the_counts_agree_with_what_is_said_of_each(agency: Agency) -> None:
    """The database counts by the same rule by which a coach is judged."""
    one = given.begun(agency).coaching
    some = crowded.coaches(agency, one, 6)
    certified.lay(agency, "eko")  # unchecked, and coaches nobody: asked of nobody
    crowded.certificates(agency, some[:4], checked=True)
    held = SertifikatCoach.objects.exclude(orang=agency.eko).order_by("pk")
    lapsed, later = held[0], held[1]
    SertifikatCoach.objects.filter(pk=lapsed.pk).update(berlaku_sampai=lapsed.tanggal)
    SertifikatCoach.objects.filter(pk=later.pk).update(tanggal="2026-12-31")
    crowded.certificates(agency, some[4:5], checked=False)
    rows = coaches.people(agency.instansi.pk)
    lines = coaches.lines(rows, agency.instansi.pk, on=TODAY)
    without = [each.orang for each in lines if each.membimbing and not each.kualifikasi.cukup]
    assert list(coaches.untrained(rows, agency.instansi.pk, on=TODAY)) == without
    assert counted(agency)[1] == len(without) == 5


@pytest.mark.parametrize("saring", ["", "tanpa", "menunggu"])
def test_the_page_costs_the_same_for_three_coaches_and_for_sixty(
    agency: Agency, one: Coaching, browser_of: Any, django_assert_num_queries: Any, saring: str
) -> None:
    dewi = browser_of(agency.named("dewi"))
    few = crowded.coaches(agency, one, 2)
    crowded.certificates(agency, few, checked=False)
    dewi.get(PAGE)
    # Session, user, 2 offices; 2 counts; the rows, counted, with their certificates; reactions.
    cost = {"": 10, "tanpa": 10, "menunggu": 7}[saring]
    with django_assert_num_queries(cost):
        dewi.get(PAGE, {"saring": saring})
    many = crowded.coaches(agency, one, 57, "Made")
    crowded.certificates(agency, many, checked=False)
    with django_assert_num_queries(cost):
        words = dewi.get(PAGE, {"saring": saring}).content.decode()
    total = {"": 60, "tanpa": 60, "menunggu": 59}[saring]
    assert f"Menampilkan 1 sampai 25 dari {total}" in words
    assert "60 orang sedang membimbing; 60 belum bersertifikat" in words


def test_the_last_page_is_reached_and_a_name_found(
    agency: Agency, one: Coaching, browser_of: Any
) -> None:
    dewi = browser_of(agency.named("dewi"))
    crowded.coaches(agency, one, 30)
    last = dewi.get(PAGE, {"hal": "2"}).content.decode()
    assert "Wayan 029" in last
    assert "Wayan 001" not in last
    found = dewi.get(PAGE, {"cari": "wayan 029"}).content.decode()
    assert "Wayan 029" in found
    assert "Menampilkan 1 sampai 1 dari 1 coach" in found
    assert "Tidak ada coach yang cocok" in dewi.get(PAGE, {"cari": "Zul"}).content.decode()


def test_whoever_checks_a_paper_comes_back_to_those_that_wait(
    agency: Agency, one: Coaching, browser_of: Any, at: Any
) -> None:
    made = certified.lay(agency, **at)
    dewi = browser_of(agency.named("dewi"))
    assert "Sesuai berkas" in dewi.get(PAGE, {"saring": "menunggu"}).content.decode()
    done = dewi.post(reverse("guidance:sertifikat_periksa", args=[made.pk]), follow=True)
    words = done.content.decode()
    assert done.redirect_chain == [(f"{PAGE}?saring=menunggu", 302)]
    assert "Tidak ada yang menunggu" in words
    assert "1 orang sedang membimbing; 0 belum bersertifikat" in words


def test_a_search_keeps_its_words_and_the_filter(
    agency: Agency, one: Coaching, browser_of: Any
) -> None:
    dewi = browser_of(agency.named("dewi"))
    words = dewi.get(PAGE, {"saring": "tanpa", "cari": "wayan"}).content.decode()
    assert '<input type="hidden" name="saring" value="tanpa">' in words
    assert 'value="wayan"' in words
    assert 'name="saring"' not in dewi.get(PAGE).content.decode()
