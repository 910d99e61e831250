"""A whole period held against the law: what differs, what breaks its pattern, what stays unseen."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bina.appraisal import himpunan
from bina.appraisal.models import CapaianOrganisasi, Evaluasi, PeriodeEvaluasi
from bina.core.models import Jejak
from bina.rules.parameters import Parameters
from bina.rules.permenpanrb6_2022 import Predikat
from bina.rules.refusal import NotInForce
from bina.rules.texts import texts
from tests.appraisal import given
from tests.conftest import Agency
from tests.planning import plans

LAW = Parameters(texts())


@pytest.fixture(autouse=True)
def _plan(agency: Agency) -> None:
    plans.established(agency)


def said(*args: str) -> list[str]:
    out = io.StringIO()
    call_command("evaluasi", "verify", *args, stdout=out)
    return out.getvalue().splitlines()


def test_a_released_predicate_is_the_one_of_the_quadrant(agency: Agency) -> None:
    evaluasi = given.released(agency)
    assert himpunan.differing(evaluasi.periode, law=LAW) == []


def test_a_predicate_changed_behind_the_services_is_found(agency: Agency) -> None:
    evaluasi = given.released(agency)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(predikat="kurang")
    found = himpunan.differing(evaluasi.periode, law=LAW)
    assert found == [himpunan.Beda(evaluasi.pk, "kurang", "baik")]


def test_a_unit_shows_its_released_predicates_and_what_they_break(agency: Agency) -> None:
    evaluasi = given.released(agency)
    (found,) = himpunan.distributions(evaluasi.periode, law=LAW)
    assert found == himpunan.Sebaran(
        unit_id=agency.umum.pk,
        capaian="baik",
        jumlah={one: int(one == Predikat.BAIK) for one in Predikat},
        pelanggaran=("baik_maksimum", "wajib_ada_butuh_perbaikan_atau_kurang"),
    )


def test_a_draft_is_neither_compared_nor_counted(agency: Agency) -> None:
    given.reached(agency)
    periode = given.saved(agency).periode
    assert himpunan.differing(periode, law=LAW) == []
    (found,) = himpunan.distributions(periode, law=LAW)
    assert sum(found.jumlah.values()) == 0
    assert found.pelanggaran == ()


def test_another_period_is_left_out(agency: Agency) -> None:
    evaluasi = given.released(agency)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(predikat="kurang")
    other = PeriodeEvaluasi.objects.exclude(pk=evaluasi.periode_id).earliest("mulai")
    assert himpunan.differing(other, law=LAW) == []
    assert himpunan.distributions(other, law=LAW) == []


def test_a_period_before_the_texts_is_refused(agency: Agency) -> None:
    periode = given.periode(agency)
    periode.selesai = periode.selesai.replace(year=2021)
    with pytest.raises(NotInForce):
        himpunan.differing(periode, law=LAW)
    periode.selesai = periode.selesai.replace(year=2022)
    with pytest.raises(NotInForce):
        himpunan.distributions(periode, law=LAW)


def test_a_question_is_one_query_whatever_the_number_of_units(agency: Agency) -> None:
    evaluasi = given.released(agency)
    CapaianOrganisasi.objects.create(
        unit=agency.hukum,
        periode=evaluasi.periode,
        capaian="istimewa",
        alasan="Semua target terlampaui.",
        ditetapkan_oleh=agency.named("fitri"),
        ditetapkan_pada=evaluasi.dirilis_pada,
    )
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(himpunan.distributions(evaluasi.periode, law=LAW)) == 2
        himpunan.differing(evaluasi.periode, law=LAW)
    assert len(asked) == 2


def test_the_command_tells_equal_predicates_and_broken_patterns_and_writes_nothing(
    agency: Agency,
) -> None:
    given.released(agency)
    before = Jejak.objects.count()
    lines = said("--instansi", agency.instansi.kode)
    where = f"{agency.instansi.kode} Triwulan I 2026"
    assert f"sama     {where}: 1 predikat" in lines
    assert (
        f"pola     {where}: unit {agency.umum.kode}, capaian baik: baik_maksimum,"
        " wajib_ada_butuh_perbaikan_atau_kurang"
    ) in lines
    assert Jejak.objects.count() == before


def test_the_command_ends_with_code_one_when_a_predicate_differs(agency: Agency) -> None:
    evaluasi = given.released(agency)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(predikat="kurang")
    with pytest.raises(CommandError, match="1 predikat berbeda") as ended:
        said()
    assert ended.value.returncode == 1


def test_the_command_reads_only_the_agency_named(agency: Agency) -> None:
    evaluasi = given.released(agency)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(predikat="kurang")
    assert said("--instansi", "lain") == []
