"""PermenPANRB 6/2022, konseling kinerja: when to report, and to whom the record goes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bina.rules.given import choice, yes_or_no
from bina.rules.parameters import Parameters
from bina.rules.result import Result, based_on


class Syarat(StrEnum):
    """What a report of a conduct problem needs."""

    DIKOMUNIKASIKAN = "dikomunikasikan"
    BUKTI_UMPAN_BALIK = "bukti_umpan_balik"
    LAPORAN = "laporan"


class Konselor(StrEnum):
    """The three kinds of counsellor."""

    PENILAI = "penilai"
    PEJABAT_KONSELING = "pejabat_konseling"
    KONSELOR_INDEPENDEN = "konselor_independen"


class Penerima(StrEnum):
    """Who may receive the record of a counselling."""

    ATASAN_PENILAI = "atasan_penilai"
    PENILAI = "penilai"
    PYB = "pyb"
    PIMPINAN_KEPEGAWAIAN = "pimpinan_kepegawaian"


@dataclass(frozen=True, slots=True, kw_only=True)
class PelaporanKonseling(Result):
    boleh_dilaporkan: bool
    kurang: tuple[Syarat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PenerimaRekaman(Result):
    """`salah_satu`: the recipients are alternatives, one of them is enough."""

    penerima: tuple[Penerima, ...]
    salah_satu: bool


def pelaporan_konseling(
    *,
    dikomunikasikan: bool,
    bukti_umpan_balik: bool,
    laporan: bool,
    berubah: bool | None = None,
    law: Parameters,
    on: date | None,
) -> PelaporanKonseling:
    """Whether a conduct problem may be reported to the personnel unit, and what is missing.

    Lampiran, konseling kinerja huruf c and d: the pegawai must have been told, must not
    have changed, and two attachments go with the report. While it is open whether they
    changed (`berubah` None) there is nothing to report. Raises Invalid, NotInForce.
    """
    there = {
        Syarat.DIKOMUNIKASIKAN: yes_or_no(dikomunikasikan, "dikomunikasikan"),
        Syarat.BUKTI_UMPAN_BALIK: yes_or_no(bukti_umpan_balik, "bukti_umpan_balik"),
        Syarat.LAPORAN: yes_or_no(laporan, "laporan"),
    }
    unchanged = berubah is not None and not yes_or_no(berubah, "berubah")
    syarat = law.in_force("permenpanrb6_2022.syarat_pelaporan_konseling", on)
    kurang = tuple(s for s in map(Syarat, syarat.value) if not there[s])
    return PelaporanKonseling(
        boleh_dilaporkan=unchanged and not kurang, kurang=kurang, dasar=based_on(syarat)
    )


def penerima_rekaman(*, konselor: str, law: Parameters, on: date | None) -> PenerimaRekaman:
    """To whom a counsellor of this kind reports: who may read the record besides the two.

    Lampiran, konseling kinerja, reporting of results. Raises Invalid, NotInForce.
    """
    kind = choice(Konselor, konselor, "konselor")
    table = law.in_force("permenpanrb6_2022.penerima_rekaman", on)
    row = table.value[kind]
    return PenerimaRekaman(
        penerima=tuple(map(Penerima, row["penerima"])),
        salah_satu=row["salah_satu"],
        dasar=based_on(table),
    )
