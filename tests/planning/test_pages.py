"""The pages: what each shows and does, what it costs, and what it says when somebody was faster."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import mark_safe

from bina.planning import panels
from bina.planning.isi import IsiUsul
from bina.planning.models import Skp, UsulPerubahan
from bina.planning.rencana import Rencana
from bina.planning.services import changes, drafting, steps
from bina.ui import menu
from tests.conftest import Agency
from tests.planning import plans, posted


def today() -> Any:
    return timezone.localdate()


def url(name: str, *args: Any) -> str:
    return reverse(f"planning:{name}", args=args)


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_from_start_to_established_by_the_pages_alone(agency: Agency, browser_of: Any) -> None:
    ani, budi = browser_of(agency.ani), browser_of(agency.budi)
    placement = agency.ani.penempatan.get().pk
    ani.post(url("mulai"), {"penempatan": placement, "pendekatan": "kuantitatif"})
    skp = Skp.objects.get(pegawai=agency.ani.pk)
    assert "Belum ada hasil kerja utama" in text_of(ani, url("susun", skp.pk))

    ani.post(url("hasil_baru", skp.pk), posted.result(skp))
    skp.refresh_from_db()
    ani.post(url("perilaku", skp.pk), posted.conduct(skp, loyal="Menjaga nama baik"))
    skp.refresh_from_db()
    ani.post(url("lampiran", skp.pk), posted.annex(skp))
    page = text_of(ani, url("ajukan", skp.pk))
    assert "Budi" in page
    assert "Yang terkunci" in page
    ani.post(url("ajukan", skp.pk))

    skp.refresh_from_db()
    assert "Ani" in text_of(budi, url("tinjauan"))
    assert "Menjaga nama baik" in text_of(budi, url("tinjau", skp.pk))
    back = {"suntingan": skp.suntingan, "alasan": "Targetnya terlalu rendah", "kembalikan": "1"}
    budi.post(url("tinjau", skp.pk), back)
    assert "Targetnya terlalu rendah" in text_of(ani, url("susun", skp.pk))
    ani.post(url("ajukan", skp.pk))
    budi.post(url("ekspektasi", skp.pk), posted.conduct(skp, adaptif="Mencoba cara baru"))
    skp.refresh_from_db()
    budi.post(url("tinjau", skp.pk), {"suntingan": skp.suntingan, "tetapkan": "1"})

    skp.refresh_from_db()
    assert (skp.status, skp.ditetapkan_oleh) == ("ditetapkan", agency.budi)
    page = text_of(ani, url("skp", skp.pk))
    assert "Mencoba cara baru" in page
    assert "Ditetapkan" in page


def test_the_pimpinans_results_are_offered_by_title_only(agency: Agency, browser_of: Any) -> None:
    above = plans.established(agency, "budi", on=today(), uraian="Surat bagian terjawab")
    skp = plans.started(agency, on=today())
    ani = browser_of(agency.ani)
    page = text_of(ani, url("hasil_baru", skp.pk))
    assert "Surat bagian terjawab (Budi)" in page
    assert plans.surat().manfaat not in page
    theirs = above.hasil_kerja.get(jenis="utama").pk
    ani.post(url("hasil_baru", skp.pk), posted.result(skp, mendukung=theirs))
    assert skp.hasil_kerja.get().mendukung_id == theirs


def test_adding_an_indicator_saves_and_opens_a_blank_one(agency: Agency, browser_of: Any) -> None:
    skp = plans.started(agency, on=today())
    ani = browser_of(agency.ani)
    answer = ani.post(url("hasil_baru", skp.pk), posted.result(skp, tambah="1"), follow=True)
    assert skp.hasil_kerja.get().indikator.count() == 1
    assert 'id="indikator-baru"' in answer.content.decode()


def test_an_indicator_is_removed_by_its_tick(agency: Agency, browser_of: Any) -> None:
    skp = plans.draft(agency, on=today())
    hasil = skp.hasil_kerja.get(jenis="utama")
    data = posted.result(skp, hasil, **{"ind-1-DELETE": "on"})
    browser_of(agency.ani).post(url("hasil", skp.pk, hasil.pk), data)
    assert hasil.indikator.count() == 2


def test_results_are_ordered_and_taken_out_on_the_overview(agency: Agency, browser_of: Any) -> None:
    skp = plans.draft(agency, on=today())
    ani = browser_of(agency.ani)
    ani.post(url("hasil_baru", skp.pk), posted.result(skp))
    skp.refresh_from_db()
    new = skp.hasil_kerja.get(uraian="Arsip tertata")
    ani.post(url("pindah_hasil", skp.pk, new.pk), {"suntingan": skp.suntingan, "arah": "naik"})
    assert skp.hasil_kerja.filter(jenis="utama").order_by("urutan")[0] == new
    answer = ani.post(url("hapus_hasil", skp.pk, new.pk), {"suntingan": "0"}, follow=True)
    assert "baru saja berubah" in answer.content.decode()
    skp.refresh_from_db()
    ani.post(url("hapus_hasil", skp.pk, new.pk), {"suntingan": skp.suntingan})
    assert not skp.hasil_kerja.filter(pk=new.pk).exists()


def test_a_stale_page_keeps_both_texts(agency: Agency, browser_of: Any) -> None:
    skp = plans.draft(agency, on=today())
    hasil = skp.hasil_kerja.get(jenis="utama")
    ani, address = browser_of(agency.ani), url("hasil", skp.pk, hasil.pk)
    old_page = posted.result(skp, hasil, manfaat="Tulisan dari tab pertama")
    ani.post(address, posted.result(skp, hasil, manfaat="Tulisan dari tab kedua"))

    answer = ani.post(address, old_page)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Halaman ini sudah berubah" in page
    assert "Tulisan dari tab pertama" in page
    assert "Tulisan dari tab kedua" in page
    current = Skp.objects.get(pk=skp.pk).suntingan
    assert answer.context["form"]["suntingan"].value() == str(current)
    ani.post(address, {**old_page, "suntingan": current})
    hasil.refresh_from_db()
    assert hasil.manfaat == "Tulisan dari tab pertama"


@pytest.mark.parametrize("part", ["perilaku", "lampiran"])
def test_words_written_while_it_locked_are_not_lost(
    agency: Agency, browser_of: Any, part: str
) -> None:
    skp = plans.submitted(agency, on=today())
    data = {"perilaku": posted.conduct, "lampiran": posted.annex}[part](skp)
    data["loyal" if part == "perilaku" else "konsekuensi"] = "Tulisan yang terlambat"
    answer = browser_of(agency.ani).post(url(part, skp.pk), data)
    assert answer.status_code == 409
    assert "Tulisan yang terlambat" in answer.content.decode()


def test_a_locked_plan_leads_back_to_its_page(agency: Agency, browser_of: Any) -> None:
    skp = plans.submitted(agency, on=today())
    hasil = skp.hasil_kerja.get(jenis="utama")
    ani = browser_of(agency.ani)
    for address in (
        url("susun", skp.pk),
        url("hasil", skp.pk, hasil.pk),
        url("perilaku", skp.pk),
        url("ajukan", skp.pk),
        url("usulkan", skp.pk),
        url("susun_perubahan", skp.pk),
    ):
        assert ani.get(address).headers["Location"] == url("skp", skp.pk)


def test_who_was_slower_is_told_and_changes_nothing(agency: Agency, browser_of: Any) -> None:
    skp = plans.submitted(agency, on=today())
    budi, ani = browser_of(agency.budi), browser_of(agency.ani)
    steps.withdraw(skp_id=skp.pk, actor=agency.ani, pada=plans.MOMENT, on=today())
    assert budi.post(url("tinjau", skp.pk), {"tetapkan": "1"}).status_code == 404
    steps.submit(skp_id=skp.pk, actor=agency.ani, pada=plans.MOMENT, on=today())
    stale = budi.post(url("tinjau", skp.pk), {"suntingan": "0", "tetapkan": "1"})
    assert stale.status_code == 409
    assert "berubah sejak Anda membukanya" in stale.content.decode()
    budi.post(url("tinjau", skp.pk), {"suntingan": skp.suntingan, "tetapkan": "1"})
    late = ani.post(url("langkah", skp.pk, "tarik"), follow=True)
    assert "sudah berubah" in late.content.decode()
    late = budi.post(url("tinjau", skp.pk), {"suntingan": "0", "kembalikan": "1"}, follow=True)
    assert "sudah berubah" in late.content.decode()
    assert Skp.objects.get(pk=skp.pk).status == "ditetapkan"


def test_sending_back_without_a_reason_is_refused(agency: Agency, browser_of: Any) -> None:
    skp = plans.submitted(agency, on=today())
    data = {"suntingan": skp.suntingan, "kembalikan": "1"}
    answer = browser_of(agency.budi).post(url("tinjau", skp.pk), data)
    assert "isian perlu diperbaiki" in answer.content.decode()
    assert Skp.objects.get(pk=skp.pk).status == "diajukan"


def proposed(agency: Agency) -> UsulPerubahan:
    skp = plans.established(agency, on=today())
    return changes.propose_own(
        skp_id=skp.pk,
        kunci=skp.hasil_kerja.get(jenis="utama").indikator.all()[0].kunci,
        isi=IsiUsul(Decimal("180.5"), "Dua desa tidak terjangkau"),
        actor=agency.named("ani"),
        pada=timezone.now(),
        on=today(),
    )


def test_a_proposal_shows_old_and_new_and_becomes_a_version(
    agency: Agency, browser_of: Any
) -> None:
    skp = plans.established(agency, on=today())
    ani, budi = browser_of(agency.ani), browser_of(agency.budi)
    kunci = skp.hasil_kerja.get(jenis="utama").indikator.all()[0].kunci
    data = {"indikator": str(kunci), "target_menjadi": "180,5", "alasan": "Dua desa terputus"}
    ani.post(url("usulkan", skp.pk), data)
    usul = UsulPerubahan.objects.get()
    page = text_of(budi, url("usul", usul.pk))
    assert "<del>240 surat</del>" in page
    assert "<ins>180,5 surat</ins>" in page
    refused = budi.post(url("putus_usul", usul.pk, "tolak"), {"tanggapan": ""})
    assert "alasan penolakan" in refused.content.decode()
    budi.post(url("putus_usul", usul.pk, "setujui"), {"tanggapan": "Setuju"})
    new = Skp.objects.running(today()).get()
    page = text_of(ani, url("bandingkan", new.pk))
    assert "<del>240 surat</del>" in page
    assert "<ins>180,5 surat</ins>" in page
    again = budi.post(url("putus_usul", usul.pk, "setujui"), follow=True)
    assert "sudah diputus" in again.content.decode()


def test_a_version_not_to_be_seen_is_not_compared(agency: Agency, browser_of: Any) -> None:
    skp = plans.established(agency, on=today())
    ani = browser_of(agency.ani)
    ani.post(url("susun_perubahan", skp.pk), {"alasan": "Prioritas berubah"})
    draft = Skp.objects.get(versi=2)
    budi = browser_of(agency.budi)
    assert ani.get(url("bandingkan", skp.pk), {"dengan": "2"}).status_code == 200
    assert budi.get(url("bandingkan", skp.pk), {"dengan": "2"}).status_code == 404
    assert budi.get(url("bandingkan", skp.pk), {"dengan": "x"}).status_code == 404
    assert "Versi 2" not in text_of(budi, url("skp", skp.pk))
    assert budi.get(url("skp", draft.pk)).status_code == 404


# Panels of upper rooms


def test_upper_rooms_show_their_panels_on_an_agreed_plan(agency: Agency, browser_of: Any) -> None:
    def draw(request: Any, rencana: Rencana) -> panels.Drawn:
        one = rencana.utama[0].indikator[0]
        return panels.Drawn(rows={one.kunci: mark_safe("<td>74 dari panel</td>")})

    panels.register(panels.Panel("uji", "indikator", 1, draw, heads=("Realisasi",)))
    try:
        skp = plans.established(agency, on=today())
        page = text_of(browser_of(agency.ani), url("skp", skp.pk))
    finally:
        panels.forget("uji")
    assert "<td>74 dari panel</td>" in page
    assert "Realisasi" in page


# What each page costs by itself. Every page: session, user, units headed, offices held (4).
# For whoever heads a unit, as Budi does, nine more find who is below.

BUDGETS = [
    (
        "ani",
        "saya",
        None,
        10,
    ),  # whose superior I am, twice; for whom I stand in; my plans; placements; what waits
    ("ani", "skp", "established", 13),  # the plan in five; proposals; versions; acts
    ("budi", "skp", "established", 21),
    ("ani", "susun", "draft", 18),  # the plan in five; the penilai in six; what I may
    ("budi", "tinjauan", "submitted", 8),  # how many; the plans; the proposals
    ("budi", "tinjau", "submitted", 19),  # the plan in five; what I may
]


@pytest.fixture
def _by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the menu entries and panels of other rooms: they have budgets of their own."""
    own = {key: entry for key, entry in menu._entries.items() if key == "planning"}
    monkeypatch.setattr(menu, "_entries", own)
    monkeypatch.setattr(panels, "_panels", {})


