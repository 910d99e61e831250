"""What the law says about two ratings; and what the unit's rating proposes for its head."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bina.appraisal.models.evaluasi import Predikat
from bina.rules import permenpanrb6_2022 as permenpan
from bina.rules.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Putusan:
    """A finding with the basis it rests on, as a stored record keeps it."""

    nilai: str
    dasar: list[dict[str, str]]
    label: str = ""


def predicate(
    rating_hasil: str, rating_perilaku: str, *, law: Parameters, on: date
) -> Putusan | None:
    """The predicate of two ratings; None while one is missing. `on` is the period's last day.

    PermenPANRB 6/2022, Lampiran, kuadran kinerja pegawai. Raises rules.refusal.NotInForce.
    """
    if not (rating_hasil and rating_perilaku):
        return None
    found = permenpan.predikat_kinerja(
        hasil_kerja=rating_hasil, perilaku=rating_perilaku, law=law, on=on
    )
    label = Predikat(found.predikat.value).label
    return Putusan(found.predikat.value, found.basis(), str(label))


def head_proposal(capaian: str, *, law: Parameters, on: date) -> Putusan | None:
    """The rating of results that the unit's capaian proposes for its head; the penilai decides."""
    if not capaian:
        return None
    found = permenpan.rating_pimpinan_unit(capaian_organisasi=capaian, law=law, on=on)
    return Putusan(found.hasil_kerja.value, found.basis())


def missing_of(isi: Any, *, capaian: str, usul: str) -> list[str]:
    """What is still missing before release, by field, in the order of the page.

    A reason for every rating that is not "sesuai", and for one that departs from what the
    unit's capaian proposes for its head.
    """
    departs = bool(usul) and isi.rating_hasil != usul
    needs = (
        ("capaian", not capaian),
        ("rating_hasil", not isi.rating_hasil),
        ("alasan_hasil", _unexplained(isi.rating_hasil, isi.alasan_hasil, departs)),
        ("rating_perilaku", not isi.rating_perilaku),
        ("alasan_perilaku", _unexplained(isi.rating_perilaku, isi.alasan_perilaku, False)),
    )
    return [name for name, lacking in needs if lacking]


def _unexplained(rating: str, alasan: str, departs: bool) -> bool:
    return bool(rating) and (rating != "sesuai" or departs) and not alasan.strip()
