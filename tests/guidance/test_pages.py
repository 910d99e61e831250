"""The pages of guidance, from a signal to a signed form, as a browser without scripts sees them."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bina.guidance import sidik
from bina.guidance.models import Coaching, Penyesuaian, Sesi, Tindakan, Triase
from bina.planning import door as planning
from bina.ui import menu
from tests.conftest import Agency
from tests.guidance import given


def page(client: Any, url: str, *args: Any, **data: Any) -> str:
    return client.get(reverse(url, args=args), data).content.decode()


def post(client: Any, url: str, *args: Any, **data: Any) -> Any:
    return client.post(reverse(url, args=args), data)


def said(answer: Any) -> str:
    return " ".join(str(one) for one in get_messages(answer.wsgi_request))


MINUTES = {
    "mulai": "00:01",
    "selesai": "00:02",
    "tempat": "Aula",
    "proses": "Semua surat lewat satu orang.",
    "tindakan-TOTAL_FORMS": "2",
    "tindakan-INITIAL_FORMS": "0",
    "tindakan-0-uraian": "Menyusun jadwal piket",
    "tindakan-0-oleh": "pegawai",
    "tindakan-0-tenggat": "2026-12-31",
    "tindakan-1-uraian": "",
    "tindakan-1-oleh": "coach",
}


AGREEMENT = {
    "suntingan": "0",
    "jumlah_sesi": "3",
    "jarak_hari": "14",
    "lama_menit": "60",
    "tempat": "Aula",
    "tujuan-TOTAL_FORMS": "2",
    "tujuan-INITIAL_FORMS": "0",
    "tujuan-0-tujuan": "Surat dijawab hari itu",
    "tujuan-0-ukuran": "Sembilan dari sepuluh",
    "tujuan-1-tujuan": "",
}


def test_the_whole_way_by_hand(agency: Agency, browser_of: Any, at: Any) -> None:
    rencana = given.plan(agency, on=at["on"])
    ani, budi = browser_of(agency.ani), browser_of(agency.budi)
    yesterday = (at["on"] - timedelta(days=1)).isoformat()

    skp_page = page(budi, "planning:skp", rencana.skp_id)
    assert "Kemajuan tertinggal" in skp_page
    assert "Timbang bimbingan" in skp_page
    weigh = ("guidance:timbang", rencana.skp_id, rencana.hasil[0].kunci)
    assert "Kemajuan tertinggal" in page(budi, *weigh)
    post(budi, *weigh, penyebab=["motivasi"])
    triase = Triase.objects.get()
    shown = page(budi, "guidance:triase", triase.pk)
    assert "Bina menyarankan: Coaching" in shown
    assert "Peraturan LAN 10/2018" in shown
    answer = post(budi, "guidance:putuskan", triase.pk, pilihan="coaching", alasan="")
    assert answer.url == reverse("guidance:mulai", args=[triase.pk])
    post(
        budi,
        "guidance:mulai",
        triase.pk,
        topik="Surat menumpuk",
        jenis="pimpinan",
        konflik="on",
    )
    one = Sesi.objects.get()
    post(
        ani,
        "guidance:laporan",
        one.pk,
        progres="60 surat",
        masalah="Menumpuk",
        jenis="proses",
        penyebab="Sendirian",
        alternatif="",
    )
    post(
        budi,
        "guidance:jadwal",
        one.pk,
        tanggal=yesterday,
        mulai="09:00",
        selesai="10:00",
        tempat="Aula",
    )
    unagreed = {"bagian": "tujuan", "pembaca": "berdua", "isi": "Enam sehari"}
    answer = post(ani, "guidance:catatan_baru", one.pk, **unagreed)
    assert "belum ditandatangani berdua" in said(answer)
    post(budi, "guidance:kesepakatan_tulis", one.coaching_id, **AGREEMENT)
    for who in (ani, budi):
        shown = page(who, "guidance:kesepakatan", one.coaching_id)
        digest = re.search(r'name="isi" value="([0-9a-f]{64})"', shown)
        assert digest is not None
        facts = {"dibaca": "on", "isi": digest.group(1)}
        answer = post(who, "guidance:kesepakatan_tanda_tangan", one.coaching_id, **facts)
    assert "Kesepakatan berlaku" in said(answer)
    post(ani, "guidance:catatan_baru", one.pk, **unagreed)
    indikator = rencana.hasil[0].indikator[0]
    post(
        ani,
        "guidance:notulen",
        one.pk,
        **{**MINUTES, "tanggal": yesterday, "suntingan": "0"},
        indikator=str(indikator.kunci),
        menjadi="180",
        alasan="Surat berkurang",
    )
    post(budi, "guidance:langkah", one.pk, "minta_tanda_tangan")
    digest = sidik.digest(Sesi.objects.get())
    assert digest in page(ani, "guidance:sesi", one.pk)
    post(ani, "guidance:tanda_tangani", one.pk, dibaca="on", isi=digest)
    answer = post(budi, "guidance:tanda_tangani", one.pk, dibaca="on", isi=digest)
    assert "2 JP masuk ke akun pegawai" in said(answer)
    assert "Diakui" in page(ani, "competency:akun")
    assert "Menunggu persetujuan" in page(ani, "guidance:sesi", one.pk)


def test_what_is_ticked_and_not_kept_is_answered_once(agency: Agency, browser_of: Any) -> None:
    ani = browser_of(agency.ani)
    answer = post(ani, "guidance:minta", hasil="", penyebab=["kesehatan", "motivasi"])
    assert answer.status_code == 200
    assert "tidak disimpan" in answer.content.decode()
    assert "112" in answer.content.decode()
    triase = Triase.objects.get()
    assert triase.penyebab_pegawai == ["motivasi"]
    assert "kesehatan" not in str(Triase.objects.values())
    answer = post(ani, "guidance:penyebab", triase.pk, penyebab=["perilaku"])
    assert "Pejabat Penilai Kinerja wajib membicarakannya" in answer.content.decode()
    assert Triase.objects.get().penyebab_pegawai == []


def test_another_choice_without_a_reason_is_asked_for_it(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    triase = given.weighed(agency, **at)
    answer = post(browser_of(agency.budi), "guidance:putuskan", triase.pk, pilihan="pelatihan")
    assert answer.status_code == 200
    assert "Tuliskan alasannya" in answer.content.decode()


def test_a_question_waiting_is_shown_instead_of_asked_again(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    triase = given.weighed(agency, **at)
    address = reverse("guidance:timbang", args=[triase.skp_id, triase.hasil_kunci])
    answer = browser_of(agency.budi).get(address)
    assert answer.url == reverse("guidance:triase", args=[triase.pk])


def test_who_was_slower_is_told_in_words(agency: Agency, browser_of: Any, at: Any) -> None:
    triase = given.decided(agency, **at)
    answer = post(browser_of(agency.ani), "guidance:batalkan", triase.pk)
    assert "berubah oleh orang lain" in said(answer)


def test_a_stale_form_keeps_every_word(agency: Agency, browser_of: Any, at: Any) -> None:
    one = given.minuted(agency, **at)
    data = {**MINUTES, "tanggal": at["on"].isoformat(), "suntingan": "0", "kualitas": "Kata saya"}
    answer = post(browser_of(agency.ani), "guidance:notulen", one.pk, **data)
    html = answer.content.decode()
    assert "baru saja diubah" in html
    assert "Kata saya" in html


# T5: what the form does not offer is not taken


def test_nothing_can_be_set_that_the_form_does_not_offer(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    triase = given.decided(agency, **at)
    extra = {
        "coach": agency.citra.nip,
        "penilai": agency.gita.pk,
        "pegawai": agency.eko.pk,
        "status": "selesai",
        "hasil_judul": "Lain",
    }
    post(
        browser_of(agency.budi),
        "guidance:mulai",
        triase.pk,
        topik="Surat",
        jenis="pimpinan",
        konflik="on",
        **extra,
    )
    made = Coaching.objects.get()
    assert (made.coach, made.penilai, made.pegawai_id) == (agency.budi, agency.budi, agency.ani.pk)
    assert (made.status, made.hasil_judul) == ("berjalan", triase.hasil_judul)
    one = made.sesi.get()
    post(
        browser_of(agency.ani),
        "guidance:laporan",
        one.pk,
        progres="a",
        masalah="b",
        jenis="metode",
        penyebab="c",
        status="ditandatangani",
        pegawai_pada="2026-01-01",
        coach_pada="2026-01-01",
        ke="9",
    )
    one.refresh_from_db()
    assert (one.status, one.ke, one.pegawai_pada, one.coach_pada) == ("dilaporkan", 1, None, None)


def test_the_penilai_cannot_write_into_a_coaching_of_another(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one = given.minuted(agency, **at)
    budi = browser_of(agency.budi)
    for url in ("guidance:laporan", "guidance:notulen", "guidance:jadwal", "guidance:catatan_baru"):
        assert post(budi, url, one.pk, isi="x", bagian="tujuan").status_code == 403


# Query budgets: they do not grow with what there is to show


@pytest.fixture
def _by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the menu entries of other rooms: they have budgets of their own."""
    own = {key: one for key, one in menu._entries.items() if key in {"guidance", "competency"}}
    monkeypatch.setattr(menu, "_entries", own)


