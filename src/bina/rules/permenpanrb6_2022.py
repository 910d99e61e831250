"""PermenPANRB 6/2022: the quadrant of ratings, and the rating of whoever heads a unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bina.rules.given import choice
from bina.rules.parameters import Parameters
from bina.rules.result import Result, based_on


class Rating(StrEnum):
    """Rating of hasil kerja or of perilaku kerja, best first: the columns of the quadrant."""

    DI_ATAS = "di_atas"
    SESUAI = "sesuai"
    DI_BAWAH = "di_bawah"


class Predikat(StrEnum):
    """Predikat kinerja pegawai, best first."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


class CapaianOrganisasi(StrEnum):
    """Capaian kinerja organisasi, best first."""

    ISTIMEWA = "istimewa"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


@dataclass(frozen=True, slots=True, kw_only=True)
class PredikatKinerja(Result):
    predikat: Predikat


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingPimpinanUnit(Result):
    hasil_kerja: Rating


def predikat_kinerja(
    *, hasil_kerja: str, perilaku: str, law: Parameters, on: date | None
) -> PredikatKinerja:
    """The predikat for a pair of ratings (`Rating`).

    Lampiran, kuadran kinerja pegawai: a table, no arithmetic. Raises Invalid for
    anything but a rating, NotInForce before the quadrant.
    """
    row = choice(Rating, hasil_kerja, "hasil_kerja")
    column = choice(Rating, perilaku, "perilaku")
    kuadran = law.in_force("permenpanrb6_2022.kuadran", on)
    return PredikatKinerja(predikat=sel(kuadran.value, row, column), dasar=based_on(kuadran))


def sel(kuadran: Mapping[str, Sequence[str]], hasil_kerja: Rating, perilaku: Rating) -> Predikat:
    """The cell of the printed table: a row per hasil kerja, its columns perilaku, best first."""
    return Predikat(kuadran[hasil_kerja][tuple(Rating).index(perilaku)])


def rating_pimpinan_unit(
    *, capaian_organisasi: str, law: Parameters, on: date | None
) -> RatingPimpinanUnit:
    """The rating hasil kerja of a unit's head: the unit's own capaian organisasi.

    How the five steps become three is not in the text read; an agency may set it.
    Raises Invalid for an unknown capaian, NotInForce before the text.
    """
    capaian = choice(CapaianOrganisasi, capaian_organisasi, "capaian_organisasi")
    ratings = law.in_force("permenpanrb6_2022.rating_pimpinan_unit", on)
    return RatingPimpinanUnit(hasil_kerja=Rating(ratings.value[capaian]), dasar=based_on(ratings))
