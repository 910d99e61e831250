"""The diary: one line is one line, however often it is sent; what it counts for; its page."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from bina.monitoring import harian as page
from bina.monitoring import reading
from bina.monitoring.models import Bukti, Realisasi
from bina.monitoring.services.refused import Refused
from bina.planning.models import Skp
from bina.rules.parameters import Parameters, Value
from bina.rules.texts import texts
from tests.conftest import TODAY, Agency
from tests.monitoring import given, given_harian
from tests.planning import plans

KEY = UUID("4b0b4b0e-1111-4000-8000-000000000000")


@pytest.fixture
def skp(agency: Agency) -> Skp:
    return plans.established(agency)


def share(agency: Agency, skp: Skp) -> Decimal | None:
    return reading.progress_of([skp.pk], on=TODAY)[skp.pk].hasil[0].indikator[0].realisasi


def test_a_line_on_a_counted_step_moves_the_indicator(agency: Agency, skp: Skp) -> None:
    step = given_harian.step(agency)
    made = given_harian.line(agency, rencana_aksi_id=step.pk, jumlah=7)
    assert (made.nilai, made.jumlah, made.satuan) == (7, 7, "surat")
    assert share(agency, skp) == 7
    assert plans.acts()[-1] == "realisasi.catat_harian"


def test_a_line_on_a_step_of_its_own_unit_leaves_the_indicator_alone(
    agency: Agency, skp: Skp
) -> None:
    given.entry(agency, 60)
    step = given_harian.step(agency, dihitung=False, satuan="berkas", langkah="Menyusun daftar")
    made = given_harian.line(agency, rencana_aksi_id=step.pk, jumlah=7)
    assert (made.nilai, made.satuan) == (None, "berkas")
    assert share(agency, skp) == 60


def test_a_line_without_a_step_counts_straight_for_the_indicator(agency: Agency, skp: Skp) -> None:
    given_harian.line(agency, jumlah=4)
    assert share(agency, skp) == 4


def test_words_of_an_indicator_stay_when_a_line_only_counts(agency: Agency, skp: Skp) -> None:
    given.entry(agency, "1 hari", indikator=2)
    kunci = given.plan(agency).hasil[0].indikator[2].kunci
    given_harian.line(agency, indikator_kunci=kunci, jumlah=1)
    found = reading.progress_of([skp.pk], on=TODAY)[skp.pk].hasil[0].indikator[2]
    assert (found.teks, found.jumlah_catatan) == ("1 hari", 2)


def test_a_line_sent_twice_is_one_line_and_one_trace(agency: Agency, skp: Skp) -> None:
    first = given_harian.line(agency, kunci=KEY)
    traces = len(plans.acts())
    assert given_harian.line(agency, kunci=KEY) == first
    assert (Realisasi.objects.count(), len(plans.acts())) == (1, traces)


def test_the_key_of_one_person_is_not_the_key_of_another(agency: Agency, skp: Skp) -> None:
    plans.established(agency, "eko")
    given_harian.line(agency, kunci=KEY)
    rencana = given.plan(agency, "eko")
    kunci = rencana.hasil[0].indikator[0].kunci
    made, fresh = given_harian.harian.record_line(
        skp_id=rencana.skp_id,
        baris=given_harian.baris(indikator_kunci=kunci),
        kunci=KEY,
        actor=agency.named("eko"),
        pada=given_harian.NOON,
        on=TODAY,
    )
    assert fresh
    assert made.dicatat_oleh == agency.eko


def test_the_penilai_writes_no_line_for_the_person(agency: Agency, skp: Skp) -> None:
    with pytest.raises(PermissionDenied):
        given_harian.line(agency, who="budi")


WRONG = [
    ({"jam_selesai": time(8)}, "jam_selesai"),
    ({"jam_selesai": time(7)}, "jam_selesai"),
    ({"kegiatan": "  "}, "kegiatan"),
    ({"kegiatan": "x" * 301}, "kegiatan"),
    ({"jumlah": -1}, "jumlah"),
    ({"tanggal": TODAY + timedelta(days=1)}, "tanggal"),
    ({"tanggal": date(2025, 12, 31)}, "tanggal"),
    ({"rencana_aksi_id": 0}, "untuk"),
    ({"indikator_kunci": None}, "untuk"),
    ({"bukti": given_harian.harian.BuktiBaru(url="javascript:alert(1)")}, "url"),
]


@pytest.mark.parametrize(("wrong", "field"), WRONG)
def test_what_is_wrong_with_a_line_is_said_where_it_is(
    agency: Agency, skp: Skp, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as why:
        given_harian.line(agency, **wrong)
    assert why.value.field == field
    assert not Realisasi.objects.exists()


def test_a_step_of_somebody_else_is_no_step(agency: Agency, skp: Skp) -> None:
    plans.established(agency, "eko")
    rencana = given.plan(agency, "eko")
    isi = given_harian.isi(agency)
    theirs = given_harian.rencana_aksi.plan_step(
        skp_id=rencana.skp_id,
        isi=type(isi)(**{**_fields(isi), "indikator_kunci": rencana.hasil[0].indikator[0].kunci}),
        actor=agency.named("eko"),
        pada=given_harian.NOON,
        on=TODAY,
    )
    with pytest.raises(Refused, match="tidak ada lagi"):
        given_harian.line(agency, rencana_aksi_id=theirs.pk)


def _fields(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("realisasi_jam_berurutan", {"jam_selesai": time(8)}),
        ("realisasi_jam_berurutan", {"jam_selesai": None}),
        ("realisasi_harian_berkegiatan", {"uraian": ""}),
        ("realisasi_angka_atau_kata", {"nilai": None, "jumlah": None}),
    ],
)
def test_the_database_guards_a_line(
    agency: Agency, skp: Skp, name: str, values: dict[str, Any]
) -> None:
    given_harian.line(agency)
    with pytest.raises(IntegrityError, match=name):
        Realisasi.objects.update(**values)


def test_the_database_takes_a_key_once(agency: Agency, skp: Skp) -> None:
    given_harian.line(agency, kunci=KEY)
    given_harian.line(agency)
    with pytest.raises(IntegrityError):
        Realisasi.objects.update(kunci_kirim=KEY)


# How exactly a line says when (pemantauan.butir_catatan)


def with_grain(jenis: str) -> Parameters:
    """The law as an agency has set it."""
    name = "pemantauan.butir_catatan"
    own = Value(name, date(2022, 1, 1), None, jenis, "SK 800/1", "instansi")
    return Parameters(texts(), {name: (own,)})


@pytest.mark.parametrize(
    ("jenis", "first", "label"),
    [("minggu", "2026-03-02", "2 Maret 2026"), ("bulan", "2026-03-02", "Maret 2026")],
)
def test_an_agency_may_ask_for_weeks_or_months(
    agency: Agency, skp: Skp, jenis: str, first: str, label: str
) -> None:
    found = page.grain(given.plan(agency), law=with_grain(jenis), on=TODAY)
    assert not found.is_harian
    assert found.pilihan[0] == (first, label)
    assert all(date.fromisoformat(day) <= TODAY for day, _label in found.pilihan)


# The page


def today() -> date:
    return timezone.localdate()


def url(name: str, *args: Any) -> str:
    return reverse(f"monitoring:{name}", args=args)


@pytest.fixture
def running(agency: Agency) -> Skp:
    return plans.established(agency, on=today())


def sent(agency: Agency, **more: Any) -> dict[str, Any]:
    """What the form posts."""
    kunci = given.plan(agency, on=today()).hasil[0].indikator[0].kunci
    return {
        "kunci": str(KEY),
        "untuk": f"indikator:{kunci}",
        "tanggal": today().isoformat(),
        "jam_mulai": "08:00",
        "jam_selesai": "09:30",
        "kegiatan": "Menjawab surat warga",
        "jumlah": "3",
        **more,
    }


def test_the_form_posts_without_a_script(agency: Agency, running: Skp, browser_of: Any) -> None:
    ani = browser_of(agency.ani)
    data = sent(agency, url="https://contoh.go.id/surat", foto=given.pdf())
    text = ani.post(url("harian"), data, follow=True).content.decode()
    assert "Tercatat." in text
    assert "Menjawab surat warga" in text
    made = Realisasi.objects.get()
    assert (made.kunci_kirim, made.nilai, Bukti.objects.count()) == (KEY, 3, 2)
    again = ani.post(url("harian"), sent(agency), follow=True).content.decode()
    assert "hanya disimpan sekali" in again
    assert Realisasi.objects.count() == 1


def test_a_device_is_answered_in_json(agency: Agency, running: Skp, browser_of: Any) -> None:
    ani = browser_of(agency.ani)
    device = {"headers": {"Bina-Perangkat": "1"}}
    assert ani.post(url("harian"), sent(agency), **device).status_code == 201
    again = ani.post(url("harian"), sent(agency), **device)
    assert (again.status_code, again.json()) == (200, {"baru": False})
    wrong = ani.post(url("harian"), sent(agency, kunci=str(uuid4()), jumlah="1,5"), **device)
    assert wrong.status_code == 422
    assert "bilangan bulat" in wrong.json()["salah"]["jumlah"]
    assert Realisasi.objects.count() == 1


def test_a_device_without_a_plan_in_force_is_told_that_the_line_stays(
    agency: Agency, running: Skp, browser_of: Any
) -> None:
    data = sent(agency)
    Skp.objects.filter(pk=running.pk).update(status="digantikan")
    answer = browser_of(agency.ani).post(url("harian"), data, headers={"Bina-Perangkat": "1"})
    assert answer.status_code == 422
    assert "tetap tersimpan di perangkat" in answer.json()["salah"][""]


@pytest.mark.parametrize("value", ["", "1,5", "tiga", "-1", "1e9", "9" * 30])
def test_a_strange_quantity_is_explained_and_nothing_typed_is_lost(
    agency: Agency, running: Skp, browser_of: Any, value: str
) -> None:
    text = browser_of(agency.ani).post(url("harian"), sent(agency, jumlah=value)).content.decode()
    assert 'value="Menjawab surat warga"' in text
    assert not Realisasi.objects.exists()


def test_a_photo_that_is_none_is_refused_in_words(
    agency: Agency, running: Skp, browser_of: Any
) -> None:
    bad = given.SimpleUploadedFile("foto.png", b"<svg onload=alert(1)>", "image/png")
    text = browser_of(agency.ani).post(url("harian"), sent(agency, foto=bad)).content.decode()
    assert "belum terkirim" in text
    assert not Realisasi.objects.exists()


def test_yesterdays_line_is_copied_in_one_tap(
    agency: Agency, running: Skp, browser_of: Any
) -> None:
    before = today() - timedelta(days=1)
    made = given_harian.line(
        agency, on=today(), tanggal=before, kegiatan="Menyortir surat", jumlah=9
    )
    ani = browser_of(agency.ani)
    assert f"?lanjutkan={made.pk}" in ani.get(url("harian")).content.decode()
    text = ani.get(url("harian"), {"lanjutkan": made.pk}).content.decode()
    assert 'value="Menyortir surat"' in text
    assert f'value="{today().isoformat()}"' in text
    assert 'value="08:00"' in text


def test_nobody_copies_the_line_of_another(agency: Agency, running: Skp, browser_of: Any) -> None:
    made = given_harian.line(agency, on=today(), kegiatan="Menyortir surat")
    plans.established(agency, "eko", on=today())
    for value in (made.pk, "9" * 18, "abc", "²"):
        page = browser_of(agency.eko).get(url("harian"), {"lanjutkan": value})
        assert page.status_code == 200
        assert "Menyortir surat" not in page.content.decode()


def test_the_step_used_last_is_chosen_already(
    agency: Agency, running: Skp, browser_of: Any
) -> None:
    step = given_harian.step(agency, on=today())
    given_harian.line(agency, on=today(), rencana_aksi_id=step.pk)
    text = browser_of(agency.ani).get(url("harian")).content.decode()
    assert f'<option value="langkah:{step.pk}" selected>' in text


def test_who_has_no_plan_in_force_is_told_so(agency: Agency, browser_of: Any) -> None:
    text = browser_of(agency.citra).get(url("harian")).content.decode()
    assert "Belum ada SKP yang berlaku" in text


def test_the_diary_asks_as_often_for_one_line_as_for_many(
    agency: Agency, running: Skp, browser_of: Any, django_assert_num_queries: Any
) -> None:
    """Session, user, menu (4); the plan (3), the steps, the last line, the lines counted and
    read with their evidence (3)."""
    ani = browser_of(agency.ani)
    step = given_harian.step(agency, on=today())
    for number in (1, 12):
        for one in range(number):
            bukti = given_harian.harian.BuktiBaru(url=f"https://contoh.go.id/{one}")
            given_harian.line(agency, on=today(), rencana_aksi_id=step.pk, bukti=bukti)
        ani.get(url("harian"))
        with django_assert_num_queries(BUDGET):
            ani.get(url("harian"))


BUDGET = 12
