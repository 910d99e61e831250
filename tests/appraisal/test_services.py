"""The quarterly evaluation: order, completeness, basis, lock."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from bina.appraisal import door
from bina.appraisal.models import CapaianOrganisasi, Evaluasi, PeriodeEvaluasi
from bina.appraisal.services import periods
from bina.appraisal.services.evaluations import Isi
from bina.appraisal.services.refused import Refused, Stale
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from tests.appraisal import given
from tests.conftest import NOON, TODAY, Agency
from tests.monitoring import given as progress
from tests.monitoring.test_services import new_version
from tests.planning import plans


@pytest.fixture
def quarter(agency: Agency) -> PeriodeEvaluasi:
    plans.established(agency)
    return given.periode(agency)


# Periods


def test_a_year_opens_as_four_quarters(agency: Agency) -> None:
    given.periode(agency)
    found = PeriodeEvaluasi.objects.order_by("mulai")
    assert [(one.label, one.mulai, one.selesai, one.dibuka, one.tenggat) for one in found][:2] == [
        ("Triwulan I", date(2026, 1, 1), date(2026, 3, 31), date(2026, 3, 1), date(2026, 4, 15)),
        ("Triwulan II", date(2026, 4, 1), date(2026, 6, 30), date(2026, 6, 1), date(2026, 7, 15)),
    ]
    assert found[3].tenggat == date(2027, 1, 15)


def test_a_year_opens_once_and_only_by_the_agencys_managers(agency: Agency) -> None:
    given.periode(agency)
    for who, year, error in (
        ("dewi", 2026, Refused),
        ("dewi", 2021, Refused),
        ("hadi", 2027, ObjectDoesNotExist),  # manages one unit, not the agency
        ("indra", 2027, PermissionDenied),
        ("ani", 2027, ObjectDoesNotExist),
    ):
        with pytest.raises(error):
            periods.open_year(
                instansi_id=agency.instansi.pk,
                tahun=year,
                actor=agency.named(who),
                pada=NOON,
                on=TODAY,
            )


# The organisation's rating


def test_the_head_above_sets_what_the_unit_achieved(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    made = given.reached(agency)
    assert (made.unit, made.capaian, made.ditetapkan_oleh) == (agency.umum, "baik", agency.fitri)
    assert "ke" in Jejak.objects.latest("pada", "nomor").fakta
    assert "baik" not in Jejak.objects.latest("pada", "nomor").isi


@pytest.mark.parametrize("who", ["budi", "gita", "ani", "lestari"])
def test_nobody_rates_their_own_unit_nor_another_heads(
    agency: Agency, quarter: PeriodeEvaluasi, who: str
) -> None:
    with pytest.raises(ObjectDoesNotExist):
        given.reached(agency, who=who)


def test_who_sees_the_unit_but_does_not_head_above_is_forbidden(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    with pytest.raises(PermissionDenied):
        given.reached(agency, who="dewi")


def test_at_the_top_the_recorded_superior_of_the_head_sets_it(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    agency.record_superior(agency.fitri, agency.lestari)
    made = given.reached(agency, who="lestari", unit_id=agency.setda.pk)
    assert made.ditetapkan_oleh == agency.lestari


def test_a_change_needs_a_reason_and_the_latest_page(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    given.reached(agency)
    with pytest.raises(Refused):
        given.reached(agency, "kurang", suntingan=1)
    with pytest.raises(Stale):
        given.reached(agency, "kurang", suntingan=0, alasan_perubahan="Data baru.")
    made = given.reached(agency, "kurang", suntingan=1, alasan_perubahan="Data baru.")
    assert (made.capaian, made.suntingan) == ("kurang", 1)


def test_the_first_release_locks_it(agency: Agency, quarter: PeriodeEvaluasi) -> None:
    given.released(agency)
    with pytest.raises(WrongState):
        given.reached(agency, "kurang", suntingan=1, alasan_perubahan="Data baru.")
    assert CapaianOrganisasi.objects.get().capaian == "baik"


# The draft


def test_a_draft_keeps_what_is_written_and_names_nobody_in_the_trail(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    made = given.saved(agency)
    line = Jejak.objects.latest("pada", "nomor")
    assert (made.status, made.rating_perilaku, made.predikat) == ("draf", "di_atas", "")
    assert (line.tindakan, line.tentang_id, line.lingkup) == (
        "evaluasi.simpan",
        None,
        agency.umum.pk,
    )
    assert "di_atas" not in line.isi


def test_a_page_saves_over_itself_but_not_over_another(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    given.saved(agency, halaman="a")
    given.saved(agency, halaman="a", suntingan=0)  # the same page, autosaving
    with pytest.raises(Stale):
        given.saved(agency, halaman="b", suntingan=0)
    made = given.saved(agency, Isi("di_bawah"), halaman="b", suntingan=2)
    assert (made.rating_hasil, made.suntingan) == ("di_bawah", 3)


@pytest.mark.parametrize(
    ("who", "error"),
    [("ani", PermissionDenied), ("fitri", PermissionDenied), ("gita", ObjectDoesNotExist)],
)
def test_only_the_penilai_of_the_plan_rates(
    agency: Agency, quarter: PeriodeEvaluasi, who: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        given.saved(agency, who=who)
    assert not Evaluasi.objects.exists()


def test_a_rating_is_one_of_three(agency: Agency, quarter: PeriodeEvaluasi) -> None:
    with pytest.raises(Refused):
        given.saved(agency, Isi(rating_hasil="istimewa"))


def test_a_period_not_yet_open_takes_no_ratings(agency: Agency, quarter: PeriodeEvaluasi) -> None:
    second = PeriodeEvaluasi.objects.get(nomor=2)
    with pytest.raises(PeriodeEvaluasi.DoesNotExist):
        given.saved(agency, periode_id=second.pk)


# The release


def test_a_release_keeps_predicate_basis_and_what_was_on_the_table(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    progress.evidence(agency)
    progress.feedback_on_value(agency)
    made = given.released(agency)
    assert (made.predikat, made.capaian, made.status) == ("baik", "baik", "dirilis")
    assert made.dasar[0]["name"] == "permenpanrb6_2022.kuadran"
    assert made.bahan["utama"][0]["realisasi"][0] == "60 surat (bukti: Laporan; rekap.pdf)"
    said = {one["nilai"]: one["umpan_balik"] for one in made.bahan["perilaku"]}
    assert said["kolaboratif"][0]["pemberi"] == "Pimpinan"
    line = Jejak.objects.latest("pada", "nomor")
    assert (line.tentang_id, line.fakta["ke"]["predikat"]) == (agency.ani.pk, "baik")


def test_feedback_for_the_person_alone_is_not_on_the_table(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    progress.feedback_on_value(agency, replace(progress.SEEN, pembaca="pegawai"))
    made = given.released(agency)
    assert all(not one["umpan_balik"] for one in made.bahan["perilaku"])


def test_a_later_voiding_does_not_change_what_was_judged(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    from bina.monitoring.services.progress import void_progress

    entry = progress.entry(agency, 60)
    made = given.released(agency)
    void_progress(
        realisasi_id=entry.pk, alasan="Ganda.", actor=agency.named("ani"), pada=NOON, on=TODAY
    )
    made.refresh_from_db()
    assert made.bahan["utama"][0]["realisasi"][0] == "60 surat"


def test_without_the_units_capaian_nothing_is_released(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    made = given.saved(agency)
    with pytest.raises(Refused) as why:
        given.release(made, agency)
    assert why.value.field == "capaian"


@pytest.mark.parametrize(
    ("isi", "field"),
    [
        (Isi("", "sesuai"), "rating_hasil"),
        (Isi("sesuai", ""), "rating_perilaku"),
        (Isi("di_atas", "sesuai"), "alasan_hasil"),
        (Isi("sesuai", "di_bawah", "", "   "), "alasan_perilaku"),
    ],
)
def test_a_rating_away_from_the_middle_needs_its_reason(
    agency: Agency, quarter: PeriodeEvaluasi, isi: Isi, field: str
) -> None:
    given.reached(agency)
    made = given.saved(agency, isi)
    with pytest.raises(Refused) as why:
        given.release(made, agency)
    assert why.value.field == field
    made.refresh_from_db()
    assert made.status == "draf"


def test_the_head_of_a_unit_is_proposed_the_units_own_rating(agency: Agency) -> None:
    plans.established(agency, "budi")
    given.reached(agency, "istimewa")
    skp = progress.plan(agency, "budi").skp_id
    made = given.saved(agency, Isi("sesuai", "sesuai"), who="fitri", skp_id=skp)
    with pytest.raises(Refused) as why:  # departs from the proposal without a reason
        given.release(made, agency, "fitri")
    assert why.value.field == "alasan_hasil"
    reasoned = Isi("sesuai", "sesuai", alasan_hasil="Capaian terbantu tim lain.")
    made = given.saved(agency, reasoned, who="fitri", skp_id=skp, suntingan=1)
    assert given.release(made, agency, "fitri").predikat == "baik"


def test_released_is_locked(agency: Agency, quarter: PeriodeEvaluasi) -> None:
    made = given.released(agency)
    with pytest.raises(WrongState):
        given.saved(agency, Isi("di_bawah", "di_bawah"), suntingan=made.suntingan)
    with pytest.raises(WrongState):
        given.release(made, agency)


def test_a_draft_that_changed_since_it_was_checked_is_not_released(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    given.reached(agency)
    made = given.saved(agency)
    given.saved(agency, Isi("di_bawah"), suntingan=1)
    with pytest.raises(Stale):
        given.release(made, agency)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"predikat": ""}, "evaluasi_dirilis_lengkap"),
        ({"dirilis_pada": None}, "evaluasi_dirilis_lengkap"),
        ({"capaian": ""}, "evaluasi_dirilis_lengkap"),
        ({"rating_hasil": "bagus"}, "evaluasi_"),
        ({"alasan_perilaku": ""}, "evaluasi_dirilis_beralasan"),
        ({"status": "draf"}, "evaluasi_dirilis_lengkap"),
    ],
)
def test_the_database_refuses_a_half_release(
    agency: Agency, quarter: PeriodeEvaluasi, change: dict[str, object], constraint: str
) -> None:
    made = given.released(agency)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Evaluasi.objects.filter(pk=made.pk).update(**change)


def test_nobody_is_their_own_penilai(agency: Agency, quarter: PeriodeEvaluasi) -> None:
    made = given.saved(agency)
    with pytest.raises(IntegrityError, match="evaluasi_bukan_untuk_diri_sendiri"):
        Evaluasi.objects.filter(pk=made.pk).update(penilai=agency.ani)


def test_a_draft_survives_a_new_version_of_the_plan(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    given.reached(agency)
    made = given.saved(agency)
    newer = new_version(agency, made.skp)
    found = given.release(made, agency)
    assert (found.status, found.skp_id) == ("dirilis", newer.pk)


# What home is told


def test_home_is_told_whom_and_which_units_to_rate(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    budi, fitri, ani = (agency.named(who) for who in ("budi", "fitri", "ani"))
    assert [one.judul for one in door.tasks(budi, on=TODAY)] == [
        "Nilai 1 pegawai untuk Triwulan I 2026"
    ]
    assert [one.judul for one in door.tasks(fitri, on=TODAY)] == [
        "Tetapkan capaian organisasi Triwulan I 2026"
    ]
    assert door.tasks(ani, on=TODAY) == []
    given.released(agency)
    assert door.tasks(budi, on=TODAY) == []
    assert [one.judul for one in door.timeline(ani.pk, ani, on=TODAY)] == [
        "Evaluasi Triwulan I 2026 dirilis"
    ]


def test_other_rooms_are_given_released_evaluations_only(
    agency: Agency, quarter: PeriodeEvaluasi
) -> None:
    given.released(agency)
    found = door.released_of([agency.ani.pk, agency.eko.pk], on=TODAY)
    assert [one.predikat for one in found[agency.ani.pk]] == ["baik"]
    assert found[agency.eko.pk] == []
