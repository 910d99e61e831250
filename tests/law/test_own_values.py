"""An agency's own values: what may be set, from when on, by whom, and what they leave alone."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bina.core.audit import verify
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.law import door, reading, results, services, susunan
from bina.law.checking import Refused
from bina.law.models import Ketentuan
from bina.law.own_pages import open_names
from bina.people.models import Instansi
from bina.rules.parameters import AGENCY
from bina.rules.texts import frozen, texts
from tests.conftest import NOON, TODAY, Agency
from tests.law.given import KELAS, POIN, SINCE, SK, head, own

ROW = "perlan10_2018.klasikal_lain"
FIRST = date(2026, 4, 1)


def law_of(agency: Agency) -> Any:
    return door.parameters(Instansi.objects.get(pk=agency.instansi.pk))


def test_a_value_holds_from_its_day_on_with_its_basis(agency: Agency) -> None:
    own(agency, head(agency))
    law = law_of(agency)
    assert law.in_force(POIN, TODAY).value == Decimal(15)
    found = law.in_force(POIN, SINCE)
    assert (found.value, found.reference, found.tag) == (Decimal(30), SK, AGENCY)
    assert found.dasar.since == SINCE


def test_a_later_value_supersedes_and_the_earlier_keeps_its_days(agency: Agency) -> None:
    gita = head(agency)
    own(agency, gita)
    own(agency, gita, bagian={"": Decimal("12.5")}, mulai=date(2026, 6, 1))
    law = law_of(agency)
    assert law.in_force(POIN, date(2026, 5, 31)).value == Decimal(30)
    assert law.in_force(POIN, date(2026, 6, 1)).value == Decimal("12.5")


@pytest.mark.parametrize("mulai", [TODAY, date(2026, 1, 1)])
def test_nothing_reaches_back(agency: Agency, mulai: date) -> None:
    with pytest.raises(Refused, match=r"tidak berlaku surut. Paling awal 3 Maret 2026"):
        own(agency, head(agency), mulai=mulai)
    assert not Ketentuan.objects.exists()


def test_a_value_begins_after_every_result_already_judged_by_it(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    year_end = date(2026, 12, 31)
    asked: list[tuple[int, str]] = []

    def judged(instansi: int, parameter: str) -> date:
        asked.append((instansi, parameter))
        return year_end

    monkeypatch.setitem(results._asked, "uji", judged)
    gita = head(agency)
    with pytest.raises(Refused, match="Paling awal 1 Januari 2027"):
        own(agency, gita, mulai=year_end)
    own(agency, gita, mulai=date(2027, 1, 1))
    assert asked[0] == (agency.instansi.pk, POIN)


def test_hours_change_with_a_month(agency: Agency) -> None:
    gita = head(agency)
    row = {"hitungan": "hari", "nasional": Decimal(5), "internasional": None}
    with pytest.raises(Refused, match="Paling awal 1 April 2026"):
        own(agency, gita, ROW, row)
    with pytest.raises(Refused, match="tanggal 1"):
        own(agency, gita, ROW, row, mulai=date(2026, 4, 15))
    own(agency, gita, ROW, row, mulai=FIRST)
    assert law_of(agency).in_force(ROW, FIRST).value["nasional"]["jp"] == Decimal(5)


@pytest.mark.parametrize(
    "name",
    [
        "permenpanrb6_2022.kuadran",  # copies
        "pp30_2019.tenggat_keberatan",  # secondary
        "pembinaan.kurang_mampu",  # seed
        "perlan15_2020.jp_maksimum_pppk",  # copy
        "permenpanrb8_2021.capaian_di_dalam_rentang",  # default, but ended in 2021
        "nip.susunan",  # default, but a pattern
        "tidak.ada",
    ],
)
def test_what_a_text_fixes_is_nobodys_to_set(agency: Agency, name: str) -> None:
    with pytest.raises(Refused):
        own(agency, head(agency), name, {"": Decimal(30)})
    assert name not in open_names(TODAY)


def test_all_that_the_spec_leaves_open_may_be_set() -> None:
    names = open_names(TODAY)
    left = {name for name in texts() if reading.left_open(name, SINCE)}
    assert left - set(names) == {"nip.susunan"}, "a form needs its choices (bina.law.pilihan)"
    assert {reading.texts_alone().in_force(one, SINCE).tag for one in names} == {
        "default",
        "design",
    }


@pytest.mark.parametrize("name", open_names(TODAY))
def test_a_value_taken_apart_and_put_together_is_itself(name: str) -> None:
    known = texts()[name]
    value = known.values[-1].value
    leaves = susunan.taken_apart(known, value)
    again = frozen(susunan.plain(susunan.put_together(known, leaves)))
    assert susunan.taken_apart(known, again) == leaves
    assert set(leaves) == {one.nama for one in susunan.parts(known)}


BANDS = {"tidak_ada.sampai": Decimal(0), "kecil.sampai": Decimal(20), "sedang.sampai": Decimal(40)}
UP = "perlan10_2018.kenaikan_internasional"


@pytest.mark.parametrize(
    ("name", "parts", "at"),
    [
        (POIN, {"": Decimal(0)}, ""),
        (POIN, {"": Decimal(101)}, ""),
        (POIN, {"": 30}, ""),
        (POIN, {"": Decimal("NaN")}, ""),
        (POIN, {}, ""),
        (POIN, {"": Decimal(30), "lain": Decimal(1)}, ""),
        (KELAS, BANDS | {"kecil.sampai": Decimal(40)}, "sedang.sampai"),
        (KELAS, BANDS | {"sedang.sampai": Decimal(10)}, "sedang.sampai"),
        ("semenpanrb3_2023.pembulatan", {"": "kira_kira"}, ""),
        ("semenpanrb3_2023.jumlah_minimum", {"": 0}, ""),
        ("pp30_2019.hari_kerja", {"": ()}, ""),
        ("pp30_2019.hari_kerja", {"": (1, 8)}, ""),
        ("pembinaan.tanpa_penyebab", {"": "konseling"}, ""),
        (ROW, {"hitungan": "hari", "nasional": None, "internasional": None}, "nasional"),
        (ROW, {"hitungan": "manual", "nasional": Decimal(2), "internasional": None}, "nasional"),
        (UP, {"": Decimal("-1")}, ""),
    ],
)
def test_a_value_no_rule_can_judge_by_is_refused(
    agency: Agency, name: str, parts: dict[str, Any], at: str
) -> None:
    with pytest.raises(Refused) as refusal:
        own(agency, head(agency), name, parts, mulai=FIRST)
    assert refusal.value.bagian == at
    assert not Ketentuan.objects.exists()


def test_bands_of_another_order_of_size_classify_anew(agency: Agency) -> None:
    own(agency, head(agency), KELAS, BANDS | {"kecil.sampai": Decimal("12.5")})
    rows = law_of(agency).in_force(KELAS, SINCE).value
    assert [dict(row) for row in rows] == [
        {"klasifikasi": "tidak_ada", "sampai": Decimal(0)},
        {"klasifikasi": "kecil", "sampai": Decimal("12.5")},
        {"klasifikasi": "sedang", "sampai": Decimal(40)},
        {"klasifikasi": "tinggi"},
    ]


def test_without_a_basis_or_a_difference_nothing_is_set(agency: Agency) -> None:
    gita = head(agency)
    with pytest.raises(Refused, match="Dasar hukum"):
        own(agency, gita, dasar="  ")
    with pytest.raises(Refused, match="sama"):
        own(agency, gita, bagian={"": Decimal(15)})
    own(agency, gita)
    with pytest.raises(Refused, match="Sudah ada nilai"):
        own(agency, gita, bagian={"": Decimal(31)})


def test_one_line_of_the_trail_says_what_became_different(agency: Agency) -> None:
    before = Jejak.objects.count()
    made = own(agency, head(agency))
    line = Jejak.objects.get(tindakan="ketentuan.tetapkan")
    assert Jejak.objects.count() == before + 1
    assert (line.pelaku_id, line.objek_id) == (agency.gita.pk, str(made.pk))
    assert line.fakta["dari"] == {"nilai": "15"}
    assert line.fakta["ke"] == {"nilai": "30"}
    assert line.fakta["fakta"] == {"parameter": POIN, "mulai": "2026-03-03"}
    assert SK not in line.isi
    assert verify(agency.instansi.rantai).why == ""


def test_what_has_not_begun_may_be_withdrawn_once(agency: Agency) -> None:
    gita = head(agency)
    made = own(agency, gita)
    services.withdraw(ketentuan_id=made.pk, actor=gita, pada=NOON, on=TODAY)
    assert law_of(agency).in_force(POIN, SINCE).value == Decimal(15)
    assert Jejak.objects.filter(tindakan="ketentuan.cabut").count() == 1
    with pytest.raises(WrongState):
        services.withdraw(ketentuan_id=made.pk, actor=gita, pada=NOON, on=TODAY)
    own(agency, gita, bagian={"": Decimal(25)})
    assert law_of(agency).in_force(POIN, SINCE).value == Decimal(25)


def test_what_has_begun_is_not_withdrawn(agency: Agency) -> None:
    gita = head(agency)
    made = own(agency, gita)
    with pytest.raises(WrongState):
        services.withdraw(ketentuan_id=made.pk, actor=gita, pada=NOON, on=SINCE)
    assert law_of(agency).in_force(POIN, SINCE).value == Decimal(30)


def test_what_a_result_was_judged_by_ahead_is_not_withdrawn(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    gita = head(agency)
    made = own(agency, gita)
    monkeypatch.setitem(results._asked, "uji", lambda instansi, parameter: SINCE)
    with pytest.raises(Refused, match="Sudah ada hasil"):
        services.withdraw(ketentuan_id=made.pk, actor=gita, pada=NOON, on=TODAY)


@pytest.mark.parametrize(
    ("guard", "changes"),
    [
        ("ketentuan_tidak_diubah", {"nilai": "99"}),
        ("ketentuan_tidak_diubah", {"dasar": "lain"}),
        ("ketentuan_tidak_diubah", {"mulai": date(2026, 9, 9)}),
        ("ketentuan_dicabut_oleh_seseorang", {"dicabut_pada": NOON}),
    ],
)
def test_the_database_refuses_every_edit(
    agency: Agency, guard: str, changes: dict[str, Any]
) -> None:
    made = own(agency, head(agency))
    with pytest.raises(IntegrityError, match=guard), transaction.atomic():
        Ketentuan.objects.filter(pk=made.pk).update(**changes)
    with pytest.raises(IntegrityError, match="ketentuan_tidak_dihapus"), transaction.atomic():
        Ketentuan.objects.filter(pk=made.pk).delete()


def test_the_database_refuses_to_revive_what_was_withdrawn(agency: Agency) -> None:
    gita = head(agency)
    made = own(agency, gita)
    services.withdraw(ketentuan_id=made.pk, actor=gita, pada=NOON, on=TODAY)
    with pytest.raises(IntegrityError, match="ketentuan_tidak_diubah"):
        Ketentuan.objects.filter(pk=made.pk).update(dicabut_pada=None, dicabut_oleh=None)


@pytest.mark.parametrize(
    ("guard", "given"),
    [
        ("ketentuan_tidak_berlaku_surut", {"mulai": TODAY}),
        ("ketentuan_berdasar", {"dasar": ""}),
        ("ketentuan_satu_nilai_sehari|UNIQUE constraint failed", {}),
    ],
)
def test_the_database_refuses_what_may_never_be(
    agency: Agency, guard: str, given: dict[str, Any]
) -> None:
    own(agency, head(agency))
    row = {
        "instansi": agency.instansi,
        "parameter": POIN,
        "mulai": SINCE,
        "nilai": "30",
        "dasar": SK,
        "hari": TODAY,
        "ditetapkan_oleh": agency.gita,
        "ditetapkan_pada": NOON,
    }
    with pytest.raises(IntegrityError, match=guard):
        Ketentuan.objects.create(**{**row, **given})
