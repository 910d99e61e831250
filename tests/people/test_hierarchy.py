"""Who is whose superior, on a day."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bina.accounts.models import Orang
from bina.people import bawahan, hierarchy
from bina.people.models import Atasan, Penempatan
from tests.conftest import NEW_YEAR, TODAY, Agency

SUMMER = date(2026, 7, 1)


def superior(orang: Orang, on: date = TODAY) -> Orang | None:
    return hierarchy.superior_of(orang.pk, on=on)


def test_without_a_record_the_head_of_the_unit_is_the_superior(agency: Agency) -> None:
    assert superior(agency.ani) == agency.budi
    assert superior(agency.citra) == agency.gita


def test_a_head_reports_to_the_next_head_up_never_to_themselves(agency: Agency) -> None:
    assert superior(agency.budi) == agency.fitri


def test_nobody_stands_above_the_top_until_somebody_is_recorded(agency: Agency) -> None:
    assert superior(agency.fitri) is None
    agency.record_superior(agency.fitri, agency.lestari)
    assert superior(agency.fitri) == agency.lestari


def test_the_recorded_superior_wins_over_the_tree(agency: Agency) -> None:
    agency.record_superior(agency.ani, agency.gita)
    assert superior(agency.ani) == agency.gita


def test_a_correction_wins_over_the_file_for_its_days_only(agency: Agency) -> None:
    agency.record_superior(agency.ani, agency.gita)
    Atasan.objects.create(
        pegawai=agency.ani,
        atasan=agency.fitri,
        mulai=SUMMER,
        selesai=date(2026, 8, 31),
        sumber="koreksi",
        alasan="Penugasan sementara",
    )
    assert superior(agency.ani, date(2026, 6, 30)) == agency.gita
    assert superior(agency.ani, SUMMER) == agency.fitri
    assert superior(agency.ani, date(2026, 8, 31)) == agency.fitri
    assert superior(agency.ani, date(2026, 9, 1)) == agency.gita


def test_a_file_that_comes_after_a_correction_does_not_undo_it(agency: Agency) -> None:
    """Asked from below and from above: whichever was written last."""
    Atasan.objects.create(
        pegawai=agency.ani, atasan=agency.fitri, mulai=NEW_YEAR, sumber="koreksi", alasan="Keliru"
    )
    agency.record_superior(agency.ani, agency.gita)
    assert superior(agency.ani) == agency.fitri
    assert agency.ani.pk in bawahan.subordinates(agency.named("fitri"), TODAY)
    assert agency.ani.pk not in bawahan.subordinates(agency.named("gita"), TODAY)


def test_a_transfer_changes_the_superior_from_its_day_on(agency: Agency) -> None:
    Penempatan.objects.filter(orang=agency.ani).update(selesai=SUMMER - timedelta(days=1))
    Penempatan.objects.create(
        orang=agency.ani,
        unit=agency.hukum,
        jabatan=agency.jabatan("Pengelola Kepegawaian"),
        mulai=SUMMER,
    )
    assert superior(agency.ani, SUMMER - timedelta(days=1)) == agency.budi
    assert superior(agency.ani, SUMMER) == agency.gita


def test_a_vacant_unit_looks_to_the_next_one_up(agency: Agency) -> None:
    Penempatan.objects.filter(orang=agency.budi).update(selesai=TODAY - timedelta(days=1))
    assert superior(agency.ani) == agency.fitri


def test_a_superior_who_left_is_nobodys_superior(agency: Agency) -> None:
    agency.record_superior(agency.ani, agency.gita)
    Orang.objects.filter(pk=agency.gita.pk).update(is_active=False)
    assert superior(agency.ani) == agency.budi
    assert superior(agency.citra) == agency.fitri


def test_an_acting_head_fills_a_vacancy_and_stands_behind_a_definitive_one(agency: Agency) -> None:
    acting = Penempatan.objects.create(
        orang=agency.eko,
        unit=agency.umum,
        jabatan=agency.umum.jabatan_pimpinan,
        jenis="plt",
        mulai=NEW_YEAR,
    )
    assert superior(agency.ani) == agency.budi
    Penempatan.objects.filter(orang=agency.budi).update(selesai=TODAY - timedelta(days=1))
    assert superior(agency.ani) == agency.eko
    assert superior(agency.eko) == agency.fitri
    assert hierarchy.superior_of(agency.eko.pk, on=TODAY, penempatan=acting) == agency.fitri


def test_the_tree_never_answers_with_somebody_the_person_is_recorded_above(agency: Agency) -> None:
    agency.record_superior(agency.budi, agency.ani)
    assert superior(agency.budi) == agency.ani
    assert superior(agency.ani) == agency.fitri


def test_a_circle_is_seen_before_it_is_recorded(agency: Agency) -> None:
    assert hierarchy.would_circle(agency.fitri.pk, agency.ani.pk, on=TODAY)
    assert hierarchy.would_circle(agency.ani.pk, agency.ani.pk, on=TODAY)
    assert not hierarchy.would_circle(agency.ani.pk, agency.gita.pk, on=TODAY)


def test_nobody_is_recorded_as_their_own_superior(agency: Agency) -> None:
    with pytest.raises(IntegrityError):
        agency.record_superior(agency.ani, agency.ani)


def test_two_recorded_superiors_of_one_source_never_share_a_day(agency: Agency) -> None:
    agency.record_superior(agency.ani, agency.gita)
    with pytest.raises(IntegrityError, match="atasan_satu_sehari"):
        agency.record_superior(agency.ani, agency.fitri, since=SUMMER)


def test_nobody_holds_two_definitive_positions_on_one_day(agency: Agency) -> None:
    with pytest.raises(IntegrityError, match="penempatan_satu_definitif_sehari"):
        Penempatan.objects.create(
            orang=agency.ani,
            unit=agency.hukum,
            jabatan=agency.jabatan("Pengolah Data"),
            mulai=SUMMER,
        )


def test_a_thousand_superiors_cost_no_more_queries_than_one(
    agency: Agency, django_assert_max_num_queries: object
) -> None:
    everyone = [one.pk for one in agency.everybody().values()]
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        hierarchy.superiors_of(everyone, on=TODAY)


NAMES = ["ani", "budi", "citra", "dewi", "eko", "fitri", "gita", "lestari"]
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    pairs=st.lists(PAIRS, max_size=6, unique_by=lambda pair: pair[0]),
    vacant=st.sets(st.sampled_from(["budi", "gita", "fitri"])),
)
def test_asked_from_above_and_from_below_the_answer_is_one(
    agency: Agency, pairs: list[tuple[str, str]], vacant: set[str]
) -> None:
    Atasan.objects.all().delete()
    Penempatan.objects.update(selesai=None)
    for pegawai, atasan in pairs:
        if pegawai != atasan:
            agency.record_superior(getattr(agency, pegawai), getattr(agency, atasan))
    gone = [getattr(agency, name).pk for name in vacant]
    Penempatan.objects.filter(orang__in=gone).update(selesai=NEW_YEAR)

    people = agency.everybody()
    below = {
        (one.pk, boss.pk)
        for boss in people.values()
        for one in Orang.objects.filter(pk__in=bawahan.subordinates(boss, TODAY))
    }
    above = {
        (one.pk, found.pk)
        for one in people.values()
        if (found := hierarchy.superior_of(one.pk, on=TODAY))
    }
    assert below == above
    assert all(one != boss for one, boss in above)
