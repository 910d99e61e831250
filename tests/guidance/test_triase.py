"""Triage: a recommendation with its reasons, a decision by a person, both kept."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from bina.core.workflow import WrongState
from bina.guidance import saran
from bina.guidance.models import Triase
from bina.guidance.services import triase
from bina.guidance.services.refusals import Refused
from bina.guidance.services.triase import Sebab
from tests.conftest import TODAY, Agency
from tests.guidance import given
from tests.guidance.given import when


def test_a_signal_becomes_a_recommendation_with_figures_reason_and_basis(agency: Agency) -> None:
    found = given.weighed(agency)
    assert (found.asal, found.kemajuan, found.waktu) == ("sinyal", 0, Decimal("16.71"))
    assert (found.kelas, found.kesenjangan) == ("tinggi", 100)
    assert (found.rekomendasi, found.alasan_rekomendasi) == ("coaching", "kurang_semangat")
    assert found.kalimat.startswith("Kesenjangan kinerja karena motivasi kurang")
    assert found.tinjauan_penilai
    names = [one["name"] for one in found.dasar]
    assert names[0] == "pp11_2017.kelas_kesenjangan_kinerja"
    assert "pembinaan.kurang_semangat" in names
    assert found.hasil_judul == "Surat masuk dijawab sesuai standar pelayanan"


def test_both_name_causes_and_the_recommendation_follows(agency: Agency) -> None:
    found = given.weighed(agency)
    found = triase.name_causes(
        triase_id=found.pk,
        sebab=Sebab(("keterampilan",), "pengalaman"),
        actor=agency.named("ani"),
        **when(),
    )
    assert (found.penyebab_penilai, found.penyebab_pegawai) == (["motivasi"], ["keterampilan"])
    assert found.rekomendasi == "mentoring"
    assert found.dasar[0]["name"] == "pp11_2017.kelas_kesenjangan_kinerja"


def test_a_person_asks_unprompted_also_without_a_plan(agency: Agency) -> None:
    found = given.asked(agency)
    assert (found.asal, found.skp, found.penilai) == ("pegawai", None, agency.budi)
    assert found.rekomendasi == "coaching"


def test_a_cause_without_figures_counts_as_a_small_gap(agency: Agency) -> None:
    assert given.asked(agency, Sebab(("keterampilan",))).rekomendasi == "pelatihan"


@pytest.mark.parametrize("cause", ["kesehatan", "perilaku", "malas"])
def test_health_and_conduct_are_never_stored(agency: Agency, cause: str) -> None:
    with pytest.raises(Refused):
        given.asked(agency, Sebab((cause,)))
    assert not Triase.objects.exists()


@pytest.mark.parametrize(("cause", "answer"), [("kesehatan", "rujuk"), ("perilaku", "komunikasi")])
def test_said_but_not_kept_they_still_change_the_answer(
    agency: Agency, cause: str, answer: str
) -> None:
    found = given.weighed(agency)
    assert saran.of_triase(found, on=TODAY, juga=[cause]).rekomendasi == answer


def test_a_decision_that_differs_keeps_both_and_its_reason(agency: Agency) -> None:
    found = given.weighed(agency)
    facts = {"triase_id": found.pk, "pilihan": "pelatihan", "actor": agency.named("budi")}
    with pytest.raises(Refused, match="alasannya"):
        triase.decide(**facts, alasan=" ", **when())
    found = triase.decide(**facts, alasan="Ani sudah terdaftar di kursus.", **when())
    assert (found.rekomendasi, found.pilihan) == ("coaching", "pelatihan")
    assert found.alasan_berbeda == "Ani sudah terdaftar di kursus."


def test_the_database_refuses_another_choice_without_a_reason(agency: Agency) -> None:
    found = given.decided(agency)
    with pytest.raises(IntegrityError, match="triase_pilihan_lain_beralasan"):
        Triase.objects.filter(pk=found.pk).update(pilihan="mentoring")


def test_one_question_at_a_time_on_one_result(agency: Agency) -> None:
    given.weighed(agency)
    with pytest.raises(Refused, match="belum diputus"):
        given.weighed(agency)


def test_nobody_decides_about_themselves_or_about_strangers(agency: Agency) -> None:
    found = given.weighed(agency)
    facts = {"triase_id": found.pk, "pilihan": "coaching", "alasan": ""}
    with pytest.raises(PermissionDenied):
        triase.decide(**facts, actor=agency.named("ani"), **when())
    for who in ("gita", "fitri", "dewi", "eko", "joko", "indra"):
        with pytest.raises(Triase.DoesNotExist):
            triase.decide(**facts, actor=agency.named(who), **when())


def test_the_penilai_of_others_opens_nothing(agency: Agency) -> None:
    rencana = given.plan(agency)
    for who in ("gita", "fitri", "ani", "citra"):
        with pytest.raises(PermissionDenied):
            triase.weigh_signal(
                skp_id=rencana.skp_id,
                hasil_kunci=rencana.hasil[0].kunci,
                sebab=Sebab(),
                actor=agency.named(who),
                **when(),
            )


def test_the_second_to_decide_is_told_that_somebody_was_faster(agency: Agency) -> None:
    found = given.decided(agency)
    with pytest.raises(WrongState):
        triase.cancel(triase_id=found.pk, actor=agency.named("ani"), **when())
