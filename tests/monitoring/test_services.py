"""Recording progress: what is taken, what is refused, what stays."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.monitoring import door
from bina.monitoring.models import Bukti, Realisasi
from bina.monitoring.services import progress
from bina.monitoring.services.refused import Refused
from bina.planning.models import Skp
from tests.conftest import NOON, TODAY, Agency
from tests.monitoring import given
from tests.planning import plans
from tests.waiting import tasks


@pytest.fixture
def skp(agency: Agency) -> Skp:
    return plans.established(agency)


def test_an_entry_counts_towards_the_target_and_leaves_a_trace(agency: Agency, skp: Skp) -> None:
    made = given.entry(agency, 60)
    known = door.progress_of([skp.pk], on=TODAY)[skp.pk]
    first = known.hasil[0].indikator[0]
    assert (first.realisasi, first.persen) == (60, 25)
    line = Jejak.objects.latest("pada", "nomor")
    assert (line.tindakan, line.tentang_id) == ("realisasi.catat", agency.ani.pk)
    assert line.fakta["ke"]["nilai"] == str(made.nilai)


def test_words_are_taken_where_the_target_is_words(agency: Agency, skp: Skp) -> None:
    given.entry(agency, "rata-rata 1 hari", indikator=2)
    known = door.progress_of([skp.pk], on=TODAY)[skp.pk]
    third = known.hasil[0].indikator[2]
    assert (third.persen, third.teks) == (None, "rata-rata 1 hari")


def test_progress_is_counted_over_all_versions_of_the_plan(agency: Agency, skp: Skp) -> None:
    given.entry(agency, 60)
    newer = new_version(agency, skp)
    given.entry(agency, 20)
    known = door.progress_of([newer.pk], on=TODAY)[newer.pk]
    assert known.hasil[0].indikator[0].realisasi == 80


def test_many_plans_cost_as_many_queries_as_one(
    agency: Agency, skp: Skp, django_assert_num_queries
) -> None:
    other = plans.established(agency, "eko")
    with django_assert_num_queries(3):  # plans with results, conduct; entries
        door.progress_of([skp.pk, other.pk], on=TODAY)


@pytest.mark.parametrize(
    ("day", "field"), [(date(2026, 3, 3), "tanggal"), (date(2025, 12, 31), "tanggal")]
)
def test_an_entry_lies_within_the_plan_and_not_in_the_future(
    agency: Agency, skp: Skp, day: date, field: str
) -> None:
    with pytest.raises(Refused) as why:
        given.entry(agency, tanggal=day)
    assert why.value.field == field
    assert not Realisasi.objects.exists()


@pytest.mark.parametrize(("nilai", "indikator"), [(-1, 0), ("banyak", 0), (3, 2), ("  ", 2)])
def test_a_value_must_fit_its_indicator(agency: Agency, skp: Skp, nilai, indikator) -> None:
    with pytest.raises(Refused) as why:
        given.entry(agency, nilai, indikator=indikator)
    assert why.value.field == "nilai"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.id/x", "//a.id", "contoh.go.id"]
)
def test_a_link_is_http_or_nothing(agency: Agency, skp: Skp, url: str) -> None:
    with pytest.raises(Refused) as why:
        given.entry(agency, bukti=progress.BuktiBaru(None, url, "Laporan"))
    assert why.value.field == "url"
    with pytest.raises(IntegrityError), transaction.atomic():
        Bukti.objects.create(realisasi=given.entry(agency), url=url, judul="x", dibuat=NOON)


def test_evidence_is_a_file_or_a_link_each_its_own(agency: Agency, skp: Skp) -> None:
    made = given.evidence(agency)
    assert sorted((one.judul, bool(one.url)) for one in made.bukti.all()) == [
        ("Laporan", True),
        ("rekap.pdf", False),
    ]
    with pytest.raises(IntegrityError, match="bukti_berkas_atau_tautan"), transaction.atomic():
        Bukti.objects.create(realisasi=made, judul="kosong", dibuat=NOON)


def test_a_mistake_is_voided_with_a_reason_and_stays_readable(agency: Agency, skp: Skp) -> None:
    made = given.entry(agency, 600)
    void(agency, made, "Salah ketik, seharusnya 60.")
    assert door.progress_of([skp.pk], on=TODAY)[skp.pk].persen == 0
    kept = Realisasi.objects.get()
    assert (kept.nilai, kept.alasan_batal) == (Decimal(600), "Salah ketik, seharusnya 60.")
    assert "ketik" not in Jejak.objects.latest("pada", "nomor").isi


def test_voiding_asks_for_a_reason_and_happens_once(agency: Agency, skp: Skp) -> None:
    made = given.entry(agency)
    with pytest.raises(Refused):
        void(agency, made, "  ")
    void(agency, made, "Ganda.")
    with pytest.raises(WrongState):
        void(agency, made, "Ganda.")
    with pytest.raises(WrongState):
        progress.add_evidence(
            realisasi_id=made.pk,
            bukti=progress.BuktiBaru(given.pdf()),
            actor=agency.named("ani"),
            pada=NOON,
            on=TODAY,
        )


def test_only_the_writer_voids(agency: Agency, skp: Skp) -> None:
    made = given.entry(agency)
    with pytest.raises(PermissionDenied):
        void(agency, made, "Tidak benar.", "budi")
    with pytest.raises(Realisasi.DoesNotExist):
        void(agency, made, "Tidak benar.", "citra")


@pytest.mark.parametrize(
    ("who", "error"), [("budi", PermissionDenied), ("citra", ObjectDoesNotExist)]
)
def test_nobody_else_records(agency: Agency, skp: Skp, who: str, error: type[Exception]) -> None:
    rencana = given.plan(agency)
    with pytest.raises(error):
        progress.record_progress(
            skp_id=skp.pk,
            indikator_kunci=rencana.hasil[0].indikator[0].kunci,
            tanggal=TODAY,
            nilai=Decimal(1),
            nilai_teks="",
            uraian="",
            actor=agency.named(who),
            pada=NOON,
            on=TODAY,
        )


def test_a_plan_that_was_replaced_takes_no_entries(agency: Agency, skp: Skp) -> None:
    rencana = given.plan(agency)
    new_version(agency, skp)
    with pytest.raises(PermissionDenied):
        progress.record_progress(
            skp_id=skp.pk,
            indikator_kunci=rencana.hasil[0].indikator[0].kunci,
            tanggal=TODAY,
            nilai=Decimal(1),
            nilai_teks="",
            uraian="",
            actor=agency.named("ani"),
            pada=NOON,
            on=TODAY,
        )


def test_an_entry_is_a_number_or_words_never_both(agency: Agency, skp: Skp) -> None:
    made = given.entry(agency)
    for change in ({"nilai_teks": "x"}, {"nilai": None}, {"nilai": -1}, {"alasan_batal": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Realisasi.objects.filter(pk=made.pk).update(**change)


def void(agency: Agency, made: Realisasi, alasan: str, who: str = "ani") -> Realisasi:
    return progress.void_progress(
        realisasi_id=made.pk, alasan=alasan, actor=agency.named(who), pada=NOON, on=TODAY
    )


def new_version(agency: Agency, skp: Skp) -> Skp:
    """The plan's second version, with the same keys, agreed by the superior of that day."""
    from bina.planning.models import HasilKerja, Indikator

    made = Skp.objects.get(pk=skp.pk)
    Skp.objects.filter(pk=skp.pk).update(status="digantikan")
    parts = list(HasilKerja.objects.filter(skp=skp))
    made.pk, made._state.adding, made.versi = None, True, skp.versi + 1
    made.save()
    for part in parts:
        measures = list(Indikator.objects.filter(hasil=part))
        part.pk, part._state.adding, part.skp = None, True, made
        part.save()
        for one in measures:
            one.pk, one._state.adding, one.hasil = None, True, part
            one.save()
    return made


# What home is told


def test_home_reminds_of_a_month_without_an_entry(agency: Agency, skp: Skp) -> None:
    ani = agency.named("ani")
    assert [one.judul for one in tasks(door, ani, on=date(2026, 4, 2))] == [
        "Catat kemajuan Maret 2026 Anda"
    ]
    given.entry(agency)
    ani = agency.named("ani")  # as the next request knows her
    assert tasks(door, ani, on=date(2026, 4, 2)) == []


def test_a_timeline_shows_what_its_reader_may_see(agency: Agency, skp: Skp) -> None:
    given.entry(agency)
    given.feedback_on_result(agency)
    seen = {
        who: [one.jenis for one in door.timeline(agency.ani.pk, agency.named(who), on=TODAY)]
        for who in ("ani", "budi", "eko", "gita")
    }
    both = ["realisasi", "umpan_balik"]
    assert seen == {"ani": both, "budi": both, "eko": [], "gita": []}
