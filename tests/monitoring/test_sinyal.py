"""Signals kept between nights: what makes one, when it goes, who mutes it, and that a night over
a whole agency finds what a look at each plan finds."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from bina.core.workflow import WrongState
from bina.guidance import attention
from bina.guidance.services import catatan
from bina.law import door as law_room
from bina.monitoring import door, kata_sinyal, pengamatan, tasks
from bina.monitoring.models import JenisSinyal, Sinyal
from bina.monitoring.services import progress, sinyal
from bina.monitoring.services.refused import Refused
from bina.planning.models import Skp
from tests.conftest import NOON, TODAY, Agency
from tests.guidance import given as guidance
from tests.monitoring import given, given_harian
from tests.planning import plans

AUTUMN = date(2026, 9, 1)
BAD = replace(given.SEEN, sifat="perlu_diperbaiki")


@pytest.fixture
def skp(agency: Agency) -> Skp:
    return plans.established(agency)


def night(agency: Agency, on: date) -> dict[str, Sinyal]:
    """What stands after the night, by kind."""
    door.look_at_agency(agency.instansi, on=on)
    return {one.jenis: one for one in Sinyal.objects.all()}


def muted(agency: Agency, one: Sinyal, who: str = "budi", **changes: Any) -> Sinyal:
    facts = {"alasan": "Cuti melahirkan", "sampai": AUTUMN + timedelta(days=30), **changes}
    return sinyal.mute(sinyal_id=one.pk, actor=agency.named(who), pada=NOON, on=AUTUMN, **facts)


# What makes a signal


def test_a_result_behind_the_time_is_told_with_its_figures(agency: Agency, skp: Skp) -> None:
    found = night(agency, AUTUMN)[JenisSinyal.TERTINGGAL]
    assert found.angka["persen"] == "0.00"
    assert kata_sinyal.sentence(found).startswith("Kemajuan tertinggal")
    assert found.hasil_kunci in {one.kunci for one in given.plan(agency, on=AUTUMN).hasil}


def test_a_plan_lies_still_one_day_after_the_days_the_agency_lets_pass(
    agency: Agency, skp: Skp
) -> None:
    given.entry(agency, 1)
    last = TODAY + timedelta(days=30)
    assert JenisSinyal.TANPA_CATATAN not in night(agency, last)
    found = night(agency, last + timedelta(days=1))[JenisSinyal.TANPA_CATATAN]
    said = "Tidak ada catatan selama 31 hari, terakhir 2 Maret 2026."
    assert kata_sinyal.sentence(found) == said


def feedback(agency: Agency, *sifat: str, on: date) -> None:
    for one in sifat:
        given.feedback_on_value(agency, replace(given.SEEN, sifat=one), on=on)


def test_feedback_turns_when_most_was_positive_and_most_is_not_any_more(
    agency: Agency, skp: Skp
) -> None:
    feedback(agency, "positif", "positif", "perlu_diperbaiki", on=TODAY)
    later = TODAY + timedelta(days=60)
    feedback(agency, "perlu_diperbaiki", "perlu_diperbaiki", on=later)
    assert JenisSinyal.UMPAN_BALIK_BERBALIK not in night(agency, later)
    feedback(agency, "positif", on=later)
    found = Sinyal.objects.get(jenis=JenisSinyal.UMPAN_BALIK_BERBALIK)
    assert (
        kata_sinyal.sentence(found)
        == "Umpan balik berbalik: 2 dari 3 positif sebelumnya, kini 2 dari 3 perlu diperbaiki "
        "(masing-masing 60 hari)."
    )


def test_half_and_half_is_no_turn(agency: Agency, skp: Skp) -> None:
    feedback(agency, "positif", "positif", "positif", on=TODAY)
    later = TODAY + timedelta(days=60)
    feedback(agency, "perlu_diperbaiki", "positif", "positif", "perlu_diperbaiki", on=later)
    assert JenisSinyal.UMPAN_BALIK_BERBALIK not in night(agency, later)


def test_feedback_for_the_person_alone_makes_no_signal_the_penilai_could_read(
    agency: Agency, skp: Skp
) -> None:
    feedback(agency, *["positif"] * 3, on=TODAY)
    later = TODAY + timedelta(days=60)
    for _time in range(3):
        given.feedback_on_value(agency, replace(BAD, pembaca="pegawai"), on=later)
    assert JenisSinyal.UMPAN_BALIK_BERBALIK not in night(agency, later)


def test_an_action_past_its_day_is_told_until_it_is_done(agency: Agency) -> None:
    sesi = guidance.signed(agency)
    action = sesi.tindakan.get()
    assert JenisSinyal.TINDAKAN_LEWAT not in night(agency, action.tenggat)
    late = action.tenggat + timedelta(days=1)
    found = night(agency, late)[JenisSinyal.TINDAKAN_LEWAT]
    assert "1 tindakan yang disepakati lewat tenggat" in kata_sinyal.sentence(found)
    catatan.finish_action(tindakan_id=action.pk, actor=agency.named("ani"), pada=NOON, on=late)
    assert not Sinyal.objects.filter(jenis=JenisSinyal.TINDAKAN_LEWAT).exists()


@pytest.mark.parametrize(("jumlah", "far"), [(63, True), (65, False), (320, False), (325, True)])
def test_an_expectation_is_far_off_by_the_pace_to_the_years_end(
    agency: Agency, skp: Skp, jumlah: int, far: bool
) -> None:
    """1 September: 66.85 per cent of the year; 240 letters are the target."""
    given.entry(agency, jumlah)
    found = night(agency, AUTUMN).get(JenisSinyal.EKSPEKTASI_JAUH)
    assert (found is not None) == far
    if found:
        assert "dengan laju sekarang" in kata_sinyal.sentence(found)


def test_early_in_the_year_no_pace_is_judged(agency: Agency, skp: Skp) -> None:
    given.entry(agency, 1)
    assert JenisSinyal.EKSPEKTASI_JAUH not in night(agency, TODAY)


# Night and day


def test_a_night_twice_finds_the_same_and_keeps_since_when(agency: Agency, skp: Skp) -> None:
    first = {one.pk: (one.jenis, one.sejak) for one in night(agency, AUTUMN).values()}
    later = AUTUMN + timedelta(days=3)
    again = night(agency, later)
    assert {one.pk: (one.jenis, one.sejak) for one in again.values()} == first
    assert {one.terakhir for one in again.values()} == {later}


def test_the_nightly_turn_looks_at_every_agency(agency: Agency, other_agency: Agency) -> None:
    on = timezone.localdate()
    for one in (agency, other_agency):
        plans.established(one, on=on)
    tasks.look.call_local()
    owners = {one.skp.pegawai_id for one in Sinyal.objects.select_related("skp")}
    assert owners == {agency.ani.pk, other_agency.ani.pk}


def test_a_night_over_many_asks_as_often_as_over_one(
    agency: Agency, skp: Skp, django_assert_num_queries: Any
) -> None:
    """The lot's ids (twice), its plans, entries, feedback, actions, what is stored, new rows in a
    savepoint (3), what is gone, plans that ended, and the same days told again."""
    asked = []
    for who in ("eko", "dewi", "indra"):
        Sinyal.objects.all().delete()
        with django_assert_num_queries(BUDGET) as found:
            door.look_at_agency(agency.instansi, on=AUTUMN)
        asked.append(len(found))
        plans.established(agency, who)
    assert len(set(asked)) == 1


BUDGET = 11


def test_what_is_recorded_is_true_the_same_moment(agency: Agency, skp: Skp) -> None:
    assert JenisSinyal.TANPA_CATATAN in night(agency, AUTUMN)
    made = given_harian.line(agency, on=AUTUMN, jumlah=200)
    assert not Sinyal.objects.filter(jenis=JenisSinyal.TANPA_CATATAN).exists()
    progress.void_progress(
        realisasi_id=made.pk, alasan="Ganda", actor=agency.named("ani"), pada=NOON, on=AUTUMN
    )
    assert Sinyal.objects.filter(jenis=JenisSinyal.TANPA_CATATAN).exists()


def test_one_plan_alone_is_seen_as_the_night_sees_it(agency: Agency, skp: Skp) -> None:
    given.entry(agency, 30)
    kept = {name: (one.hasil_kunci, one.angka) for name, one in night(agency, AUTUMN).items()}
    Sinyal.objects.all().delete()
    law = law_room.parameters(agency.instansi)
    pengamatan.look_at_plan(skp.pk, law=law, on=AUTUMN)
    assert {one.jenis: (one.hasil_kunci, one.angka) for one in Sinyal.objects.all()} == kept


def test_a_plan_that_ended_keeps_no_signals(agency: Agency, skp: Skp) -> None:
    assert night(agency, AUTUMN)
    assert not night(agency, date(2027, 1, 1))


# Muting


def test_a_muted_signal_is_silent_until_its_day_and_keeps_its_reason(
    agency: Agency, skp: Skp
) -> None:
    one = muted(agency, night(agency, AUTUMN)[JenisSinyal.TERTINGGAL])
    assert plans.acts()[-1] == "sinyal.redam"
    known = list(door.progress_of([skp.pk], on=AUTUMN).values())
    budi = agency.named("budi")
    kinds = {each.sinyal.jenis for each in attention.of_progress(known, budi, on=AUTUMN)[skp.pk]}
    assert JenisSinyal.TERTINGGAL not in kinds
    assert JenisSinyal.TANPA_CATATAN in kinds
    night(agency, one.diredam_sampai)  # type: ignore[arg-type]
    assert Sinyal.objects.get(pk=one.pk).alasan_redam == "Cuti melahirkan"
    after = AUTUMN + timedelta(days=31)
    known = list(door.progress_of([skp.pk], on=after).values())
    kinds = {each.sinyal.jenis for each in attention.of_progress(known, budi, on=after)[skp.pk]}
    assert JenisSinyal.TERTINGGAL in kinds


def test_a_mute_holds_while_its_reason_comes_and_goes(agency: Agency, skp: Skp) -> None:
    one = muted(agency, night(agency, AUTUMN)[JenisSinyal.TANPA_CATATAN])
    given.entry(agency, 1, on=AUTUMN)
    assert Sinyal.objects.get(pk=one.pk).is_muted(AUTUMN)


def test_only_the_penilai_mutes_and_never_about_themselves(agency: Agency, skp: Skp) -> None:
    one = night(agency, AUTUMN)[JenisSinyal.TERTINGGAL]
    with pytest.raises(PermissionDenied):
        muted(agency, one, "ani")
    for stranger in ("fitri", "dewi", "gita", "eko", "indra"):
        with pytest.raises(Sinyal.DoesNotExist):
            muted(agency, one, stranger)


def test_two_who_mute_at_once_the_second_is_told(agency: Agency, skp: Skp) -> None:
    one = muted(agency, night(agency, AUTUMN)[JenisSinyal.TERTINGGAL])
    with pytest.raises(WrongState):
        muted(agency, one)
    sinyal.unmute(sinyal_id=one.pk, actor=agency.named("budi"), pada=NOON, on=AUTUMN)
    assert plans.acts()[-1] == "sinyal.bunyikan"
    with pytest.raises(WrongState):
        sinyal.unmute(sinyal_id=one.pk, actor=agency.named("budi"), pada=NOON, on=AUTUMN)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"alasan": " "}, "alasan"),
        ({"sampai": AUTUMN - timedelta(days=1)}, "sampai"),
        ({"sampai": date(2027, 1, 1)}, "sampai"),
    ],
)
def test_a_mute_without_reason_or_end_is_refused(
    agency: Agency, skp: Skp, wrong: dict[str, Any], field: str
) -> None:
    one = night(agency, AUTUMN)[JenisSinyal.TERTINGGAL]
    with pytest.raises(Refused) as why:
        muted(agency, one, **wrong)
    assert why.value.field == field


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("sinyal_diredam_beralasan", {"diredam_sampai": AUTUMN}),
        ("sinyal_jenis_dikenal", {"jenis": "lain"}),
        ("sinyal_sejak_sebelum_terakhir", {"terakhir": date(2020, 1, 1)}),
    ],
)
def test_the_database_guards_a_signal(
    agency: Agency, skp: Skp, name: str, values: dict[str, Any]
) -> None:
    one = night(agency, AUTUMN)[JenisSinyal.TERTINGGAL]
    with pytest.raises(IntegrityError, match=name):
        Sinyal.objects.filter(pk=one.pk).update(**values)


# The pages


@pytest.fixture
def today(agency: Agency) -> date:
    """Ani's plan, in which nothing was recorded for long."""
    on = timezone.localdate()
    skp = plans.established(agency, on=on)
    Sinyal.objects.create(
        skp=skp,
        jenis=JenisSinyal.TANPA_CATATAN,
        sejak=on,
        terakhir=on,
        angka={"hari": 41, "terakhir": ""},
    )
    return on


