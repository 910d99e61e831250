"""A giver who was promised not to be named: who reads it, when, and every way it might leak."""

from collections import Counter
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bina.core.models import Jejak
from bina.dialog import usul
from bina.monitoring import door, janji, material
from bina.monitoring.models import PermintaanUmpanBalik, UmpanBalik
from bina.monitoring.pengamatan import _voices
from bina.monitoring.subject import Tentang
from bina.people.models import AnggotaTim
from bina.planning.models import Skp
from bina.ui.tulisan import tanggal
from tests.conftest import NEW_YEAR, NIPS, NOON, TODAY, Agency
from tests.dialog import given as dialogs
from tests.monitoring import given, given_janji
from tests.monitoring.given_janji import GROUP
from tests.planning import plans

YEAR = {"mulai": NEW_YEAR, "selesai": date(2026, 12, 31)}
EVERYBODY = [*NIPS, "lestari"]


@pytest.fixture
def skp(agency: Agency) -> Skp:
    return plans.established(agency)


def readers(agency: Agency, made: UmpanBalik) -> set[str]:
    return {
        nama
        for nama in EVERYBODY
        if UmpanBalik.objects.visible_to(agency.named(nama), on=TODAY).contains(made)
    }


# What is promised


def test_peers_and_subordinates_are_hidden_unless_the_agency_says_otherwise(
    agency: Agency, skp: Skp
) -> None:
    rencana = given.plan(agency)
    told = {
        who: janji.promise(agency.named(who), rencana, on=TODAY).kode for who in ("budi", "eko")
    }
    assert told == {"budi": "pimpinan:0", "eko": "rekan:3"}
    agency.record_superior(agency.eko, agency.ani)
    assert janji.promise(agency.named("eko"), rencana, on=TODAY).kode == "bawahan:3"
    given_janji.naming(agency, mulai=TODAY)
    assert janji.promise(agency.named("eko"), rencana, on=TODAY).kode == "bawahan:0"


def test_the_giver_is_told_before_sending(agency: Agency, skp: Skp, browser_of: Any) -> None:
    asked = given.asked(agency)
    eko = browser_of(agency.eko)
    page = eko.get(reverse("monitoring:permintaan", args=[asked.pk])).content.decode()
    assert "Nama Anda tidak ditampilkan." in page
    assert "sedikitnya 3 orang" in page
    rencana = given.plan(agency)
    budi = browser_of(agency.budi).get(reverse("monitoring:beri", args=[rencana.skp_id]))
    assert "Nama Anda ditampilkan" in budi.content.decode()


def test_nothing_is_sent_under_another_promise_than_was_read(
    agency: Agency, skp: Skp, browser_of: Any
) -> None:
    asked = given.asked(agency)
    sent = {
        "sifat": "positif",
        "situasi": "a",
        "perilaku": "b",
        "dampak": "c",
        "pembaca": "penilai",
        "janji": "rekan:5",
    }
    eko = browser_of(agency.eko)
    page = eko.post(reverse("monitoring:permintaan", args=[asked.pk]), sent)
    assert "baru saja berubah" in page.content.decode()
    assert not UmpanBalik.objects.exists()
    eko.post(reverse("monitoring:permintaan", args=[asked.pk]), {**sent, "janji": "rekan:3"})
    assert UmpanBalik.objects.get().janji == 3


def test_a_promise_outlives_the_rule_it_was_given_under(agency: Agency, skp: Skp) -> None:
    first = given_janji.answer(agency, "eko")
    tomorrow = TODAY + timedelta(days=1)
    given_janji.naming(agency, mulai=tomorrow)
    given_janji.least(agency, 2, mulai=tomorrow)
    named = given_janji.answer(agency, "dewi", on=tomorrow)
    assert (named.janji, named.terbaca) == (0, True)
    assert {"ani", "budi"} < readers(agency, named)
    first.refresh_from_db()
    assert (first.janji, first.terbaca, readers(agency, first)) == (3, False, {"eko"})


def test_a_lower_number_does_not_open_what_was_given_under_a_higher_one(
    agency: Agency, skp: Skp
) -> None:
    given_janji.answer(agency, "eko")
    tomorrow = TODAY + timedelta(days=1)
    given_janji.least(agency, 2, mulai=tomorrow)
    second = given_janji.answer(agency, "dewi", on=tomorrow)
    assert (second.janji, second.terbaca) == (2, False)


# When it is read


def test_below_the_group_nobody_but_the_giver_reads_it(agency: Agency, skp: Skp) -> None:
    first, second = (given_janji.answer(agency, who) for who in GROUP[:2])
    assert (readers(agency, first), readers(agency, second)) == ({"eko"}, {"dewi"})


