"""The words of triage say what the rule says."""

from bina.guidance import kata
from bina.guidance.models import KebutuhanKarier, Penyebab, Pilihan
from bina.guidance.saran import TIDAK_DISIMPAN
from bina.rules import pembinaan


def test_the_rules_sentences_are_ours() -> None:
    assert {str(key): str(words) for key, words in kata.ALASAN.items()} == {
        str(key): words for key, words in pembinaan.KALIMAT.items()
    }


def test_what_is_kept_and_what_is_not_are_all_the_causes_there_are() -> None:
    assert {*Penyebab.values, *TIDAK_DISIMPAN} == set(pembinaan.Penyebab)
    assert set(KebutuhanKarier.values) == set(pembinaan.KebutuhanKarier)


def test_what_is_kept_never_recommends_what_cannot_be_chosen() -> None:
    outside = {"konseling", "komunikasi", "rujuk"}
    assert set(pembinaan.Rekomendasi) - set(Pilihan.values) == outside
    assert set(kata.COCOK_BILA) == set(Pilihan.values)
