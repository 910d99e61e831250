"""The quadrant: predikat from two ratings."""

from datetime import date
from itertools import pairwise, product

import pytest

from bina.rules.parameters import Dasar
from bina.rules.permenpanrb6_2022 import (
    CapaianOrganisasi,
    Predikat,
    Rating,
    predikat_kinerja,
    rating_pimpinan_unit,
)
from bina.rules.refusal import Invalid, NotInForce

ON = date(2026, 12, 31)


def rank(law, hasil_kerja, perilaku):
    """0 is the worst predikat."""
    found = predikat_kinerja(hasil_kerja=hasil_kerja, perilaku=perilaku, law=law, on=ON).predikat
    return list(reversed(Predikat)).index(found)


@pytest.mark.parametrize(
    ("hasil_kerja", "predikat"),
    [
        ("di_atas", ["sangat_baik", "baik", "kurang"]),
        ("sesuai", ["baik", "baik", "kurang"]),
        ("di_bawah", ["butuh_perbaikan", "butuh_perbaikan", "sangat_kurang"]),
    ],
)
def test_the_quadrant_is_the_printed_one(law, hasil_kerja, predikat):
    found = [
        predikat_kinerja(hasil_kerja=hasil_kerja, perilaku=perilaku, law=law, on=ON).predikat
        for perilaku in Rating
    ]
    assert found == predikat


def test_the_predikat_never_falls_as_a_rating_rises(law):
    worst_first = list(reversed(Rating))
    for low, high in pairwise(worst_first):
        for other in Rating:
            assert rank(law, low, other) <= rank(law, high, other)
            assert rank(law, other, low) <= rank(law, other, high)


def test_a_predikat_shows_the_text_it_was_judged_by(law):
    result = predikat_kinerja(hasil_kerja="sesuai", perilaku="sesuai", law=law, on=ON)
    assert result.dasar == (
        Dasar(
            "permenpanrb6_2022.kuadran",
            date(2022, 1, 1),
            "PermenPANRB 6/2022, Lampiran, kuadran kinerja pegawai",
            "copies",
        ),
    )
    assert result.basis()[0]["since"] == "2022-01-01"
    assert result.findings() == {"predikat": "baik"}


@pytest.mark.parametrize("rating", ["baik", "", "DI_ATAS", None, 1, True, ["sesuai"], {}])
def test_anything_but_a_rating_is_invalid(law, rating):
    for hasil_kerja, perilaku in ((rating, "sesuai"), ("sesuai", rating)):
        with pytest.raises(Invalid):
            predikat_kinerja(hasil_kerja=hasil_kerja, perilaku=perilaku, law=law, on=ON)


def test_the_quadrant_begins_with_the_year_2022(law):
    first = date(2022, 1, 1)
    assert predikat_kinerja(hasil_kerja="sesuai", perilaku="sesuai", law=law, on=first)
    with pytest.raises(NotInForce):
        predikat_kinerja(hasil_kerja="sesuai", perilaku="sesuai", law=law, on=date(2021, 12, 31))


def test_the_head_of_a_unit_is_rated_as_the_unit(law):
    found = [
        rating_pimpinan_unit(capaian_organisasi=capaian, law=law, on=ON).hasil_kerja
        for capaian in CapaianOrganisasi
    ]
    assert found == ["di_atas", "sesuai", "di_bawah", "di_bawah", "di_bawah"]
    with pytest.raises(Invalid):
        rating_pimpinan_unit(capaian_organisasi="cukup", law=law, on=ON)


def test_all_nine_pairs_have_a_predikat(law):
    assert {rank(law, *pair) for pair in product(Rating, Rating)} == set(range(5))
