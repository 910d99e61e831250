"""The pages of dialogues, as a browser without scripts sees them."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bina.core.models import Jejak
from bina.dialog import door
from bina.dialog.models import ButirAgenda, Dialog, Tindakan
from bina.dialog.services.dialog import Rangkuman
from bina.ui import menu
from tests.conftest import Agency
from tests.dialog import given


def page(client: Any, url: str, *args: Any) -> str:
    answer = client.get(reverse(url, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def post(client: Any, url: str, *args: Any, **data: Any) -> Any:
    return client.post(reverse(url, args=args), data)


def said(answer: Any) -> str:
    return " ".join(str(one) for one in get_messages(answer.wsgi_request))


def summary(one: Dialog, words: str = "Piket mulai Senin.", **changes: str) -> dict[str, Any]:
    return {
        "ringkasan": words,
        "suntingan": one.suntingan,
        "tindakan-TOTAL_FORMS": "2",
        "tindakan-INITIAL_FORMS": "0",
        "tindakan-0-uraian": "Menyusun jadwal piket",
        "tindakan-0-oleh": "pegawai",
        "tindakan-0-tenggat": "2026-12-31",
        "tindakan-1-uraian": "",
        "tindakan-1-oleh": "penilai",
        **changes,
    }


def test_the_whole_way_by_hand(agency: Agency, browser_of: Any, at: Any) -> None:
    rencana = given.plan(agency, on=at["on"])
    ani, budi = browser_of(agency.ani), browser_of(agency.budi)

    assert "Rencanakan dialog" in page(ani, "planning:skp", rencana.skp_id)
    plan = ("dialog:rencanakan", rencana.skp_id)
    assert "Pilih harinya" in page(ani, *plan)
    answer = post(ani, *plan, tanggal=at["on"].isoformat(), tempat="Aula")
    one = Dialog.objects.get()
    assert answer.url == reverse("dialog:dialog", args=[one.pk])
    assert "Siapkan dialog kinerja dengan Ani" in budi.get("/").content.decode()

    suggested = page(budi, "dialog:dialog", one.pk)
    assert "Usul topik dari data" in suggested
    kunci = f"belum_ada:{rencana.hasil[0].kunci}"
    assert kunci in suggested
    post(budi, "dialog:ambil", one.pk, kunci=kunci)
    post(ani, "dialog:tambah", one.pk, uraian="Surat menumpuk setiap Senin")
    assert ButirAgenda.objects.count() == 2
    assert f'value="{kunci}"' not in page(ani, "dialog:dialog", one.pk)
    post(ani, "dialog:catat", one.pk, isi="rahasia-ani", suntingan_catatan=0)
    assert "rahasia-ani" in page(ani, "dialog:dialog", one.pk)
    assert "rahasia-ani" not in page(budi, "dialog:dialog", one.pk)

    post(budi, "dialog:mulai", one.pk)
    assert "Rangkum dialog kinerja dengan Budi" in ani.get("/").content.decode()
    post(budi, "dialog:rangkum", one.pk, **summary(one))
    assert "Konfirmasi ringkasan dialog dengan Budi" in ani.get("/").content.decode()
    one.refresh_from_db()
    post(ani, "dialog:konfirmasi", one.pk, suntingan=one.suntingan)
    answer = post(budi, "dialog:konfirmasi", one.pk, suntingan=one.suntingan)
    assert "Dikonfirmasi berdua" in said(answer)
    assert "Menyusun jadwal piket" in page(ani, "dialog:orang", agency.ani.pk)


def test_nothing_typed_is_lost(agency: Agency, browser_of: Any, at: Any) -> None:
    one = given.begun(agency, **at)
    ani = browser_of(agency.ani)
    data = summary(one, "Panjang sekali", **{"tindakan-0-tenggat": ""})
    answer = post(ani, "dialog:rangkum", one.pk, **data).content.decode()
    assert "Panjang sekali" in answer
    assert "Isi tenggat tindakan ini." in answer
    assert "Menyusun jadwal piket" in answer
    late = post(ani, "dialog:batalkan", one.pk, alasan="").content.decode()
    assert "Tuliskan alasannya" in late
    far = (at["on"] - timedelta(days=2)).isoformat()
    post(ani, "dialog:batalkan", one.pk, alasan="Sakit")
    plan = ("dialog:rencanakan", one.skp_id)
    refused = post(ani, *plan, tanggal=far, tempat="Ruang rapat").content.decode()
    assert "sudah lewat" in refused
    assert "Ruang rapat" in refused


def test_a_stale_summary_shows_both_texts_and_may_then_be_saved(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one = given.begun(agency, **at)
    given.sum_up(agency, one, "budi", Rangkuman("Tulisan Budi"), **at)
    ani = browser_of(agency.ani)
    shown = post(ani, "dialog:rangkum", one.pk, **summary(one, "Tulisan Ani")).content.decode()
    assert "Tulisan Budi" in shown
    assert "Tulisan Ani" in shown
    assert '<input type="hidden" name="suntingan" value="1"' in shown
    one.refresh_from_db()
    assert one.ringkasan == "Tulisan Budi"
    post(ani, "dialog:rangkum", one.pk, **summary(one, "Tulisan berdua"))
    one.refresh_from_db()
    assert one.ringkasan == "Tulisan berdua"


def test_a_stale_note_shows_both_texts(agency: Agency, browser_of: Any, at: Any) -> None:
    one = given.planned(agency, **at)
    given.note(agency, one, "ani", "yang pertama", **at)
    ani = browser_of(agency.ani)
    answer = post(ani, "dialog:catat", one.pk, isi="yang kedua", suntingan_catatan=0)
    assert "yang pertama" in answer.content.decode()
    assert "yang kedua" in answer.content.decode()
    post(ani, "dialog:catat", one.pk, isi="yang kedua", suntingan_catatan=1)
    assert "yang pertama" not in page(ani, "dialog:dialog", one.pk)


def test_a_late_step_is_explained_and_changes_nothing(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one = given.confirmed(agency, **at)
    ani = browser_of(agency.ani)
    assert "sudah lewat" in said(ani.get(reverse("dialog:rangkum", args=[one.pk])))
    assert "baru saja berubah" in said(post(ani, "dialog:mulai", one.pk))
    assert "baru saja berubah" in said(post(ani, "dialog:konfirmasi", one.pk, suntingan=1))
    assert "tidak utuh" in said(post(ani, "dialog:konfirmasi", one.pk))
    one.refresh_from_db()
    assert one.is_confirmed


def test_whoever_plans_again_comes_to_the_one_under_way(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one = given.planned(agency, **at)
    answer = browser_of(agency.budi).get(reverse("dialog:rencanakan", args=[one.skp_id]))
    assert answer.url == reverse("dialog:dialog", args=[one.pk])


@pytest.mark.parametrize("who", ["fitri", "dewi", "indra", "joko", "eko", "gita"])
def test_to_everybody_else_it_does_not_exist(
    agency: Agency, browser_of: Any, at: Any, who: str
) -> None:
    one = given.confirmed(agency, **at)
    client = browser_of(agency.named(who))
    for url, pk in (("dialog:dialog", one.pk), ("dialog:orang", agency.ani.pk)):
        assert client.get(reverse(url, args=[pk])).status_code == 404


def test_those_above_see_on_the_timeline_that_it_took_place_and_no_more(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    given.confirmed(agency, Rangkuman("ringkas-rahasia", (given.ACTION,)), **at)
    given.planned(agency, ahead=3, **at)
    for who in ("fitri", "dewi"):
        (line,) = door.timeline(agency.ani.pk, agency.named(who), on=at["on"])
        assert (line.tanggal, line.judul) == (at["on"], "Dialog kinerja dengan Budi")
        assert (line.isi, line.status, line.url) == ("", "", "")
        shown = page(browser_of(agency.named(who)), "home:linimasa", agency.ani.pk)
        assert "Dialog kinerja dengan Budi" in shown
        assert "rahasia" not in shown
        assert given.ACTION.uraian not in shown
    for who, lines in (("budi", 2), ("ani", 2), ("indra", 0), ("gita", 0)):
        assert len(door.timeline(agency.ani.pk, agency.named(who), on=at["on"])) == lines


def test_every_reading_leaves_a_line(agency: Agency, browser_of: Any, at: Any) -> None:
    one = given.begun(agency, **at)
    ani = browser_of(agency.ani)
    page(ani, "dialog:dialog", one.pk)
    page(ani, "dialog:rangkum", one.pk)
    lines = Jejak.objects.filter(tindakan="dialog.baca", pelaku=agency.ani).order_by("nomor")
    assert [line.fakta["fakta"]["bentuk"] for line in lines] == ["halaman", "formulir"]


def test_the_team_page_shows_the_last_dialogue_and_the_way_to_the_next(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    rencana = given.plan(agency, on=at["on"])
    budi = agency.named("budi")
    assert door.of_team([agency.ani.pk], budi, on=at["on"]) == {}
    one = given.confirmed(agency, **at)
    after = given.planned(agency, ahead=2, **at)
    (state,) = door.of_team([agency.ani.pk], budi, on=at["on"]).values()
    assert state.terakhir == one.tanggal
    assert state.terbuka == reverse("dialog:dialog", args=[after.pk])
    assert door.planning_address(rencana.skp_id).endswith(f"/{rencana.skp_id}/")
    assert door.of_team([agency.ani.pk], agency.named("gita"), on=at["on"]) == {}


def test_an_action_that_falls_due_is_a_task_until_it_is_done(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    due = given.IsiTindakan("Menyusun jadwal piket", "penilai", at["on"])
    given.confirmed(agency, Rangkuman("Ya", (due,)), **at)
    budi = browser_of(agency.budi)
    assert "Menyusun jadwal piket" in budi.get("/").content.decode()
    answer = post(budi, "dialog:selesai", Tindakan.objects.get().pk)
    assert answer.url == reverse("dialog:orang", args=[agency.ani.pk])
    assert "Menyusun jadwal piket" not in budi.get("/").content.decode()


# Query budgets: they do not grow with what there is to show


@pytest.fixture
def _by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the menu entries of other rooms: they have budgets of their own."""
    monkeypatch.setattr(menu, "_entries", {})


