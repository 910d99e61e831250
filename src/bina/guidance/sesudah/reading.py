"""What waits after guidance, and what was written: for the person, the judge, the addressee."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from bina.guidance import kasus
from bina.guidance.kasus import COACHING, MENTORING, PEMANDU, Kasus
from bina.guidance.models import EvaluasiKompetensi, UmpanBalikAkhir

LONGEST = 50


@dataclass(frozen=True, slots=True)
class Isi:
    """What is to be written, and what has been; never a word of it."""

    umpan_balik: list[Kasus]
    kompetensi: list[Kasus]
    diterima: list[UmpanBalikAkhir]
    saya: list[UmpanBalikAkhir]
    evaluasi: list[EvaluasiKompetensi]

    @property
    def kosong(self) -> bool:
        waiting = self.umpan_balik or self.kompetensi
        return not (waiting or self.diterima or self.saya or self.evaluasi)


def overview(user: Any, *, on: date) -> Isi:
    """Seven queries, however many rows."""
    akhir = UmpanBalikAkhir.objects.visible_to(user, on=on).for_list()
    judged = EvaluasiKompetensi.objects.visible_to(user, on=on).for_list()
    return Isi(
        [one for jenis in (COACHING, MENTORING) for one in _cases(unsaid(jenis, user), jenis)],
        [one for jenis in (COACHING, MENTORING) for one in _cases(unjudged(jenis, user), jenis)],
        list(akhir.filter(kepada=user.pk)[:LONGEST]),
        list(akhir.filter(pegawai=user.pk)[:LONGEST]),
        list(judged[:LONGEST]),
    )


def unsaid(jenis: str, user: Any) -> Any:
    """Guidance this person had, over, and not yet spoken of."""
    return _over(jenis).filter(pegawai=user.pk, umpan_balik_akhir=None)


def unjudged(jenis: str, user: Any) -> Any:
    """Guidance over whose competency nobody has judged: for the pimpinan and whoever guided."""
    mine = Q(penilai=user.pk) | Q(**{PEMANDU[jenis]: user.pk})
    return _over(jenis).filter(mine, evaluasi_kompetensi=None)


def _over(jenis: str) -> Any:
    return kasus.people(jenis).filter(kasus.ended(jenis), kasus.held(jenis))


def _cases(rows: Any, jenis: str) -> list[Kasus]:
    shown = rows.defer(*getattr(rows.model, "WORDS", ())).order_by("-dibuat", "-pk")
    return [Kasus(jenis, one) for one in shown[:LONGEST]]


def unread(user: Any) -> Any:
    """Handed to this person and not yet read."""
    return UmpanBalikAkhir.objects.filter(kepada=user.pk, dibaca_pada=None)
