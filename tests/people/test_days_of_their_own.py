"""No two definitive placements, and no two superior's lines of one source, share a day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from bina.accounts.models import Orang
from bina.people.models import Atasan, Penempatan
from tests.conftest import TODAY, Agency

MARCH, MAY = date(2024, 3, 1), date(2024, 5, 31)
Span = tuple[date, date | None]


def place(agency: Agency, who: Orang, span: Span, jenis: str = "definitif") -> Penempatan:
    return Penempatan.objects.create(
        orang=who,
        unit=agency.hukum,
        jabatan=agency.jabatan("Pengolah Data"),
        jenis=jenis,
        mulai=span[0],
        selesai=span[1],
    )


def answer_to(who: Orang, boss: Orang, span: Span, sumber: str = "impor") -> Atasan:
    alasan = "SK" if sumber == "koreksi" else ""
    return Atasan.objects.create(
        pegawai=who, atasan=boss, mulai=span[0], selesai=span[1], sumber=sumber, alasan=alasan
    )


SHARED = [
    pytest.param((MAY, None), id="the last day"),
    pytest.param((date(2024, 1, 1), MARCH), id="the first day"),
    pytest.param((date(2024, 4, 1), date(2024, 4, 1)), id="one day within"),
    pytest.param((date(2024, 1, 1), None), id="all of them, without end"),
    pytest.param((MARCH, MAY), id="the same days"),
]
APART = [
    pytest.param((date(2024, 6, 1), date(2024, 12, 31)), id="from the day after"),
    pytest.param((date(1950, 1, 1), date(2024, 2, 29)), id="until the day before"),
]


@pytest.mark.parametrize("span", SHARED)
def test_days_already_held_are_refused(agency: Agency, span: Span) -> None:
    place(agency, agency.ani, (MARCH, MAY))
    with (
        pytest.raises(IntegrityError, match="penempatan_satu_definitif_sehari"),
        transaction.atomic(),
    ):
        place(agency, agency.ani, span)
    answer_to(agency.ani, agency.gita, (MARCH, MAY))
    with pytest.raises(IntegrityError, match="atasan_satu_sehari"), transaction.atomic():
        answer_to(agency.ani, agency.fitri, span)


@pytest.mark.parametrize("span", APART)
def test_what_follows_or_precedes_by_a_day_is_kept(agency: Agency, span: Span) -> None:
    place(agency, agency.ani, (MARCH, MAY))
    answer_to(agency.ani, agency.gita, (MARCH, MAY))
    assert place(agency, agency.ani, span).pk
    assert answer_to(agency.ani, agency.gita, span).pk


def test_what_has_no_end_reaches_every_later_day(agency: Agency) -> None:
    answer_to(agency.ani, agency.gita, (MARCH, None))
    with pytest.raises(IntegrityError, match="atasan_satu_sehari"):
        answer_to(agency.ani, agency.gita, (date(2199, 1, 1), None))


def test_a_row_that_is_moved_onto_held_days_is_refused(agency: Agency) -> None:
    place(agency, agency.ani, (MARCH, MAY))
    later = place(agency, agency.ani, (date(2024, 6, 1), date(2024, 12, 31)))
    later.mulai = MAY
    with pytest.raises(IntegrityError, match="penempatan_satu_definitif_sehari"):
        later.save()


def test_neighbours_acting_posts_and_corrections_have_days_of_their_own(agency: Agency) -> None:
    everybody = sorted(agency.everybody().values(), key=lambda one: one.pk)
    for one in everybody:
        place(agency, one, (MARCH, MAY))
        place(agency, one, (MARCH, MAY), jenis="plt")
    for one, boss in zip(everybody, everybody[1:] + everybody[:1], strict=True):
        answer_to(one, boss, (MARCH, TODAY))
        answer_to(one, boss, (MARCH, TODAY), sumber="koreksi")
    assert Atasan.objects.filter(mulai=MARCH).count() == 2 * len(everybody)
    with pytest.raises(IntegrityError, match="atasan_satu_sehari"):
        answer_to(everybody[0], everybody[1], (TODAY, None), sumber="koreksi")
