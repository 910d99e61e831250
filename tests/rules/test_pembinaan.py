"""Which form of pembinaan fits, and which step of the order decided."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.kesenjangan import KelasKinerja
from bina.rules.parameters import Parameters
from bina.rules.pembinaan import (
    KALIMAT,
    Alasan,
    KebutuhanKarier,
    Penyebab,
    rekomendasi_pembinaan,
)
from bina.rules.refusal import Invalid, NotInForce
from bina.rules.texts import texts

ON = date(2026, 12, 31)
LAW = Parameters(texts())
GAPS = st.sampled_from(list(KelasKinerja))
CAUSES = st.lists(st.sampled_from(list(Penyebab)))
NEEDS = st.sampled_from([None, *KebutuhanKarier])
YES_NO = st.booleans()


def advise(gap, *penyebab, on=ON, **more):
    return rekomendasi_pembinaan(
        kesenjangan_kinerja=gap, penyebab=list(penyebab), law=LAW, on=on, **more
    )


@pytest.mark.parametrize(
    ("gap", "penyebab", "rekomendasi"),
    [
        ("kecil", ["motivasi"], "coaching"),
        ("sedang", ["motivasi"], "coaching"),
        ("tinggi", ["kejenuhan"], "coaching"),
        ("kecil", ["keterampilan"], "pelatihan"),
        ("kecil", ["pengalaman"], "pelatihan"),
        ("sedang", ["pengalaman"], "mentoring"),
        ("tinggi", ["keterampilan"], "mentoring"),
        ("kecil", ["motivasi", "keterampilan"], "pelatihan"),
        ("tinggi", ["motivasi", "pengalaman"], "mentoring"),
        ("tinggi", ["keterampilan", "tidak_diketahui"], "eksplorasi"),
        ("tinggi", ["tidak_diketahui", "sarana"], "sesuaikan_ekspektasi"),
        ("tidak_ada", ["sarana"], "sesuaikan_ekspektasi"),
        ("tidak_ada", ["tidak_diketahui"], "eksplorasi"),
        ("tidak_ada", ["keterampilan"], "tidak_perlu"),
        ("tidak_ada", ["motivasi"], "tidak_perlu"),
        ("tidak_ada", [], "tidak_perlu"),
        ("kecil", [], "eksplorasi"),
        ("tinggi", [], "eksplorasi"),
        ("kecil", ["sarana", "perilaku"], "komunikasi"),
        ("tidak_ada", ["perilaku"], "komunikasi"),
        ("tidak_ada", ["kesehatan"], "rujuk"),
        ("kecil", ["motivasi", "motivasi"], "coaching"),
    ],
)
def test_the_first_step_that_applies_decides(gap, penyebab, rekomendasi):
    assert advise(gap, *penyebab).rekomendasi == rekomendasi
    assert advise(gap, *reversed(penyebab)).rekomendasi == rekomendasi


@pytest.mark.parametrize(
    ("menghambat", "dikomunikasikan", "berubah", "rekomendasi"),
    [
        (True, True, False, "konseling"),
        (True, True, None, "komunikasi"),
        (True, False, False, "komunikasi"),
        (True, False, True, "komunikasi"),
        (True, False, None, "komunikasi"),
        (False, True, False, "komunikasi"),
        (False, False, False, "komunikasi"),
        (True, True, True, "mentoring"),
        (False, True, True, "mentoring"),
    ],
)
def test_counselling_comes_only_after_telling_in_vain(
    menghambat, dikomunikasikan, berubah, rekomendasi
):
    known = {"menghambat": menghambat, "dikomunikasikan": dikomunikasikan, "berubah": berubah}
    assert advise("tinggi", "perilaku", "pengalaman", **known).rekomendasi == rekomendasi


def test_settled_conduct_without_another_cause_leaves_the_gap_to_explore():
    settled = {"menghambat": True, "dikomunikasikan": True, "berubah": True}
    assert advise("kecil", "perilaku", **settled).rekomendasi == "eksplorasi"
    assert advise("tidak_ada", "perilaku", **settled).rekomendasi == "tidak_perlu"


def test_a_career_need_counts_only_where_there_is_no_gap():
    assert advise("tidak_ada", kebutuhan_karier="strategi").rekomendasi == "coaching"
    assert advise("tidak_ada", kebutuhan_karier="pengalaman").alasan == "karier_pengalaman"
    assert advise("kecil", kebutuhan_karier="pengalaman").rekomendasi == "eksplorasi"


def test_coaching_at_a_large_gap_goes_with_a_review_by_the_penilai():
    assert advise("tinggi", "motivasi").tinjauan_penilai
    assert not advise("sedang", "motivasi").tinjauan_penilai
    assert not advise("tinggi", "keterampilan").tinjauan_penilai


@given(GAPS, CAUSES, NEEDS, YES_NO, YES_NO, st.sampled_from([None, True, False]))
def test_every_case_has_an_advice_with_its_reason_and_basis(
    gap, causes, need, hampers, told, changed
):
    found = advise(
        gap,
        *causes,
        kebutuhan_karier=need,
        menghambat=hampers,
        dikomunikasikan=told,
        berubah=changed,
    )
    assert found.kalimat == KALIMAT[found.alasan]
    assert found.dasar
    if Penyebab.KESEHATAN in causes:
        assert found.rekomendasi == "rujuk"
    if found.rekomendasi == "konseling":
        assert Penyebab.PERILAKU in causes
        assert (hampers, told, changed) == (True, True, False)


@given(GAPS, CAUSES.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_neither_the_order_of_causes_nor_a_cause_named_twice_matters(gap, orders):
    first, second = orders
    assert advise(gap, *first) == advise(gap, *second, *second)


def test_every_reason_has_its_sentence():
    assert set(KALIMAT) == set(Alasan)
    assert all(sentence.endswith(".") for sentence in KALIMAT.values())


@pytest.mark.parametrize(
    ("gap", "changes"),
    [
        ("rendah", {}),
        (None, {}),
        ("kecil", {"penyebab": "motivasi"}),
        ("kecil", {"penyebab": ["malas"]}),
        ("kecil", {"penyebab": [None]}),
        ("kecil", {"penyebab": None}),
        ("kecil", {"menghambat": "ya"}),
        ("kecil", {"dikomunikasikan": 1}),
        ("kecil", {"berubah": 0}),
        ("kecil", {"kebutuhan_karier": "uang"}),
        ("kecil", {"kebutuhan_karier": ""}),
    ],
)
def test_unknown_words_are_invalid(gap, changes):
    known = {"penyebab": ["motivasi"], **changes}
    with pytest.raises(Invalid):
        rekomendasi_pembinaan(kesenjangan_kinerja=gap, **known, law=LAW, on=ON)


def test_before_the_regulation_there_is_no_advice():
    with pytest.raises(NotInForce):
        advise("kecil", "motivasi", on=date(2021, 12, 31))
