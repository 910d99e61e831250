"""Lists, records and people give one answer; versions and former superiors."""

from dataclasses import replace

import pytest

from bina.access import policy
from bina.access.tables import TABLES
from bina.monitoring.models import Bukti, Realisasi
from bina.people.models import AnggotaTim
from bina.planning.models import Skp
from tests.access import agreement
from tests.conftest import NEW_YEAR, NIPS, TODAY, Agency
from tests.monitoring import given, given_harian, given_tautan
from tests.monitoring.test_services import new_version
from tests.planning import plans

NOUNS = [
    *("pemantauan", "realisasi", "bukti", "rencana_aksi"),
    *("umpan_balik", "permintaan_umpan_balik", "tautan_umpan_balik"),
]


@pytest.fixture
def laid(agency: Agency, other_agency: Agency) -> Agency:
    """Progress on two versions of a plan, feedback of both kinds, a request, a team."""
    skp = plans.established(agency)
    plans.established(other_agency)
    tim = agency.team("SPBE", agency.citra)
    AnggotaTim.objects.create(tim=tim, orang=agency.ani, mulai=NEW_YEAR)
    given.evidence(agency)
    given_harian.step(agency)
    given.feedback_on_result(agency)
    given.feedback_on_value(agency, replace(given.SEEN, pembaca="pegawai"), "citra")
    given.asked(agency)
    given_tautan.answered(given_tautan.link(agency)[1])
    newer = new_version(agency, skp)
    Skp.objects.filter(pk=newer.pk).update(penilai=agency.gita)
    given.evidence(agency)
    given.evidence(other_agency)
    return agency


@pytest.mark.parametrize("noun", NOUNS)
def test_list_record_and_people_agree(laid: Agency, other_agency: Agency, noun: str) -> None:
    agreement.say_the_same(noun, agreement.people(laid, other_agency))


def test_a_new_penilai_reads_what_came_before_a_former_one_not_what_came_after(
    laid: Agency,
) -> None:
    first, second = Realisasi.objects.filter(skp__pegawai=laid.ani.pk).order_by("pk")
    seen = {
        who: set(Realisasi.objects.visible_to(laid.named(who), on=TODAY))
        for who in ("budi", "gita")
    }
    assert seen == {"budi": {first}, "gita": {first, second}}


#  act             of Ani's entry
STEPS = [
    ("lihat", {"ani", "budi", "fitri", "dewi", "indra"}),
    ("batalkan", {"ani"}),
    ("tambah_bukti", {"ani"}),
]


@pytest.mark.parametrize(("act", "who"), STEPS)
def test_step(agency: Agency, act: str, who: set[str]) -> None:
    plans.established(agency)
    made = given.evidence(agency)
    found = {
        nama
        for nama in [*NIPS, "lestari"]
        if policy.may(agency.named(nama), f"realisasi.{act}", made, on=TODAY)
    }
    assert found == who
    if act == "lihat":
        for one in Bukti.objects.all():
            users = policy.users_who_may("bukti.lihat", one, on=TODAY)
            assert {user.nama.lower() for user in users} == who


def test_no_step_is_missing() -> None:
    assert {row[0] for row in STEPS} == set(TABLES["realisasi"].actions)
