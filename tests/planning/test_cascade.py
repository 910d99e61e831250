"""The cascade of a unit: whose result supports which, what is not covered, and what it costs."""

import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from bina.planning.kaskade import cascade, coverage
from bina.planning.models import HasilKerja, Skp
from bina.planning.services import steps, versions
from tests.conftest import Agency
from tests.planning import agreements, plans

HTMX = {"HX-Request": "true"}


def today() -> Any:
    return timezone.localdate()


def url(agency: Agency, name: str = "kaskade", *args: Any, **query: str) -> str:
    found = reverse(f"planning:{name}", args=[agency.umum.pk, *args])
    return found + "".join(f"?{key}={value}" for key, value in query.items())


def text_of(client: Client, address: str, **headers: Any) -> str:
    answer = client.get(address, **headers)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.fixture
def cascaded(agency: Agency) -> Agency:
    """Bagian Umum undertakes; Budi supports an indicator, Ani supports Budi."""
    made = agreements.established(agency)
    first = made.sasaran.get(nomor=1).indikator.all()[0]
    above = plans.established(
        agency, "budi", on=today(), mendukung_indikator_id=first.pk, uraian="Layanan Budi"
    ).hasil_kerja.get(jenis="utama")
    plans.established(agency, on=today(), mendukung_id=above.pk, uraian="Hasil Ani")
    return agency


def of(agency: Agency, who: str) -> cascade.Kaskade:
    return cascade.of_unit(agency.umum, today().year, agency.named(who), on=today())


def written(agency: Agency, who: str) -> list[tuple[int, str]]:
    return [(depth, node.uraian) for depth, node in cascade.whole(of(agency, who))]


def test_the_tree_goes_from_sasaran_to_the_last_result(cascaded: Agency) -> None:
    assert written(cascaded, "budi") == [
        (0, agreements.LAYANAN.uraian),
        (1, agreements.PUAS.uraian),
        (2, "Layanan Budi"),
        (3, "Hasil Ani"),
        (1, agreements.CEPAT.uraian),
        (0, agreements.ARSIP.uraian),
        (1, "Nilai arsip"),
        (0, "Laporan kepegawaian selesai tepat waktu"),
    ]


def test_the_tree_opens_level_by_level_with_and_without_a_script(
    cascaded: Agency, browser_of: Any
) -> None:
    dewi = browser_of(cascaded.dewi)
    page = text_of(dewi, url(cascaded))
    assert agreements.LAYANAN.uraian in page
    assert "Layanan Budi" not in page
    indikator = of(cascaded, "dewi").indicators.get(uraian=agreements.PUAS.uraian)
    address = url(cascaded, di=f"i-{indikator.pk}")
    whole, part = text_of(dewi, address), text_of(dewi, address, headers=HTMX)
    assert "Layanan Budi" in whole
    assert "Layanan Budi" in part
    assert "<html" in whole
    assert "<html" not in part
    assert "Budi, Bagian Umum" in part
    budi = HasilKerja.objects.get(uraian="Layanan Budi")
    assert "Hasil Ani" in text_of(dewi, url(cascaded, di=f"h-{budi.pk}"))


def test_support_is_followed_over_versions_of_either_side(cascaded: Agency) -> None:
    plan = Skp.objects.get(pegawai=cascaded.budi.pk)
    given = plans.by(cascaded, "budi", plan, on=today())
    new = versions.start_change(alasan="Prioritas berubah", **given)
    steps.submit(**{**given, "skp_id": new.pk})
    steps.establish(**{**given, "skp_id": new.pk, "suntingan": 0, "actor": cascaded.named("fitri")})
    assert (3, "Hasil Ani") in written(cascaded, "budi")


def test_each_reader_sees_what_they_may_see_of_plans(cascaded: Agency) -> None:
    assert (3, "Hasil Ani") in written(cascaded, "dewi")
    assert (3, "Hasil Ani") in written(cascaded, "indra")
    strangers = [node for _depth, node in written(cascaded, "gita")]
    assert "Hasil Ani" not in strangers
    assert "Layanan Budi" not in strangers


@pytest.mark.parametrize("who", ["ani", "gita", "hadi", "joko", "lestari"])
def test_the_cascade_is_for_heads_and_offices_of_the_unit(
    cascaded: Agency, browser_of: Any, who: str
) -> None:
    client = browser_of(getattr(cascaded, who))
    for name, args in (
        ("kaskade", ()),
        ("cakupan", ()),
        ("cakupan_daftar", ("hasil",)),
        ("unduh_kaskade", ("pohon",)),
    ):
        assert client.get(url(cascaded, name, *args)).status_code == 404


@pytest.mark.parametrize("code", ["h-0", "x-1", "s-", "h-999999999999999999", "%00", "s-1'"])
def test_a_node_that_is_none_is_not_found(cascaded: Agency, browser_of: Any, code: str) -> None:
    assert browser_of(cascaded.dewi).get(url(cascaded, di=code)).status_code == 404


