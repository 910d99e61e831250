"""Does it help: figures of five and more people, fixed queries, a comparison with its caveats."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from bina.appraisal import door as appraisal
from bina.guidance import personalia
from bina.guidance.models import EvaluasiKompetensi, LaporanMentoring, NilaiKompetensi, Tindakan
from bina.guidance.ukur import hitung
from tests.conftest import NOON, TODAY, Agency
from tests.guidance import ended, given, measured, mentored
from tests.guidance.measured import ON


def people(agency: Agency) -> Any:
    return personalia.people_of(agency.named("dewi"), on=TODAY)


def judged(agency: Agency, number: int, *levels: tuple[int | None, int | None, int]) -> None:
    """One more person with these (standar, sebelum, nilai)."""
    who = measured.somebody(agency, number)
    one = measured.coached(agency, who)
    made = EvaluasiKompetensi.objects.create(
        coaching=one, pegawai_id=who.pk, penilai=agency.budi, oleh=agency.budi,
        sebagai="pimpinan", ditandatangani_pada=NOON,
    )  # fmt: skip
    for n, (standar, sebelum, nilai) in enumerate(levels):
        NilaiKompetensi.objects.create(
            evaluasi=made, nama=f"K{n}", standar=standar, sebelum=sebelum, nilai=nilai, alasan="Ya"
        )


def test_levels_are_medians_with_their_people(agency: Agency) -> None:
    ended.closed(agency)
    for number, now in enumerate((2, 3, 3, 4, 5)):
        judged(agency, number, (4, 2, now))
    found = hitung.levels(people(agency))
    assert (found.naik.orang, found.naik.nilai) == (5, 1)
    assert (found.tertutup.orang, found.tertutup.nilai) == (5, 50)
    assert found.ternormal.nilai == Decimal(1) / 3


def test_of_four_people_nothing_is_said_not_even_that_there_are_four(agency: Agency) -> None:
    ended.closed(agency)
    for number in range(4):
        judged(agency, number, (4, 2, 3), (4, 2, 4), (3, 1, 2))
    found = hitung.levels(people(agency))
    assert found.naik == found.tertutup == found.ternormal == hitung.Ukuran()


def test_whoever_had_no_gap_counts_for_the_gain_and_not_for_the_closure(agency: Agency) -> None:
    ended.closed(agency)
    for number in range(5):
        judged(agency, number, (3, 3, 4), (None, None, 1))
    found = hitung.levels(people(agency))
    assert (found.naik.orang, found.naik.nilai) == (5, 1)
    assert found.tertutup == hitung.Ukuran()


def test_actions_count_once_due_and_on_time(agency: Agency) -> None:
    first = ended.closed(agency)
    due = Tindakan.objects.get(sesi__coaching=first)
    day = due.tenggat
    for number, late in enumerate((0, 0, 1, None)):
        who = measured.somebody(agency, number)
        session = measured.coached(agency, who).sesi.get()
        done = None if late is None else day + timedelta(days=late)
        Tindakan.objects.create(
            sesi=session, uraian="A", oleh=agency.ani, tenggat=day, selesai_pada=done
        )
    early = day - timedelta(days=1)
    assert hitung.actions(people(agency), on=early) == (hitung.Ukuran(), hitung.Ukuran())
    overall, middle = hitung.actions(people(agency), on=day)
    assert (overall.orang, overall.nilai) == (5, 40)
    assert middle.nilai == 0


def test_what_the_pimpinan_felt_waits_for_five(agency: Agency) -> None:
    mentored.confirmed(agency)
    assert LaporanMentoring.objects.filter(perubahan="dirasakan").count() == 1
    assert hitung.felt(people(agency)) == hitung.Ukuran()


def test_the_guided_are_compared_with_those_of_the_same_jabatan_and_predicate(
    agency: Agency,
) -> None:
    measured.two_sides(agency, ["baik"] * 4 + ["butuh_perbaikan"], ["baik"] * 2 + ["kurang"] * 4)
    found = hitung.measure(agency.named("dewi"), periode=None, on=ON).banding
    assert found is not None
    assert (found.dibimbing.orang, found.pembanding.orang) == (5, 6)
    assert (found.dibimbing.bagian["naik"], found.dibimbing.bagian["tetap"]) == (80, 20)
    assert round(found.pembanding.bagian["turun"]) == 67
    assert (found.dibimbing.median, found.pembanding.median) == (1, -1)


@pytest.mark.parametrize(("guided", "others"), [(4, 9), (9, 4)])
def test_with_four_on_either_side_there_is_no_comparison(
    agency: Agency, guided: int, others: int
) -> None:
    measured.two_sides(agency, ["baik"] * guided, ["baik"] * others)
    assert hitung.measure(agency.named("dewi"), periode=None, on=ON).banding is None


def test_guidance_before_the_period_or_unsigned_does_not_make_somebody_guided(
    agency: Agency,
) -> None:
    first, last = measured.BEFORE
    given.signed(agency)
    guided = hitung.guided(first, last)
    assert [one for rows in guided for one in rows] == []
    given.plan(agency)
    inside = hitung.guided(last, measured.AFTER[1])
    assert [list(rows.values_list("coaching__pegawai", flat=True)) for rows in inside[:1]] == [
        [agency.ani.pk]
    ]


def test_drafts_and_other_units_are_not_counted(agency: Agency) -> None:
    periods = measured.two_sides(agency, ["baik"] * 5, ["baik"] * 5)
    who = measured.somebody(agency, 90)
    measured.predicate(agency, who, periods[0], "baik")
    draft = {"status": "draf", "dirilis_pada": None, "capaian": ""}
    measured.predicate(agency, who, periods[1], "", **draft)
    rows = appraisal.transitions(
        sebelum=periods[0].pk, sesudah=periods[1].pk, pegawai=people(agency), dibimbing=[]
    )
    assert sum(one.orang for one in rows) == 10
    assert hitung.measure(agency.named("hadi"), periode=None, on=ON).banding is None


def test_the_page_before_is_the_nearest_period_of_the_same_kind(agency: Agency) -> None:
    old, new = measured.quarters(agency)
    found = appraisal.periods(agency.instansi.pk, on=ON)
    before, after = hitung.pair(found, None)
    assert before is not None
    assert after is not None
    assert (before.id, after.id) == (old.pk, new.pk)
    assert hitung.pair(found, old.pk) == (None, None)


def test_it_asks_the_same_number_of_questions_for_any_number_of_people(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    measured.two_sides(agency, ["baik"] * 5, ["baik"] * 5)
    dewi = agency.named("dewi")
    personalia.keeps(dewi, on=ON)
    with django_assert_num_queries(6):
        hitung.measure(dewi, periode=None, on=ON)
    for number in range(20, 24):
        judged(agency, number, (4, 2, 3))
    with django_assert_num_queries(6):
        hitung.measure(dewi, periode=None, on=ON)


def test_the_page_says_what_it_means_and_nothing_of_anybody(
    agency: Agency, browser_of: Any
) -> None:
    measured.two_sides(agency, ["baik"] * 5, ["baik"] * 6)
    page = browser_of(agency.named("dewi")).get(reverse("guidance:ukur"))
    words = page.content.decode()
    for said in ("Dibimbing", "sebanding", "bukan bukti sebab akibat", "kurang dari 5", "100%"):
        assert said in words
    for hidden in ("Ani", "Pegawai 1", "Citra"):
        assert hidden not in words
    for odd in ("x", "9" * 40, "0"):
        assert (
            browser_of(agency.named("dewi"))
            .get(reverse("guidance:ukur"), {"periode": odd})
            .status_code
            == 200
        )
