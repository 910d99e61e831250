"""The matriks peran hasil: one truth, written from either side; nothing lost when one refuses."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bina.core.models import Jejak
from bina.people.models import Penempatan, Unit
from bina.planning.kaskade import cascade, matrix
from bina.planning.kaskade import services as matriks
from bina.planning.kaskade.services import IsiSel, Laporan
from bina.planning.models import HasilKerja, Skp
from bina.planning.services import drafting, steps
from tests.conftest import Agency
from tests.planning import agreements, plans, posted
from tests.planning.test_cascade import sheet_of
from tests.planning.test_races import at_once


def today() -> Any:
    return timezone.localdate()


@pytest.fixture
def led(agency: Agency) -> Agency:
    """Budi's plan is in force, so that his people can support it."""
    plans.established(agency, "budi", on=today(), uraian="Layanan Budi")
    return agency


def column() -> HasilKerja:
    return HasilKerja.objects.get(uraian="Layanan Budi")


def cell(agency: Agency, who: str, words: str = "Menjawab surat", kolom: int = 0) -> IsiSel:
    placed = Penempatan.objects.get(orang=getattr(agency, who).pk)
    return IsiSel(placed.pk, kolom or column().pk, words)


def fill(agency: Agency, *cells: IsiSel, who: str = "budi", jenis: str = "h") -> Laporan:
    return matriks.fill(
        unit_id=agency.umum.pk,
        jenis=jenis,
        isi=cells,
        actor=agency.named(who),
        pada=plans.MOMENT,
        on=today(),
    )


def shown(agency: Agency, who: str) -> dict[str, list[tuple[str, str]]]:
    """name -> what stands in the first column, as this reader sees it."""
    reader = agency.named(who)
    one = cascade.of_unit(agency.umum, today().year, reader, on=today())
    found = matrix.of(one, "h", reader)
    columns = [each for each in matrix.columns(found) if each.uraian == "Layanan Budi"]
    rows = matrix.rows(found, matrix.people(found), columns)
    return {
        row.penempatan.orang.nama: [(one.uraian, one.status) for one in row.sel[0].peran]
        for row in rows
    }


def url(agency: Agency, name: str = "matriks", **query: Any) -> str:
    found = reverse(f"planning:{name}", args=[agency.umum.pk])
    return found + "?" + "&".join(f"{key}={value}" for key, value in query.items())


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_a_cell_becomes_a_draft_result_and_begins_the_draft(led: Agency) -> None:
    report = fill(led, cell(led, "ani"))
    assert (report.dibuat, report.ditolak) == (1, [])
    skp = Skp.objects.get(pegawai=led.ani.pk)
    hasil = skp.hasil_kerja.get()
    assert (skp.status, hasil.uraian, hasil.mendukung) == ("draf", "Menjawab surat", column())
    assert skp.perilaku.count() == 7
    assert plans.acts()[-3:] == ["skp.mulai", "skp.isi_dari_matriks", "unit_kinerja.isi_matriks"]


def test_a_cell_joins_the_draft_that_is_being_written(led: Agency) -> None:
    draft = plans.draft(led, on=today())
    fill(led, cell(led, "ani"))
    assert draft.hasil_kerja.count() == 3
    assert plans.now(draft).suntingan == draft.suntingan + 1


def test_what_a_person_writes_shows_in_the_cell(led: Agency) -> None:
    plans.draft(led, "eko", on=today(), mendukung_id=column().pk, uraian="Ditulis Eko")
    fill(led, cell(led, "ani"))
    seen = shown(led, "budi")
    assert seen["Eko"] == [("Ditulis Eko", "draf")]
    assert seen["Ani"] == [("Menjawab surat", "draf")]
    assert seen["Dewi"] == []
    assert "Budi" not in seen


def test_others_see_established_plans_only(led: Agency) -> None:
    plans.established(led, "eko", on=today(), mendukung_id=column().pk, uraian="Peran Eko")
    fill(led, cell(led, "ani"))
    seen = shown(led, "indra")
    assert seen["Eko"] == [("Peran Eko", "ditetapkan")]
    assert seen["Ani"] == []


def test_only_titles_that_support_a_column_leave_a_draft(led: Agency) -> None:
    plans.draft(led, on=today(), uraian="Rahasia draf")
    assert shown(led, "budi")["Ani"] == []


