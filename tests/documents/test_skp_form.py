"""The SKP on paper: four variants, their columns in order, and what makes no SKP."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bina.demo import samples
from bina.documents.door import (
    Aspek,
    HasilKerja,
    Indikator,
    InvalidForm,
    Keadaan,
    Kelompok,
    Kepala,
    Nilai,
    Pendekatan,
    Pengesahan,
    Periode,
    Perspektif,
    Pihak,
)
from bina.documents.forms.perilaku import cetakan

JPT, JA_JF = Kelompok.JPT, Kelompok.JA_JF
KUANTITATIF, KUALITATIF = Pendekatan.KUANTITATIF, Pendekatan.KUALITATIF
VARIANTS = [
    pytest.param(kelompok, pendekatan, id=f"{kelompok}-{pendekatan}")
    for kelompok in Kelompok
    for pendekatan in Pendekatan
]


def in_order(text: str, *parts: str) -> bool:
    return re.search(".*?".join(map(re.escape, parts)), text, re.DOTALL) is not None


@pytest.mark.parametrize(("kelompok", "pendekatan"), VARIANTS)
def test_every_variant_names_itself_and_both_parties(paper, kelompok, pendekatan):
    form = samples.skp(kelompok, pendekatan)
    text = paper(form).words
    assert in_order(
        text,
        "SASARAN KINERJA PEGAWAI",
        f"PENDEKATAN HASIL KERJA {pendekatan.upper()}",
        "BAGI PEJABAT",
        "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026",
        "PEGAWAI YANG DINILAI",
        "PEJABAT PENILAI KINERJA",
        form.kepala.pegawai.nama,
        "A. UTAMA",
        "B. TAMBAHAN",
        "PERILAKU KERJA",
    )
    assert form.kepala.penilai.nama in text


def test_ja_jf_kuantitatif_has_six_columns_in_order(paper):
    text = paper(samples.skp(JA_JF, KUANTITATIF)).words
    assert in_order(text, "YANG DIINTERVENSI", "ASPEK", "INDIKATOR", "TARGET", "(1)", "(6)")
    assert "(7)" not in text
    assert in_order(text, "Kuantitas", "Perangkat daerah yang peta prosesnya disahkan", "24 unit")


def test_jpt_kuantitatif_ends_with_perspektif(paper):
    text = paper(samples.skp(JPT, KUANTITATIF)).words
    assert in_order(text, "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF", "(1)", "(5)")
    assert "(6)" not in text
    assert "DIINTERVENSI" not in text
    assert in_order(text, "78,50", "Penerima Layanan")


def test_the_jpt_variant_asks_for_the_penilai_s_agency_and_no_nip(paper):
    text = paper(samples.skp(JPT, KUANTITATIF)).words
    assert in_order(text, "UNIT KERJA", "INSTANSI", "PEMERINTAH KABUPATEN NUSA BAHARI")
    assert text.count("UNIT KERJA") == 2  # the title's, and the pegawai's fifth row


@pytest.mark.parametrize(
    ("kelompok", "heading"),
    [
        (JA_JF, "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:"),
        (JPT, "Ukuran keberhasilan/Indikator Kinerja Individu, Target, dan Perspektif:"),
    ],
)
def test_kualitatif_lists_its_measures_under_the_result(paper, kelompok, heading):
    text = paper(samples.skp(kelompok, KUALITATIF)).words
    assert in_order(text, "A. UTAMA", heading, "B. TAMBAHAN", "(Penugasan dari:", heading)


def test_the_seven_values_stand_in_order_with_three_panduan_each(paper):
    text = paper(samples.skp(JA_JF, KUALITATIF)).words
    assert in_order(text, *(cetakan()[nilai]["nama"] for nilai in Nilai))
    for nilai in Nilai:
        assert len(cetakan()[nilai]["panduan"]) == 3
        assert all(panduan in text for panduan in cetakan()[nilai]["panduan"])
    assert text.count("Ekspektasi Khusus Pimpinan:") == 7


@pytest.mark.parametrize("banyak", range(1, 9))
def test_signatures_never_stand_on_a_page_of_their_own(paper, banyak):
    form = samples.skp(Kelompok.JPT, KUANTITATIF)
    last = paper(replace(form, utama=form.utama[:1] * banyak)).pages[-1]
    assert in_order(last, "Kolaboratif", "Pegawai yang Dinilai")


def test_no_code_is_printed_until_somebody_knows_it(paper):
    form = samples.skp(JA_JF, KUANTITATIF)
    assert "FORMAT" not in paper(form).words
    assert "FORMAT A.1.2" in paper(replace(form, kode_format="A.1.2")).words


def test_a_draft_says_so_on_every_page(paper):
    printed = paper(samples.skp(JA_JF, KUANTITATIF, samples.DRAF))
    assert all("DRAF" in page for page in printed.pages)
    assert "disetujui" not in printed.words


def test_a_submitted_skp_shows_who_approved_and_that_it_is_not_established(paper):
    printed = paper(samples.skp(JA_JF, KUANTITATIF, samples.MENUNGGU))
    assert all("BELUM DITETAPKAN" in page for page in printed.pages)
    assert printed.words.count("disetujui secara elektronik pada") == 1
    assert "14 Januari 2026 pukul 09.05 WITA" in printed.words


def test_an_established_skp_bears_both_approvals_and_no_mark(paper):
    text = paper(samples.skp(JA_JF, KUANTITATIF)).words
    assert "BELUM DITETAPKAN" not in text
    assert "DRAF" not in text
    assert text.count("disetujui secara elektronik pada") == 2
    assert in_order(
        text, "Pegawai yang Dinilai", "14 Januari 2026 pukul 09.05 WITA", "Ani Rahmawati",
        "Nusa Bahari, 20 Januari 2026", "Pejabat Penilai Kinerja",
        "20 Januari 2026 pukul 14.30 WITA", "Budi Santoso", "NIP 197811052005011007",
    )  # fmt: skip


def test_a_draft_may_be_printed_with_gaps(paper):
    gaps = replace(
        samples.skp(JA_JF, KUANTITATIF, samples.DRAF),
        utama=(HasilKerja("Belum berindikator"), HasilKerja("", (Indikator(""),))),
        tambahan=(),
    )
    assert "Belum berindikator" in paper(gaps).words


def skp(**changes):
    return replace(samples.skp(JA_JF, KUANTITATIF), **changes)


IKI = Indikator("Laporan", "4 laporan", Aspek.KUANTITAS)
REFUSED = {
    "six values": lambda: skp(perilaku=samples.PERILAKU[:6]),
    "values out of order": lambda: skp(perilaku=samples.PERILAKU[::-1]),
    "no utama": lambda: skp(utama=()),
    "no indicator": lambda: skp(utama=(HasilKerja("Hasil"),)),
    "no target": lambda: skp(utama=(HasilKerja("Hasil", (replace(IKI, target=" "),)),)),
    "no aspek": lambda: skp(utama=(HasilKerja("Hasil", (replace(IKI, aspek=None),)),)),
    "unknown aspek": lambda: replace(IKI, aspek="kecepatan"),
    "unknown perspektif": lambda: Indikator("x", perspektif="lain"),
    "perspektif in JA/JF": lambda: skp(
        utama=(HasilKerja("Hasil", (replace(IKI, perspektif=Perspektif.ANGGARAN),)),)
    ),
    "aspek in JPT": lambda: replace(
        samples.skp(JPT, KUANTITATIF), utama=(HasilKerja("Hasil", (IKI,)),)
    ),
    "intervensi in kualitatif": lambda: replace(
        samples.skp(JA_JF, KUALITATIF),
        utama=(HasilKerja("Hasil", (Indikator("a"),), diintervensi="b"),),
    ),
    "unknown pendekatan": lambda: skp(pendekatan="campuran"),
    "unknown kelompok": lambda: replace(samples.KEPALA_JA_JF, kelompok="semua"),
    "17 digits": lambda: replace(samples.ANI, nip="19940312201903200"),
    "no name": lambda: replace(samples.ANI, nama=" "),
    "pegawai without NIP": lambda: replace(
        samples.KEPALA_JA_JF, pegawai=replace(samples.ANI, nip=None)
    ),
    "JPT penilai without agency": lambda: Kepala(
        "X", samples.TAHUN, JPT, samples.RATNA, Pihak("B", None, "Bupati")
    ),
    "period backwards": lambda: Periode(date(2026, 2, 1), date(2026, 1, 1)),
    "approved draft": lambda: replace(samples.MENUNGGU, keadaan=Keadaan.DRAF),
    "established without a date": lambda: Pengesahan(Keadaan.DITETAPKAN, "Nusa Bahari"),
    "hour without zone": lambda: replace(
        samples.MENUNGGU, pegawai_pada=samples.DICETAK_PADA.replace(tzinfo=None)
    ),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_what_is_no_skp_is_refused(make):
    with pytest.raises(InvalidForm):
        make()
