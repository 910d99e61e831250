"""NIP: the 18 digits of a Pegawai ASN, as staff files write them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bina.rules.parameters import Parameters
from bina.rules.refusal import Invalid
from bina.rules.result import Result, based_on
from bina.rules.target_jp import JenisPegawai

SPACES = "".join(map(chr, (0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
NO_WIDTH = "\u200b\u2060\ufeff"
DROPPED = dict.fromkeys(map(ord, f"'’‘ʼ.-‐‑{SPACES}{NO_WIDTH}"))
"""Apostrophes, spaces, dots, hyphens, no-break spaces: how spreadsheets and people write."""

FORM = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{4})(21|0[1-9]|1[0-2])([12])[0-9]{3}")
PPPK = "21"


class JenisKelamin(StrEnum):
    L = "l"
    P = "p"


@dataclass(frozen=True, slots=True)
class Nip:
    """A readable NIP. `pengangkatan`: YYYY-MM of a PNS, YYYY of a PPPK."""

    nip: str
    jenis: JenisPegawai
    lahir: date
    pengangkatan: str
    jenis_kelamin: JenisKelamin


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilNip(Result):
    valid: bool
    jenis: JenisPegawai | None = None
    lahir: date | None = None
    pengangkatan: str | None = None
    jenis_kelamin: JenisKelamin | None = None


def clean_nip(text: str) -> str:
    """The text without what people put between and around the digits."""
    return text.translate(DROPPED)


def read_nip(text: str) -> Nip | None:
    """What a NIP says, or None where it is none. Fast: staff files have 100,000 lines."""
    cleaned = clean_nip(text)
    match = FORM.fullmatch(cleaned)
    if match is None:
        return None
    year, month, day, appointed, code, sex = match.groups()
    try:
        lahir = date(int(year), int(month), int(day))
    except ValueError:
        return None
    pppk = code == PPPK
    return Nip(
        nip=cleaned,
        jenis=JenisPegawai.PPPK if pppk else JenisPegawai.PNS,
        lahir=lahir,
        pengangkatan=appointed if pppk else f"{appointed}-{code}",
        jenis_kelamin=JenisKelamin.L if sex == "1" else JenisKelamin.P,
    )


def nip(*, nip: str, law: Parameters, on: date | None) -> HasilNip:
    """`read_nip` as a rule: valid or not, and what it says. Raises Invalid for no text."""
    if not isinstance(nip, str):
        raise Invalid(f"nip: not text: {nip!r}")
    dasar = based_on(law.in_force("nip.susunan", on))
    found = read_nip(nip)
    if found is None:
        return HasilNip(valid=False, dasar=dasar)
    return HasilNip(
        valid=True,
        jenis=found.jenis,
        lahir=found.lahir,
        pengangkatan=found.pengangkatan,
        jenis_kelamin=found.jenis_kelamin,
        dasar=dasar,
    )