def test_the_third_opens_all_three_at_once(agency: Agency, skp: Skp) -> None:
    made = given_janji.group(agency)
    expected = {"ani", "budi", "fitri", "dewi", "indra"}
    assert [readers(agency, one) - {"eko"} for one in made] == [expected] * 3


def test_one_person_thrice_is_not_a_group(agency: Agency, skp: Skp) -> None:
    for _ in range(3):
        made = given_janji.answer(agency, "eko")
    assert not UmpanBalik.objects.filter(terbaca=True).exists()
    assert readers(agency, made) == {"eko"}


@pytest.mark.parametrize(
    "other", [{"tentang": Tentang(None, "akuntabel")}, {"isi": "pegawai"}, {"bawahan": True}]
)
def test_a_group_is_of_one_relation_about_one_thing_for_the_same_readers(
    agency: Agency, skp: Skp, other: dict[str, Any]
) -> None:
    for who in GROUP[:2]:
        given_janji.answer(agency, who)
    if other.pop("bawahan", False):
        agency.record_superior(agency.indra, agency.ani)
    if "isi" in other:
        other["isi"] = given.Isi("positif", "a", "b", "c", other["isi"])
    given_janji.answer(agency, "indra", **other)
    assert not UmpanBalik.objects.filter(terbaca=True).exists()


def test_a_fourth_waits_for_its_own_group(agency: Agency, skp: Skp) -> None:
    """Else whoever saw three yesterday and four today would know whose the new one is."""
    given_janji.group(agency)
    fourth = given_janji.answer(agency, "joko")
    assert readers(agency, fourth) == {"joko"}


def test_only_what_was_promised_waits(agency: Agency, skp: Skp) -> None:
    made = given.feedback_on_result(agency)
    for change in ({"terbaca": False}, {"janji": 3}):
        with pytest.raises(IntegrityError), transaction.atomic():
            UmpanBalik.objects.filter(pk=made.pk).update(**change)


def test_pages_say_that_it_is_not_enough_and_how_many_they_do_not_say(
    agency: Agency, browser_of: Any
) -> None:
    on = timezone.localdate()
    plans.established(agency, on=on)
    given_janji.answer(agency, "eko", on=on)
    mine = browser_of(agency.ani).get(reverse("monitoring:umpan_balik_saya")).content.decode()
    theirs = browser_of(agency.budi).get(reverse("monitoring:umpan_balik", args=[agency.ani.pk]))
    for page in (mine, theirs.content.decode()):
        assert "rekan kerja: belum cukup untuk ditampilkan" in page
        assert "Kata Ekoku" not in page
    own = browser_of(agency.eko).get(reverse("monitoring:umpan_balik_saya") + "?sisi=diberikan")
    assert "Belum terbaca" in own.content.decode()


def test_the_penilai_is_not_told_of_what_waits_for_the_person_alone(
    agency: Agency, browser_of: Any
) -> None:
    on = timezone.localdate()
    plans.established(agency, on=on)
    given_janji.answer(agency, "eko", on=on, isi=given.Isi("positif", "a", "b", "c", "pegawai"))
    page = browser_of(agency.budi).get(reverse("monitoring:umpan_balik", args=[agency.ani.pk]))
    assert "belum cukup" not in page.content.decode()


# How it might leak


@pytest.fixture
def opened(agency: Agency) -> Agency:
    """Three colleagues have given, on three days up to today."""
    on = timezone.localdate()
    plans.established(agency, on=on)
    given_janji.group(agency, on=on)
    return agency


def test_no_page_names_them_or_their_days(opened: Agency, browser_of: Any) -> None:
    on = timezone.localdate()
    rencana = given.plan(opened, on=on)
    days = [on - timedelta(days=back) for back in (1, 2)]
    pages = [
        ("ani", reverse("monitoring:umpan_balik_saya")),
        ("budi", reverse("monitoring:umpan_balik", args=[opened.ani.pk])),
        ("budi", reverse("planning:skp", args=[rencana.skp_id])),
        ("budi", reverse("home:linimasa", args=[opened.ani.pk])),
        ("budi", reverse("home:tim")),
    ]
    for who, address in pages:
        text = browser_of(opened.named(who)).get(address).content.decode().split("</nav>")[-1]
        for name in ("Eko,", "Dewi,", "Indra,", "dari Eko", "dari Dewi", "dari Indra"):
            assert name not in text, (address, name)
        for day in days:
            assert tanggal(day) not in text, address


def test_what_is_handed_to_other_rooms_names_no_giver_no_day_and_no_number(
    opened: Agency,
) -> None:
    on = timezone.localdate()
    said = door.feedback(given.plan(opened, on=on), mulai=date(on.year, 1, 1), selesai=on)
    assert [one.oleh for one in said] == ["Rekan kerja"] * 3
    assert {one.tanggal.day for one in said} == {1}
    assert len({one.kunci for one in said}) == 1


