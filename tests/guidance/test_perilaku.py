"""Conduct: told before it is reported, read by two, and no word of it in any table or trail."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from bina.core import handing
from bina.core.models import Jejak, Serahan
from bina.core.sealed import SealBroken
from bina.core.workflow import WrongState
from bina.guidance.models import MasalahPerilaku, TeksTersegel
from bina.guidance.perilaku import services
from bina.guidance.perilaku.services import Pembicaraan
from bina.guidance.services import triase
from bina.guidance.services.refusals import Refused
from bina.guidance.services.triase import Sebab
from tests.access import agreement
from tests.conftest import TODAY, Agency
from tests.guidance import given
from tests.guidance.given import when

LATER = TODAY + timedelta(days=30)
TALK = Pembicaraan(
    TODAY, "Tiga kali menolak permintaan loket lain.", "Merasa tidak dilibatkan.", LATER, True
)
CONDUCT = Sebab(("motivasi",), perilaku=True)


def named(agency: Agency) -> MasalahPerilaku:
    """Budi names conduct as a cause while he weighs Ani's result."""
    given.weighed(agency, CONDUCT)
    return MasalahPerilaku.objects.get()


def told(agency: Agency, isi: Pembicaraan = TALK) -> MasalahPerilaku:
    masalah = named(agency)
    return services.tell(kode=masalah.kode, isi=isi, actor=agency.named("budi"), **when())


def by(agency: Agency, who: str, masalah: MasalahPerilaku, **more: Any) -> dict[str, Any]:
    return {"kode": masalah.kode, "actor": agency.named(who), **when(), **more}


def reviewed(agency: Agency, masalah: MasalahPerilaku, **more: Any) -> MasalahPerilaku:
    facts = by(agency, "budi", masalah, berubah=False, isi="Kembali terjadi.", on=LATER)
    return services.review(**facts | more)


def seers(agency: Agency) -> set[str]:
    everybody = agency.everybody()
    return {
        name
        for name, user in everybody.items()
        if MasalahPerilaku.objects.visible_to(user, on=TODAY).exists()
    }


def test_named_by_the_penilai_the_person_sees_no_trace_until_told(agency: Agency) -> None:
    masalah = named(agency)
    assert seers(agency) == {"budi"}
    services.tell(kode=masalah.kode, isi=TALK, actor=agency.named("budi"), **when())
    assert seers(agency) == {"ani", "budi"}


def test_named_by_the_person_both_see_it_and_meet_in_one_matter(agency: Agency) -> None:
    found = given.asked(agency, replace(CONDUCT, kebutuhan_karier=""))
    triase.name_causes(triase_id=found.pk, sebab=CONDUCT, actor=agency.named("budi"), **when())
    assert MasalahPerilaku.objects.count() == 1
    assert seers(agency) == {"ani", "budi"}
    assert "perilaku" not in str(found.penyebab_pegawai)


def test_told_answered_unchanged_and_hampering_it_is_handed_up(agency: Agency) -> None:
    masalah = told(agency)
    services.answer(**by(agency, "ani", masalah, isi="Saya tidak diberi tahu jadwalnya."))
    assert reviewed(agency, masalah).status == "diserahkan"
    (line,) = handing.waiting(services.LAPORAN)
    assert line.kode == masalah.kode
    parts = [one.content() for one in masalah.teks.all()]
    assert parts[1]["isi"] == TALK.isi
    assert parts[-1] == {"berubah": False, "isi": "Kembali terjadi."}


@pytest.mark.parametrize("state", ["dikenali", "dibicarakan"])
def test_what_was_not_told_or_waited_for_is_not_reported(agency: Agency, state: str) -> None:
    masalah = named(agency) if state == "dikenali" else told(agency)
    early = {"on": LATER - timedelta(days=1)} if state == "dibicarakan" else {}
    with pytest.raises((Refused, WrongState)):
        reviewed(agency, masalah, **early)
    assert not Serahan.objects.exists()


def test_what_hampers_nobody_is_talked_about_again_and_not_reported(agency: Agency) -> None:
    masalah = told(agency, replace(TALK, menghambat=False))
    with pytest.raises(Refused, match="tidak menghambat"):
        reviewed(agency, masalah)
    again = replace(TALK, tanggal=LATER, tinjau_pada=LATER + timedelta(days=14))
    services.tell(**by(agency, "budi", masalah, isi=again, on=LATER))
    masalah.refresh_from_db()
    assert masalah.tinjau_pada == again.tinjau_pada


def test_a_change_settles_it(agency: Agency) -> None:
    masalah = told(agency)
    found = reviewed(agency, masalah, berubah=True, isi="Sejak itu tidak terjadi lagi.")
    assert found.status == "perilaku_berubah"
    assert not Serahan.objects.exists()
    with pytest.raises(WrongState):
        reviewed(agency, masalah)


