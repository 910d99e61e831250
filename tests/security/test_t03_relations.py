"""T3: whoever is the superior of X is nobody to Y, and only on the days they are X's superior.

The tree and its days: tests/people/test_hierarchy.py. Here: what follows for the records.
"""

from datetime import date, timedelta

import pytest

from bina.access import policy
from bina.people.models import Atasan, Kantor, Penempatan
from bina.planning.models import Skp
from tests.conftest import TODAY, Agency
from tests.planning import plans

LATER = TODAY + timedelta(days=30)


def _reads(agency: Agency, who: str, skp: Skp, on: date) -> bool:
    """Asked anew, as a new request would."""
    return policy.may(agency.named(who), "skp.lihat", skp, on=on)


def _transfer(agency: Agency) -> None:
    """Ani moves to Bagian Hukum, under Gita."""
    Penempatan.objects.filter(orang=agency.ani).update(selesai=LATER - timedelta(days=1))
    Penempatan.objects.create(
        orang=agency.ani, unit=agency.hukum, jabatan=agency.jabatan("Analis"), mulai=LATER
    )


def test_a_new_superior_reads_nothing_of_the_years_before_the_transfer(agency: Agency) -> None:
    skp = plans.established(agency)
    _transfer(agency)
    assert not _reads(agency, "gita", skp, LATER)
    assert _reads(agency, "budi", skp, LATER), "the penilai of that time keeps it"


def test_a_transfer_takes_the_person_from_one_and_gives_them_to_the_other(agency: Agency) -> None:
    _transfer(agency)
    pegawai = agency.ani.pegawai
    for who, before, after in (("budi", True, False), ("gita", False, True)):
        seen = [
            policy.may(agency.named(who), "pegawai.lihat", pegawai, on=d) for d in (TODAY, LATER)
        ]
        assert seen == [before, after], who


@pytest.mark.parametrize("jenis", ["plt", "plh"])
def test_an_acting_head_is_superior_while_acting_and_no_day_longer(
    agency: Agency, jenis: str
) -> None:
    Penempatan.objects.filter(orang=agency.budi).update(selesai=TODAY - timedelta(days=1))
    Penempatan.objects.create(
        orang=agency.gita,
        unit=agency.umum,
        jabatan=agency.umum.jabatan_pimpinan,
        jenis=jenis,
        mulai=TODAY,
        selesai=LATER,
    )
    seen = [
        policy.may(agency.named("gita"), "pegawai.lihat", agency.ani.pegawai, on=day)
        for day in (TODAY - timedelta(days=1), TODAY, LATER, LATER + timedelta(days=1))
    ]
    assert seen == [False, True, True, False]


def test_an_office_that_ended_opens_nothing(agency: Agency) -> None:
    skp = plans.established(agency)
    Kantor.objects.filter(orang=agency.dewi).update(selesai=TODAY)
    assert [_reads(agency, "dewi", skp, day) for day in (TODAY, LATER)] == [True, False]


def test_a_correction_holds_for_its_days_only(agency: Agency) -> None:
    Atasan.objects.create(
        pegawai=agency.ani, atasan=agency.gita, mulai=TODAY, selesai=TODAY,
        sumber="koreksi", alasan="SK 1",
    )  # fmt: skip
    seen = [
        policy.may(agency.named("gita"), "pegawai.lihat", agency.ani.pegawai, on=day)
        for day in (TODAY, LATER)
    ]
    assert seen == [True, False]
