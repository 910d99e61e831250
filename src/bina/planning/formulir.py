"""From a plan to the official forms: the SKP, its annex, and the parts other forms print too."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from bina.documents import door as documents
from bina.documents.door import (
    Aspek,
    HasilKerja,
    Indikator,
    Keadaan,
    Kelompok,
    Kepala,
    LampiranSkp,
    Nilai,
    Pendekatan,
    Pengesahan,
    PerilakuKerja,
    Periode,
    Perspektif,
)
from bina.people import hierarchy
from bina.planning.models import JenisLampiran, ManualIndikator, Skp
from bina.planning.pihak import nobody_yet, pihak, seat
from bina.planning.reading import rencana_of
from bina.planning.rencana import HasilRencana, IndikatorRencana, Rencana, target_words
from bina.planning.workflow import Status


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """A result as the form prints it, and the keys by which other rooms know it.

    `indikator` are the keys of `hasil.indikator`, in the same order.
    """

    kunci: UUID
    indikator: tuple[UUID, ...]
    hasil: HasilKerja


@dataclass(frozen=True, slots=True)
class FormParts:
    """What every form about a plan prints: header, HASIL KERJA, PERILAKU, the place."""

    kepala: Kepala
    pendekatan: Pendekatan
    utama: tuple[BarisHasil, ...]
    tambahan: tuple[BarisHasil, ...]
    perilaku: tuple[PerilakuKerja, ...]
    tempat: str


def form_parts(skp: Skp, *, on: date, periode: Periode | None = None) -> FormParts:
    """The parts, naming people as they stood when the plan was established, else on that day."""
    rencana = rencana_of(skp)
    instansi = skp.pegawai.instansi.nama
    return FormParts(
        kepala=_kepala(skp, on, periode or Periode(skp.mulai, skp.selesai)),
        pendekatan=Pendekatan(skp.pendekatan),
        utama=tuple(_baris(rencana, one) for one in rencana.utama),
        tambahan=tuple(_baris(rencana, one) for one in rencana.tambahan),
        perilaku=tuple(
            PerilakuKerja(Nilai(one.nilai), one.ekspektasi_khusus) for one in rencana.perilaku
        ),
        tempat=seat(instansi),
    )


def skp_form(skp: Skp, *, on: date) -> documents.Skp:
    """The SKP itself (PermenPANRB 6/2022, Lampiran)."""
    parts = form_parts(skp, on=on)
    return documents.Skp(
        kepala=parts.kepala,
        pengesahan=_pengesahan(skp, parts.tempat),
        pendekatan=parts.pendekatan,
        utama=tuple(one.hasil for one in parts.utama),
        tambahan=tuple(one.hasil for one in parts.tambahan),
        perilaku=parts.perilaku,
    )


def lampiran_form(skp: Skp, *, on: date) -> LampiranSkp:
    """The annex: its three lists in the order of the form."""
    lists: dict[str, list[str]] = {jenis: [] for jenis in JenisLampiran.values}
    for one in skp.lampiran.all():
        lists[one.jenis].append(one.uraian)
    instansi = skp.pegawai.instansi.nama
    return LampiranSkp(
        kepala=_kepala(skp, on, Periode(skp.mulai, skp.selesai)),
        pengesahan=_pengesahan(skp, seat(instansi)),
        dukungan_sumber_daya=tuple(lists[JenisLampiran.SUMBER_DAYA]),
        skema_pertanggungjawaban=tuple(lists[JenisLampiran.PERTANGGUNGJAWABAN]),
        konsekuensi=tuple(lists[JenisLampiran.KONSEKUENSI]),
    )


def manual_form(skp: Skp, *, on: date) -> documents.ManualIndikator:
    """The manuals that are written, in the order of the plan."""
    rencana = rencana_of(skp)
    written = {
        one.indikator_id: one
        for one in ManualIndikator.objects.filter(indikator__hasil__skp=skp.pk)
    }
    return documents.ManualIndikator(
        kepala=_kepala(skp, on, Periode(skp.mulai, skp.selesai)),
        pengesahan=_pengesahan(skp, seat(skp.pegawai.instansi.nama)),
        manual=tuple(
            _manual(hasil, one, written[one.id])
            for hasil in rencana.hasil
            for one in hasil.indikator
            if one.id in written
        ),
    )


def _manual(
    hasil: HasilRencana, one: IndikatorRencana, manual: ManualIndikator
) -> documents.Manual:
    return documents.Manual(
        rencana=hasil.uraian,
        indikator=one.uraian,
        target=target_words(one),
        tujuan=manual.tujuan,
        definisi=manual.definisi,
        formula=manual.formula,
        satuan=one.satuan,
        kendali=manual.get_kendali_display(),
        sumber_data=manual.sumber_data,
        periode=manual.get_periode_display(),
    )


def _kepala(skp: Skp, on: date, periode: Periode) -> Kepala:
    day = timezone.localdate(skp.ditetapkan_pada) if skp.ditetapkan_pada else on
    instansi = skp.pegawai.instansi.nama
    penilai = skp.penilai or hierarchy.superior_of(skp.pegawai_id, on=on, penempatan=skp.penempatan)
    return Kepala(
        instansi=instansi.upper(),
        periode=periode,
        kelompok=Kelompok(skp.jenis),
        pegawai=pihak(skp.pegawai.orang, on=day, penempatan=skp.penempatan),
        penilai=pihak(penilai, on=day) if penilai else nobody_yet(instansi),
    )


def _pengesahan(skp: Skp, tempat: str) -> Pengesahan:
    if skp.is_agreed:
        void = skp.status == Status.DINYATAKAN_BATAL
        return Pengesahan(
            Keadaan.BATAL if void else Keadaan.DITETAPKAN,
            tempat,
            timezone.localdate(skp.ditetapkan_pada),
            pegawai_pada=_local(skp.diajukan_pada),
            penilai_pada=_local(skp.ditetapkan_pada),
        )
    if skp.status == Status.DIAJUKAN:
        return Pengesahan(Keadaan.BELUM_DITETAPKAN, tempat, pegawai_pada=_local(skp.diajukan_pada))
    return Pengesahan(Keadaan.DRAF, tempat)


def _local(moment: datetime | None) -> datetime | None:
    return timezone.localtime(moment) if moment else None


def _baris(rencana: Rencana, one: HasilRencana) -> BarisHasil:
    return BarisHasil(
        kunci=one.kunci,
        indikator=tuple(each.kunci for each in one.indikator),
        hasil=HasilKerja(
            rencana=one.uraian,
            indikator=tuple(_indikator(rencana, one, each) for each in one.indikator),
            diintervensi=_diintervensi(rencana, one),
            penugasan_dari=one.penugasan_dari or None,
        ),
    )


def _diintervensi(rencana: Rencana, one: HasilRencana) -> str | None:
    """Only JA/JF kuantitatif has that column (formulir.md 1.2)."""
    has_column = rencana.jenis == "ja_jf" and rencana.pendekatan == "kuantitatif"
    return one.mendukung_uraian or None if has_column else None


def _indikator(rencana: Rencana, hasil: HasilRencana, one: IndikatorRencana) -> Indikator:
    jpt = rencana.jenis == "jpt"
    beraspek = not jpt and rencana.pendekatan == "kuantitatif"
    return Indikator(
        uraian=one.uraian,
        target=target_words(one),
        aspek=Aspek(one.aspek) if beraspek and one.aspek else None,
        perspektif=Perspektif(hasil.perspektif) if jpt and hasil.perspektif else None,
    )