@pytest.mark.parametrize(
    ("isi", "words"),
    [
        (replace(TALK, isi="  "), "apa yang dibicarakan"),
        (replace(TALK, tanggal=TODAY + timedelta(days=1)), "belum terjadi"),
        (replace(TALK, tinjau_pada=TODAY), "sesudah pembicaraan"),
    ],
)
def test_a_talk_without_words_day_or_time_is_refused(
    agency: Agency, isi: Pembicaraan, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        told(agency, isi)


def test_only_its_penilai_tells_and_only_the_person_answers(agency: Agency) -> None:
    masalah = told(agency)
    for who in ("citra", "dewi", "eko", "fitri", "gita", "hadi", "indra", "joko", "lestari"):
        with pytest.raises(MasalahPerilaku.DoesNotExist):
            services.tell(**by(agency, who, masalah, isi=TALK))
    with pytest.raises(PermissionDenied):
        services.tell(**by(agency, "ani", masalah, isi=TALK))
    with pytest.raises(PermissionDenied):
        services.answer(**by(agency, "budi", masalah, isi="Bukan saya"))


def test_list_record_and_people_agree(agency: Agency) -> None:
    told(agency)
    done = agreement.say_the_same("masalah_perilaku", agreement.people(agency))
    assert done == {"lihat", "bicarakan", "tanggapi", "serahkan", "nyatakan_berubah", "tarik"}


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def test_no_table_and_no_line_of_the_trail_holds_a_word_or_a_name(agency: Agency) -> None:
    masalah = told(agency)
    services.answer(**by(agency, "ani", masalah, isi="Tanggapan yang rahasia"))
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for name in tables:
            cursor.execute(f'SELECT * FROM "{name}"')
            rows = str([[_plain(value) for value in row] for row in cursor])
            assert "menolak permintaan" not in rows, name
            assert "Tanggapan yang rahasia" not in rows, name
    lines = Jejak.objects.filter(tindakan__startswith="masalah_perilaku.")
    assert {one.tindakan.split(".")[1] for one in lines} == {"sebut", "bicarakan", "tanggapi"}
    for line in lines:
        assert (line.objek_id, line.tentang_id, line.lingkup) == (str(masalah.kode), None, None)


def test_a_text_put_into_another_matter_or_changed_does_not_open(agency: Agency) -> None:
    masalah = told(agency)
    row = masalah.teks.get(bagian="pembicaraan")
    row.penulis = agency.ani
    with pytest.raises(SealBroken):
        row.content()
    with pytest.raises(IntegrityError), transaction.atomic():
        TeksTersegel.objects.filter(pk=row.pk).update(bagian="tanggapan")


def test_the_key_is_exchanged_by_a_command(agency: Agency, settings: Any, capsys: Any) -> None:
    masalah = told(agency)
    settings.BINA_KUNCI_SEGEL = {"baru": b"n" * 32, **settings.BINA_KUNCI_SEGEL}
    call_command("segel", "putar")
    settings.BINA_KUNCI_SEGEL = {"baru": b"n" * 32}
    call_command("segel", "periksa")
    assert "MasalahPerilaku: 1 kasus, 0 tertutup" in capsys.readouterr().out
    assert MasalahPerilaku.objects.get().teks.get(nomor=2).content()["isi"] == TALK.isi
    assert masalah.kunci != MasalahPerilaku.objects.get().kunci


def test_the_whole_way_by_the_pages(agency: Agency, browser_of: Any) -> None:
    masalah = told(agency)
    page = reverse("guidance:masalah_perilaku", args=[masalah.pk])
    budi, ani = browser_of(agency.budi), browser_of(agency.ani)
    before = Jejak.objects.filter(tindakan="masalah_perilaku.baca").count()
    assert TALK.isi in ani.get(page).content.decode()
    assert Jejak.objects.filter(tindakan="masalah_perilaku.baca").count() == before + 1
    own = {"isi": "Akan saya perbaiki."}
    ani.post(reverse("guidance:masalah_tanggapi", args=[masalah.pk]), own)
    assert "Akan saya perbaiki." in budi.get(page).content.decode()
    again = {"tanggal": TODAY, "isi": "", "tinjau_pada": LATER, "jawaban": "Tetap di sini"}
    answer = budi.post(reverse("guidance:masalah_bicarakan", args=[masalah.pk]), again)
    assert answer.status_code == 200
    assert "Tetap di sini" in answer.content.decode()
    assert browser_of(agency.dewi).get(page).status_code == 404


def test_ticking_conduct_leads_to_the_sealed_page(agency: Agency, browser_of: Any) -> None:
    rencana = given.plan(agency)
    address = reverse("guidance:timbang", args=[rencana.skp_id, rencana.hasil[0].kunci])
    answer = browser_of(agency.budi).post(address, {"penyebab": ["perilaku", "kesehatan"]})
    masalah = MasalahPerilaku.objects.get()
    page = answer.content.decode()
    assert reverse("guidance:masalah_perilaku", args=[masalah.pk]) in page
    assert "112" in page
    assert masalah.triase.penyebab_penilai == []


def test_named_in_error_it_is_withdrawn_before_it_is_told(agency: Agency) -> None:
    masalah = named(agency)
    assert services.withdraw(**by(agency, "budi", masalah)).status == "masalah_ditarik"
    assert "ani" not in seers(agency)
