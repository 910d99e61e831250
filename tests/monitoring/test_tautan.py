"""Links for people without an account: made by whom, used once, dead in one way."""

from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, OperationalError, connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.monitoring import material
from bina.monitoring.models import TautanUmpanBalik, UmpanBalik
from bina.monitoring.services import tautan
from bina.monitoring.services.refused import Refused
from bina.monitoring.services.tautan import TautanMati
from bina.monitoring.subject import Tentang
from tests.conftest import NEW_YEAR, NIPS, NOON, TODAY, Agency
from tests.monitoring import given, given_janji, given_tautan
from tests.monitoring.given_tautan import SEEN
from tests.planning import plans

SENT = {"sifat": "positif", "situasi": "Di loket", "perilaku": "Sabar", "dampak": "Selesai"}
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}{% load x %}"


def url(name: str, *args: Any) -> str:
    return reverse(f"monitoring:{name}", args=args)


def today() -> Any:
    return timezone.localdate()


@pytest.fixture
def here(agency: Agency) -> Agency:
    plans.established(agency)
    return agency


@pytest.fixture
def now(agency: Agency) -> Agency:
    plans.established(agency, on=today())
    return agency


# Made and taken back


@pytest.mark.parametrize(
    ("who", "error"),
    [("fitri", PermissionDenied), ("dewi", PermissionDenied), ("eko", ObjectDoesNotExist)],
)
def test_the_person_and_their_penilai_make_links_and_nobody_else(
    here: Agency, who: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        given_tautan.link(here, who)
    assert given_tautan.link(here, "budi")[0].dibuat_oleh == here.budi
    assert given_tautan.link(here)[0].pegawai_id == here.ani.pk


def test_a_link_is_seen_by_its_maker_alone(here: Agency) -> None:
    one, _token = given_tautan.link(here, "budi")
    seen = {
        who
        for who in [*NIPS, "lestari"]
        if TautanUmpanBalik.objects.visible_to(here.named(who), on=TODAY).contains(one)
    }
    assert seen == {"budi"}


def test_no_token_is_like_another_and_none_is_kept(here: Agency) -> None:
    made = [given_tautan.link(here) for _ in range(5)]
    tokens = {token for _one, token in made}
    assert len(tokens) == 5
    assert all(len(token) * 6 >= 128 for token in tokens)
    kept = str(list(TautanUmpanBalik.objects.values_list())) + str(list(Jejak.objects.values()))
    assert not any(token in kept for token in tokens)


def test_it_is_about_one_thing_of_the_plan(here: Agency) -> None:
    with pytest.raises(Refused):
        given_tautan.link(here, tentang=Tentang(None, "jujur"))


def test_the_agency_says_how_long_it_lasts(here: Agency) -> None:
    one, token = given_tautan.link(here)
    assert one.berlaku_sampai == TODAY + timedelta(days=14)
    assert one.status_on(TODAY + timedelta(days=15)) == "kedaluwarsa"
    tautan.open_link(token, on=TODAY + timedelta(days=14))
    with pytest.raises(TautanMati):
        tautan.open_link(token, on=TODAY + timedelta(days=15))


def test_too_many_that_wait_are_refused(here: Agency, monkeypatch: Any) -> None:
    monkeypatch.setattr(tautan, "MOST_OPEN", 2)
    given_tautan.link(here)
    _one, token = given_tautan.link(here)
    with pytest.raises(Refused, match="2"):
        given_tautan.link(here)
    given_tautan.answered(token)
    given_tautan.link(here)


def revoked(agency: Agency, one: TautanUmpanBalik, who: str = "ani") -> None:
    tautan.revoke_link(tautan_id=one.pk, actor=agency.named(who), pada=NOON, on=TODAY)


def test_its_maker_takes_it_back_once(here: Agency) -> None:
    one, token = given_tautan.link(here)
    with pytest.raises(TautanUmpanBalik.DoesNotExist):
        revoked(here, one, "budi")
    revoked(here, one)
    with pytest.raises(TautanMati):
        given_tautan.answered(token)
    with pytest.raises(WrongState):
        revoked(here, one)


# Answered


def test_an_answer_is_shared_with_the_penilai_as_of_a_service_user(here: Agency) -> None:
    _one, token = given_tautan.link(here)
    made = given_tautan.answered(token)
    assert (made.hubungan, made.pembaca, made.pemberi_id) == ("pengguna_layanan", "penilai", None)
    readers = {
        who
        for who in [*NIPS, "lestari"]
        if UmpanBalik.objects.visible_to(here.named(who), on=TODAY).contains(made)
    }
    assert readers == {"ani", "budi", "fitri", "dewi", "indra"}


@pytest.mark.parametrize(
    ("nama", "shown"),
    [
        ("", "Pengguna layanan, lewat tautan dari Ani"),
        (" Sari ", "Sari, pengguna layanan, lewat tautan dari Ani"),
    ],
)
def test_the_name_is_there_where_it_was_given_and_who_made_the_link_always(
    here: Agency, nama: str, shown: str
) -> None:
    _one, token = given_tautan.link(here)
    given_tautan.answered(token, replace(SEEN, nama=nama))
    rencana = given.plan(here)
    bahan = material.material(rencana, mulai=NEW_YEAR, selesai=TODAY)
    assert [one.oleh for one in bahan.hasil[0].umpan_balik] == [shown]
    assert bahan.hasil[0].umpan_balik[0].hubungan_label == "Pengguna layanan"


def test_it_is_answered_once(here: Agency) -> None:
    _one, token = given_tautan.link(here)
    given_tautan.answered(token)
    with pytest.raises(TautanMati):
        given_tautan.answered(token)
    assert UmpanBalik.objects.count() == 1


def test_a_wrong_answer_leaves_the_link_open(here: Agency) -> None:
    _one, token = given_tautan.link(here)
    with pytest.raises(Refused):
        given_tautan.answered(token, replace(SEEN, dampak=" "))
    given_tautan.answered(token)


def test_the_trail_has_a_line_without_actor_and_without_words(here: Agency) -> None:
    _one, token = given_tautan.link(here)
    given_tautan.answered(token, replace(SEEN, nama="Sari"))
    line = Jejak.objects.latest("nomor")
    assert (line.tindakan, line.pelaku_id) == ("tautan_umpan_balik.jawab", None)
    assert line.tentang_id == here.ani.pk
    assert "Sari" not in line.isi
    assert "loket" not in line.isi


def test_without_a_giver_there_is_a_link(here: Agency) -> None:
    _one, token = given_tautan.link(here)
    made = given_tautan.answered(token)
    for change in (
        {"tautan": None},
        {"hubungan": "rekan"},
        {"pemberi": here.eko},
        {"janji": 3, "acak": "0" * 32},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            UmpanBalik.objects.filter(pk=made.pk).update(**change)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_answer_at_once_one_does(agency: Agency) -> None:
    plans.established(agency)
    _one, token = given_tautan.link(agency)
    gate, found = Barrier(2), []

    def answer() -> None:
        gate.wait()
        try:
            given_tautan.answered(token)
            found.append("done")
        except TautanMati:
            found.append("dead")
        except OperationalError:
            found.append("dead")  # SQLite lets the second go after its wait
        finally:
            connections.close_all()

    threads = [Thread(target=answer) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(found) == ["dead", "done"]
    assert UmpanBalik.objects.count() == 1


# The page


def test_the_page_tells_name_agency_title_and_readers_and_nothing_else(now: Agency) -> None:
    rencana = given.plan(now, on=today())
    _one, token = given_tautan.link(now, on=today())
    page = Client().get(url("layanan", token))
    text = page.content.decode()
    for words in ("Ani", "Kabupaten Nusa", rencana.hasil[0].uraian, "pengelola kinerja"):
        assert words in text, words
    hidden = ["Budi", now.ani.nip, "Bagian Umum", "Pelanggan loket 3", rencana.hasil[1].uraian]
    for words in hidden:
        assert str(words) not in text, words


def test_no_engine_and_no_other_host_learns_the_address(now: Agency) -> None:
    _one, token = given_tautan.link(now, on=today())
    for address in (url("layanan", token), url("layanan", "x"), url("layanan_selesai")):
        page = Client().get(address)
        assert "noindex" in page["X-Robots-Tag"]
        assert 'name="robots" content="noindex' in page.content.decode()
        assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in Client().get(url("layanan", token))["Cache-Control"]


def test_used_expired_revoked_and_unknown_are_answered_alike(now: Agency) -> None:
    used, expired, gone = (given_tautan.link(now, on=today()) for _ in range(3))
    given_tautan.answered(used[1], on=today())
    TautanUmpanBalik.objects.filter(pk=expired[0].pk).update(
        berlaku_sampai=today() - timedelta(days=1)
    )
    tautan.revoke_link(tautan_id=gone[0].pk, actor=now.named("ani"), pada=NOON, on=today())
    answers = set()
    for token in (used[1], expired[1], gone[1], "x" * 32, "%00", "ü" * 400):
        for act in ("get", "post"):
            page = getattr(Client(), act)(url("layanan", token), SENT)
            body = page.content.decode().replace(token, "").split("<form")
            answers.add((page.status_code, body[0], tuple(sorted(page.headers.items()))[:0]))
    assert len(answers) == 1
    assert answers.pop()[0] == 404
    assert UmpanBalik.objects.count() == 1


def test_a_service_user_answers_and_is_thanked(now: Agency) -> None:
    _one, token = given_tautan.link(now, on=today())
    visitor = Client(enforce_csrf_checks=True)
    assert visitor.post(url("layanan", token), SENT).status_code == 403
    page = visitor.get(url("layanan", token))
    sent = {**SENT, "csrfmiddlewaretoken": page.context["csrf_token"], "nama": "Sari"}
    done = visitor.post(url("layanan", token), sent, follow=True)
    assert "Terima kasih" in done.content.decode()
    made = UmpanBalik.objects.get()
    assert (made.nama_pemberi, made.perilaku) == ("Sari", "Sabar")


def test_nothing_typed_is_lost_and_nothing_more_is_taken(now: Agency) -> None:
    _one, token = given_tautan.link(now, on=today())
    sent = {**SENT, "dampak": "", "pembaca": "pegawai", "hubungan": "pimpinan", "pemberi": 1}
    page = Client().post(url("layanan", token), sent).content.decode()
    assert "Sabar" in page
    assert not UmpanBalik.objects.exists()
    Client().post(url("layanan", token), {**sent, "dampak": "Cepat"})
    made = UmpanBalik.objects.get()
    assert (made.pembaca, made.hubungan, made.pemberi_id) == ("penilai", "pengguna_layanan", None)


def test_what_a_stranger_writes_is_words_and_too_much_is_refused(
    now: Agency, browser_of: Any
) -> None:
    _one, token = given_tautan.link(now, on=today())
    evil = dict.fromkeys(("situasi", "perilaku", "dampak", "nama"), EVIL)
    long = Client().post(url("layanan", token), {**SENT, **evil, "situasi": "x" * 2001})
    assert "<script>alert" not in long.content.decode()
    assert not UmpanBalik.objects.exists()
    Client().post(url("layanan", token), {**SENT, **evil})
    rencana = given.plan(now, on=today())
    for who, address in (
        ("ani", url("umpan_balik_saya")),
        ("budi", url("umpan_balik", now.ani.pk)),
        ("budi", reverse("planning:skp", args=[rencana.skp_id])),
        ("budi", reverse("home:linimasa", args=[now.ani.pk])),
    ):
        text = browser_of(now.named(who)).get(address).content.decode()
        assert "{{7*7}}" in text, address
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def test_one_address_may_not_knock_for_ever(now: Agency, settings: Any) -> None:
    settings.BINA_RATE_LIMITS = {"tautan_umpan_balik": "3/m/ip"}
    answers = [Client().get(url("layanan", "x" * 32)).status_code for _ in range(4)]
    assert answers == [404, 404, 404, 429]
    assert Client().post(url("layanan", "x" * 32), SENT).status_code == 429


def test_the_address_is_shown_once_and_the_list_has_states(now: Agency, browser_of: Any) -> None:
    rencana = given.plan(now, on=today())
    ani = browser_of(now.ani)
    sent = {"tentang": "nilai:loyal", "untuk": "Ibu Sari"}
    page = ani.post(url("buat_tautan", rencana.skp_id), sent)
    token = page.context["alamat"].rstrip("/").rsplit("/", 1)[-1]
    assert page.context["alamat"].startswith("http://testserver/")
    listed = ani.get(url("tautan")).content.decode()
    assert token not in listed
    assert "Menunggu jawaban" in listed
    assert "Ibu Sari" in listed
    ani.post(url("cabut_tautan", TautanUmpanBalik.objects.get().pk))
    assert "Dicabut" in ani.get(url("tautan")).content.decode()
    assert Client().get(url("layanan", token)).status_code == 404
    again = ani.post(url("cabut_tautan", TautanUmpanBalik.objects.get().pk), follow=True)
    assert "Tidak ada yang berubah" in again.content.decode()


@pytest.mark.parametrize("many", [1, 8])
def test_the_list_costs_the_same_however_many_there_are(
    now: Agency, browser_of: Any, many: int, django_assert_max_num_queries
) -> None:
    for _ in range(many):
        given_tautan.link(now, on=today())
    ani = browser_of(now.ani)
    ani.get(url("tautan"))
    with django_assert_max_num_queries(14):
        ani.get(url("tautan"))


def test_a_service_user_counts_no_further_than_their_own_word(here: Agency) -> None:
    """They are in no group of hidden givers, and open none."""
    given_janji.answer(here, "eko")
    for _ in range(3):
        _one, token = given_tautan.link(here, tentang=given_janji.LOYAL)
        given_tautan.answered(token)
    assert UmpanBalik.objects.waiting().count() == 1
