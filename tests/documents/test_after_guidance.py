"""B.1.8 and B.1.9 on paper: what the annex prints, and nothing it does not."""

from dataclasses import replace

import pytest
from tests.documents.test_other_forms import in_order

from bina.demo import samples
from bina.documents.door import InvalidForm, Kompetensi


def test_b18_has_three_subjects_nine_criteria_and_the_pegawai_alone_signs(paper):
    text = paper(samples.umpan_balik_bimbingan()).words
    assert in_order(
        text, "FORMAT B.1.8", "UMPAN BALIK PELAKSANAAN BIMBINGAN KINERJA", "SUBJEK", "KRITERIA",
        "UMPAN BALIK",
    )  # fmt: skip
    assert in_order(text, "1. Saya merasa diperhatikan", "6. Lebih banyak", "9. Saya memahami")
    assert in_order(text, "Pegawai yang Dinilai", "Ani Rahmawati")
    assert text.count("disetujui secara elektronik pada") == 1


def test_b18_without_one_of_its_nine_answers_is_refused():
    form = samples.umpan_balik_bimbingan()
    for answers in (form.jawaban[:8], (*form.jawaban[:8], " ")):
        with pytest.raises(InvalidForm):
            replace(form, jawaban=answers)


def test_b19_prints_levels_and_grounds_and_says_what_was_not_found(paper):
    text = paper(samples.evaluasi_kompetensi()).words
    assert in_order(
        text, "FORMAT B.1.9", "SEBAGAI TINDAK LANJUT BIMBINGAN KINERJA", "KOMPETENSI PEGAWAI*",
        "NILAI (SKALA 1-5)", "ALASAN TERHADAP …", "Menyusun peta proses bisnis 4",
        "tidak ditemukan", "Pimpinan", "Budi Santoso",
    )  # fmt: skip


@pytest.mark.parametrize("nilai", [0, 6])
def test_a_level_outside_one_to_five_is_refused(nilai):
    with pytest.raises(InvalidForm):
        Kompetensi("Menyusun naskah", nilai, "Diterima")
