"""The pages of appraisal: rating, release, the organisation's rating, the person's own."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from bina.appraisal.models import CapaianOrganisasi, Evaluasi, PeriodeEvaluasi
from bina.appraisal.services.evaluations import Isi
from tests.appraisal import given
from tests.conftest import Agency
from tests.monitoring import given as progress
from tests.monitoring.test_pages import XSS
from tests.planning import plans


def today() -> Any:
    return timezone.localdate()


def url(name: str, *args: Any) -> str:
    return reverse(f"appraisal:{name}", args=args)


@pytest.fixture
def quarter(agency: Agency) -> PeriodeEvaluasi:
    plans.established(agency, on=today())
    return given.periode(agency, today())


def rating_page(agency: Agency, quarter: PeriodeEvaluasi) -> str:
    return url("nilai", quarter.pk, progress.plan(agency, on=today()).skp_id)


def sent(**changes: Any) -> dict[str, Any]:
    return {
        "rating_hasil": "sesuai",
        "rating_perilaku": "di_atas",
        "alasan_hasil": "",
        "alasan_perilaku": "Memandu rekan.",
        "catatan": "Pertahankan.",
        "suntingan": "0",
        "halaman": "satu",
        **changes,
    }


def test_from_rating_to_the_persons_own_page(
    agency: Agency, quarter: PeriodeEvaluasi, browser_of: Any
) -> None:
    budi, fitri, ani = (browser_of(agency.named(who)) for who in ("budi", "fitri", "ani"))
    here = rating_page(agency, quarter)
    assert "Belum mulai" in budi.get(here).content.decode()
    budi.post(here, sent(alasan_perilaku=""))
    text = budi.get(here).content.decode()
    assert "Dua hal belum lengkap." in text
    assert "capaian organisasi Bagian Umum (menunggu Fitri)" in text
    assert "Predikat: Baik" in text

    address = url("capaian", quarter.pk, agency.umum.pk)
    fitri.post(address, {"capaian": "baik", "alasan": "11 dari 12", "suntingan": "0"})
    budi.post(here, sent(suntingan="1"))
    draft = Evaluasi.objects.get()
    confirm = budi.get(url("rilis", draft.pk)).content.decode()
    assert "Dibaca Ani, atasan Anda" in confirm
    assert "terkunci" in confirm
    assert "Belum ada evaluasi yang dirilis" in ani.get(url("saya")).content.decode()

    answer = budi.post(url("rilis", draft.pk), {"suntingan": "2"}, follow=True)
    assert "Dirilis." in answer.content.decode()
    page = ani.get(url("evaluasi", draft.pk)).content.decode()
    assert "Predikat: Baik" in page
    assert "PermenPANRB 6/2022, Lampiran, kuadran kinerja pegawai" in page
    assert ani.get(url("pdf", draft.pk)).content.startswith(b"%PDF")
    late = budi.post(here, sent(suntingan="2"), follow=True).content.decode()
    assert "terkunci" in late


def test_saving_goes_on_to_the_next_person_by_name(
    agency: Agency, quarter: PeriodeEvaluasi, browser_of: Any
) -> None:
    plans.established(agency, "eko", on=today())
    eko = progress.plan(agency, "eko", on=today())
    budi = browser_of(agency.named("budi"))
    answer = budi.post(rating_page(agency, quarter), sent(lanjut="1"))
    assert answer["Location"] == url("nilai", quarter.pk, eko.skp_id)
    answer = budi.post(answer["Location"], sent(lanjut="1"))
    assert answer["Location"].startswith(url("daftar"))


def test_an_autosave_is_answered_by_its_status(
    agency: Agency, quarter: PeriodeEvaluasi, browser_of: Any
) -> None:
    budi = browser_of(agency.named("budi"))
    here, header = rating_page(agency, quarter), {"Bina-Autosave": "1"}
    assert budi.post(here, sent(), headers=header).status_code == 204
    assert budi.post(here, sent(catatan="Lagi"), headers=header).status_code == 204
    assert budi.post(here, sent(halaman="dua"), headers=header).status_code == 409
    assert budi.post(here, sent(rating_hasil="x"), headers=header).status_code == 422
    page = budi.post(here, sent(halaman="dua", catatan="Tulisan saya")).content.decode()
    assert "berubah di halaman lain" in page
    assert "Tulisan saya" in page
    assert Evaluasi.objects.get().catatan == "Lagi"


def test_the_client_sets_neither_predicate_nor_penilai_nor_state(
    agency: Agency, quarter: PeriodeEvaluasi, browser_of: Any
) -> None:
    """T5: mass assignment."""
    forged = {
        "predikat": "sangat_baik",
        "status": "dirilis",
        "penilai": agency.gita.pk,
        "pegawai": agency.eko.pk,
        "capaian": "istimewa",
        "dirilis_pada": "2026-01-01",
    }
    browser_of(agency.named("budi")).post(rating_page(agency, quarter), sent(**forged))
    made = Evaluasi.objects.get()
    assert (made.predikat, made.status, made.penilai) == ("", "draf", agency.budi)
    assert (made.pegawai_id, made.capaian) == (agency.ani.pk, "")


def test_a_head_is_proposed_the_units_rating_and_nothing_is_ticked(
    agency: Agency, quarter: PeriodeEvaluasi, browser_of: Any
) -> None:
    plans.established(agency, "budi", on=today())
    given.reached(agency, "istimewa", on=today())
    skp = progress.plan(agency, "budi", on=today()).skp_id
    page = browser_of(agency.named("fitri")).get(url("nilai", quarter.pk, skp)).content.decode()
    assert "Usul rating hasil kerja: di atas ekspektasi." in page
    assert "checked" not in page


def test_the_pdf_of_a_draft_is_its_penilais_and_marked(
    agency: Agency, quarter: PeriodeEvaluasi, browser_of: Any
) -> None:
    from bina.appraisal import formulir
    from bina.planning import door as planning

    made = given.saved(agency, on=today())
    answer = browser_of(agency.named("budi")).get(url("pdf", made.pk))
    assert answer.content.startswith(b"%PDF")
    assert "attachment" in answer["Content-Disposition"]
    bahan = formulir.snapshot(made, planning.plan(made.skp_id), on=today())
    data = formulir.form(made, bahan).data()
    assert data["tanda"]["kata"] == "DRAF"
    assert data["isi"]["pilihan"]["predikat"]["terpilih"] is False


def test_capaian_is_changed_with_a_reason_until_it_is_locked(
    agency: Agency, quarter: PeriodeEvaluasi, browser_of: Any
) -> None:
    fitri = browser_of(agency.named("fitri"))
    address = url("capaian", quarter.pk, agency.umum.pk)
    first = {"capaian": "baik", "alasan": "11 dari 12", "suntingan": "0"}
    fitri.post(address, first)
    page = fitri.post(address, {**first, "capaian": "kurang", "suntingan": "1"})
    assert page.status_code == 200
    stale = fitri.post(address, {**first, "alasan_perubahan": "x"}, follow=True)
    assert "diubah di halaman lain" in stale.content.decode()
    fitri.post(
        address, {**first, "capaian": "kurang", "alasan_perubahan": "Data baru", "suntingan": "1"}
    )
    assert CapaianOrganisasi.objects.get().capaian == "kurang"
    given.release(given.saved(agency, on=today()), agency, on=today())
    assert "tidak dapat diubah lagi" in fitri.get(address).content.decode()


def test_a_year_is_opened_by_the_agencys_manager(agency: Agency, browser_of: Any) -> None:
    dewi = browser_of(agency.named("dewi"))
    page = dewi.post(url("periode"), {"tahun": str(today().year)}, follow=True)
    assert "Triwulan IV" in page.content.decode()
    again = dewi.post(url("periode"), {"tahun": str(today().year)})
    assert "sudah dibuka" in again.content.decode()
    assert PeriodeEvaluasi.objects.count() == 4


def test_a_period_of_another_agency_does_not_exist(
    agency: Agency, other_agency: Agency, quarter: PeriodeEvaluasi, browser_of: Any
) -> None:
    """T9."""
    plans.established(other_agency, on=today())
    theirs = given.periode(other_agency, today())
    budi = browser_of(agency.named("budi"))
    mine = progress.plan(agency, on=today()).skp_id
    assert budi.get(url("nilai", theirs.pk, mine)).status_code == 404
    fitri = browser_of(agency.named("fitri"))
    assert fitri.get(url("capaian", theirs.pk, agency.umum.pk)).status_code == 404


@pytest.mark.parametrize("evil", XSS)
def test_what_people_write_is_shown_as_words(
    agency: Agency, quarter: PeriodeEvaluasi, browser_of: Any, evil: str
) -> None:
    """T14: reasons, notes, the reason of the unit's rating; on the page and in the form."""
    given.reached(agency, on=today(), alasan=evil)
    progress.entry(agency, on=today().replace(month=1), uraian=evil)
    isi = Isi("di_atas", "di_atas", evil, evil, evil)
    made = given.saved(agency, isi, on=today())
    budi = browser_of(agency.named("budi"))
    pages = [budi.get(rating_page(agency, quarter)), budi.get(url("rilis", made.pk))]
    given.release(made, agency, on=today())
    pages += [
        browser_of(agency.named(who)).get(url("evaluasi", made.pk)) for who in ("ani", "dewi")
    ]
    pages.append(browser_of(agency.named("fitri")).get(url("capaian", quarter.pk, agency.umum.pk)))
    for page in pages:
        text = page.content.decode()
        assert page.status_code == 200
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "<svg/onload" not in text
    if evil.startswith("{{"):
        assert evil in pages[0].content.decode()
    assert browser_of(agency.named("ani")).get(url("pdf", made.pk)).content.startswith(b"%PDF")