def test_the_same_again_changes_nothing(led: Agency) -> None:
    fill(led, cell(led, "ani"))
    lines = Jejak.objects.count()
    report = fill(led, cell(led, "ani", "menjawab  SURAT"))
    assert (report.dibuat, report.tetap, report.ditolak) == (0, 1, [])
    assert Jejak.objects.count() == lines


def test_a_filled_cell_is_not_written_over(led: Agency) -> None:
    fill(led, cell(led, "ani"))
    report = fill(led, cell(led, "ani", "Lain sama sekali"), cell(led, "eko"))
    assert report.dibuat == 1
    assert "Menjawab surat" in report.ditolak[0][1]


@pytest.mark.parametrize(
    ("laid", "words"), [("submitted", "sedang diajukan"), ("established", "sudah berjalan")]
)
def test_a_plan_that_waits_or_runs_is_not_touched(led: Agency, laid: str, words: str) -> None:
    skp = getattr(plans, laid)(led, on=today())
    report = fill(led, cell(led, "ani"), cell(led, "eko"))
    assert report.dibuat == 1
    assert words in report.ditolak[0][1]
    assert skp.hasil_kerja.count() == 2
    assert plans.now(skp).suntingan == skp.suntingan


def test_whoever_has_another_superior_is_not_filled_in(led: Agency) -> None:
    led.record_superior(led.ani, led.gita)
    report = fill(led, cell(led, "ani"))
    assert "orang lain" in report.ditolak[0][1]
    assert not Skp.objects.filter(pegawai=led.ani.pk).exists()


def test_people_and_columns_of_elsewhere_are_refused(led: Agency) -> None:
    led.record_superior(led.fitri, led.lestari)
    above = plans.established(led, "fitri", on=today()).hasil_kerja.get(jenis="utama")
    report = fill(led, cell(led, "citra"), cell(led, "ani", kolom=above.pk))
    assert report.dibuat == 0
    assert len(report.ditolak) == 2
    assert not Skp.objects.filter(pegawai__in=[led.ani.pk, led.citra.pk]).exists()


@pytest.mark.parametrize("who", ["fitri", "dewi", "indra"])
def test_who_only_reads_the_matrix_fills_in_nothing(led: Agency, who: str) -> None:
    with pytest.raises(PermissionDenied):
        fill(led, cell(led, "ani"), who=who)


@pytest.mark.parametrize("who", ["ani", "gita", "hadi", "joko", "lestari"])
def test_the_matrix_is_not_known_to_others(led: Agency, browser_of: Any, who: str) -> None:
    with pytest.raises(Unit.DoesNotExist):
        fill(led, cell(led, "ani"), who=who)
    assert browser_of(getattr(led, who)).get(url(led)).status_code == 404


def test_an_indicator_of_the_unit_is_a_column_too(led: Agency) -> None:
    target = agreements.established(led).sasaran.get(nomor=1).indikator.all()[0]
    report = fill(led, cell(led, "ani", kolom=target.pk), jenis="i")
    assert report.dibuat == 1
    assert HasilKerja.objects.get(skp__pegawai=led.ani.pk).mendukung_indikator == target


def test_the_heads_of_units_below_stand_in_the_matrix_of_the_one_above(agency: Agency) -> None:
    agency.record_superior(agency.fitri, agency.lestari)
    plans.established(agency, "fitri", on=today())
    fitri = agency.named("fitri")
    one = cascade.of_unit(agency.setda, today().year, fitri, on=today())
    found = [each.orang.nama for each in matrix.people(matrix.of(one, "h", fitri))]
    assert found == ["Budi", "Gita"]


def test_a_drafted_role_is_completed_and_submitted_as_any(led: Agency, browser_of: Any) -> None:
    fill(led, cell(led, "ani"))
    skp = Skp.objects.get(pegawai=led.ani.pk)
    hasil = skp.hasil_kerja.get()
    data = posted.result(skp, hasil, mendukung=column().pk, **posted.indicator(0))
    data["ind-TOTAL_FORMS"] = 1
    browser_of(led.ani).post(reverse("planning:hasil", args=[skp.pk, hasil.pk]), data)
    given = plans.by(led, "ani", skp, on=today())
    assert steps.submit(**given).penilai == led.budi


