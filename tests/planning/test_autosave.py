"""Drafts save themselves, and a page that was overtaken shows both texts and loses neither."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bina.planning.models import HasilKerja, Skp
from bina.planning.services import steps
from tests.conftest import Agency
from tests.planning import plans, posted

AUTO = {"Bina-Autosave": "1"}


@pytest.fixture
def skp(agency: Agency) -> Skp:
    return plans.draft(agency, on=timezone.localdate())


@pytest.fixture
def ani(agency: Agency, browser_of: Any) -> Client:
    found: Client = browser_of(agency.ani)
    return found


def page_of(skp: Skp, name: str, *args: int) -> str:
    return reverse(f"planning:{name}", args=[skp.pk, *args])


def surat(skp: Skp) -> HasilKerja:
    found: HasilKerja = skp.hasil_kerja.get(jenis="utama")
    return found


def test_a_new_result_saves_itself_once_and_tells_the_page_where_it_is(
    skp: Skp, ani: Client
) -> None:
    data = posted.result(skp)
    answer = ani.post(page_of(skp, "hasil_baru"), data, headers=AUTO)
    news = answer.json()
    made = skp.hasil_kerja.get(uraian="Arsip tertata")
    assert news["alamat"] == page_of(skp, "hasil", made.pk)
    assert news["isian"]["ind-0-id"] == made.indikator.get().pk

    again = {**data, **news["isian"], "uraian": "Arsip tertata rapi"}
    assert ani.post(news["alamat"], again, headers=AUTO).status_code == 200
    made.refresh_from_db()
    assert (made.uraian, made.indikator.count()) == ("Arsip tertata rapi", 1)
    assert skp.hasil_kerja.count() == 3


@pytest.mark.parametrize("name", ["perilaku", "lampiran"])
def test_the_other_parts_save_themselves_and_go_on(skp: Skp, ani: Client, name: str) -> None:
    data = posted.conduct(skp, loyal="Setia") if name == "perilaku" else posted.annex(skp)
    for _twice in range(2):
        answer = ani.post(page_of(skp, name), data, headers=AUTO)
        data = {**data, **answer.json()["isian"]}
    assert plans.now(skp).suntingan == skp.suntingan + 2


def test_the_expectations_of_the_pimpinan_save_themselves(
    agency: Agency, browser_of: Any, skp: Skp
) -> None:
    steps.submit(skp_id=skp.pk, actor=agency.ani, pada=plans.MOMENT, on=timezone.localdate())
    budi = browser_of(agency.budi)
    data = posted.conduct(skp, adaptif="Mencoba cara baru")
    answer = budi.post(page_of(skp, "ekspektasi"), data, headers=AUTO)
    assert answer.json()["isian"]["suntingan"] == skp.suntingan + 1
    assert budi.post(page_of(skp, "ekspektasi"), data, headers=AUTO).status_code == 409


def test_what_is_not_complete_yet_or_was_overtaken_is_not_saved_by_itself(
    skp: Skp, ani: Client
) -> None:
    address = page_of(skp, "hasil", surat(skp).pk)
    half = posted.result(skp, surat(skp), uraian="")
    assert ani.post(address, half, headers=AUTO).status_code == 422
    old = posted.result(skp, surat(skp), suntingan=skp.suntingan - 1)
    assert ani.post(address, old, headers=AUTO).status_code == 409
    assert plans.now(skp).suntingan == skp.suntingan


def overtaken(skp: Skp, ani: Client) -> tuple[str, dict[str, Any], str]:
    """Two pages of one result: the first is saved, then the second; what the second shows."""
    hasil = surat(skp)
    address = page_of(skp, "hasil", hasil.pk)
    mine = posted.result(skp, hasil, uraian="Tulisan saya", manfaat="Manfaat saya")
    first = hasil.indikator.get(uraian=plans.KUNJUNGAN.uraian)
    mine |= posted.indicator(0, first, target="300")
    theirs = posted.result(skp, hasil, uraian="Tulisan mereka", manfaat="Manfaat mereka")
    number = theirs["ind-TOTAL_FORMS"]
    theirs |= posted.indicator(number, uraian="Indikator mereka")
    theirs["ind-TOTAL_FORMS"] = number + 1
    theirs |= posted.indicator(0, first, target="260")
    assert ani.post(address, theirs).status_code == 302
    answer = ani.post(address, mine)
    assert answer.status_code == 409
    return address, mine, answer.content.decode()


def test_both_texts_stand_side_by_side_with_a_choice_per_field(skp: Skp, ani: Client) -> None:
    _address, _mine, page = overtaken(skp, ani)
    for words in ("Tulisan saya", "Tulisan mereka", "Manfaat saya", "Manfaat mereka"):
        assert words in page
    assert 'name="pakai-uraian" value="tersimpan"' in " ".join(page.split())
    assert "Indikator 1: Target (angka)" in page
    assert "260" in page
    assert "260,0" not in page
    assert "Indikator mereka" in page  # what was added meanwhile stands there to be kept
    assert "pakai-jenis" not in page  # alike in both
    assert "pakai-ind-1-target" not in page


def test_each_field_is_saved_as_it_was_chosen_and_nothing_is_lost(skp: Skp, ani: Client) -> None:
    address, mine, _page = overtaken(skp, ani)
    hasil = surat(skp)
    added = hasil.indikator.get(uraian="Indikator mereka")
    number = mine["ind-TOTAL_FORMS"]
    chosen = {
        **mine,
        **posted.indicator(number, added),
        "ind-TOTAL_FORMS": number + 1,
        "suntingan": plans.now(skp).suntingan,
        "pakai-uraian": "tersimpan",
        "pakai-manfaat": "tulisan",
        "pakai-ind-0-target": "tersimpan",
    }
    assert ani.post(address, chosen).status_code == 302
    hasil.refresh_from_db()
    assert (hasil.uraian, hasil.manfaat) == ("Tulisan mereka", "Manfaat saya")
    targets = dict(hasil.indikator.values_list("uraian", "target"))
    assert targets[plans.KUNJUNGAN.uraian] == 260
    assert "Indikator mereka" in targets


def test_the_annex_and_the_conduct_offer_the_choice_too(skp: Skp, ani: Client) -> None:
    for name, make in (("perilaku", posted.conduct), ("lampiran", posted.annex)):
        field = "loyal" if name == "perilaku" else "konsekuensi"
        stale = make(plans.now(skp), **{field: "Saya"})
        ani.post(page_of(skp, name), make(plans.now(skp), **{field: "Mereka"}))
        answer = ani.post(page_of(skp, name), stale)
        assert answer.status_code == 409
        assert f"pakai-{field}" in answer.content.decode()
        stale |= {"suntingan": plans.now(skp).suntingan, f"pakai-{field}": "tersimpan"}
        ani.post(page_of(skp, name), stale)
    assert skp.perilaku.get(nilai="loyal").ekspektasi_khusus == "Mereka"
    assert skp.lampiran.get(jenis="konsekuensi").uraian == "Mereka"


def test_a_plan_without_indicators_is_not_submitted_and_keeps_its_words(
    skp: Skp, ani: Client
) -> None:
    surat(skp).indikator.all().delete()
    page = ani.post(page_of(skp, "ajukan"), follow=True).content.decode()
    assert "Belum ada indikator. Tambahkan sedikitnya satu." in page
    assert plans.surat().uraian in page
    assert plans.now(skp).status == "draf"
