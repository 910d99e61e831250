"""Steps towards a result: who plans them, for when, how much; what becomes of them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from bina.core.workflow import WrongState
from bina.monitoring import langkah, masa
from bina.monitoring.models import RencanaAksi
from bina.monitoring.services import rencana_aksi as services
from bina.monitoring.services.progress import void_progress
from bina.monitoring.services.refused import Refused
from bina.planning.models import Skp
from tests.conftest import NOON, TODAY, Agency
from tests.monitoring import given, given_harian
from tests.monitoring.test_services import new_version
from tests.planning import plans


@pytest.fixture
def skp(agency: Agency) -> Skp:
    return plans.established(agency)


def change(agency: Agency, step: RencanaAksi, who: str = "ani", **more: Any) -> RencanaAksi:
    suntingan = more.pop("suntingan", step.suntingan)
    return services.change_step(
        rencana_aksi_id=step.pk,
        isi=given_harian.isi(agency, **more),
        suntingan=suntingan,
        actor=agency.named(who),
        pada=NOON,
        on=TODAY,
    )


def test_a_planned_step_has_its_quarter_its_unit_and_a_trace(agency: Agency, skp: Skp) -> None:
    step = given_harian.step(agency)
    assert (step.mulai, step.selesai) == (max(skp.mulai, date(2026, 1, 1)), date(2026, 3, 31))
    assert (step.target, step.satuan) == (60, "surat")
    assert plans.acts()[-1] == "rencana_aksi.tulis"


def test_only_the_person_plans(agency: Agency, skp: Skp) -> None:
    with pytest.raises(PermissionDenied):
        given_harian.step(agency, "budi")
    with pytest.raises(ObjectDoesNotExist):
        given_harian.step(agency, "citra")


def test_before_the_plan_is_established_there_is_nothing_to_step_towards(agency: Agency) -> None:
    skp = plans.submitted(agency)
    with pytest.raises(PermissionDenied):
        services.plan_step(
            skp_id=skp.pk,
            isi=None,
            actor=agency.named("ani"),
            pada=NOON,
            on=TODAY,  # type: ignore[arg-type]
        )


WRONG = [
    ({"langkah": "  "}, "langkah"),
    ({"target": None}, "target"),
    ({"target": None, "target_teks": "Daftar selesai"}, "dihitung"),
    ({"dihitung": False}, "satuan"),
    ({"tenggat": date(2026, 4, 1)}, "tenggat"),
    ({"mulai": date(2026, 2, 1)}, "masa"),
    ({"mulai": date(2027, 1, 1)}, "masa"),
]


@pytest.mark.parametrize(("wrong", "field"), WRONG)
def test_what_is_wrong_is_said_where_it_is(
    agency: Agency, skp: Skp, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as why:
        given_harian.step(agency, **wrong)
    assert why.value.field == field
    assert not RencanaAksi.objects.exists()


def test_an_indicator_in_words_counts_no_numbers(agency: Agency, skp: Skp) -> None:
    with pytest.raises(Refused, match="indikator berangka"):
        given_harian.step(agency, indikator=2)


def test_the_same_step_twice_in_a_period_is_noticed(agency: Agency, skp: Skp) -> None:
    given_harian.step(agency)
    with pytest.raises(Refused, match="sudah ada"):
        given_harian.step(agency)


def test_a_stale_page_changes_nothing(agency: Agency, skp: Skp) -> None:
    step = given_harian.step(agency)
    change(agency, step, target=70)
    with pytest.raises(services.Stale):
        change(agency, step, target=80, suntingan=0)
    assert RencanaAksi.objects.get().target == 70


def test_what_was_written_on_is_neither_changed_nor_dropped(agency: Agency, skp: Skp) -> None:
    step = given_harian.step(agency)
    made = given_harian.line(agency, rencana_aksi_id=step.pk)
    void_progress(
        realisasi_id=made.pk, alasan="Ganda", actor=agency.named("ani"), pada=NOON, on=TODAY
    )
    with pytest.raises(WrongState):
        change(agency, step, target=70)
    with pytest.raises(WrongState):
        services.drop_step(rencana_aksi_id=step.pk, actor=agency.named("ani"), pada=NOON, on=TODAY)


def test_the_penilai_reads_and_does_not_write(agency: Agency, skp: Skp) -> None:
    step = given_harian.step(agency)
    assert RencanaAksi.objects.visible_to(agency.named("budi"), on=TODAY).get() == step
    with pytest.raises(PermissionDenied):
        change(agency, step, "budi", target=1)
    for stranger in ("citra", "eko", "gita", "hadi"):
        assert not RencanaAksi.objects.visible_to(agency.named(stranger), on=TODAY).exists()


def test_a_step_survives_a_new_version_of_the_plan(agency: Agency, skp: Skp) -> None:
    step = given_harian.step(agency)
    newer = new_version(agency, skp)
    rencana = given.plan(agency)
    assert [one.pk for one in langkah.of_plan(rencana)] == [step.pk]
    assert change(agency, step, target=70).skp_id == newer.pk


@pytest.mark.parametrize(
    ("kind", "count", "first", "last"),
    [
        ("triwulan", 4, ("2026-02-10", "2026-03-31"), ("2026-10-01", "2026-12-31")),
        ("bulan", 11, ("2026-02-10", "2026-02-28"), ("2026-12-01", "2026-12-31")),
    ],
)
def test_periods_are_the_calendars_cut_to_the_plan(
    kind: str, count: int, first: tuple[str, str], last: tuple[str, str]
) -> None:
    found = masa.periods(date(2026, 2, 10), date(2026, 12, 31), kind)
    ends = [(one.mulai.isoformat(), one.selesai.isoformat()) for one in (found[0], found[-1])]
    assert (len(found), *ends) == (count, first, last)


def test_weeks_run_from_monday_and_leave_no_day_out() -> None:
    found = masa.weeks(date(2026, 1, 1), date(2026, 1, 31))
    assert [one.mulai.weekday() for one in found[1:]] == [0] * (len(found) - 1)
    assert sum((one.selesai - one.mulai).days + 1 for one in found) == 31


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("rencana_aksi_berlangkah", {"langkah": ""}),
        ("rencana_aksi_bertarget", {"target": None, "target_teks": "", "dihitung": False}),
        ("rencana_aksi_dihitung_berangka", {"target": None, "target_teks": "Selesai"}),
        ("rencana_aksi_tenggat_dalam_masa", {"tenggat": date(2027, 1, 1)}),
    ],
)
def test_the_database_guards_a_step(
    agency: Agency, skp: Skp, name: str, values: dict[str, Any]
) -> None:
    given_harian.step(agency)
    with pytest.raises(IntegrityError, match=name):
        RencanaAksi.objects.update(**values)


# How far a step is


def test_quantities_add_up_on_a_sum_and_replace_on_a_state(agency: Agency, skp: Skp) -> None:
    summed = given_harian.step(agency)
    state = given_harian.step(agency, indikator=1, langkah="Memeriksa jawaban", target=95)
    for jumlah in (20, 25):
        for step in (summed, state):
            given_harian.line(agency, rencana_aksi_id=step.pk, jumlah=jumlah)
    ani = agency.named("ani")
    found = {
        one.it.pk: one
        for one in langkah.with_progress(langkah.of_plan(given.plan(agency)), ani, on=TODAY)
    }
    cara = state.indikator.cara_hitung
    assert (found[summed.pk].tercapai, found[summed.pk].persen) == (45, 75)
    assert found[state.pk].tercapai == (25 if cara == "terakhir" else 45)


def test_a_step_past_its_day_and_short_of_its_target_is_late(agency: Agency, skp: Skp) -> None:
    step = given_harian.step(agency, tenggat=date(2026, 3, 1))
    ani = agency.named("ani")
    assert langkah.with_progress([step], ani, on=TODAY)[0].telat(TODAY)
    assert not langkah.with_progress([step], ani, on=TODAY)[0].telat(date(2026, 3, 1))
    given_harian.line(agency, rencana_aksi_id=step.pk, jumlah=60)
    assert not langkah.with_progress([step], ani, on=TODAY)[0].telat(TODAY)


# The pages


def today() -> date:
    return timezone.localdate()


def url(name: str, *args: Any) -> str:
    return reverse(f"monitoring:{name}", args=args)


@pytest.fixture
def running(agency: Agency) -> Skp:
    return plans.established(agency, on=today())


def sent(agency: Agency, **more: Any) -> dict[str, Any]:
    one = given_harian.isi(agency, on=today())
    return {
        "masa": one.mulai.isoformat(),
        "indikator": str(one.indikator_kunci),
        "langkah": one.langkah,
        "target": "60",
        "dihitung": "on",
        "tenggat": one.tenggat.isoformat(),
        **more,
    }


def test_a_step_is_written_on_the_page_and_read_by_the_penilai(
    agency: Agency, running: Skp, browser_of: Any
) -> None:
    ani = browser_of(agency.ani)
    answer = ani.post(url("rencana_aksi_tulis", running.pk), sent(agency), follow=True)
    assert "Tersimpan." in answer.content.decode()
    seen = browser_of(agency.budi).get(url("rencana_aksi", running.pk)).content.decode()
    assert "Menjawab surat masuk setiap hari" in seen
    assert "60 surat" in seen
    assert "Tulis langkah" not in seen


def test_a_wrong_step_keeps_what_was_typed(agency: Agency, running: Skp, browser_of: Any) -> None:
    data = sent(agency, target="enam", satuan="surat pos")
    page = browser_of(agency.ani).post(url("rencana_aksi_tulis", running.pk), data)
    text = page.content.decode()
    assert "bilangan bulat" in text
    assert 'value="enam"' in text
    assert 'value="surat pos"' in text


def test_a_stale_page_shows_both_texts_and_can_then_save(
    agency: Agency, running: Skp, browser_of: Any
) -> None:
    step = given_harian.step(agency, on=today())
    services.change_step(
        rencana_aksi_id=step.pk,
        isi=replace(given_harian.isi(agency, on=today()), langkah="Menjawab surat pos"),
        suntingan=0,
        actor=agency.named("ani"),
        pada=NOON,
        on=today(),
    )
    ani = browser_of(agency.ani)
    data = sent(agency, langkah="Menjawab surel", suntingan="0")
    text = ani.post(url("rencana_aksi_ubah", step.pk), data).content.decode()
    assert "Yang tersimpan sekarang: Menjawab surat pos" in text
    assert 'value="Menjawab surel"' in text
    assert 'name="suntingan" value="1"' in text
    ani.post(url("rencana_aksi_ubah", step.pk), {**data, "suntingan": "1"})
    assert RencanaAksi.objects.get().langkah == "Menjawab surel"


def test_an_unused_step_is_dropped_from_its_page(
    agency: Agency, running: Skp, browser_of: Any
) -> None:
    step = given_harian.step(agency, on=today())
    ani = browser_of(agency.ani)
    assert "Dihapus." in ani.post(url("rencana_aksi_hapus", step.pk), follow=True).content.decode()
    assert not RencanaAksi.objects.exists()


def test_the_list_asks_as_often_for_one_step_as_for_many(
    agency: Agency, running: Skp, browser_of: Any, django_assert_num_queries: Any
) -> None:
    """Session, user, menu and its memory (5); the plan seen and read (3), what may be done, the
    steps, their entries."""
    ani = browser_of(agency.ani)
    address = url("rencana_aksi", running.pk)
    counts = []
    for number in (1, 12):
        for one in range(number):
            step = given_harian.step(agency, on=today(), langkah=f"Langkah {number} {one}")
            given_harian.line(agency, on=today(), rencana_aksi_id=step.pk)
        ani.get(address)
        with django_assert_num_queries(BUDGET) as asked:
            ani.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1]


BUDGET = 12
