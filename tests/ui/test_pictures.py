"""Pictures say in a sentence what they show, and carry no colour of their own."""

import re
from typing import Any

import pytest
from django.template import Context, Template
from django.utils import translation

from bina.ui.pictures import belajar, kemajuan, kuadran, sebaran

NOW = {"sangat_baik": 3, "baik": 10, "butuh_perbaikan": 2}
BEFORE = {"sangat_baik": 3, "baik": 12}
LEAST = [{"predikat": ["butuh_perbaikan", "kurang"], "orang": 1}]

SENTENCES: list[tuple[str, dict[str, Any], str]] = [
    ("{% kemajuan 82 77 %}", {}, "Kemajuan 82 persen, waktu berjalan 77 persen"),
    ("{% kemajuan 131 77 %}", {}, "Kemajuan 131 persen, waktu berjalan 77 persen"),
    ("{% kemajuan x %}", {"x": 91.5}, "Kemajuan 91,5 persen"),
    (
        '{% kemajuan 64 label="312 dari 484 dokumen selesai" %}',
        {},
        "312 dari 484 dokumen selesai",
    ),
    (
        '{% kuadran "sesuai" "di_atas" %}',
        {},
        (
            "Kuadran kinerja. Hasil kerja sesuai ekspektasi, perilaku kerja di atas ekspektasi: "
            "predikat Baik."
        ),
    ),
    (
        '{% kuadran "" "di_atas" %}',
        {},
        "Kuadran kinerja. Rating belum lengkap, jadi belum ada predikat.",
    ),
    (
        "{% sebaran kini semula batas sedikit %}",
        {"kini": NOW, "semula": BEFORE, "batas": {"baik": 70}, "sedikit": LEAST},
        (
            "Sebaran predikat 15 orang. Sekarang: sangat baik 3, baik 10, butuh perbaikan 2, "
            "kurang 0, sangat kurang 0. Sebelum kalibrasi: sangat baik 3, baik 12, "
            "butuh perbaikan 0, kurang 0, sangat kurang 0. Batas baik 70%, yaitu 10 orang. "
            "Bersama paling sedikit 1: butuh perbaikan, kurang."
        ),
    ),
    (
        "{% akun_jp target=20 klasikal=4 sosial=4 pengalaman=6 menunggu=2 %}",
        {},
        "14 JP diakui, 2 JP menunggu tanda tangan, 4 JP belum",
    ),
    ("{% akun_jp target=20 pengalaman=26 %}", {}, "26 JP diakui"),
    (
        '{% bauran "Tahun ini" 28.6 28.6 42.8 %}',
        {},
        (
            "Tahun ini: belajar di kelas 28,6 persen, dari orang lain 28,6 persen, "
            "dari pekerjaan 42,8 persen"
        ),
    ),
    ('{% profil "Integritas" 2 3 %}', {}, "Integritas: capaian 2, standar 3"),
    ('{% profil "Integritas" x 3 %}', {"x": None}, "Integritas: capaian belum ada, standar 3"),
]


def _drawn(source: str, context: dict[str, Any]) -> str:
    with translation.override("id"):
        return Template("{% load bina %}" + source).render(Context(context))


@pytest.mark.parametrize(("source", "context", "said"), SENTENCES)
def test_a_picture_says_what_it_shows(source: str, context: dict[str, Any], said: str) -> None:
    assert f'aria-label="{said}"' in re.sub(r"\s+", " ", _drawn(source, context))


@pytest.mark.parametrize(("source", "context", "said"), SENTENCES)
def test_a_picture_is_a_picture_to_those_who_listen_and_has_no_colour_of_its_own(
    source: str, context: dict[str, Any], said: str
) -> None:
    drawn = _drawn(source, context)
    assert re.search(r'<svg[^>]*role="img"', drawn)
    assert not re.search(r"\b(style|fill|stroke)=", drawn)


@pytest.mark.parametrize(("source", "context", "said"), SENTENCES)
def test_no_position_is_written_with_a_comma(
    source: str, context: dict[str, Any], said: str
) -> None:
    places = re.findall(
        r'\b(?:x|y|x1|x2|y1|y2|cx|cy|width|height)="([^"]*)"', _drawn(source, context)
    )
    assert [p for p in places if not re.fullmatch(r"-?[\d.]+%?", p)] == []


def test_a_name_with_markup_stays_text() -> None:
    drawn = _drawn("{% profil nama 2 3 %}", {"nama": '"><script>'})
    assert "<script>" not in drawn
    assert "&quot;&gt;&lt;script&gt;" in drawn


@pytest.mark.parametrize(
    ("hasil", "perilaku", "predikat"),
    [
        ("di_atas", "di_atas", "sangat_baik"),
        ("di_atas", "sesuai", "baik"),
        ("di_atas", "di_bawah", "kurang"),
        ("sesuai", "di_atas", "baik"),
        ("sesuai", "sesuai", "baik"),
        ("sesuai", "di_bawah", "kurang"),
        ("di_bawah", "di_atas", "butuh_perbaikan"),
        ("di_bawah", "sesuai", "butuh_perbaikan"),
        ("di_bawah", "di_bawah", "sangat_kurang"),
    ],
)
def test_the_quadrant_names_the_predicate_where_result_and_conduct_meet(
    hasil: str, perilaku: str, predikat: str
) -> None:
    assert kuadran.predicate(hasil, perilaku) == predikat
    chosen = [cell for cell in kuadran.quadrant(hasil, perilaku).cells if cell.chosen]
    assert len(chosen) == 1


def test_the_bar_never_leaves_its_frame() -> None:
    assert kemajuan.progress(131, 120).width == "100%"
    assert kemajuan.progress(-5, -1).mark == "0%"
    assert kemajuan.progress(None).width == "0%"


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (48, "29 poin di belakang"),
        (74, "sesuai waktu"),
        (82, "sesuai waktu"),
        (85, "8 poin di depan"),
    ],
)
def test_progress_against_time_is_said_in_points(done: int, said: str) -> None:
    with translation.override("id"):
        assert kemajuan.nearness(done, 77) == said


def test_the_distribution_is_drawn_as_on_the_design_page() -> None:
    drawn = sebaran.distribution(NOW, BEFORE, {"baik": 70}, LEAST)
    baik = drawn.bars[3]
    assert (baik.x, baik.y, baik.height) == ("223", "60.58", "115.42")
    assert (baik.before_x, baik.before_y, baik.before_height) == ("217", "37.5", "138.5")
    assert drawn.limits[0].y == "54.81"


def test_a_distribution_of_nobody_is_still_a_picture() -> None:
    assert {bar.height for bar in sebaran.distribution({}).bars} == {"0"}


def test_hours_fill_the_account_cell_by_cell_up_to_the_target() -> None:
    drawn = belajar.account({"sosial": 4, "pengalaman": 6, "klasikal": 4, "menunggu": 2})
    assert [c.css for c in drawn.cells].count("g-rong") == 2
    assert len(drawn.cells) == 20
    assert len(belajar.account({"sosial": 30}).cells) == 20
