"""Dates and numbers as Indonesians write them, and in English when that is chosen."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from bina.ui import tulisan

DAY = date(2026, 10, 7)
MOMENT = datetime(2026, 10, 7, 1, 12, tzinfo=UTC)

INDONESIAN: list[tuple[str, Any, str]] = [
    ("tanggal", DAY, "7 Oktober 2026"),
    ("tanggal", MOMENT, "7 Oktober 2026"),
    ("tanggal", None, ""),
    ("tanggal", "", ""),
    ("tanggal_pendek", DAY, "7 Oktober"),
    ("hari_tanggal", DAY, "Rabu, 7 Oktober 2026"),
    ("tanggal_jam", MOMENT, "7 Oktober 2026, 09.12"),
    ("hari_tanggal_jam", MOMENT, "Rabu, 7 Oktober 2026, 09.12"),
    ("hari_tanggal_jam", DAY, "Rabu, 7 Oktober 2026"),
    ("bulan", DAY, "Oktober 2026"),
    ("jam", time(9, 5), "09.05"),
    ("jam", None, ""),
    ("angka", 1250.5, "1.250,5"),
    ("angka", Decimal("91.50"), "91,5"),
    ("angka", Decimal("0.125"), "0,12"),
    ("angka", 36, "36"),
    ("angka", -1250, "-1.250"),
    ("angka", None, ""),
    ("angka", "tiga", ""),
    ("angka", "NaN", ""),
    ("persen", Decimal("66.666"), "66,67%"),
    ("persen", None, ""),
    ("nip", "198609052017122035", "19860905 201712 2 035"),
    ("nip", "19860905 201712 2 035", "19860905 201712 2 035"),
    ("nip", "12345", "12345"),
    ("nip", None, ""),
    ("ukuran", 240_000, "240 kB"),
    ("ukuran", 14_000_000, "14 MB"),
    ("ukuran", 1_400_000, "1,4 MB"),
    ("ukuran", 512, "512 B"),
    ("ukuran", None, ""),
    ("inisial", "Latika Maryati", "LM"),
    ("inisial", "dr. Hana Putri Iswahyudi, Sp.A.", "HI"),
    ("inisial", "Lestari", "L"),
    ("inisial", "", ""),
    ("bilangan", 2, "Dua"),
    ("bilangan", 14, "14"),
]

ENGLISH: list[tuple[str, Any, str]] = [
    ("tanggal", DAY, "7 October 2026"),
    ("hari_tanggal", DAY, "Wednesday, 7 October 2026"),
    ("tanggal_jam", MOMENT, "7 October 2026, 09:12"),
    ("angka", 1250.5, "1,250.5"),
    ("ukuran", 1_400_000, "1.4 MB"),
    ("bilangan", 2, "Two"),
]

NEAR = [
    (date(2026, 10, 7), "hari ini"),
    (date(2026, 10, 8), "besok"),
    (date(2026, 10, 9), "lusa"),
    (date(2026, 10, 15), "8 hari lagi"),
    (date(2026, 10, 6), "kemarin"),
    (date(2026, 10, 5), "2 hari lalu"),
    (date(2026, 6, 12), "117 hari lalu"),
    (None, ""),
]

TYPED = [
    ("1.250,5", "1250.5"),
    ("1,250.5", "1250.5"),
    ("1250,5", "1250.5"),
    ("1250.5", "1250.5"),
    ("1.250", "1250"),
    ("1.250.000", "1250000"),
    ("1,250,000", "1250000"),
    ("91,5", "91.5"),
    (" 36 ", "36"),
    ("-2,5", "-2.5"),
    ("0,125", "0.125"),
    ("tiga enam", "tigaenam"),
]


@pytest.fixture(autouse=True)
def _in_makassar():
    with timezone.override("Asia/Makassar"):
        yield


def _filtered(name: str, value: Any) -> str:
    return Template(f"{{% load bina %}}{{{{ v|{name} }}}}").render(Context({"v": value}))


@pytest.mark.parametrize(("name", "value", "said"), INDONESIAN)
def test_an_indonesian_reads(name: str, value: Any, said: str) -> None:
    with translation.override("id"):
        assert _filtered(name, value) == said


@pytest.mark.parametrize(("name", "value", "said"), ENGLISH)
def test_an_english_reader_reads(name: str, value: Any, said: str) -> None:
    with translation.override("en"):
        assert _filtered(name, value) == said


@pytest.mark.parametrize(("day", "said"), NEAR)
def test_a_day_says_how_near_it_is(day: date | None, said: str) -> None:
    with translation.override("id"):
        template = Template("{% load bina %}{{ v|dekat:hari_ini }}")
        assert template.render(Context({"v": day, "hari_ini": DAY})) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 8, 10), date(2026, 8, 14), "10 sampai 14 Agustus 2026"),
        (date(2026, 7, 1), date(2026, 9, 30), "1 Juli sampai 30 September 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 Desember 2025 sampai 2 Januari 2026"),
        (DAY, DAY, "7 Oktober 2026"),
        (DAY, None, "7 Oktober 2026"),
    ],
)
def test_a_range_says_once_what_both_ends_share(start: Any, end: Any, said: str) -> None:
    with translation.override("id"):
        assert tulisan.rentang(start, end) == said


@pytest.mark.parametrize(("typed", "read"), TYPED)
def test_numbers_are_read_however_people_type_them(typed: str, read: str) -> None:
    with translation.override("id"):
        assert tulisan.baca_angka(typed) == read


def test_in_english_the_marks_of_thousands_change_sides() -> None:
    with translation.override("en"):
        assert tulisan.baca_angka("1,250") == "1250"
        assert tulisan.baca_angka("1.250") == "1.250"
