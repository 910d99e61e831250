"""Teams across units: made, changed, ended; dated rows, one ketua on any day."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from bina.core.models import Jejak
from bina.people.models import AnggotaTim, KetuaTim, TimKerja, Unit
from bina.people.services import tim, tim_orang
from bina.people.services.tim import TeamChanged, TeamRefused
from tests.conftest import NEW_YEAR, NOON, TODAY, Agency

JUNE = date(2026, 6, 1)
YEAR_END = date(2026, 12, 31)


def acting(agency: Agency, who: str = "dewi") -> dict[str, Any]:
    return {"actor": agency.named(who), "pada": NOON, "on": TODAY}


def make(agency: Agency, who: str = "dewi", **changes: Any) -> TimKerja:
    facts = {
        "unit_id": agency.umum.pk,
        "nama": "SPBE",
        "tujuan": "Layanan satu pintu",
        "ketua_id": agency.citra.pk,
        "mulai": NEW_YEAR,
        "selesai": None,
    }
    return tim.make(**{**facts, **acting(agency, who), **changes})


def change(agency: Agency, one: TimKerja, **changes: Any) -> TimKerja:
    names = ("suntingan", "nama", "tujuan", "mulai", "selesai")
    facts = {name: getattr(one, name) for name in names}
    return tim.change(**{"tim_id": one.pk, **facts, **acting(agency), **changes})


def add(agency: Agency, one: TimKerja, *people: Any, **changes: Any) -> list[AnggotaTim]:
    facts = {"orang_ids": [each.pk for each in people], "mulai": TODAY, "selesai": None}
    return tim_orang.add_members(**{"tim_id": one.pk, **facts, **acting(agency), **changes})


def new_ketua(agency: Agency, one: TimKerja, who: Any, mulai: date, **changes: Any) -> KetuaTim:
    one.refresh_from_db()
    facts = {"suntingan": one.suntingan, "tetap_anggota": False, **acting(agency)}
    given = {"tim_id": one.pk, "ketua_id": who.pk, "mulai": mulai, **facts, **changes}
    return tim_orang.change_ketua(**given)


def end(agency: Agency, one: TimKerja, selesai: date) -> TimKerja:
    one.refresh_from_db()
    return tim.end(tim_id=one.pk, suntingan=one.suntingan, selesai=selesai, **acting(agency))


def end_member(agency: Agency, one: AnggotaTim, selesai: date) -> AnggotaTim:
    return tim_orang.end_member(anggota_id=one.pk, selesai=selesai, **acting(agency))


def days(rows: Any) -> list[tuple[str, date, date | None]]:
    return list(rows.order_by("mulai").values_list("orang__nama", "mulai", "selesai"))


def test_a_team_is_made_with_its_ketua_and_leaves_a_line(agency: Agency) -> None:
    one = make(agency)
    assert days(one.ketua) == [("Citra", NEW_YEAR, None)]
    line = Jejak.objects.latest("nomor")
    assert (line.tindakan, line.pelaku, line.lingkup) == (
        "tim_kerja.buat",
        agency.dewi,
        agency.umum.pk,
    )
    assert "Layanan" not in line.isi


def test_the_manager_of_a_unit_makes_teams_there_and_nowhere_else(agency: Agency) -> None:
    assert make(agency, "hadi", unit_id=agency.hukum.pk).unit == agency.hukum
    with pytest.raises(Unit.DoesNotExist):
        make(agency, "hadi")
    with pytest.raises(PermissionDenied):
        make(agency, "joko")


def test_nobody_makes_themselves_ketua(agency: Agency) -> None:
    with pytest.raises(TeamRefused, match="diri sendiri"):
        make(agency, ketua_id=agency.dewi.pk)
    with pytest.raises(TeamRefused, match="diri sendiri"):
        new_ketua(agency, make(agency), agency.dewi, TODAY)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"nama": "  "}, "nama"),
        ({"nama": "spbe"}, "nama"),
        ({"nama": "Lain", "selesai": date(2025, 12, 31)}, "selesai"),
    ],
)
def test_a_team_that_cannot_be_is_refused_by_field(
    agency: Agency, changes: dict[str, Any], field: str
) -> None:
    make(agency)
    with pytest.raises(TeamRefused) as why:
        make(agency, **changes)
    assert why.value.field == field


def test_a_name_is_free_again_when_its_team_has_ended(agency: Agency) -> None:
    make(agency, selesai=YEAR_END)
    later = make(agency, mulai=date(2027, 1, 1))
    assert later.pk
    with transaction.atomic(), pytest.raises(IntegrityError, match="tim_kerja_satu_nama_sehari"):
        TimKerja.objects.filter(pk=later.pk).update(mulai=YEAR_END)


def test_people_of_another_agency_or_no_longer_active_do_not_come_in(
    agency: Agency, other_agency: Agency
) -> None:
    one = make(agency)
    agency.eko.is_active = False
    agency.eko.save()
    for who in (other_agency.ani, agency.eko):
        with pytest.raises(TeamRefused, match="bukan orang aktif"):
            add(agency, one, agency.ani, who)
        with pytest.raises(TeamRefused, match="bukan orang aktif"):
            new_ketua(agency, one, who, TODAY)
    assert not one.anggota.exists()


def test_members_come_from_any_unit_each_with_a_line(agency: Agency) -> None:
    one = make(agency)
    add(agency, one, agency.ani, agency.hadi)
    lines = Jejak.objects.order_by("nomor").values_list("tindakan", "tentang__nama")
    assert list(lines)[1:] == [
        ("tim_kerja.tambah_anggota", None),
        ("anggota_tim.tambah", "Ani"),
        ("anggota_tim.tambah", "Hadi"),
    ]


def test_nobody_is_a_member_twice_on_one_day(agency: Agency) -> None:
    one = make(agency)
    first = add(agency, one, agency.ani, selesai=JUNE)[0]
    with pytest.raises(TeamRefused, match="Ani sudah menjadi anggota"):
        add(agency, one, agency.eko, agency.ani, mulai=JUNE)
    assert not one.anggota.filter(orang=agency.eko).exists()
    again = add(agency, one, agency.ani, mulai=JUNE + timedelta(days=1))[0]
    with transaction.atomic(), pytest.raises(IntegrityError, match="anggota_tim_sekali_sehari"):
        AnggotaTim.objects.filter(pk=first.pk).update(selesai=again.mulai)


def test_who_leads_is_not_recorded_as_a_member_as_well(agency: Agency) -> None:
    with pytest.raises(TeamRefused, match="Citra mengetuai"):
        add(agency, make(agency), agency.citra)


@pytest.mark.parametrize(
    ("mulai", "selesai", "field"),
    [
        (date(2025, 12, 31), None, "mulai"),
        (date(2027, 1, 1), None, "mulai"),
        (TODAY, date(2027, 1, 1), "selesai"),
        (TODAY, NEW_YEAR, "selesai"),
    ],
)
def test_nobody_works_in_a_team_outside_its_days(
    agency: Agency, mulai: date, selesai: date | None, field: str
) -> None:
    one = make(agency, selesai=YEAR_END)
    with pytest.raises(TeamRefused) as why:
        add(agency, one, agency.ani, mulai=mulai, selesai=selesai)
    assert why.value.field == field


def test_the_database_keeps_people_within_the_days_and_the_agency_of_their_team(
    agency: Agency, other_agency: Agency
) -> None:
    one = make(agency, selesai=YEAR_END)
    inside = {"tim": one, "orang": agency.ani, "mulai": NEW_YEAR}
    AnggotaTim.objects.create(**inside)
    late = date(2027, 1, 1)
    for model, row, name in (
        (AnggotaTim, {**inside, "orang": agency.eko, "mulai": late}, "anggota_tim_dalam_masa_tim"),
        (AnggotaTim, {**inside, "orang": other_agency.ani}, "anggota_tim_seinstansi"),
        (KetuaTim, {**inside, "mulai": late}, "ketua_tim_dalam_masa_tim"),
        (KetuaTim, {**inside, "orang": other_agency.ani}, "ketua_tim_seinstansi"),
        (KetuaTim, {**inside, "orang": agency.ani}, "ketua_tim_satu_sehari"),
    ):
        with transaction.atomic(), pytest.raises(IntegrityError, match=name):
            model.objects.create(**row)  # type: ignore[attr-defined]
    for changes, name in (
        ({"mulai": TODAY}, "tim_kerja_memuat_orangnya"),
        ({"unit": other_agency.umum}, "tim_kerja_unit_seinstansi"),
        ({"nama": ""}, "tim_kerja_bernama"),
    ):
        with transaction.atomic(), pytest.raises(IntegrityError, match=name):
            TimKerja.objects.filter(pk=one.pk).update(**changes)


def test_a_member_ends_on_a_day_and_not_again(agency: Agency) -> None:
    one = make(agency, selesai=YEAR_END)
    member = add(agency, one, agency.ani, mulai=NEW_YEAR)[0]
    for wrong in (date(2025, 12, 31), date(2027, 1, 1)):
        with pytest.raises(TeamRefused):
            end_member(agency, member, wrong)
    end_member(agency, member, date(2026, 3, 1))
    assert days(one.anggota) == [("Ani", NEW_YEAR, date(2026, 3, 1))]
    with pytest.raises(TeamRefused, match="sudah berakhir"):
        end_member(agency, member, TODAY)


def test_only_what_has_not_begun_is_taken_back(agency: Agency) -> None:
    one = make(agency)
    begun = add(agency, one, agency.ani)[0]
    planned = add(agency, one, agency.eko, mulai=JUNE)[0]
    with pytest.raises(TeamRefused, match="sudah berjalan"):
        tim_orang.cancel_member(anggota_id=begun.pk, **acting(agency))
    tim_orang.cancel_member(anggota_id=planned.pk, **acting(agency))
    assert days(one.anggota) == [("Ani", TODAY, None)]
    line = Jejak.objects.latest("nomor")
    assert (line.tindakan, line.tentang) == ("anggota_tim.batalkan", agency.eko)


def test_a_new_ketua_leads_from_a_day_on_and_the_earlier_one_may_stay(agency: Agency) -> None:
    one = make(agency)
    new_ketua(agency, one, agency.gita, JUNE, tetap_anggota=True)
    assert days(one.ketua) == [("Citra", NEW_YEAR, date(2026, 5, 31)), ("Gita", JUNE, None)]
    assert days(one.anggota) == [("Citra", JUNE, None)]


def test_a_change_of_ketua_is_one_at_a_time_and_after_the_last(agency: Agency) -> None:
    one = make(agency, mulai=TODAY)
    for who, mulai, why in (
        (agency.citra, JUNE, "sudah menjadi ketua"),
        (agency.gita, TODAY, "baru mulai"),
    ):
        with pytest.raises(TeamRefused, match=why):
            new_ketua(agency, one, who, mulai)
    new_ketua(agency, one, agency.gita, JUNE)
    with pytest.raises(TeamRefused, match="Gita sudah tercatat"):
        new_ketua(agency, one, agency.ani, JUNE)


def test_before_a_team_begins_its_first_ketua_may_be_another(agency: Agency) -> None:
    one = make(agency, mulai=JUNE)
    new_ketua(agency, one, agency.gita, JUNE)
    assert days(one.ketua) == [("Gita", JUNE, None)]
    new_ketua(agency, one, agency.ani, date(2026, 8, 1))
    assert days(one.ketua) == [("Gita", JUNE, date(2026, 7, 31)), ("Ani", date(2026, 8, 1), None)]


def test_a_planned_change_of_ketua_is_taken_back_and_no_day_is_without_one(agency: Agency) -> None:
    one = make(agency)
    planned = new_ketua(agency, one, agency.gita, JUNE)
    tim_orang.cancel_ketua(ketua_id=planned.pk, **acting(agency))
    assert days(one.ketua) == [("Citra", NEW_YEAR, None)]
    begun = new_ketua(agency, one, agency.gita, TODAY)
    with pytest.raises(TeamRefused, match="sudah berjalan"):
        tim_orang.cancel_ketua(ketua_id=begun.pk, **acting(agency))
    first = make(agency, nama="Nanti", mulai=JUNE).ketua.get()
    with pytest.raises(TeamRefused, match="selalu mempunyai ketua"):
        tim_orang.cancel_ketua(ketua_id=first.pk, **acting(agency))


def test_an_ended_team_takes_its_people_along_and_does_not_change_any_more(agency: Agency) -> None:
    one = make(agency)
    add(agency, one, agency.ani, selesai=YEAR_END)
    add(agency, one, agency.eko)
    end(agency, one, JUNE)
    assert days(one.anggota.filter(orang=agency.ani)) == [("Ani", TODAY, JUNE)]
    with pytest.raises(TeamRefused, match="Pakai Ubah tim"):
        end(agency, one, YEAR_END)
    end(agency, one, TODAY)
    closed = {**acting(agency), "on": TODAY + timedelta(days=1)}
    with pytest.raises(TeamRefused, match="sudah berakhir"):
        add(agency, one, agency.hadi, **closed)


def test_a_team_does_not_end_before_somebody_recorded_begins(agency: Agency) -> None:
    one = make(agency)
    add(agency, one, agency.ani, mulai=JUNE)
    with pytest.raises(TeamRefused, match="Ani bertugas di luar masa itu"):
        end(agency, one, TODAY)


def test_a_period_may_be_shortened_and_lengthened_but_not_into_the_past(agency: Agency) -> None:
    one = make(agency)
    one = change(agency, one, selesai=JUNE)
    one = change(agency, one, selesai=YEAR_END)
    assert one.suntingan == 2
    with pytest.raises(TeamRefused, match="Pakai Akhiri tim"):
        change(agency, one, selesai=NEW_YEAR)
    with pytest.raises(TeamRefused, match="tanggal mulainya tidak dapat diubah"):
        change(agency, one, mulai=TODAY)


def test_before_its_first_day_a_team_moves_with_those_who_begin_with_it(agency: Agency) -> None:
    one = make(agency, mulai=JUNE)
    add(agency, one, agency.ani, mulai=JUNE)
    for mulai in (date(2026, 7, 1), date(2026, 5, 1)):
        one = change(agency, one, mulai=mulai)
        assert days(one.anggota) == [("Ani", mulai, None)]
        assert days(one.ketua) == [("Citra", mulai, None)]
    add(agency, one, agency.eko, mulai=JUNE)
    with pytest.raises(TeamRefused, match="Eko bertugas di luar"):
        change(agency, one, mulai=date(2026, 7, 1))


def test_what_did_not_change_leaves_no_line(agency: Agency) -> None:
    one = make(agency)
    change(agency, one)
    assert Jejak.objects.latest("nomor").tindakan == "tim_kerja.buat"
    change(agency, one, tujuan="Lain")
    line = Jejak.objects.latest("nomor")
    assert (line.tindakan, line.isi) == ("tim_kerja.ubah", '{"berubah":["tujuan"]}')


def test_the_second_to_change_a_team_is_told_that_somebody_was_faster(agency: Agency) -> None:
    one = make(agency)
    change(agency, one, nama="SPBE 2026")
    for late in (
        lambda: change(agency, one, nama="SPBE II", suntingan=0),
        lambda: tim_orang.change_ketua(
            tim_id=one.pk,
            suntingan=0,
            ketua_id=agency.gita.pk,
            mulai=TODAY,
            tetap_anggota=False,
            **acting(agency),
        ),
        lambda: tim.end(tim_id=one.pk, suntingan=0, selesai=TODAY, **acting(agency)),
    ):
        with pytest.raises(TeamChanged):
            late()


def test_a_stranger_is_told_nothing_and_a_member_changes_nothing(agency: Agency) -> None:
    one = make(agency)
    member = add(agency, one, agency.ani)[0]
    with pytest.raises(TimKerja.DoesNotExist):
        add(agency, one, agency.eko, **acting(agency, "hadi"))
    with pytest.raises(AnggotaTim.DoesNotExist):
        tim_orang.cancel_member(anggota_id=member.pk, **acting(agency, "hadi"))
    for who in ("ani", "citra", "indra"):
        with pytest.raises(PermissionDenied):
            add(agency, one, agency.eko, **acting(agency, who))