def test_the_evaluation_has_their_words_and_says_where_more_waits(opened: Agency) -> None:
    on = timezone.localdate()
    rencana = given.plan(opened, on=on)
    given_janji.answer(opened, "joko", on=on)
    bahan = material.material(rencana, mulai=date(on.year, 1, 1), selesai=on)
    assert [one.oleh for one in bahan.umpan_balik_nilai("loyal")] == ["Rekan kerja"] * 3
    assert bahan.belum_cukup == ("Rekan kerja",)
    assert not any("Joko" in one.perilaku for one in bahan.perilaku)


def test_the_order_tells_nothing(agency: Agency, skp: Skp) -> None:
    """Over many groups the one who came first stands anywhere."""
    given_janji.group(agency)
    first: Counter[int] = Counter()
    for _ in range(40):
        for one in UmpanBalik.objects.all():
            one.acak = uuid4()
            one.save(update_fields=["acak"])
        first[UmpanBalik.objects.for_list()[0].pemberi_id] += 1
    assert len(first) == 3


def test_the_record_itself_keeps_neither_day_nor_hour(agency: Agency, skp: Skp) -> None:
    made = given_janji.group(agency)
    assert {one.tanggal for one in made} == {date(2026, 3, 1)}
    assert len({one.dibuat for one in made}) == 1
    assert made[0].dibuat < NOON - timedelta(hours=20)


def test_an_answer_in_the_trail_says_who_answered_and_not_which_is_theirs(
    agency: Agency, skp: Skp
) -> None:
    given_janji.answer(agency, "eko")
    line = Jejak.objects.latest("nomor")
    asked = PermintaanUmpanBalik.objects.get()
    assert (line.tindakan, line.pelaku_id) == ("permintaan_umpan_balik.jawab", agency.eko.pk)
    assert (line.objek_jenis, line.objek_id) == (
        "monitoring.permintaanumpanbalik",
        str(asked.pk),
    )
    assert line.fakta["ke"] == {"status": "dijawab"}
    assert not Jejak.objects.filter(objek_jenis="monitoring.umpanbalik").exists()


def test_unasked_it_stands_in_the_trail_without_a_name(
    agency: Agency, skp: Skp, browser_of: Any
) -> None:
    tim = agency.team("SPBE", agency.citra)
    AnggotaTim.objects.create(tim=tim, orang=agency.ani, mulai=NEW_YEAR)
    given_janji.naming(agency, mulai=TODAY, ketua_tim="disembunyikan")
    given.feedback_on_value(agency, who="citra")
    line = Jejak.objects.latest("nomor")
    assert (line.tindakan, line.pelaku_id, line.tentang_id) == (
        "umpan_balik.beri",
        None,
        agency.ani.pk,
    )
    assert "ketua" not in line.isi
    page = browser_of(agency.indra).get(reverse("home:jejak") + "?orang=Citra")
    assert "umpan_balik.beri" not in page.content.decode()


def test_signals_hear_it_only_when_its_group_is_full(agency: Agency, skp: Skp) -> None:
    rumpun = given.plan(agency).rumpun
    span = (date(2026, 2, 1), date(2026, 1, 1), TODAY)
    for who in GROUP[:2]:
        given_janji.answer(agency, who)
    assert _voices([rumpun], *span) == {}
    given_janji.answer(agency, "indra")
    assert _voices([rumpun], *span)[rumpun].kini == 3


def test_a_dialogue_is_offered_the_group_and_never_one_of_it(agency: Agency) -> None:
    dialogs.plan(agency)
    given_janji.group(agency)
    one = dialogs.planned(agency, on=TODAY)
    told = [each for each in usul.suggested(one, on=TODAY) if each.asal == "umpan_balik"]
    assert [each.uraian for each in told] == ["Umpan balik dari Rekan kerja, Maret 2026"]
    assert told[0].kunci == "umpan_balik:rekan-2026-03"


def test_last_feedback_does_not_tell_the_day(opened: Agency) -> None:
    on = timezone.localdate()
    last = door.last_feedback([opened.ani.pk], opened.named("budi"), on=on)
    assert last[opened.ani.pk].day == 1


def test_two_who_give_at_once_count_each_other(agency: Agency, skp: Skp) -> None:
    """The second waits for the first, so that neither counts alone (PostgreSQL locks the plan)."""
    if connection.vendor != "postgresql":
        assert connection.settings_dict["OPTIONS"].get("transaction_mode") == "IMMEDIATE"
        return
    with CaptureQueriesContext(connection) as asked:
        given_janji.answer(agency, "eko")
    assert any("FOR UPDATE" in one["sql"] and "planning_skp" in one["sql"] for one in asked)
