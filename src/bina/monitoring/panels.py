"""What monitoring shows on the SKP page: progress, evidence, feedback (planning.panels).

All of it is read once a page and kept on the request, for a fixed number of queries however
many results the plan has.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from bina.core.ahead import Asking
from bina.core.compiled import compiled
from bina.monitoring import material, subject
from bina.monitoring.material import BuktiCatatan, Catatan, UmpanBalikTerbaca
from bina.monitoring.models import UmpanBalik
from bina.monitoring.reading import Kemajuan
from bina.planning.door import Rencana
from bina.planning.door import panels as planning

EVIDENCE_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Bacaan:
    """Everything the panels of one page need."""

    rencana: Rencana
    kemajuan: Kemajuan
    catatan: list[Catatan]
    umpan_balik: list[UmpanBalikTerbaca]
    boleh_catat: bool
    boleh_beri: bool
    boleh_minta: bool
    boleh_tautan: bool

    def bukti(self, kunci: UUID) -> list[BuktiCatatan]:
        rows = [c for c in self.catatan if c.hasil_kunci == kunci and not c.alasan_batal]
        return [one for row in rows for one in row.bukti]

    def tentang(self, *, hasil: UUID | None = None, nilai: str = "") -> list[UmpanBalikTerbaca]:
        return [
            one
            for one in self.umpan_balik
            if one.hasil_kunci == hasil and one.nilai_perilaku == nilai
        ]


def register() -> None:
    """The places of the page, in the order they are shown."""
    beside = planning.Panel("monitoring.kemajuan", "samping", 10, _beside, asks=_asks)
    planning.register(beside)
    for name, place, draw, heads in (
        ("monitoring.indikator", "indikator", _of_indicators, (_("Realisasi"), _("Kemajuan"))),
        ("monitoring.hasil", "hasil", _of_results, ()),
        ("monitoring.perilaku", "perilaku", _of_conduct, (_("Umpan balik"),)),
    ):
        planning.register(planning.Panel(name, place, 10, draw, heads))  # type: ignore[arg-type]


def read(request: HttpRequest, rencana: Rencana) -> Bacaan:
    """Kept on the request."""
    kept: dict[int, Bacaan] = request.__dict__.setdefault("_pemantauan", {})
    if rencana.skp_id not in kept:
        kept[rencana.skp_id] = _fresh(request.user, rencana)
    return kept[rencana.skp_id]


def _fresh(user: Any, rencana: Rencana) -> Bacaan:
    on = timezone.localdate()
    entries, known = material.seen_by(user, rencana, on=on)
    may = subject.permitted(user, rencana.skp_id, on=on)
    return Bacaan(
        rencana=rencana,
        kemajuan=known,
        catatan=entries,
        umpan_balik=material.readable(_said(user, [rencana.rumpun], on)),
        boleh_catat="catat" in may,
        boleh_beri="beri_umpan_balik" in may,
        boleh_minta="minta_umpan_balik" in may,
        boleh_tautan="buat_tautan" in may,
    )


def _asks(reader: Any, skp: Any, on: date) -> list[Asking]:
    """For all four: what was read is kept for the others."""
    return [
        material.entries_asking(reader, skp.rumpun, on=on),
        *subject.permitted_asking(reader, skp.pk, on=on),
        _said.asking(reader, [skp.rumpun], on),
    ]


@compiled
def _said(viewer: Any, rumpun: list[UUID], on: date) -> "QuerySet[UmpanBalik, UmpanBalik]":
    return UmpanBalik.objects.of_plan(*rumpun).visible_to(viewer, on=on)


def _beside(request: HttpRequest, rencana: Rencana) -> planning.Drawn:
    return planning.Drawn(whole=_drawn("samping", request, b=read(request, rencana)))


def _of_indicators(request: HttpRequest, rencana: Rencana) -> planning.Drawn:
    b = read(request, rencana)
    waktu = b.kemajuan.waktu
    return planning.Drawn(
        rows={
            one.rencana.kunci: _drawn("indikator", request, satu=one, waktu=waktu)
            for hasil in b.kemajuan.hasil
            for one in hasil.indikator
        }
    )


def _of_results(request: HttpRequest, rencana: Rencana) -> planning.Drawn:
    b = read(request, rencana)
    rows: dict[UUID | str, SafeString] = {}
    for one in b.kemajuan.hasil:
        bukti = b.bukti(one.rencana.kunci)
        rows[one.rencana.kunci] = _drawn(
            "hasil",
            request,
            b=b,
            hasil=one,
            bukti=bukti[:EVIDENCE_SHOWN],
            sisa=max(len(bukti) - EVIDENCE_SHOWN, 0),
            umpan_balik=b.tentang(hasil=one.rencana.kunci),
        )
    return planning.Drawn(rows=rows)


def _of_conduct(request: HttpRequest, rencana: Rencana) -> planning.Drawn:
    """A cell for every value that has a row: something expected of it, or something said."""
    b = read(request, rencana)
    rows: dict[UUID | str, SafeString] = {}
    for one in rencana.perilaku:
        said = b.tentang(nilai=one.nilai)
        if said or one.ekspektasi_khusus:
            rows[one.nilai] = _drawn("perilaku", request, b=b, umpan_balik=said)
    return planning.Drawn(rows=rows)


def _drawn(name: str, request: HttpRequest, **context: Any) -> SafeString:
    return planning.part(f"monitoring/panel/{name}.html", request, **context)
