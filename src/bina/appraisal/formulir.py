"""From an evaluation to the official form, Evaluasi Kinerja Pegawai (formulir.md 5.1).

What the form prints is gathered once, as plain JSON: for a draft when it is looked at, for a
released evaluation at its release, so that the paper never changes afterwards.
"""

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext, override

from bina.documents import door as documents
from bina.documents.door import (
    Aspek,
    EvaluasiKinerja,
    HasilKerja,
    HasilKerjaDinilai,
    Indikator,
    Keadaan,
    Kelompok,
    Kepala,
    Nilai,
    Pendekatan,
    Pengesahan,
    PerilakuKerja,
    Periode,
    Perspektif,
    Pihak,
    UmpanBalik,
)
from bina.monitoring import door as monitoring
from bina.monitoring.door import HasilPeriode, KemajuanIndikator, UmpanBalikTerbaca
from bina.planning import door as planning
from bina.planning.door import BarisHasil, Rencana

if TYPE_CHECKING:
    from bina.appraisal.models import Evaluasi

MOST_EVIDENCE = 3  # titles named in a cell; the rest are counted


def snapshot(evaluasi: "Evaluasi", rencana: Rencana, *, on: date) -> dict[str, Any]:
    """What the form prints of plan, progress and feedback, as plain JSON, in Indonesian."""
    periode = evaluasi.periode
    with override("id"):
        parts = planning.form_parts(
            rencana.skp_id, on=on, periode=Periode(periode.mulai, periode.selesai)
        )
        bahan = monitoring.period(rencana, mulai=periode.mulai, selesai=periode.selesai)
        known = {one.kemajuan.rencana.kunci: one for one in bahan.hasil}
        labels = {one.nilai: one.label for one in rencana.perilaku}
        return {
            "instansi": parts.kepala.instansi,
            "kelompok": parts.kepala.kelompok.value,
            "pegawai": asdict(parts.kepala.pegawai),
            "penilai": asdict(parts.kepala.penilai),
            "pendekatan": parts.pendekatan.value,
            "tempat": parts.tempat,
            "utama": [_row(one, known.get(one.kunci)) for one in parts.utama],
            "tambahan": [_row(one, known.get(one.kunci)) for one in parts.tambahan],
            "perilaku": [
                {
                    "nilai": one.nilai.value,
                    "label": labels[one.nilai.value],
                    "ekspektasi_khusus": one.ekspektasi_khusus,
                    "umpan_balik": _said(bahan.umpan_balik_nilai(one.nilai.value)),
                }
                for one in parts.perilaku
            ],
        }


def form(evaluasi: "Evaluasi", bahan: dict[str, Any]) -> EvaluasiKinerja:
    """The form of an evaluation, as a draft or as released. Raises documents.InvalidForm."""
    periode = evaluasi.periode
    return EvaluasiKinerja(
        kepala=Kepala(
            instansi=bahan["instansi"],
            periode=Periode(periode.mulai, periode.selesai),
            kelompok=Kelompok(bahan["kelompok"]),
            pegawai=Pihak(**bahan["pegawai"]),
            penilai=Pihak(**bahan["penilai"]),
        ),
        pengesahan=_signed(evaluasi, bahan["tempat"]),
        pendekatan=Pendekatan(bahan["pendekatan"]),
        periode_evaluasi=documents.PeriodeEvaluasi(periode.kode_formulir),
        utama=tuple(_result(one) for one in bahan["utama"]),
        tambahan=tuple(_result(one) for one in bahan["tambahan"]),
        perilaku=tuple(
            PerilakuKerja(Nilai(one["nilai"]), one["ekspektasi_khusus"], _quotes(one))
            for one in bahan["perilaku"]
        ),
        capaian_organisasi=_or_none(documents.CapaianOrganisasi, evaluasi.capaian),
        rating_hasil_kerja=_or_none(documents.Rating, evaluasi.rating_hasil),
        rating_perilaku_kerja=_or_none(documents.Rating, evaluasi.rating_perilaku),
        predikat=_or_none(documents.Predikat, evaluasi.predikat),
    )


def _signed(evaluasi: "Evaluasi", tempat: str) -> Pengesahan:
    if evaluasi.dirilis_pada is None:
        return Pengesahan(Keadaan.DRAF, tempat)
    moment = timezone.localtime(evaluasi.dirilis_pada)
    return Pengesahan(Keadaan.DITETAPKAN, tempat, moment.date(), penilai_pada=moment)


def _row(baris: BarisHasil, found: HasilPeriode | None) -> dict[str, Any]:
    achieved = {one.rencana.kunci: one for one in found.kemajuan.indikator} if found else {}
    return {
        "hasil": asdict(baris.hasil),
        "realisasi": [_achieved(achieved.get(kunci), found) for kunci in baris.indikator],
        "umpan_balik": _said(found.umpan_balik if found else ()),
    }


def _achieved(one: KemajuanIndikator | None, found: HasilPeriode | None) -> str:
    """`64 orang (bukti: Rekap kohort; Laporan PWS KIA)`."""
    if one is None or found is None or not one.jumlah_catatan:
        return gettext("Belum ada realisasi")
    words = one.realisasi_cetak
    titles = [
        each.judul
        for row in found.catatan
        if row.indikator_kunci == one.rencana.kunci
        for each in row.bukti
    ]
    if not titles:
        return words
    shown = "; ".join(titles[:MOST_EVIDENCE])
    more = len(titles) - MOST_EVIDENCE
    rest = gettext(", dan %(n)s lagi") % {"n": more} if more > 0 else ""
    return gettext("%(capaian)s (bukti: %(judul)s%(sisa)s)") % {
        "capaian": words,
        "judul": shown,
        "sisa": rest,
    }


def _said(feedback: Any) -> list[dict[str, str]]:
    """The giver by what they are to the person, never by name: a peer is not named on paper."""
    return [{"pemberi": one.hubungan_label, "teks": _words(one)} for one in feedback]


def _words(one: UmpanBalikTerbaca) -> str:
    return f"{one.perilaku} {one.dampak}"


def _result(row: dict[str, Any]) -> HasilKerjaDinilai:
    hasil = dict(row["hasil"])
    indikator = tuple(
        Indikator(
            one["uraian"],
            one["target"],
            _or_none(Aspek, one["aspek"]),
            _or_none(Perspektif, one["perspektif"]),
        )
        for one in hasil.pop("indikator")
    )
    return HasilKerjaDinilai(
        HasilKerja(**hasil, indikator=indikator), tuple(row["realisasi"]), _quotes(row)
    )


def _quotes(row: dict[str, Any]) -> tuple[UmpanBalik, ...]:
    return tuple(UmpanBalik(one["pemberi"], one["teks"]) for one in row["umpan_balik"])


def _or_none(kind: Any, value: str | None) -> Any:
    return kind(value) if value else None
