"""Lists, records and people give one answer; who may take each step."""

import pytest

from bina.access import policy
from bina.access.tables import TABLES
from bina.appraisal.models import Evaluasi
from bina.appraisal.raters import rated_by, raters_of
from bina.people import tree
from bina.people.models import Penempatan, Unit
from tests.access import agreement
from tests.appraisal import given
from tests.conftest import NEW_YEAR, NIPS, TODAY, Agency
from tests.planning import plans

NOUNS = ["penilaian", "evaluasi", "capaian", "capaian_unit", "periode"]


@pytest.fixture
def laid(agency: Agency, other_agency: Agency) -> Agency:
    """A released evaluation of Ani, drafts of Eko and of Budi, capaian of one unit."""
    for who in ("ani", "eko", "budi"):
        plans.established(agency, who)
    given.released(agency)
    for who, rater in (("eko", "budi"), ("budi", "fitri")):
        skp = agency.named(who).pegawai.skp.get()
        given.saved(agency, skp_id=skp.pk, who=rater)
    agency.record_superior(agency.fitri, agency.lestari)
    plans.established(other_agency)
    return agency


@pytest.mark.parametrize("noun", NOUNS)
def test_list_record_and_people_agree(laid: Agency, other_agency: Agency, noun: str) -> None:
    agreement.say_the_same(noun, agreement.people(laid, other_agency))


#  act        of a draft        of a released one
STEPS = [
    ("lihat", {"budi"}, {"ani", "budi", "fitri", "dewi", "indra"}),
    ("cetak", {"budi"}, {"ani", "budi", "fitri", "dewi", "indra"}),
    ("simpan", {"budi"}, {"budi"}),
    ("rilis", {"budi"}, {"budi"}),
]


@pytest.mark.parametrize(("act", "draft", "released"), STEPS)
def test_step(agency: Agency, act: str, draft: set[str], released: set[str]) -> None:
    plans.established(agency)
    given.reached(agency)
    made = given.saved(agency)
    assert _who(agency, act, made) == draft
    assert _who(agency, act, given.release(made, agency)) == released


def test_no_step_is_missing() -> None:
    assert {row[0] for row in STEPS} == set(TABLES["evaluasi"].actions)


def _who(agency: Agency, act: str, made: Evaluasi) -> set[str]:
    return {
        nama
        for nama in [*NIPS, "lestari"]
        if policy.may(agency.named(nama), f"evaluasi.{act}", made, on=TODAY)
    }


# Whose capaian is whose to set


def test_the_head_above_sets_it_both_ways(agency: Agency) -> None:
    agency.record_superior(agency.fitri, agency.lestari)
    units = [agency.setda, agency.umum, agency.hukum]
    found = raters_of([one.pk for one in units], on=TODAY)
    assert found == {
        agency.setda.pk: agency.lestari.pk,
        agency.umum.pk: agency.fitri.pk,
        agency.hukum.pk: agency.fitri.pk,
    }
    assert rated_by(agency.fitri, TODAY) == [agency.umum.pk, agency.hukum.pk]
    assert rated_by(agency.lestari, TODAY) == [agency.setda.pk]
    assert rated_by(agency.ani, TODAY) == []


def test_a_vacant_unit_belongs_to_the_next_head_above(agency: Agency) -> None:
    sub = agency.unit("U010101", "Subbagian Surat", agency.umum, "Kepala Subbagian Surat")
    low = agency.unit("U01010101", "Urusan Arsip", sub, "Kepala Urusan Arsip")
    tree.rebuild(agency.instansi)
    assert rated_by(agency.budi, TODAY) == [sub.pk, low.pk]


def test_whoever_heads_two_units_rates_neither(agency: Agency) -> None:
    sub = agency.unit("U010101", "Subbagian Surat", agency.umum, "Kepala Subbagian Surat")
    low = agency.unit("U01010101", "Urusan Arsip", sub, "Kepala Urusan Arsip")
    tree.rebuild(agency.instansi)
    for unit in (sub, low):
        Penempatan.objects.create(
            orang=agency.budi, unit=unit, jabatan=unit.jabatan_pimpinan, jenis="plt", mulai=NEW_YEAR
        )
    everything = list(Unit.objects.values_list("pk", flat=True))
    found = raters_of(everything, on=TODAY)
    assert (found[sub.pk], found[low.pk]) == (agency.fitri.pk, agency.fitri.pk)
    for who in ("fitri", "budi", "gita"):
        mine = rated_by(agency.named(who), TODAY)
        assert mine == sorted(pk for pk, one in found.items() if one == agency.named(who).pk)