def test_a_draft_shows_nowhere_in_the_tree(agency: Agency) -> None:
    first = agreements.established(agency).sasaran.get(nomor=1)
    plans.draft(agency, "budi", on=today(), mendukung_sasaran_id=first.pk, uraian="Masih draf")
    for who in ("budi", "dewi"):
        assert "Masih draf" not in [node for _depth, node in written(agency, who)]


def test_two_results_that_support_each_other_make_no_endless_tree(cascaded: Agency) -> None:
    """No service lays that down; an import or a fault could."""
    rows = HasilKerja.objects.filter(jenis="tambahan")
    a, b = rows
    drop = "DROP TRIGGER planning_hasilkerja_terkunci"
    if connection.vendor == "postgresql":
        drop += " ON planning_hasilkerja"
    with connection.cursor() as cursor:
        cursor.execute(drop)
    HasilKerja.objects.filter(pk=a.pk).update(mendukung=b)
    HasilKerja.objects.filter(pk=b.pk).update(mendukung=a)
    assert len(written(cascaded, "budi")) < 12


def test_coverage_counts_what_its_lists_hold(cascaded: Agency, browser_of: Any) -> None:
    found = coverage.of(of(cascaded, "dewi"), cascaded.named("dewi"), on=today())
    target, hasil, pegawai = coverage.measures(found)
    assert (target.semua, target.kurang) == (3, 2)
    assert (hasil.semua, hasil.kurang) == (2, 0)
    assert (pegawai.semua, pegawai.kurang) == (6, 4)
    dewi = browser_of(cascaded.dewi)
    page = text_of(dewi, url(cascaded, "cakupan"))
    assert "Target unit yang didukung: 1 dari 3." in page
    assert agreements.CEPAT.uraian in text_of(dewi, url(cascaded, "cakupan_daftar", "target"))
    assert "Semua tercakup" in text_of(dewi, url(cascaded, "cakupan_daftar", "hasil"))
    people = text_of(dewi, url(cascaded, "cakupan_daftar", "pegawai"))
    assert "Eko" in people
    assert "Ani" not in people
    assert dewi.get(url(cascaded, "cakupan_daftar", "lain")).status_code == 404


def test_supporting_a_whole_sasaran_covers_its_indicators(agency: Agency) -> None:
    first = agreements.established(agency).sasaran.get(nomor=1)
    plans.established(agency, "budi", on=today(), mendukung_sasaran_id=first.pk)
    found = coverage.of(of(agency, "dewi"), agency.named("dewi"), on=today())
    assert [one.uraian for one in found.unsupported] == ["Nilai arsip"]


def test_a_result_that_supports_nothing_is_listed_unless_assigned(agency: Agency) -> None:
    plans.established(agency, on=today(), uraian="Berdiri sendiri")
    plans.established(agency, "eko", on=today(), penugasan_dari="Kepala Bagian Hukum")
    found = coverage.of(of(agency, "dewi"), agency.named("dewi"), on=today())
    assert [one.uraian for one in found.loose] == ["Berdiri sendiri"]


def sheet_of(client: Client, address: str) -> list[list[Any]]:
    answer = client.get(address)
    assert answer["Cache-Control"] == "private, no-store"
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def test_the_export_holds_what_the_pages_show(cascaded: Agency, browser_of: Any) -> None:
    dewi = browser_of(cascaded.dewi)
    rows = sheet_of(dewi, url(cascaded, "unduh_kaskade", "pohon"))
    assert rows[0] == ["Tingkat", "Jenis", "Uraian", "Target atau pemilik"]
    assert [4.0, "Hasil kerja", "Hasil Ani", "Ani, Bagian Umum"] in rows
    rows = sheet_of(dewi, url(cascaded, "unduh_kaskade", "cakupan"))
    assert ["Pegawai tanpa SKP", "Eko", ""] in rows
    assert dewi.get(url(cascaded, "unduh_kaskade", "lain")).status_code == 404


def test_a_cell_that_looks_like_a_formula_stays_text(agency: Agency, browser_of: Any) -> None:
    plans.established(agency, "budi", on=today(), uraian="=HYPERLINK(1)")
    rows = sheet_of(browser_of(agency.dewi), url(agency, "unduh_kaskade", "pohon"))
    assert "'=HYPERLINK(1)" in [row[2] for row in rows]


def test_a_level_costs_as_many_queries_for_one_as_for_many(
    cascaded: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    dewi = browser_of(cascaded.dewi)
    budi = HasilKerja.objects.get(uraian="Layanan Budi")
    address = url(cascaded, di=f"h-{budi.pk}")
    dewi.get(address)
    # session, person, offices; units headed, the unit; who stands under the reader (2); the
    # node; count and rows of what supports it; how many support those
    with django_assert_num_queries(LEVEL):
        dewi.get(address, headers=HTMX)
    for who in ("eko", "indra", "joko", "dewi"):
        plans.established(cascaded, who, on=today(), mendukung_id=budi.pk)
    with django_assert_num_queries(LEVEL):
        page = text_of(dewi, address, headers=HTMX)
    assert page.count("Surat masuk dijawab") >= 4


LEVEL = 12