def test_a_column_is_filled_in_at_once_by_the_page(led: Agency, browser_of: Any) -> None:
    budi = browser_of(led.budi)
    assert "Isi kolom ini" in text_of(budi, url(led))
    address = url(led, "isi_matriks", isi=f"h-{column().pk}")
    names = {who: f"sel-{one.penempatan_id}-{one.kolom_id}" for who, one in cells_of(led)}
    page = text_of(budi, address)
    assert all(name in page for name in names.values())
    answer = budi.post(
        address, {names["ani"]: "Menjawab", names["eko"]: "Mengarsip", "sel-0-0": "x"}, follow=True
    )
    assert "2 peran menjadi draf" in answer.content.decode()
    assert "Mengarsip" in text_of(budi, url(led))


def cells_of(agency: Agency) -> Any:
    return [(who, cell(agency, who)) for who in ("ani", "eko", "dewi")]


def test_what_is_refused_keeps_its_words_beside_what_was_saved(
    led: Agency, browser_of: Any
) -> None:
    budi = browser_of(led.budi)
    address = url(led, "isi_matriks", isi=f"h-{column().pk}")
    names = {who: f"sel-{one.penempatan_id}-{one.kolom_id}" for who, one in cells_of(led)}
    plans.submitted(led, on=today())
    page = budi.post(address, {names["ani"]: "Untuk Ani", names["eko"]: "Untuk Eko"})
    text = page.content.decode()
    assert "Untuk Ani</textarea>" in text
    assert "sedang diajukan" in text
    assert "1 peran menjadi draf" in text
    assert f'name="{names["eko"]}"' not in text
    assert HasilKerja.objects.get(skp__pegawai=led.eko.pk).uraian == "Untuk Eko"


def test_a_row_is_filled_in_at_once_by_the_page(led: Agency, browser_of: Any) -> None:
    budi, placed = browser_of(led.budi), cell(led, "ani").penempatan_id
    address = url(led, "isi_matriks", baris=placed)
    both = HasilKerja.objects.filter(skp__pegawai=led.budi.pk)
    budi.post(address, {f"sel-{placed}-{one.pk}": f"Peran {one.pk}" for one in both})
    assert HasilKerja.objects.filter(skp__pegawai=led.ani.pk).count() == 2


@pytest.mark.parametrize("query", [{}, {"isi": "h-0"}, {"baris": "0"}, {"baris": "x'"}])
def test_a_row_or_column_that_is_none_is_not_found(
    led: Agency, browser_of: Any, query: dict[str, str]
) -> None:
    assert browser_of(led.budi).get(url(led, "isi_matriks", **query)).status_code == 404


def test_another_year_is_read_and_not_filled_in(led: Agency, browser_of: Any) -> None:
    budi = browser_of(led.budi)
    assert "Belum ada kolom" in text_of(budi, url(led, tahun=today().year - 1))
    address = url(led, "isi_matriks", isi="h-1", tahun=today().year - 1)
    assert "tahun berjalan" in budi.get(address, follow=True).content.decode()


def test_the_export_holds_the_whole_matrix(led: Agency, browser_of: Any) -> None:
    fill(led, cell(led, "ani", "=1+1"))
    address = reverse("planning:unduh_kaskade", args=[led.umum.pk, "matriks"])
    rows = sheet_of(browser_of(led.budi), address)
    assert rows[0][:3] == ["Pegawai", "Jabatan", "Layanan Budi"]
    assert ["Ani", "Pengelola Kepegawaian", "'=1+1", ""] in rows


def test_the_matrix_costs_as_many_queries_for_one_as_for_many(
    led: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    budi = browser_of(led.budi)
    budi.get(url(led))
    # session, person, offices; units headed (2), the unit; its head, and whether it is the
    # reader (2); columns; count and rows of people; their roles; the state of their plans; who
    # stands above them (4); menu
    with django_assert_num_queries(MATRIX):
        budi.get(url(led))
    for number in range(15):
        led.person(f"Orang {number}", led.umum)
    fill(led, cell(led, "ani"), cell(led, "eko"))
    with django_assert_num_queries(MATRIX):
        budi.get(url(led))


MATRIX = 23


@pytest.mark.django_db(transaction=True)
def test_head_and_employee_at_once_leave_one_draft(agency: Agency) -> None:
    """One wins, the other is told."""
    plans.established(agency, "budi", on=today(), uraian="Layanan Budi")
    one, told = cell(agency, "ani"), []

    def start() -> None:
        try:
            plans.started(agency, on=today())
        except (drafting.Refused, IntegrityError):
            told.append("ani")

    at_once(lambda: told.extend(fill(agency, one).ditolak), start)
    skp = Skp.objects.get(pegawai=agency.ani.pk)
    assert skp.status == "draf"
    assert skp.hasil_kerja.exists() or told
