"""Perjanjian kinerja from a file: every line explained, nothing written until it is taken."""

import io
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.planning.models import ImporPerjanjian, PerjanjianKinerja, SasaranUnit
from bina.planning.perjanjian.preview import Pratinjau
from bina.planning.perjanjian.services import impor as services
from bina.planning.services.refusals import Refused
from tests.conftest import TODAY, Agency
from tests.planning import agreements, plans
from tests.planning.test_cascade import sheet_of

HEADS = (
    *("KODE UNIT", "SASARAN", "INDIKATOR", "TARGET", "SATUAN", "ARAH"),
    *("PROGRAM/KEGIATAN", "ANGGARAN"),
)
PUAS = ("U0101", "Layanan dipercaya", "Indeks kepuasan", 88.5, "indeks", "", "Layanan umum", 1500)
CEPAT = ("U0101", "Layanan dipercaya", "Lama menjawab", "2", "hari", "TURUN", "Layanan umum", 1500)
HUKUM = ("U0102", "Produk hukum sah", "Perda selesai", "Seluruhnya", "", "", "", "")


def book(*rows: tuple[Any, ...], heads: tuple[str, ...] = HEADS) -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out)
    sheet = made.add_worksheet()
    for at, row in enumerate([heads, *rows]):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(at, column, cell)
            else:
                sheet.write(at, column, cell)
    made.close()
    return out.getvalue()


def upload(agency: Agency, content: bytes, who: str = "dewi") -> ImporPerjanjian:
    return services.upload(
        instansi=agency.instansi,
        tahun=timezone.localdate().year,
        upload=SimpleUploadedFile("perjanjian.xlsx", content),
        actor=agency.named(who),
        pada=plans.MOMENT,
        on=TODAY,
    )


def preview(agency: Agency, one: ImporPerjanjian, who: str = "dewi") -> Pratinjau:
    return services.preview(one, agency.named(who), on=TODAY)


def take(agency: Agency, one: ImporPerjanjian, who: str = "dewi", sidik: str = "") -> Pratinjau:
    sidik = sidik or preview(agency, one, who).sidik
    actor = agency.named(who)
    return services.take(impor_id=one.pk, sidik=sidik, actor=actor, pada=plans.MOMENT, on=TODAY)


def judged(agency: Agency, *rows: tuple[Any, ...], who: str = "dewi") -> list[tuple[str, str]]:
    one = upload(agency, book(*rows), who)
    return [(each.hasil, each.alasan) for each in preview(agency, one, who).hasil]


def test_good_lines_become_drafts_of_their_units(agency: Agency) -> None:
    one = upload(agency, book(PUAS, CEPAT, HUKUM))
    assert not PerjanjianKinerja.objects.exists()
    take(agency, one)
    umum, hukum = PerjanjianKinerja.objects.order_by("unit__kode")
    assert (umum.status, hukum.status) == ("draf", "draf")
    rows = umum.sasaran.get().indikator.values_list("uraian", "target", "satuan", "arah")
    assert list(rows) == [
        ("Indeks kepuasan", Decimal("88.5"), "indeks", "naik"),
        ("Lama menjawab", Decimal(2), "hari", "turun"),
    ]
    assert [(line.program, line.jumlah) for line in umum.anggaran.all()] == [("Layanan umum", 1500)]
    assert hukum.sasaran.get().indikator.get().target_teks == "Seluruhnya"
    line = Jejak.objects.get(tindakan="impor_perjanjian.ambil")
    assert '"baru":3' in line.isi.replace(" ", "")


def test_the_same_file_twice_changes_nothing(agency: Agency) -> None:
    take(agency, upload(agency, book(PUAS, CEPAT)))
    before = agreements.now(PerjanjianKinerja.objects.get()).suntingan
    again = upload(agency, book(PUAS, CEPAT))
    found = preview(agency, again)
    assert (found.count("tetap"), found.menulis) == (2, 0)
    take(agency, again)
    assert PerjanjianKinerja.objects.get().suntingan == before
    assert SasaranUnit.objects.count() == 1


def test_a_changed_target_is_shown_with_the_old_one(agency: Agency) -> None:
    take(agency, upload(agency, book(PUAS)))
    changed = upload(agency, book((*PUAS[:3], 90, *PUAS[4:])))
    (only,) = preview(agency, changed).hasil
    assert (only.hasil, only.semula) == ("berubah", "88,5 indeks")
    take(agency, changed)
    assert SasaranUnit.objects.get().indikator.get().target == 90


def test_an_established_one_is_left_alone_with_a_reason(agency: Agency) -> None:
    take(agency, upload(agency, book(PUAS)))
    made = PerjanjianKinerja.objects.get()
    agreements.establish(agency, made)
    assert judged(agency, PUAS) == [("tetap", "")]
    ((hasil, why),) = judged(agency, CEPAT)
    assert hasil == "ditolak"
    assert "versi baru" in why


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({0: ""}, "Kode unit kosong"),
        ({0: "U99"}, "Unit tidak dikenal"),
        ({1: ""}, "Sasaran kosong"),
        ({2: ""}, "Indikator kosong"),
        ({3: ""}, "Target kosong"),
        ({3: -1}, "Target di luar jangkauan"),
        ({3: 1e30}, "Target di luar jangkauan"),
        ({4: ""}, "Satuan target kosong"),
        ({4: "x" * 61}, "lebih dari 60 huruf"),
        ({5: "MENYAMPING"}, "Arah tidak dikenal"),
        ({6: ""}, "Anggaran tanpa program"),
        ({7: "banyak"}, "bukan angka rupiah"),
        ({7: ""}, "bukan angka rupiah"),
        ({1: "", 2: "", 6: "", 7: ""}, "Tidak ada indikator maupun anggaran"),
        ({1: "s" * 2001}, "lebih dari 2000 huruf"),
    ],
)
def test_a_bad_line_says_what_is_wrong(agency: Agency, changes: dict[int, Any], words: str) -> None:
    row = tuple(changes.get(at, cell) for at, cell in enumerate(PUAS))
    (bad, good) = judged(agency, row, HUKUM)
    assert bad[0] == "ditolak"
    assert words in bad[1]
    assert good == ("baru", "")


