"""PermenPANRB 38/2018 and PerBKN 8/2019: indeks profesionalitas ASN, four dimensions of 100."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bina.rules.given import choice, number, yes_or_no
from bina.rules.parameters import Parameters, Value
from bina.rules.refusal import Invalid
from bina.rules.result import Result, based_on, two_places

VALUES = (
    "kualifikasi",
    "kompetensi",
    "jp_minimum",
    "fungsional_tanpa_diklat",
    "kinerja",
    "disiplin",
    "kategori",
)


class Kelompok(StrEnum):
    """The kind of jabatan, by which training counts."""

    STRUKTURAL = "struktural"
    FUNGSIONAL = "fungsional"
    PELAKSANA = "pelaksana"


class Kategori(StrEnum):
    SANGAT_TINGGI = "sangat_tinggi"
    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"
    SANGAT_RENDAH = "sangat_rendah"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndeksProfesionalitas(Result):
    """The points of each dimension, `nilai` their sum, and its band."""

    kualifikasi: Decimal
    kompetensi: Decimal
    kinerja: Decimal
    disiplin: Decimal
    nilai: Decimal
    kategori: Kategori


class Belajar:
    """What counts for the dimension of competency, read. Raises Invalid."""

    def __init__(
        self, kelompok: object, jabatan: object, diklat: object, seminar: object, jp: object
    ) -> None:
        self.kelompok = choice(Kelompok, kelompok, "kelompok")
        self.jabatan = _text(jabatan)
        self.diklat = yes_or_no(diklat, "diklat")
        self.seminar = yes_or_no(seminar, "seminar")
        self.jp = number(jp, "jp")


def indeks_profesionalitas(
    *,
    pendidikan: str,
    kelompok: str,
    diklat: bool,
    jp: Any,
    seminar: bool,
    predikat: str,
    hukuman: str,
    jabatan: str | None = None,
    law: Parameters,
    on: date | None,
) -> IndeksProfesionalitas:
    """The index of a year: education, competency, performance and discipline.

    `diklat`: the training that the kind of jabatan asks for; `jabatan` names a functional position,
    some of which need none. Raises Invalid for unknown words and negative hours, NotInForce.
    """
    values = {name: law.in_force(f"perbkn8_2019.{name}", on) for name in VALUES}
    learned = Belajar(kelompok, jabatan, diklat, seminar, jp)
    points = {
        "kualifikasi": _row(values["kualifikasi"], pendidikan, "pendidikan"),
        "kompetensi": _learned(learned, values),
        "kinerja": _row(values["kinerja"], predikat, "predikat"),
        "disiplin": _row(values["disiplin"], hukuman, "hukuman"),
    }
    nilai = sum(points.values(), Decimal(0))
    kategori = Kategori(_band(nilai, values["kategori"]))
    dasar = based_on(*values.values())
    return IndeksProfesionalitas(**points, nilai=nilai, kategori=kategori, dasar=dasar)


def _text(jabatan: object) -> str | None:
    if jabatan is None or isinstance(jabatan, str):
        return jabatan
    raise Invalid(f"jabatan: not a word: {jabatan!r}")


def _row(table: Value, word: object, name: str) -> Decimal:
    if not isinstance(word, str) or word not in table.value:
        raise Invalid(f"{name}: not one of {', '.join(table.value)}: {word!r}")
    return Decimal(table.value[word])


def _learned(learned: Belajar, values: dict[str, Value]) -> Decimal:
    """Each part all or nothing: the training, the JP of the year, a seminar."""
    row = values["kompetensi"].value[learned.kelompok]
    exempt = learned.kelompok is Kelompok.FUNGSIONAL and (
        learned.jabatan in values["fungsional_tanpa_diklat"].value
    )
    done = {
        "diklat": learned.diklat or exempt,
        "jp": learned.jp >= values["jp_minimum"].value,
        "seminar": learned.seminar,
    }
    return sum((Decimal(row[part]) for part, earned in done.items() if earned), Decimal(0))


def _band(nilai: Decimal, bands: Value) -> str:
    shown = two_places(nilai)
    return str(next(row["kategori"] for row in bands.value if shown >= row["mulai"]))
