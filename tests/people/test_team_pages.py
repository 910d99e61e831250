"""The pages of teams: what each shows and does, what it costs, what it says to the slower one."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bina.people.models import AnggotaTim, KetuaTim, TimKerja
from bina.ui import menu
from tests.conftest import NIPS, Agency

DAY = timedelta(days=1)


def today() -> Any:
    return timezone.localdate()


def url(name: str, *args: Any) -> str:
    return reverse(f"people:{name}", args=args)


def text_of(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200, address
    return answer.content.decode()


def member(tim: TimKerja, orang: Any, **days: Any) -> AnggotaTim:
    return AnggotaTim.objects.create(tim=tim, orang=orang, **{"mulai": today() - DAY, **days})


def test_a_team_from_start_to_end_by_the_pages_alone(agency: Agency, browser_of: Any) -> None:
    dewi = browser_of(agency.dewi)
    assert "Buat tim" in text_of(dewi, url("tim"))
    facts = {"nama": "SPBE", "tujuan": "Layanan satu pintu", "unit": agency.setda.pk}
    dewi.post(url("tim_baru"), {**facts, "ketua": NIPS["citra"], "mulai": today() - 9 * DAY})
    tim = TimKerja.objects.get()

    lines = f"{NIPS['ani']}\n\n  hadi@nusa.example\n{NIPS['ani']}"
    answer = dewi.post(url("tim_anggota", tim.pk), {"orang": lines, "mulai": today()}, follow=True)
    page = answer.content.decode()
    assert "2 anggota ditambahkan" in page
    assert all(words in page for words in ("Citra", "Ani", "Hadi", "Bagian Hukum"))

    next_week = {"mulai": today() + 7 * DAY, "suntingan": 0, "tetap_anggota": "on"}
    dewi.post(url("tim_ketua", tim.pk), {**next_week, "ketua": NIPS["gita"]})
    page = text_of(dewi, url("tim_rinci", tim.pk))
    assert "Batalkan pergantian ini" in page
    assert "Ganti ketua" not in page
    dewi.post(url("tim_batal_ketua", KetuaTim.objects.get(orang=agency.gita).pk))
    dewi.post(url("tim_batal_anggota", AnggotaTim.objects.get(orang=agency.citra).pk))

    ani = AnggotaTim.objects.get(orang=agency.ani)
    dewi.post(url("tim_akhiri_anggota", ani.pk), {"selesai": today()})
    tim.refresh_from_db()
    dewi.post(url("tim_akhiri", tim.pk), {"selesai": today() - DAY, "suntingan": tim.suntingan})
    assert TimKerja.objects.get().selesai is None  # Ani and Hadi came only today
    dewi.post(url("tim_akhiri", tim.pk), {"selesai": today(), "suntingan": tim.suntingan})
    assert TimKerja.objects.get().selesai == today()


def test_the_list_is_searched_and_filtered_in_the_address(agency: Agency, browser_of: Any) -> None:
    running, ended, planned = (
        agency.team(nama, agency.citra, since=today() + days * DAY)
        for nama, days in (("Arsip", -9), ("Banjir", -9), ("Cuaca", 9))
    )
    TimKerja.objects.filter(pk=ended.pk).update(selesai=today() - DAY)
    member(planned, agency.hadi, mulai=planned.mulai)
    dewi = browser_of(agency.dewi)

    def found(**query: str) -> set[TimKerja]:
        page = text_of(dewi, url("tim"), **query)
        return {one for one in (running, ended, planned) if one.nama in page}

    assert found() == {running}
    assert found(saring="berakhir") == {ended}
    assert found(saring="belum_mulai") == {planned}
    assert found(saring="semua") == {running, ended, planned}
    assert found(saring="semua", cari="anji") == {ended}
    assert found(saring="semua", cari="hadi") == {planned}
    assert found(saring="semua", cari="citra") == {running, ended, planned}
    assert "saring=berakhir&amp;cari=x" in text_of(dewi, url("tim"), saring="berakhir", cari="x")


def test_members_and_ketua_find_their_teams_and_only_those(agency: Agency, browser_of: Any) -> None:
    own = agency.team("SPBE", agency.citra, since=today() - 9 * DAY)
    agency.team("Arsip", agency.eko, since=today() - 9 * DAY)
    member(own, agency.ani)
    for who in (agency.ani, agency.citra):
        client = browser_of(who)
        page = text_of(client, url("tim"))
        assert "SPBE" in page
        assert "Arsip" not in page
        assert "Buat tim" not in page
        assert url("tim") in text_of(client, url("atasan_saya"))
        timeline = text_of(client, reverse("home:linimasa", args=[who.pk]))
        assert url("tim_rinci", own.pk) in timeline
        page = text_of(client, url("tim_rinci", own.pk))
        assert "Tambah anggota" not in page
    assert "Tim kerja saya" not in text_of(browser_of(agency.budi), url("atasan_saya"))


def test_the_penilai_reads_of_the_team_but_gets_no_way_in(agency: Agency, browser_of: Any) -> None:
    own = agency.team("SPBE", agency.citra, since=today() - 9 * DAY)
    member(own, agency.ani)
    page = text_of(browser_of(agency.budi), reverse("home:linimasa", args=[agency.ani.pk]))
    assert "Anggota tim kerja" in page
    assert url("tim_rinci", own.pk) not in page


def test_earlier_people_stay_on_the_page(agency: Agency, browser_of: Any) -> None:
    own = agency.team("SPBE", agency.citra, since=today() - 9 * DAY)
    own.ketua.update(selesai=today() - 3 * DAY)
    KetuaTim.objects.create(tim=own, orang=agency.gita, mulai=today() - 2 * DAY)
    member(own, agency.ani, mulai=today() - 9 * DAY, selesai=today() - DAY)
    page = text_of(browser_of(agency.dewi), url("tim_rinci", own.pk))
    earlier = page[page.index("Yang sudah selesai") :]
    assert "Citra" in earlier
    assert "Ani" in earlier
    assert "Gita" not in earlier


def test_somebody_who_left_the_agency_is_marked(agency: Agency, browser_of: Any) -> None:
    own = agency.team("SPBE", agency.citra, since=today() - DAY)
    agency.citra.is_active = False
    agency.citra.save()
    assert "Tidak aktif lagi" in text_of(browser_of(agency.dewi), url("tim_rinci", own.pk))


def test_bad_lines_are_named_and_nothing_typed_is_lost(agency: Agency, browser_of: Any) -> None:
    own = agency.team("SPBE", agency.citra, since=today() - DAY)
    lines = f"{NIPS['ani']}\n1234\nsiapa@x.example"
    data = {"orang": lines, "mulai": today()}
    answer = browser_of(agency.dewi).post(url("tim_anggota", own.pk), data)
    page = answer.content.decode()
    assert "instansi Anda: 1234, siapa@x.example" in page
    assert NIPS["ani"] in page
    assert not own.anggota.exists()


def test_a_refusal_stands_at_its_field_and_keeps_the_form(agency: Agency, browser_of: Any) -> None:
    agency.team("SPBE", agency.citra, since=today() - DAY)
    facts = {"nama": "spbe", "tujuan": "Tujuan saya", "unit": agency.umum.pk, "mulai": today()}
    answer = browser_of(agency.dewi).post(url("tim_baru"), {**facts, "ketua": NIPS["gita"]})
    assert "sudah ada pada masa itu" in str(answer.context["form"].errors["nama"])
    assert "Tujuan saya" in answer.content.decode()


def test_a_stale_page_shows_both_and_saves_the_second_time(agency: Agency, browser_of: Any) -> None:
    own = agency.team("SPBE", agency.citra, since=today() - DAY)
    dewi, address = browser_of(agency.dewi), url("tim_ubah", own.pk)
    page = {"nama": "Dari tab pertama", "tujuan": "Satu", "suntingan": 0}
    dewi.post(address, {**page, "nama": "Dari tab kedua"})

    answer = dewi.post(address, page)

    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "sudah diubah orang lain" in shown
    assert "Dari tab pertama" in shown
    assert "Dari tab kedua" in shown
    dewi.post(address, {**page, "suntingan": answer.context["form"]["suntingan"].value()})
    own.refresh_from_db()
    assert own.nama == "Dari tab pertama"


def test_an_ended_team_leads_back_and_keeps_late_words(agency: Agency, browser_of: Any) -> None:
    own = agency.team("SPBE", agency.citra, since=today() - 9 * DAY)
    ani = member(own, agency.ani)
    TimKerja.objects.filter(pk=own.pk).update(selesai=today() - DAY)
    dewi = browser_of(agency.dewi)
    for name, pk in (
        ("tim_ubah", own.pk),
        ("tim_ketua", own.pk),
        ("tim_anggota", own.pk),
        ("tim_akhiri", own.pk),
        ("tim_akhiri_anggota", ani.pk),
    ):
        assert dewi.get(url(name, pk)).headers["Location"] == url("tim_rinci", own.pk)
    late = dewi.post(url("tim_ubah", own.pk), {"nama": "Terlambat", "suntingan": 0})
    assert "sudah berakhir" in late.content.decode()
    assert "Terlambat" in late.content.decode()
    page = text_of(dewi, url("tim_rinci", own.pk))
    assert "Ani" in page
    assert "Tambah anggota" not in page


# What each page costs by itself: session, user, offices held (3), then what is named.
BUDGETS = [
    ("ani", "tim", 6),  # count; teams with unit and members; who leads
    ("dewi", "tim", 6),
    ("ani", "tim_rinci", 8),  # the team; may manage; led; members; where they stand
    ("dewi", "tim_rinci", 8),
    ("dewi", "tim_ubah", 5),  # the team; may manage
]


@pytest.mark.parametrize(("who", "name", "budget"), BUDGETS)
def test_a_page_costs_the_same_however_much_it_shows(
    agency: Agency,
    browser_of: Any,
    django_assert_num_queries: Any,
    monkeypatch: pytest.MonkeyPatch,
    who: str,
    name: str,
    budget: int,
) -> None:
    monkeypatch.setattr(menu, "_entries", {})  # entries of all rooms have budgets of their own
    own = agency.team("SPBE", agency.citra, since=today() - 9 * DAY)
    member(own, agency.ani)
    address = url(name) if name == "tim" else url(name, own.pk)
    client = browser_of(getattr(agency, who))
    with django_assert_num_queries(budget):
        client.get(address)
    for other in (agency.eko, agency.hadi, agency.joko):
        member(own, other)
    member(agency.team("Arsip", agency.gita, since=today() - DAY), agency.ani)
    with django_assert_num_queries(budget):
        client.get(address)