@pytest.mark.usefixtures("_by_itself")
@pytest.mark.parametrize(("who", "name", "laid", "budget"), BUDGETS)
def test_a_page_costs_the_same_however_much_it_shows(
    agency: Agency,
    browser_of: Any,
    django_assert_max_num_queries: Any,
    django_assert_num_queries: Any,
    who: str,
    name: str,
    laid: str | None,
    budget: int,
) -> None:
    skp = getattr(plans, laid)(agency, on=today()) if laid else None
    args = [skp.pk] if skp and name not in {"saya", "tinjauan"} else []
    client = browser_of(getattr(agency, who))
    client.get(url(name, *args))
    with django_assert_max_num_queries(budget) as few:
        client.get(url(name, *args))
    for other in ("eko", "dewi", "indra"):
        plans.submitted(agency, other, on=today())
    if laid == "draft" and skp:
        _grow(agency, skp)
    with django_assert_num_queries(len(few)):
        client.get(url(name, *args))


def _grow(agency: Agency, skp: Skp) -> None:
    for number in range(4):
        drafting.save_result(
            skp_id=skp.pk,
            hasil_id=None,
            isi=plans.surat(uraian=f"Hasil {number}"),
            suntingan=skp.suntingan + number,
            actor=agency.ani,
            pada=plans.MOMENT,
            on=today(),
        )


def test_the_pages_escape_what_people_write(agency: Agency, browser_of: Any) -> None:
    words = '<img src=x onerror=alert(1)>"{{ 7*7 }}'
    skp = plans.established(agency, on=today(), uraian=words)
    page = text_of(browser_of(agency.budi), url("skp", skp.pk))
    assert words not in page
    assert escape(words) in page
