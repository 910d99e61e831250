"""The 18 digits of a NIP."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.nip import clean_nip, nip, read_nip
from bina.rules.refusal import Invalid

PNS = "198703152010122001"
PPPK = "199205012023211007"
BIRTHS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
YEARS = st.integers(1950, 2100)
SEXES = st.sampled_from([("1", "l"), ("2", "p")])
SEQUENCES = st.integers(0, 999)
DIRT = st.sampled_from(["", " ", "'", "’", ".", "-", "\u00a0", "\u202f", "\u2009", "\ufeff", "‑"])


@given(BIRTHS, YEARS, st.integers(1, 12), SEXES, SEQUENCES)
def test_a_pns_is_read_as_it_is_written(lahir, year, month, sex, sequence):
    found = read_nip(f"{lahir:%Y%m%d}{year}{month:02}{sex[0]}{sequence:03}")
    assert (found.jenis, found.lahir, found.jenis_kelamin) == ("pns", lahir, sex[1])
    assert found.pengangkatan == f"{year}-{month:02}"


@given(BIRTHS, YEARS, SEXES, SEQUENCES)
def test_a_pppk_is_read_as_it_is_written(lahir, year, sex, sequence):
    found = read_nip(f"{lahir:%Y%m%d}{year}21{sex[0]}{sequence:03}")
    assert (found.jenis, found.lahir, found.jenis_kelamin) == ("pppk", lahir, sex[1])
    assert found.pengangkatan == str(year)


@given(st.lists(DIRT, min_size=19, max_size=19))
def test_what_stands_between_the_digits_does_not_matter(dirt):
    written = "".join(d + digit for d, digit in zip(dirt, [*PNS, ""], strict=True))
    assert clean_nip(written) == PNS
    assert read_nip(written) == read_nip(PNS)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text):
    found = read_nip(text)
    assert found is None or found.nip == clean_nip(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        PNS + "0",
        PNS[:-1],
        PNS + "\n",
        "\t" + PNS,
        "19870315201012200A",
        "198703152010122001x",
        "1987031520101220০১",  # digits, but not ours
        "198702292010122001",  # 1987 had no 29 February
        "198713152010122001",
        "198700152010122001",
        "000001012010122001",
        "198703152010002001",  # month 00
        "198703152010132001",
        "198703152010222001",
        "198703152010120001",  # sex 0
        "198703152010123001",
        "198703152010/12/2001",
    ],
)
def test_anything_else_is_not_valid(law, text):
    assert nip(nip=text, law=law, on=None).findings() == {"valid": False}


@pytest.mark.parametrize("text", ["198802292010121001", "190001012010121000"])
def test_real_days_are_valid(text):
    assert read_nip(text)


@pytest.mark.parametrize("value", [None, 198703152010122001, 1.98e17, True, [PNS], b"1"])
def test_a_number_is_no_nip_it_may_have_lost_digits(law, value):
    with pytest.raises(Invalid):
        nip(nip=value, law=law, on=None)


def test_a_staff_file_is_read_in_seconds():
    start = perf_counter()
    for _ in range(20_000):
        read_nip(PPPK)
    assert perf_counter() - start < 2
