"""Hours on the account: once, by the rule, within the caps, for the year."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError

from bina.access import policy
from bina.access.tables import TABLES
from bina.competency import door
from bina.competency.akun import year_of
from bina.competency.door import Kegiatan
from bina.competency.models import KegiatanBelajar
from bina.core.models import Jejak
from bina.people.models import Pegawai
from bina.rules.jalur import Jalur
from bina.rules.perlan10_2018 import Alasan
from tests.conftest import NIPS, NOON, TODAY, Agency
from tests.law import given as values


def credit(
    agency: Agency, number: int, day: date = TODAY, who: str = "ani", **changes: Any
) -> KegiatanBelajar:
    done = {"jalur": "coaching", "tanggal": day, "asal": "uji", "asal_id": str(number)}
    return door.credit(
        pegawai_id=agency.named(who).pk,
        kegiatan=Kegiatan(**{**done, "ditandatangani": True, **changes}),
        actor=agency.named("ani"),
        pada=NOON,
    )


def test_a_signed_session_is_two_hours_with_their_basis(agency: Agency) -> None:
    row = credit(agency, 1)
    assert (row.jp, row.alasan) == (2, "")
    assert {one["name"] for one in row.dasar} >= {"perlan10_2018.coaching"}
    line = Jejak.objects.get(tindakan="kegiatan_belajar.catat")
    assert line.fakta["ke"] == {
        "alasan": "",
        "jalur": "coaching",
        "jp": "2",
        "tanggal": TODAY.isoformat(),
    }


def test_the_same_origin_is_credited_once(agency: Agency) -> None:
    assert credit(agency, 1).pk == credit(agency, 1).pk
    assert door.account(agency.ani.pk, on=TODAY).jp == 2
    with pytest.raises(IntegrityError, match=r"kegiatan_belajar_sekali_per_asal|asal_id"):
        KegiatanBelajar.objects.create(
            pegawai=agency.ani.pegawai,
            jalur="coaching",
            lingkup="nasional",
            tanggal=TODAY,
            asal="uji",
            asal_id="1",
            jp=2,
            ditandatangani=True,
            dicatat_pada=NOON,
        )


def test_the_database_refuses_hours_for_an_unsigned_session(agency: Agency) -> None:
    credit(agency, 1)
    with pytest.raises(IntegrityError, match="kegiatan_belajar_sesi_ditandatangani"):
        KegiatanBelajar.objects.update(ditandatangani=False)


def test_unsigned_there_is_nothing_and_the_reason_says_so(agency: Agency) -> None:
    row = credit(agency, 1, ditandatangani=False)
    assert (row.jp, row.alasan) == (0, "belum_ditandatangani")


def test_the_cap_runs_in_order_of_date_whoever_comes_late(agency: Agency) -> None:
    for number, day in ((1, 10), (2, 20), (3, 5)):
        credit(agency, number, date(2026, 3, day))
    rows = KegiatanBelajar.objects.order_by("tanggal")
    assert [(row.tanggal.day, row.jp, row.alasan) for row in rows] == [
        (5, 2, ""),
        (10, 2, ""),
        (20, 0, "melebihi_batas_bulanan"),
    ]
    again = Jejak.objects.get(tindakan="kegiatan_belajar.hitung_ulang")
    assert (again.fakta["dari"], again.fakta["ke"]["jp"]) == ({"jp": "2.00"}, "0")


def test_another_month_and_another_route_have_caps_of_their_own(agency: Agency) -> None:
    for number in (1, 2, 3):
        credit(agency, number)
    credit(agency, 4, date(2026, 4, 1))
    credit(agency, 5, jalur="mentoring")
    assert door.account(agency.ani.pk, on=TODAY).jp == 8


def test_a_route_without_a_row_waits_for_a_decision(agency: Agency) -> None:
    row = credit(agency, 1, jalur="bimbingan_di_tempat_kerja")
    assert (row.jp, row.alasan) == (0, "perlu_keputusan")


def test_the_account_of_a_pns_is_held_against_twenty_hours(agency: Agency) -> None:
    credit(agency, 1)
    akun = door.account(agency.ani.pk, on=TODAY)
    assert (akun.mulai, akun.selesai) == (date(2026, 1, 1), date(2026, 12, 31))
    assert (akun.jp, akun.patokan, akun.target.kurang) == (2, 20, 18)
    assert akun.bauran is not None
    assert akun.bauran.sosial == 100
    assert door.account(agency.ani.pk, on=date(2027, 1, 1)).jp == 0


@pytest.mark.parametrize(
    ("contract", "day", "year"),
    [
        (date(2024, 5, 1), date(2026, 3, 2), (date(2025, 5, 1), date(2026, 4, 30))),
        (date(2024, 5, 1), date(2026, 5, 1), (date(2026, 5, 1), date(2027, 4, 30))),
        (date(2024, 2, 29), date(2026, 3, 2), (date(2026, 3, 1), date(2027, 2, 28))),
        (None, date(2026, 3, 2), (date(2026, 1, 1), date(2026, 12, 31))),
    ],
)
def test_the_year_of_a_pppk_is_the_contract_year(contract: Any, day: date, year: Any) -> None:
    assert year_of(Pegawai(jenis_pegawai="pppk", tmt_kontrak=contract), day) == year


def test_of_a_pppk_so_many_hours_are_recognised_and_the_rest_is_kept(agency: Agency) -> None:
    Pegawai.objects.filter(pk=agency.ani.pk).update(
        jenis_pegawai="pppk", tmt_kontrak=date(2026, 1, 1)
    )
    number = 0
    for month in range(1, 8):
        for _twice in range(2):
            number += 1
            credit(agency, number, date(2026, month, 10))
    akun = door.account(agency.ani.pk, on=date(2026, 8, 1))
    assert (akun.jp, akun.target.diakui, akun.target.di_luar_batas) == (28, 24, 4)


def test_hours_of_many_cost_as_much_as_of_one(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    credit(agency, 1)
    people = [agency.ani.pk, agency.eko.pk, agency.citra.pk]
    with django_assert_num_queries(1):  # people with their activities
        found = door.hours(people, on=TODAY)
    assert {pk: jam.jp for pk, jam in found.items()} == {
        agency.ani.pk: Decimal(2),
        agency.eko.pk: 0,
        agency.citra.pk: 0,
    }


def test_hours_of_many_are_those_of_each_account(agency: Agency) -> None:
    """Of a year of its own each: a PPPK's contract year began in the year before."""
    Pegawai.objects.filter(pk=agency.eko.pk).update(
        jenis_pegawai="pppk", tmt_kontrak=date(2025, 9, 1)
    )
    Pegawai.objects.filter(pk=agency.gita.pk).update(
        jenis_pegawai="pppk", tmt_kontrak=date(2026, 3, 1)
    )
    days = [date(2025, 8, 31), date(2025, 9, 1), date(2025, 12, 31), date(2026, 1, 1), TODAY]
    people = ("ani", "eko", "gita", "citra")
    for number, (who, day) in enumerate((who, day) for who in people[:3] for day in days):
        credit(agency, number, day, who)
    ids = [agency.named(who).pk for who in people]
    found = door.hours(ids, on=TODAY)
    for pk in ids:
        account = door.account(pk, on=TODAY)
        for one in fields(found[pk]):
            assert getattr(found[pk], one.name) == getattr(account, one.name)
    assert [found[pk].jp for pk in ids] == [Decimal(4), Decimal(8), Decimal(2), 0]


