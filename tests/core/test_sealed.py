"""Sealed text opens in its own row and version, with its own key, and nowhere else."""

import secrets
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.core import sealed
from bina.core.sealed import SealBroken

CASE, PLACE = "perkara:1", "teks:7:isi:v1"


@pytest.fixture(autouse=True)
def ring(settings: Any) -> None:
    settings.BINA_KUNCI_SEGEL = {"uji": b"k" * 32}


@given(st.text())
def test_whatever_was_written_opens_again(words: str) -> None:
    key = sealed.new_key(CASE)
    blob = sealed.seal(words, key, case=CASE, about=PLACE)
    assert sealed.unseal(blob, key, case=CASE, about=PLACE) == words
    assert len(words) < 4 or words.encode() not in blob


def test_the_same_words_never_look_the_same_twice() -> None:
    key = sealed.new_key(CASE)
    assert sealed.seal("sama", key, case=CASE, about=PLACE) != sealed.seal(
        "sama", key, case=CASE, about=PLACE
    )


@pytest.mark.parametrize("place", ["teks:8:isi:v1", "teks:7:isi:v2", "teks:7:tanggapan:v1"])
def test_moved_to_another_row_field_or_version_it_stays_shut(place: str) -> None:
    key = sealed.new_key(CASE)
    blob = sealed.seal("rahasia", key, case=CASE, about=PLACE)
    with pytest.raises(SealBroken):
        sealed.unseal(blob, key, case=CASE, about=place)


def test_the_key_of_another_case_opens_nothing() -> None:
    key, other = sealed.new_key(CASE), sealed.new_key("perkara:2")
    blob = sealed.seal("rahasia", key, case=CASE, about=PLACE)
    for wrapped, case in ((other, CASE), (other, "perkara:2"), (key, "perkara:2")):
        with pytest.raises(SealBroken):
            sealed.unseal(blob, wrapped, case=case, about=PLACE)


def test_a_single_changed_byte_anywhere_is_found() -> None:
    key = sealed.new_key(CASE)
    blob = sealed.seal("rahasia", key, case=CASE, about=PLACE)
    for at in range(len(blob)):
        changed = bytearray(blob)
        changed[at] ^= 1
        with pytest.raises(SealBroken):
            sealed.unseal(bytes(changed), key, case=CASE, about=PLACE)


def test_keys_are_exchanged_without_touching_a_word(settings: Any) -> None:
    key = sealed.new_key(CASE)
    blob = sealed.seal("rahasia", key, case=CASE, about=PLACE)
    settings.BINA_KUNCI_SEGEL = {"baru": secrets.token_bytes(32), "uji": b"k" * 32}
    fresh = sealed.rewrapped(key, CASE)
    assert fresh is not None
    assert sealed.rewrapped(fresh, CASE) is None
    settings.BINA_KUNCI_SEGEL = {"baru": settings.BINA_KUNCI_SEGEL["baru"]}
    assert sealed.unseal(blob, fresh, case=CASE, about=PLACE) == "rahasia"
    assert not sealed.opens(key, CASE)
