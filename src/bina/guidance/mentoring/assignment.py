"""A cohort matched in one go: the best over the whole, not the best for whoever comes first.

Each mentor stands in as many columns as they have places; the assignment problem over these is
solved exactly (scipy, Jonker-Volgenant): as many pairs as there can be, and of those the pairs
with the most points. Who fits nobody stays without.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from bina.guidance.mentoring.matching import (
    CRITERIA,
    FULL,
    Berdiri,
    mentors,
    place_of,
    points,
    standing,
)
from bina.guidance.models import Mentoring


@dataclass(frozen=True, slots=True)
class Pencari:
    """A mentee, as far as a fit depends on it."""

    mentoring_id: int
    pegawai_id: int
    bidang_id: int
    tingkat: int
    lokasi: str
    berdiri: Berdiri


@dataclass(frozen=True, slots=True)
class Penawar:
    """A mentor's field, likewise. `bebas` is how many more mentees they can take."""

    mentor_id: int
    bidang_id: int
    tingkat: int
    lokasi: str
    bebas: int
    berdiri: Berdiri


@dataclass(frozen=True, slots=True)
class Pasangan:
    mentoring_id: int
    mentor_id: int | None
    skor: int = 0


def seekers(rows: Sequence[Mentoring], on: date) -> list[Pencari]:
    """One query, however many."""
    stands = standing([one.pegawai_id for one in rows], on)
    return [
        Pencari(
            one.pk,
            one.pegawai_id,
            one.bidang_id,
            one.tingkat,
            place_of(one.lokasi),
            stands.get(one.pegawai_id, Berdiri()),
        )
        for one in rows
    ]


def offerers(instansi_id: int, on: date) -> list[Penawar]:
    """Every field of every mentor of the agency with a place left: two queries."""
    rows: list[Any] = list(mentors(instansi_id))
    stands = standing({one.mentor_id for one in rows}, on)
    return [
        Penawar(
            one.mentor_id,
            one.bidang_id,
            one.tingkat,
            one.tempat,
            one.bebas,
            stands.get(one.mentor_id, Berdiri()),
        )
        for one in rows
    ]


def best(
    pencari: Sequence[Pencari], penawar: Sequence[Penawar], worth: dict[str, int]
) -> list[Pasangan]:
    """Pairs with the most points in all, as many as there can be."""
    if not pencari or not penawar:
        return [Pasangan(one.mentoring_id, None) for one in pencari]
    scores, who = _scores(pencari, penawar, worth)
    places = [min(_places(penawar)[one], len(pencari)) for one in who]
    columns = np.repeat(np.arange(len(who)), places)
    rows, chosen = linear_sum_assignment(scores[:, columns], maximize=True)
    found = dict(zip(rows.tolist(), columns[chosen].tolist(), strict=True))
    return [_pair(n, one, found, scores, who) for n, one in enumerate(pencari)]


def _pair(n: int, one: Pencari, found: dict[int, int], scores: Any, who: list[int]) -> Pasangan:
    at = found.get(n)
    if at is None or scores[n, at] == 0:
        return Pasangan(one.mentoring_id, None)
    return Pasangan(one.mentoring_id, who[at], int(scores[n, at]) - MOST)


# Above every score: first as many pairs as can be, then the most points among those.
MOST = 1_000


def _places(penawar: Sequence[Penawar]) -> dict[int, int]:
    return {one.mentor_id: one.bebas for one in penawar}


def _scores(
    pencari: Sequence[Pencari], penawar: Sequence[Penawar], worth: dict[str, int]
) -> tuple[Any, list[int]]:
    """Mentees by mentors: MOST and the points where they fit, 0 where they do not."""
    who = sorted({one.mentor_id for one in penawar})
    at = {mentor: n for n, mentor in enumerate(who)}
    scores = np.zeros((len(pencari), len(who)), dtype=np.int32)
    seek = _columns(pencari)
    for one in penawar:
        column = scores[:, at[one.mentor_id]]
        np.maximum(column, _column(seek, one, worth), out=column)
    return scores, who


def _columns(pencari: Sequence[Pencari]) -> dict[str, Any]:
    """The mentees' facts as arrays; what nobody has is a number nobody bears."""
    return {
        "pegawai": np.array([one.pegawai_id for one in pencari]),
        "bidang": np.array([one.bidang_id for one in pencari]),
        "tingkat": np.array([one.tingkat for one in pencari]),
        "lokasi": np.array([one.lokasi for one in pencari], dtype=object),
        "jabatan": np.array([one.berdiri.jabatan or -1 for one in pencari]),
        "jenis": np.array([one.berdiri.jenis for one in pencari], dtype=object),
        "unit": np.array([one.berdiri.unit or -1 for one in pencari]),
        "induk": np.array([one.berdiri.induk or -1 for one in pencari]),
    }


def _column(seek: dict[str, Any], one: Penawar, worth: dict[str, int]) -> Any:
    above = one.tingkat - seek["tingkat"]
    fits = (seek["bidang"] == one.bidang_id) & (above > 0) & (seek["pegawai"] != one.mentor_id)
    stand = one.berdiri
    grades = {
        "tingkat": np.clip(above, 0, FULL),
        "jabatan": _grade(seek["jabatan"], stand.jabatan, seek["jenis"], stand.jenis),
        "kapasitas": np.full(len(above), min(one.bebas, FULL)),
        "unit": _grade(seek["unit"], stand.unit, seek["induk"], stand.induk),
        "lokasi": np.where((seek["lokasi"] == one.lokasi) & (one.lokasi != ""), FULL, 0),
    }
    total = sum(grades[name] * worth[name] // FULL for name in CRITERIA)
    return np.where(fits, MOST + total, 0)


def _grade(same: Any, mine: Any, near: Any, kind: Any) -> Any:
    """Fully where the same, nearly where of the same kind."""
    full = (same == mine) if mine else np.zeros(len(same), dtype=bool)
    like = (near == kind) if kind else np.zeros(len(same), dtype=bool)
    return np.where(full, FULL, np.where(like, 1, 0))


def proposed(rows: Sequence[Mentoring], instansi: Any, on: date) -> list[Pasangan]:
    """The best pairs for these mentees among all mentors of the agency: three queries."""
    return best(seekers(rows, on), offerers(instansi.pk, on), points(instansi))
