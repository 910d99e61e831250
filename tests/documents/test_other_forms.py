"""Lampiran SKP, coaching and evaluation on paper."""

import re
from dataclasses import replace

import pytest

from bina.demo import samples
from bina.documents.door import (
    CapaianOrganisasi,
    InvalidForm,
    Kelompok,
    Pelaksana,
    Pendekatan,
    Pihak,
    Predikat,
    UmpanBalik,
)

JPT, JA_JF = Kelompok.JPT, Kelompok.JA_JF
KUANTITATIF, KUALITATIF = Pendekatan.KUANTITATIF, Pendekatan.KUALITATIF


def in_order(text: str, *parts: str) -> bool:
    return re.search(".*?".join(map(re.escape, parts)), text, re.DOTALL) is not None


def test_the_lampiran_has_three_lists_in_order_and_two_signatures(paper):
    text = paper(samples.lampiran_skp()).words
    assert in_order(
        text, "LAMPIRAN SASARAN KINERJA PEGAWAI", "DUKUNGAN SUMBER DAYA", "Dua anggota tim",
        "SKEMA PERTANGGUNGJAWABAN", "KONSEKUENSI", "Pegawai yang Dinilai",
        "Pejabat Penilai Kinerja",
    )  # fmt: skip


def test_an_empty_item_of_the_lampiran_is_refused():
    with pytest.raises(InvalidForm):
        replace(samples.lampiran_skp(), konsekuensi=(" ",))


def test_coaching_records_the_way_from_progress_to_action(paper):
    text = paper(samples.coaching()).words
    assert in_order(
        text, "FORMAT PELAKSANAAN COACHING", "Pelaksana coaching", "Sesi ke-: 2",
        "Progres hasil kerja", "Proses kerja: Pengesahan", "Penyebab", "Alternatif solusi",
        "(paling lambat 19 Juni 2026)", "PENYESUAIAN EKSPEKTASI", "30 September 2026",
        "31 Oktober 2026",
    )  # fmt: skip
    assert text.count("disetujui secara elektronik pada") == 2


def test_another_coach_signs_in_place_of_the_pimpinan(paper):
    coach = Pihak("Prof. Sri Mulyani", None, "Guru Besar")
    form = replace(samples.coaching(), pelaksana=Pelaksana(coach, True, "800/12/ST/2026"))
    text = paper(form).words
    assert in_order(
        text, "Nomor surat tugas: 800/12/ST/2026",
        "Pihak lain yang diberikan penugasan khusus", "Prof. Sri Mulyani",
    )  # fmt: skip


def test_unsigned_coaching_says_it_is_not_signed(paper):
    form = replace(samples.coaching(), pengesahan=samples.MENUNGGU, penyesuaian=())
    text = paper(form).words
    assert "BELUM DITANDATANGANI" in text
    assert "Tidak ada penyesuaian." in text


def test_the_first_session_is_number_one():
    with pytest.raises(InvalidForm):
        replace(samples.coaching(), sesi_ke=0)


@pytest.mark.parametrize(("kelompok", "last"), [(JPT, 7), (JA_JF, 8)])
def test_evaluation_adds_realisasi_and_umpan_balik(paper, kelompok, last):
    text = paper(samples.evaluasi(kelompok, KUANTITATIF)).words
    assert in_order(
        text, "TARGET", "REALISASI BERDASARKAN BUKTI DUKUNG",
        "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG", f"({last - 1})", f"({last})",
    )  # fmt: skip
    assert f"({last + 1})" not in text
    assert in_order(text, "Pimpinan:", "Rekan kerja:")


@pytest.mark.parametrize("kelompok", list(Kelompok))
@pytest.mark.parametrize("pendekatan", list(Pendekatan))
def test_evaluation_prints_what_was_chosen_and_the_penilai_alone_signs(paper, kelompok, pendekatan):
    text = paper(samples.evaluasi(kelompok, pendekatan)).words
    assert "PERIODE: TRIWULAN III*" in text
    assert "CAPAIAN KINERJA ORGANISASI*: BAIK" in text
    assert in_order(
        text, "POLA DISTRIBUSI", "RATING HASIL KERJA*: SESUAI EKSPEKTASI",
        "RATING PERILAKU KERJA*: DI ATAS EKSPEKTASI", "PREDIKAT KINERJA PEGAWAI*: BAIK",
        "* dipilih salah satu", "Pejabat Penilai Kinerja",
    )  # fmt: skip
    assert "Pegawai yang Dinilai" not in text
    assert text.count("disetujui secara elektronik pada") == 1


def test_a_draft_evaluation_offers_all_words(paper):
    form = replace(
        samples.evaluasi(JA_JF, KUANTITATIF), pengesahan=samples.DRAF, predikat=None,
        capaian_organisasi=None, rating_hasil_kerja=None, rating_perilaku_kerja=None,
    )  # fmt: skip
    text = paper(form).words
    assert "ISTIMEWA/ BAIK/ BUTUH PERBAIKAN/ KURANG/ SANGAT KURANG" in text
    assert "SANGAT BAIK/ BAIK/ BUTUH PERBAIKAN/ KURANG/MISCONDUCT/ SANGAT KURANG" in text


@pytest.mark.parametrize("capaian", list(CapaianOrganisasi))
def test_every_capaian_has_its_curve(paper, capaian):
    form = replace(samples.evaluasi(JPT, KUALITATIF), capaian_organisasi=capaian)
    assert capaian.cetak in paper(form).words


def evaluasi(**changes):
    return replace(samples.evaluasi(JA_JF, KUANTITATIF), **changes)


def first_result():
    return samples.evaluasi(JA_JF, KUANTITATIF).utama[0]


REFUSED = {
    "no predicate when established": lambda: evaluasi(predikat=None),
    "a rating for a predicate": lambda: evaluasi(predikat="di_atas"),
    "a predicate for a capaian": lambda: evaluasi(capaian_organisasi=Predikat.BAIK),
    "unknown period": lambda: evaluasi(periode_evaluasi="semester"),
    "the pegawai signs": lambda: evaluasi(pengesahan=samples.DITETAPKAN),
    "one realisasi for three indicators": lambda: replace(first_result(), realisasi=("a",)),
    "no realisasi": lambda: evaluasi(utama=(replace(first_result(), realisasi=()),)),
    "feedback from nobody": lambda: UmpanBalik(" ", "bagus"),
    "six values": lambda: evaluasi(perilaku=samples.PERILAKU_DINILAI[:6]),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_what_is_no_evaluation_is_refused(make):
    with pytest.raises(InvalidForm):
        make()