def test_the_penilai_mutes_on_the_page_and_the_person_reads_why(
    agency: Agency, today: date, browser_of: Any
) -> None:
    one = Sinyal.objects.get()
    budi, ani = browser_of(agency.budi), browser_of(agency.ani)
    listed = reverse("monitoring:sinyal", args=[one.skp_id])
    assert "Belum ada catatan sama sekali, sudah 41 hari." in budi.get(listed).content.decode()
    address = reverse("monitoring:sinyal_redam", args=[one.pk])
    page = budi.post(address, {"alasan": "Cuti besar", "sampai": ""})
    assert "Cuti besar" in page.content.decode()
    page = budi.post(address, {"alasan": "Cuti besar", "sampai": today}, follow=True)
    assert "Diredam." in page.content.decode()
    text = ani.get(listed).content.decode()
    assert "Cuti besar" in text
    assert "Jangan redam lagi" not in text
    plan = ani.get(reverse("planning:skp", args=[one.skp_id])).content.decode()
    assert "sudah 41 hari" not in plan


def test_a_signal_stands_on_the_page_of_the_plan(
    agency: Agency, today: date, browser_of: Any
) -> None:
    one = Sinyal.objects.get()
    text = browser_of(agency.budi).get(reverse("planning:skp", args=[one.skp_id])).content.decode()
    assert "Belum ada catatan sama sekali, sudah 41 hari." in text