@pytest.mark.usefixtures("_by_itself")
def test_the_session_page_costs_the_same_with_more_on_it(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    one = given.minuted(agency, **at)
    ani = browser_of(agency.ani)
    address = reverse("guidance:sesi", args=[one.pk])
    ani.get(address)
    costs = _cost(ani, address)
    for n in range(5):
        given.note(agency, one, f"Catatan {n}", **at)
        Tindakan.objects.create(sesi=one, uraian=f"{n}", oleh=agency.ani, tenggat=at["on"])
    assert _cost(ani, address) == costs
    # session, user, session of coaching; 5 the line; 2 what I may; agreement, moves, questions
    assert costs <= 18, costs


@pytest.mark.usefixtures("_by_itself")
def test_the_list_costs_the_same_with_more_in_it(agency: Agency, browser_of: Any, at: Any) -> None:
    one = given.minuted(agency, **at)
    ani = browser_of(agency.ani)
    ani.get(reverse("guidance:daftar"))
    costs = _cost(ani, reverse("guidance:daftar"))
    fields = [f.attname for f in Coaching._meta.concrete_fields if f.attname not in ("id",)]
    kept = {name: getattr(one.coaching, name) for name in fields}
    for n in range(4):
        copy = Coaching.objects.create(**{**kept, "triase_id": None, "topik": f"Lain {n}"})
        people = {"coach": agency.citra, "penilai": agency.budi}
        Sesi.objects.create(coaching=copy, ke=1, dibuat=at["pada"], **people)
    assert _cost(ani, reverse("guidance:daftar")) == costs
    # Session, user; coachings counted, a page of them, their sessions; questions; conduct and
    # trainings, counted; the offices a menu would ask as well.
    assert costs <= 9, costs


@pytest.mark.usefixtures("_by_itself")
def test_the_triage_page_and_the_account_have_a_budget(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    triase = given.weighed(agency, **at)
    budi = browser_of(agency.budi)
    budi.get(reverse("guidance:triase", args=[triase.pk]))
    assert _cost(budi, reverse("guidance:triase", args=[triase.pk])) <= 4
    assert _cost(budi, reverse("competency:akun_orang", args=[agency.ani.pk])) <= 19


def _cost(client: Any, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_an_adjustment_is_shown_old_beside_new(agency: Agency, browser_of: Any, at: Any) -> None:
    one = given.ready(agency, isi=given.adjusted(agency, **at), **at)
    html = page(browser_of(agency.citra), "guidance:sesi", one.pk)
    assert "<del>240 surat</del>" in html
    assert "<ins>180 surat</ins>" in html
    assert Penyesuaian.objects.get().usul is None
    assert planning.running_of(agency.ani.pk, on=at["on"]) is not None