def test_list_record_and_people_agree(agency: Agency) -> None:
    row = credit(agency, 1)
    readers = {"Ani", "Budi", "Fitri", "Dewi", "Indra"}
    for noun, record in (("kegiatan_belajar", row), ("akun_jp", agency.ani.pegawai)):
        assert set(TABLES[noun].actions) == {"lihat"}
        holders = policy.users_who_may(f"{noun}.lihat", record, on=TODAY)
        assert set(holders.values_list("nama", flat=True)) == readers
        for who in NIPS:
            user = agency.named(who)
            scope = policy.scope(user, f"{noun}.lihat", on=TODAY)
            listed = type(record)._default_manager.filter(scope).contains(record)
            assert listed == (user.nama in readers)


def test_the_timeline_names_hours_for_those_who_may_read_them(agency: Agency) -> None:
    credit(agency, 1)
    assert [one.judul for one in door.timeline(agency.ani.pk, agency.named("budi"), on=TODAY)] == [
        "2 JP diakui"
    ]
    assert not door.timeline(agency.ani.pk, agency.named("gita"), on=TODAY)


def test_every_route_and_every_reason_has_its_words() -> None:
    jalur = KegiatanBelajar._meta.get_field("jalur").choices or ()
    alasan = KegiatanBelajar._meta.get_field("alasan").choices or ()
    assert {value for value, _label in jalur} == set(Jalur)
    assert {value for value, _label in alasan} == set(Alasan)


def test_hours_beyond_the_target_are_said(agency: Agency, browser_of: Any) -> None:
    for number in range(1, 13):
        credit(agency, number, date(2026, number, 3))
    html = browser_of(agency.ani).get("/kompetensi/").content.decode()
    assert "sudah memenuhi" in html
    assert "24" in html


def test_who_is_no_civil_servant_has_no_account(agency: Agency, browser_of: Any) -> None:
    assert browser_of(agency.lestari).get("/kompetensi/").status_code == 404


def test_an_agency_that_lifts_the_ceiling_of_a_pppk_recognises_all(
    agency: Agency, browser_of: Any
) -> None:
    name = "perlan15_2020.batas_pppk"
    values.own(agency, values.head(agency), name, {"": "tidak_diterapkan"})
    pegawai = agency.ani.pegawai
    pegawai.jenis_pegawai, pegawai.tmt_kontrak = "pppk", date(2025, 5, 1)
    pegawai.save()
    assert door.account(agency.ani.pk, on=TODAY).dibatasi
    assert not door.account(agency.ani.pk, on=values.SINCE).dibatasi
    page = browser_of(agency.ani).get("/kompetensi/").content.decode()
    assert "semua JP diakui" in page
    assert "dari paling banyak" not in page


def test_before_the_contract_begins_the_calendar_year_stands(agency: Agency) -> None:
    pegawai = Pegawai(jenis_pegawai="pppk", tmt_kontrak=date(2026, 5, 1))
    assert year_of(pegawai, date(2026, 4, 30)) == (date(2026, 1, 1), date(2026, 12, 31))
    assert year_of(pegawai, date(2026, 5, 1)) == (date(2026, 5, 1), date(2027, 4, 30))
