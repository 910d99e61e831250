"""From the records to the official forms B.1.8 and B.1.9."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from bina.documents.door import (
    EvaluasiKompetensi,
    Keadaan,
    Kelompok,
    Kepala,
    Kompetensi,
    Pengesahan,
    UmpanBalikBimbingan,
)
from bina.guidance.formulir import head
from bina.guidance.models import EvaluasiKompetensi as Evaluasi
from bina.guidance.models import Sebagai, UmpanBalikAkhir
from bina.planning import door as planning


def feedback_form(one: UmpanBalikAkhir) -> UmpanBalikBimbingan:
    """B.1.8: signed by the pegawai alone."""
    pada = timezone.localtime(one.ditandatangani_pada)
    kepala, tempat = _head(one.coaching or one.mentoring, pada.date())
    return UmpanBalikBimbingan(
        kepala=kepala,
        pengesahan=Pengesahan(Keadaan.DITETAPKAN, tempat, pada.date(), pegawai_pada=pada),
        jawaban=tuple(getattr(one, name) for name in UmpanBalikAkhir.KRITERIA),
    )


def competency_form(one: Evaluasi) -> EvaluasiKompetensi:
    """B.1.9: signed by whoever judged. What is measured beside it is not printed."""
    pada = timezone.localtime(one.ditandatangani_pada)
    kepala, tempat = _head(one.coaching or one.mentoring, pada.date())
    return EvaluasiKompetensi(
        kepala=kepala,
        pengesahan=Pengesahan(Keadaan.DITETAPKAN, tempat, pada.date(), penilai_pada=pada),
        kompetensi=tuple(
            Kompetensi(each.nama, each.nilai, each.alasan) for each in one.kompetensi.all()
        ),
        penilai_kompetensi=planning.party(one.oleh, on=pada.date()),
        pihak_lain=one.sebagai == Sebagai.PIHAK_LAIN,
        dinilai_pada=pada,
    )


def _head(case: Any, day: date) -> tuple[Kepala, str]:
    """The header of both forms asks for the penilai's unit, whatever the jabatan (B.1.8 [copy])."""
    skp_id = getattr(case, "skp_id", None)
    kepala, tempat = head(case.pegawai, case.penilai, skp_id=skp_id, day=day)
    if kepala.penilai.unit_kerja:
        kepala = replace(kepala, kelompok=Kelompok.JA_JF)
    return kepala, tempat
