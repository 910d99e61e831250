"""Signals: a result lags behind the time elapsed, said in words to the person and the penilai.

PermenPANRB 6/2022 Pasal 5 huruf b asks for monitoring and names no figure: from how many points
on Bina speaks is a dated parameter (`pemantauan.poin_tertinggal`). A signal is no rating.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from uuid import UUID

from django.utils.translation import gettext as _

from bina.monitoring.reading import Kemajuan, KemajuanHasil
from bina.rules.parameters import Parameters, Value
from bina.ui.tulisan import angka, locale

TERTINGGAL = "tertinggal"


@dataclass(frozen=True, slots=True)
class Sinyal:
    """Why somebody needs attention, with the figures. `kalimat` stands alone.

    `persen` of the target, `waktu` in percent of the plan's days, `poin` between the two.
    """

    jenis: str
    skp_id: int
    pegawai_id: int
    hasil_kunci: UUID
    hasil: str
    persen: Decimal
    waktu: Decimal
    poin: Decimal
    batas: Value

    @property
    def kalimat(self) -> str:
        return sentence(self.persen, self.waktu)

    @property
    def dasar(self) -> dict[str, str]:
        return self.batas.dasar.as_json()


def signals(kemajuan: Kemajuan, *, law: Parameters, on: date) -> tuple[Sinyal, ...]:
    """The results of a plan that lag on that day, the furthest behind first.

    Pure over figures. Results whose targets are words have no figure and no signal.
    """
    batas = law.in_force("pemantauan.poin_tertinggal", on)
    found = [_signal(kemajuan, one, batas) for one in kemajuan.hasil]
    return tuple(sorted(filter(None, found), key=lambda one: -one.poin))


def lagging_points(persen: Decimal | None, waktu: Decimal, batas: Decimal) -> Decimal | None:
    """Points behind the time; None where there is no figure or too few to speak of."""
    if persen is None or waktu - persen < batas:
        return None
    return waktu - persen


def _signal(kemajuan: Kemajuan, hasil: KemajuanHasil, batas: Value) -> Sinyal | None:
    poin = lagging_points(hasil.persen, kemajuan.waktu, batas.value)
    if poin is None or hasil.persen is None:
        return None
    return Sinyal(
        jenis=TERTINGGAL,
        skp_id=kemajuan.skp_id,
        pegawai_id=kemajuan.pegawai_id,
        hasil_kunci=hasil.rencana.kunci,
        hasil=hasil.rencana.uraian,
        persen=hasil.persen,
        waktu=kemajuan.waktu,
        poin=poin,
        batas=batas,
    )


def sentence(persen: Decimal, waktu: Decimal) -> str:
    """«Kemajuan tertinggal 29 poin: 48% dari target, sedangkan waktu berjalan 77%.»

    Points are the difference of the figures as they are shown, so that anybody can check them.
    """
    return _sentence(round(persen), round(waktu), locale())


@lru_cache(1024)
def _sentence(shown: int, passed: int, _language: str) -> str:
    """Of few kinds: whole per cents."""
    return _(
        "Kemajuan tertinggal %(poin)s poin: %(persen)s%% dari target, "
        "sedangkan waktu berjalan %(waktu)s%%."
    ) % {"poin": angka(passed - shown), "persen": angka(shown), "waktu": angka(passed)}