def test_the_same_indicator_twice_is_refused_and_named(agency: Agency) -> None:
    found = judged(agency, PUAS, (*PUAS[:3], 99, *PUAS[4:]), (*CEPAT[:7], 9))
    assert [hasil for hasil, _why in found] == ["baru", "ditolak", "ditolak"]
    assert "baris 2" in found[1][1]
    assert "baris 2" in found[2][1]


def test_units_one_does_not_write_for_are_refused(agency: Agency) -> None:
    found = judged(agency, PUAS, HUKUM, who="budi")
    assert [hasil for hasil, _why in found] == ["baru", "ditolak"]
    assert "tidak menyusun" in found[1][1]


def test_columns_stand_in_any_order_and_others_are_ignored(agency: Agency) -> None:
    order = (3, 2, 0, 1, 4)
    heads = (*(HEADS[at] for at in order), "CATATAN")
    one = upload(agency, book((*(PUAS[at] for at in order), "x"), heads=heads))
    assert preview(agency, one).count("baru") == 1


def test_a_file_without_a_needed_column_is_refused_whole(agency: Agency) -> None:
    with pytest.raises(Refused, match="SASARAN"):
        upload(agency, book(heads=("KODE UNIT", "INDIKATOR", "TARGET")))
    assert not ImporPerjanjian.objects.exists()


def test_what_changed_since_the_preview_is_read_again(agency: Agency) -> None:
    one = upload(agency, book(PUAS))
    seen = preview(agency, one).sidik
    take(agency, upload(agency, book((*PUAS[:3], 70, *PUAS[4:]))))
    with pytest.raises(services.Outdated):
        take(agency, one, sidik=seen)
    assert SasaranUnit.objects.get().indikator.get().target == 70


def test_a_file_is_taken_once(agency: Agency) -> None:
    one = upload(agency, book(PUAS))
    take(agency, one)
    with pytest.raises(WrongState):
        take(agency, one)


def test_a_file_is_only_its_senders(agency: Agency, browser_of: Any) -> None:
    one = upload(agency, book(PUAS))
    address = reverse("planning:impor_perjanjian_rinci", args=[one.pk])
    assert browser_of(agency.dewi).get(address).status_code == 200
    assert browser_of(agency.budi).get(address).status_code == 404
    with pytest.raises(ImporPerjanjian.DoesNotExist):
        take(agency, one, "budi", sidik="x")


def post(client: Client, content: bytes, **more: Any) -> Any:
    data = {"tahun": timezone.localdate().year, "berkas": SimpleUploadedFile("p.xlsx", content)}
    return client.post(reverse("planning:impor_perjanjian"), data | more, follow=True)


def test_from_template_to_draft_by_the_pages_alone(agency: Agency, browser_of: Any) -> None:
    dewi = browser_of(agency.dewi)
    assert sheet_of(dewi, reverse("planning:contoh_perjanjian")) == [list(HEADS)]
    answer = post(dewi, book(PUAS, (*HUKUM[:3], "", *HUKUM[4:])))
    page = answer.content.decode()
    assert "Belum ada yang disimpan." in page
    assert "Target kosong" in page
    one = ImporPerjanjian.objects.get()
    sidik = answer.context["pratinjau"].sidik
    taken = reverse("planning:impor_perjanjian_ambil", args=[one.pk])
    page = dewi.post(taken, {"sidik": "lain"}, follow=True).content.decode()
    assert "berubah sejak pratinjau" in page
    page = dewi.post(taken, {"sidik": sidik}, follow=True).content.decode()
    assert "1 baris menjadi draf" in page
    page = dewi.post(taken, {"sidik": sidik}, follow=True).content.decode()
    assert "sudah berubah" in page


def test_what_is_no_table_is_refused_with_a_reason(agency: Agency, browser_of: Any) -> None:
    dewi = browser_of(agency.dewi)
    for content in (b"<html>", b"", b"PK\x03\x04rusak", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        answer = post(dewi, content)
        assert answer.status_code == 200
        assert "is-invalid" in answer.content.decode()
    assert not ImporPerjanjian.objects.exists()


@pytest.mark.parametrize("who", ["ani", "indra", "joko", "lestari"])
def test_the_import_is_for_those_who_write(agency: Agency, browser_of: Any, who: str) -> None:
    client = browser_of(getattr(agency, who))
    for name in ("impor_perjanjian", "contoh_perjanjian"):
        assert client.get(reverse(f"planning:{name}")).status_code == 404


def test_a_preview_costs_as_many_queries_for_one_line_as_for_many(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    dewi = browser_of(agency.dewi)
    rows = [(*PUAS[:2], f"Indikator {n}", *PUAS[3:]) for n in range(60)]
    found = []
    for content in (book(PUAS), book(*rows, HUKUM)):
        one = upload(agency, content)
        found.append(reverse("planning:impor_perjanjian_rinci", args=[one.pk]))
    dewi.get(found[0])
    for address in found:
        # session, person, offices; the file; units headed; units of the file (2), and what they
        # have undertaken; menu
        with django_assert_num_queries(PREVIEW):
            dewi.get(address)


PREVIEW = 8
