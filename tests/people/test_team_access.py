"""Who sees which team, who manages it; list, record and people give one answer."""

import pytest

from bina.access import policy
from bina.access.tables import TABLES
from bina.people.models import AnggotaTim, TimKerja
from tests.access import agreement
from tests.conftest import NIPS, TODAY, Agency

#  act         of a team of Bagian Umum that Citra leads and Hadi works in
ACTS = [
    ("lihat", {"citra", "hadi", "dewi", "indra", "joko"}),
    ("kelola", {"dewi"}),
]


@pytest.fixture
def team(agency: Agency) -> TimKerja:
    made = agency.team("SPBE", agency.citra)
    AnggotaTim.objects.create(tim=made, orang=agency.hadi, mulai="2026-01-01", selesai="2026-02-01")
    return made


@pytest.mark.parametrize(("act", "who"), ACTS)
def test_act(agency: Agency, team: TimKerja, act: str, who: set[str]) -> None:
    found = {
        nama
        for nama in [*NIPS, "lestari"]
        if policy.may(agency.named(nama), f"tim_kerja.{act}", team, on=TODAY)
    }
    assert found == who


def test_no_act_is_missing() -> None:
    assert {row[0] for row in ACTS} == set(TABLES["tim_kerja"].actions)


def test_list_record_and_people_agree(agency: Agency, other_agency: Agency, team: TimKerja) -> None:
    agency.team("Hukum", agency.ani, unit=agency.hukum)
    other_agency.team("SPBE", other_agency.ani)
    agreement.say_the_same("tim_kerja", agreement.people(agency, other_agency))


def test_nothing_of_one_agency_shows_in_another(other_agency: Agency, team: TimKerja) -> None:
    for user in other_agency.everybody().values():
        assert not TimKerja.objects.visible_to(user, on=TODAY).exists()