@pytest.mark.parametrize("others", [0, 3])
def test_pages_cost_the_same_however_many_are_rated(
    agency: Agency,
    quarter: PeriodeEvaluasi,
    browser_of: Any,
    others: int,
    django_assert_max_num_queries: Any,
) -> None:
    for who in ("eko", "dewi", "indra")[:others]:
        plans.established(agency, who, on=today())
        given.saved(agency, skp_id=progress.plan(agency, who, on=today()).skp_id, on=today())
    progress.evidence(agency, on=today())
    made = given.released(agency, on=today())
    budi = browser_of(agency.named("budi"))
    # About a dozen of each are the menu of somebody who heads a unit.
    for address, budget in (
        (url("daftar"), 32),
        (rating_page(agency, PeriodeEvaluasi.objects.get(pk=quarter.pk)), 34),
        (url("evaluasi", made.pk), 34),
        (url("organisasi"), 24),
    ):
        with django_assert_max_num_queries(budget):
            budi.get(address)


@pytest.mark.parametrize(("who", "led"), [("dewi", True), ("hadi", False), ("joko", False)])
def test_the_menu_leads_to_the_periods_only_whom_may_open_them(
    agency: Agency, browser_of: Any, who: str, led: bool
) -> None:
    page = browser_of(agency.named(who)).get("/").content.decode()
    assert (f'href="{url("periode")}"' in page) is led
