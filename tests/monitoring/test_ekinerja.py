"""Daily progress in the fields of e-Kinerja: the order, the reasons, the scope, the files."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from bina.monitoring import ekinerja
from bina.monitoring.models import Realisasi
from bina.monitoring.services.progress import BuktiBaru, void_progress
from bina.planning.models import Skp
from tests.conftest import NOON, Agency
from tests.monitoring import given, given_harian
from tests.planning import plans

LINK = BuktiBaru(url="https://drive.contoh.go.id/rekap")
PAGE = reverse("monitoring:ekinerja")


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def skp(agency: Agency) -> Skp:
    return plans.established(agency, on=today())


def whole(agency: Agency, **changes: Any) -> Realisasi:
    """A line e-Kinerja would take."""
    langkah = changes.pop("langkah", "Menjawab surat masuk setiap hari")
    step = given_harian.step(agency, on=today(), langkah=langkah)
    return given_harian.line(
        agency, on=today(), rencana_aksi_id=step.pk, **{"bukti": LINK, **changes}
    )


def read(browser: Any, kind: str = "csv", **query: str) -> list[list[Any]]:
    answer = browser.get(reverse("monitoring:ekinerja_unduh", args=[kind]), query)
    content = b"".join(answer.streaming_content)
    if kind == "csv":
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        return list(csv.reader(text, delimiter=";"))
    found = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    return found.to_python()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_file_has_the_fields_of_ekinerja_in_their_order(
    agency: Agency, skp: Skp, browser_of: Any, kind: str
) -> None:
    whole(agency)
    rows = [row for row in read(browser_of(agency.ani), kind) if any(row)]
    assert tuple(rows[1][:9]) == (
        *("Rencana Aksi", "Tanggal Kegiatan", "Jam Mulai Kegiatan", "Jam Selesai Kegiatan"),
        *("Kegiatan Harian", "Sumber Data", "Realisasi", "Satuan", "Bukti Dukung"),
    )
    line = rows[2]
    assert line[:6] == [
        "Menjawab surat masuk setiap hari",
        f"{today():%d-%m-%Y}",
        "08:00",
        "09:30",
        "Menjawab surat warga tentang pindah domisili",
        "ekinerja",
    ]
    assert (int(line[6]), line[7], line[8]) == (3, "surat", LINK.url)
    assert line[11] == ""


def test_what_ekinerja_would_not_take_is_marked_and_kept(
    agency: Agency, skp: Skp, browser_of: Any
) -> None:
    given.entry(agency, Decimal("1.5"), on=today())
    given_harian.line(agency, on=today())
    whole(agency, bukti=BuktiBaru(given.pdf()))
    reasons = [row[11] for row in read(browser_of(agency.ani))[3:]]
    assert sorted(reasons) == [
        (
            "tanpa rencana aksi; tanpa jam; tanpa kegiatan; realisasi bukan bilangan bulat; "
            "tanpa tautan bukti"
        ),
        "tanpa rencana aksi; tanpa tautan bukti",
        "tanpa tautan bukti",
    ]


def test_a_voided_line_does_not_leave(agency: Agency, skp: Skp, browser_of: Any) -> None:
    made = whole(agency)
    void_progress(
        realisasi_id=made.pk, alasan="Ganda", actor=agency.named("ani"), pada=NOON, on=today()
    )
    assert len(read(browser_of(agency.ani))) == 3


def test_the_file_says_how_many_lines_of_what(agency: Agency, skp: Skp, browser_of: Any) -> None:
    whole(agency)
    assert "Saya" in (said := read(browser_of(agency.ani))[0][0])
    assert "1 baris" in said


@pytest.mark.parametrize(
    ("who", "lines"),
    [("budi", 1), ("dewi", 1), ("fitri", 1), ("eko", 0), ("citra", 0), ("gita", 0), ("hadi", 0)],
)
def test_page_and_file_hold_what_their_reader_may_read(
    agency: Agency, skp: Skp, browser_of: Any, who: str, lines: int
) -> None:
    """T6."""
    whole(agency)
    browser = browser_of(agency.named(who))
    for query in ({"siapa": "semua"}, {"siapa": str(agency.umum.pk)}):
        assert len(read(browser, **query)) == 3 + lines
        text = browser.get(PAGE, query).content.decode()
        assert ("Menjawab surat warga" in text) == bool(lines)


def test_the_period_is_chosen_in_the_address(agency: Agency, skp: Skp, browser_of: Any) -> None:
    whole(agency)
    ani, before = browser_of(agency.ani), (today() - timedelta(days=1)).isoformat()
    assert len(read(ani, dari=before, sampai=before)) == 3
    assert len(read(ani, dari=before, sampai=today().isoformat())) == 4


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"dari": "2026-03-02", "sampai": "2026-03-01"}, "sebelum tanggal awal"),
        ({"dari": "2020-01-01", "sampai": "2026-03-01"}, "Paling panjang satu tahun"),
        ({"dari": "kemarin"}, "Masukkan tanggal"),
        ({"siapa": "999999"}, "Masukkan pilihan"),
    ],
)
def test_a_strange_address_is_explained(
    agency: Agency, skp: Skp, browser_of: Any, query: dict[str, str], said: str
) -> None:
    page = browser_of(agency.ani).get(PAGE, query)
    assert page.status_code == 200
    assert said in page.content.decode()


def test_no_cell_begins_a_formula(agency: Agency, skp: Skp, browser_of: Any) -> None:
    """T15."""
    whole(agency, kegiatan="=1+1", langkah="@SUM(A1)")
    for kind in ekinerja.KINDS:
        row = read(browser_of(agency.ani), kind)[-1]
        assert (row[0], row[4]) == ("'@SUM(A1)", "'=1+1")


def test_an_unknown_kind_of_file_is_not_found(agency: Agency, skp: Skp, browser_of: Any) -> None:
    address = reverse("monitoring:ekinerja_unduh", args=["exe"])
    assert browser_of(agency.ani).get(address).status_code == 404


def test_the_page_asks_as_often_for_one_line_as_for_many(
    agency: Agency, skp: Skp, browser_of: Any, django_assert_num_queries: Any
) -> None:
    """Session, user, menu; whom the reader stands above; units, lines counted and read (3)."""
    budi = browser_of(agency.budi)
    for number in (1, 12):
        for one in range(number):
            whole(agency, langkah=f"Langkah {number} {one}")
        budi.get(PAGE, {"siapa": "semua"})
        with django_assert_num_queries(BUDGET):
            budi.get(PAGE, {"siapa": "semua"})


BUDGET = 12
