"""A person's text is printed, never run (T12, T14, T16), and never tears the page."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bina.demo import samples
from bina.documents import render as rendering
from bina.documents.text import LONG_WORD, SOFT_HYPHEN, ZERO_WIDTH_SPACE, printable

LITERAL = [
    '#read("/etc/passwd")',
    '#import "@preview/x:1"',
    '#image("/etc/x.png")',
    "$x^2 + y$",
    "*tebal* _miring_",
    "@ref <label>",
    r"\u{41} \n \\",
    "= Judul",
    "- butir",
    "// ini bukan",
    "/* bukan */",
    "{{7*7}} {% load %} ${x}",
    "<script>alert(1)</script>",
    "Niño Ćić Đặng Łódź",
    '"kutip" --- dan ...',
]


MARGIN = 45  # 16 mm, in points


def bare(text: str) -> str:
    return re.sub(rf"[\s{SOFT_HYPHEN}{ZERO_WIDTH_SPACE}]", "", text)


@pytest.mark.parametrize("text", LITERAL)
def test_markup_is_only_letters(paper, skp_with, text):
    printed = paper(skp_with(f"Awal {text} akhir"))
    assert bare(f"Awal {text} akhir") in bare(printed.words)
    assert "root:x:" not in printed.words


def test_hostile_names_reach_every_place_of_the_form(paper, skp_with):
    """Agency, name, post, place, code and giver go through other functions than cells."""
    evil = '#read("/etc/passwd") $x$ *b* @r'
    ani = replace(samples.ANI, nama=evil, jabatan=evil, pangkat=evil, unit_kerja=evil)
    form = skp_with(
        evil,
        kepala=replace(samples.KEPALA_JA_JF, pegawai=ani, instansi=evil),
        pengesahan=replace(samples.DITETAPKAN, tempat=evil),
        kode_format=evil,
    )
    printed = paper(form)
    assert "root:x:" not in printed.words
    assert bare(printed.words).count(bare(evil)) >= 10


@pytest.mark.parametrize(
    ("given_text", "printed"),
    [
        ("a\x00b\x07c\x1bd", "abcd"),
        ("satu\tdua\r\ntiga\u2028empat", "satu dua\ntiga\nempat"),
        ("nol\u200blebar\u2060\ufeff", "nollebar"),
        ("terbalik \u202eabc\u202c", "terbalik abc"),
        ("漢", "[U+6F22]"),
        ("\ud800", "[U+D800]"),
        ("Cafe\u0301", "Café"),
        (" \u0301", "[U+0301]"),
    ],
)
def test_what_would_hide_or_cannot_print_is_taken_out_or_named(given_text, printed):
    assert printable(given_text) == printed


def test_right_to_left_text_and_emoji_do_not_stop_the_press(paper, skp_with):
    text = paper(skp_with("Surat שלום العربية 😀 🇮🇩 selesai")).words
    assert "Surat" in text
    assert "selesai" in text


@pytest.mark.parametrize(
    "word", ["a" * 300, "dipertanggungjawabkannya" * 20, "https://x.id/" + "b" * 200]
)
def test_a_long_word_breaks_inside_its_column(paper, skp_with, word):
    """The target is the narrowest text column and the last: what overflows it leaves the page."""
    boxes = paper(skp_with(word)).tool("pdftotext", "-bbox")
    page = float(re.search(r'<page width="([\d.]+)"', boxes)[1])
    ends = [float(end) for end in re.findall(r'<word .*?xMax="([\d.]+)"', boxes)]
    assert max(ends) <= page - MARGIN


def test_a_word_that_fits_keeps_no_hidden_marks(paper, skp_with):
    text = paper(skp_with("Laporan pertanggungjawaban disampaikan")).words
    assert "pertanggungjawaban" in text
    assert SOFT_HYPHEN not in text


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("mempertanggungjawabkan", "mem-per-tang-gung-ja-wab-kan"),
        ("penyelenggaraannya", "pe-nye-leng-ga-ra-an-nya"),
        ("berkesinambungan", "ber-ke-si-nam-bu-ngan"),
    ],
)
def test_a_long_word_breaks_between_syllables(word, parts):
    assert len(word) >= LONG_WORD
    assert set(printable(word).split(SOFT_HYPHEN)) <= {*parts.split("-"), "raan"}


def test_three_thousand_letters_are_all_there(paper, skp_with):
    sentences = [f"Kalimat{n:03d} panjang." for n in range(150)]
    text = paper(skp_with(" ".join(sentences))).words
    for sentence in sentences:
        assert text.count(sentence.split()[0]) == 3  # result, indicator, target


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_text_can_be_printed(skp_with, text):
    form = skp_with(f"x{text}")
    document = rendering.render(form, dicetak_pada=samples.DICETAK_PADA)
    assert b"pdfuaid:part" in document  # not even the accessible PDF is given up
