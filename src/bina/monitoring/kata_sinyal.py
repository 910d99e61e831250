"""A stored signal in words with its figures, in the language of whoever reads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bina.core.ahead import Asking
from bina.core.compiled import compiled
from bina.monitoring import signals
from bina.monitoring.models.sinyal import JenisSinyal, Sinyal
from bina.monitoring.reading import Kemajuan
from bina.rules.parameters import Parameters, Value
from bina.ui.tulisan import angka, tanggal

BASIS = {
    JenisSinyal.TERTINGGAL: "pemantauan.poin_tertinggal",
    JenisSinyal.TANPA_CATATAN: "pemantauan.hari_tanpa_catatan",
    JenisSinyal.UMPAN_BALIK_BERBALIK: "pemantauan.umpan_balik_berbalik",
    JenisSinyal.EKSPEKTASI_JAUH: "pemantauan.ekspektasi_jauh",
}


@dataclass(frozen=True, slots=True)
class SinyalTersimpan:
    """A stored signal as pages use it, with the surface of `signals.Sinyal`."""

    jenis: str
    skp_id: int
    pegawai_id: int
    hasil_kunci: UUID | None
    hasil: str
    angka: dict[str, Any]
    berdasar: Value | None
    poin: Decimal = Decimal(0)

    @property
    def kalimat(self) -> str:
        return sentence(self)

    @property
    def dasar(self) -> dict[str, str] | None:
        return self.berdasar.dasar.as_json() if self.berdasar else None


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """What is stored of one plan: the kinds that are muted, and what is not worked out on the
    spot (how far a result lags is, so that it is true the same moment)."""

    diredam: frozenset[str] = frozenset()
    lain: tuple[SinyalTersimpan, ...] = ()


def stored(progress: Iterable[Kemajuan], *, law: Parameters, on: date) -> dict[int, Tersimpan]:
    """skp id -> what is stored of it (one query; none where there is nothing to ask)."""
    plans = {one.skp_id: one for one in progress}
    rows: dict[int, list[Sinyal]] = {}
    for one in _signals(list(plans)):
        rows.setdefault(one.skp_id, []).append(one)
    return {pk: _stored(plans[pk], found, law, on) for pk, found in rows.items()}


def stored_asking(skp_ids: Iterable[int]) -> list[Asking]:
    """What it will ask of the progress of these plans."""
    return [_signals.asking(list(skp_ids))]


@compiled
def _signals(skp_ids: list[int]) -> "QuerySet[Sinyal, Sinyal]":
    return Sinyal.objects.filter(skp__in=skp_ids).order_by("pk")


def _stored(plan: Kemajuan, rows: list[Sinyal], law: Parameters, on: date) -> Tersimpan:
    loud = [one for one in rows if not one.is_muted(on)]
    return Tersimpan(
        diredam=frozenset(one.jenis for one in rows if one.is_muted(on)),
        lain=tuple(
            SinyalTersimpan(
                jenis=one.jenis,
                skp_id=plan.skp_id,
                pegawai_id=plan.pegawai_id,
                hasil_kunci=one.hasil_kunci,
                hasil=title(plan, one.hasil_kunci),
                angka=one.angka,
                berdasar=_basis(one.jenis, law, on),
            )
            for one in loud
            if one.jenis != JenisSinyal.TERTINGGAL
        ),
    )


def title(plan: Kemajuan, kunci: UUID | None) -> str:
    """The result a signal is about, as the plan in force names it."""
    found = plan.of(kunci) if kunci else None
    return found.rencana.uraian if found else ""


def sentence(one: Sinyal | SinyalTersimpan) -> str:
    return _SAID[JenisSinyal(one.jenis)](one.angka)


def basis(jenis: str, law: Parameters, on: date) -> dict[str, str] | None:
    """By which parameter; an overdue action needs none."""
    found = _basis(jenis, law, on)
    return found.dasar.as_json() if found else None


def _basis(jenis: str, law: Parameters, on: date) -> Value | None:
    name = BASIS.get(JenisSinyal(jenis))
    return law.in_force(name, on) if name else None


def _lagging(given: dict[str, Any]) -> str:
    return signals.sentence(Decimal(given["persen"]), Decimal(given["waktu"]))


def _silent(given: dict[str, Any]) -> str:
    days = {"hari": angka(given["hari"])}
    if not given["terakhir"]:
        return _("Belum ada catatan sama sekali, sudah %(hari)s hari.") % days
    last = tanggal(date.fromisoformat(given["terakhir"]))
    return _("Tidak ada catatan selama %(hari)s hari, terakhir %(tanggal)s.") % {
        **days,
        "tanggal": last,
    }


def _turned(given: dict[str, Any]) -> str:
    return _(
        "Umpan balik berbalik: %(dulu_positif)s dari %(dulu)s positif sebelumnya, kini %(perlu)s "
        "dari %(kini)s perlu diperbaiki (masing-masing %(hari)s hari)."
    ) % {name: angka(value) for name, value in given.items()}


def _overdue(given: dict[str, Any]) -> str:
    since = tanggal(date.fromisoformat(given["sejak"]))
    return ngettext(
        "%(jumlah)s tindakan yang disepakati lewat tenggat, yang terlama sejak %(tanggal)s.",
        "%(jumlah)s tindakan yang disepakati lewat tenggat, yang terlama sejak %(tanggal)s.",
        given["jumlah"],
    ) % {"jumlah": angka(given["jumlah"]), "tanggal": since}


def _far_off(given: dict[str, Any]) -> str:
    return _(
        "Ekspektasi jauh dari kenyataan: dengan laju sekarang %(laju)s%% dari target pada akhir "
        "masa SKP."
    ) % {"laju": angka(Decimal(given["laju"]))}


_SAID: dict[JenisSinyal, Callable[[dict[str, Any]], str]] = {
    JenisSinyal.TERTINGGAL: _lagging,
    JenisSinyal.TANPA_CATATAN: _silent,
    JenisSinyal.UMPAN_BALIK_BERBALIK: _turned,
    JenisSinyal.TINDAKAN_LEWAT: _overdue,
    JenisSinyal.EKSPEKTASI_JAUH: _far_off,
}
