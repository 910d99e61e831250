"""The PDF as an object: accessible, self-contained, repeatable, whole over many pages."""

import re
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from bina.demo import samples
from bina.documents import render as rendering
from bina.documents.door import (
    Aspek,
    HasilKerja,
    Indikator,
    Kelompok,
    Pendekatan,
    RenderFailed,
    render,
)
from bina.documents.glyphs import FONTS, has_glyphs
from bina.documents.waktu import saat

FORMS = samples.all_forms()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_is_tagged_titled_and_carries_its_fonts(paper, form):
    printed = paper(form)
    info = printed.tool("pdfinfo")
    assert re.search(r"Tagged:\s+yes", info)
    assert re.search(rf"Title:\s+{re.escape(form.nama)}", info)
    assert "A4" in info
    fonts = printed.tool("pdffonts").splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes yes yes ", line) for line in fonts)
    assert b"pdfuaid:part" in printed.bytes
    assert b"/Lang" in printed.bytes
    assert not re.search("[\u00ad\u200b]", printed.tool("pdftotext"))  # no hidden break marks


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_pages_are_numbered_and_say_when_they_were_printed(paper, form):
    pages = paper(form).pages
    for number, page in enumerate(pages, start=1):
        assert f"Halaman {number} dari {len(pages)}" in page
        assert "Dicetak dari Bina pada 7 Oktober 2026 pukul 10.30 WITA" in page


def test_the_same_form_and_hour_give_the_same_bytes():
    form = FORMS["evaluasi_ja_jf_kuantitatif"]
    once = render(form, dicetak_pada=samples.DICETAK_PADA)
    rendering._of_thread.__dict__.clear()
    assert render(form, dicetak_pada=samples.DICETAK_PADA) == once
    later = samples.DICETAK_PADA + timedelta(minutes=1)
    assert render(form, dicetak_pada=later) != once


def many(count: int) -> tuple[HasilKerja, ...]:
    return tuple(
        HasilKerja(
            f"Hasil-{n:03d}",
            (
                Indikator(f"Jumlah-{n:03d}", "1 dokumen", Aspek.KUANTITAS),
                Indikator(f"Mutu-{n:03d}", "baik", Aspek.KUALITAS),
            ),
        )
        for n in range(count)
    )


def test_sixty_results_run_over_pages_under_a_repeated_header(paper):
    form = replace(samples.skp(Kelompok.JA_JF, Pendekatan.KUANTITATIF), utama=many(60))
    printed = paper(form)
    assert len(printed.pages) > 3
    rows = re.compile(r"(Hasil|Jumlah|Mutu)-\d{3}")
    for page in printed.pages:
        assert not rows.search(page) or "INDIKATOR KINERJA INDIVIDU" in page
    found = [match[0] for match in rows.finditer(printed.words)]
    assert len(found) == len(set(found)) == 180


def test_one_result_is_enough(paper):
    form = replace(samples.skp(Kelompok.JA_JF, Pendekatan.KUANTITATIF), utama=many(1), tambahan=())
    assert "Mutu-000" in paper(form).words


def test_threads_print_beside_one_another():
    failed: list[BaseException] = []

    def print_some() -> None:
        try:
            for _ in range(5):
                render(FORMS["coaching"], dicetak_pada=samples.DICETAK_PADA)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=print_some) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_a_form_that_cannot_be_set_is_told_in_indonesian(monkeypatch):
    form = FORMS["coaching"]
    monkeypatch.setattr(type(form), "template", "tidak_ada.typ")
    with pytest.raises(RenderFailed, match="tidak dapat dicetak"):
        render(form, dicetak_pada=samples.DICETAK_PADA)


def test_the_hour_of_printing_names_its_zone():
    with pytest.raises(RenderFailed, match="zona"):
        render(FORMS["coaching"], dicetak_pada=samples.DICETAK_PADA.replace(tzinfo=None))
    assert saat(samples.DICETAK_PADA) == "7 Oktober 2026 pukul 10.30 WITA"


def test_templates_load_nothing_from_outside():
    for template in rendering.TEMPLATES.glob("*.typ"):
        source = template.read_text("utf-8")
        assert not re.search(r"@preview|\bread\(|\bimage\(|\bplugin\(|\beval\(|https?:", source)


def test_every_font_has_its_licence_beside_it():
    families = {path.name.split("-")[0].split(".")[0] for path in FONTS.glob("*.[ot]tf")}
    assert families == {"SourceSans3", "DejaVuSans"}
    assert all(list(FONTS.glob(f"{family}-LICENSE.*")) for family in families)


def test_the_fonts_print_what_indonesian_names_need():
    assert all(has_glyphs(char) for char in "AZaz09éÉñćłğß’“”–…•")
    assert not has_glyphs("漢")