def _cost(client: Any, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.mark.usefixtures("_by_itself")
def test_the_page_costs_the_same_with_more_on_it(agency: Agency, browser_of: Any, at: Any) -> None:
    given.confirmed(agency, **at)
    one = given.planned(agency, **at)
    given.point(agency, one, "ani", "Satu", **at)
    ani, address = browser_of(agency.ani), reverse("dialog:dialog", args=[one.pk])
    ani.get(address)
    costs = _cost(ani, address)
    for n in range(5):
        given.point(agency, one, "budi", f"Butir {n}", **at)
    assert _cost(ani, address) == costs
    # Session, user, dialogue; 5 the line; what I may; agenda; 8 the topics (keys taken over,
    # overdue, plan and its parts, progress, last dialogue, feedback); carried, own actions, note.
    assert costs <= 21, costs


@pytest.mark.usefixtures("_by_itself")
def test_the_list_costs_the_same_with_more_in_it(agency: Agency, browser_of: Any, at: Any) -> None:
    given.confirmed(agency, **at)
    budi, address = browser_of(agency.budi), reverse("dialog:orang", args=[agency.ani.pk])
    budi.get(address)
    costs = _cost(budi, address)
    for _ in range(3):
        given.confirmed(agency, **at)
    assert _cost(budi, address) == costs
    assert costs <= 7, costs  # session, user; count, rows, plan, whether one is open, actions


def test_tasks_timeline_and_team_have_a_budget(
    agency: Agency, at: Any, django_assert_num_queries: Any
) -> None:
    given.confirmed(agency, **at)
    given.planned(agency, **at)
    budi, ids = agency.named("budi"), [agency.ani.pk]
    with django_assert_num_queries(1):
        door.of_team(ids, budi, on=at["on"])
    door.timeline(agency.ani.pk, budi, on=at["on"])  # whom they lead is asked once a request
    with django_assert_num_queries(1):
        door.timeline(agency.ani.pk, budi, on=at["on"])
    with django_assert_num_queries(1):
        list(door.queues(budi, on=at["on"])[0].tugas(door.queues(budi, on=at["on"])[0].rows))
