"""A plan as other rooms read it: plain frozen values, a fixed number of queries for any number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Case, IntegerField, Value, When

from bina.core.dated import in_force
from bina.documents.door import Nilai, PerilakuKerja
from bina.planning.models import (
    Aspek,
    EkspektasiPerilaku,
    HasilKerja,
    Indikator,
    NilaiPerilaku,
    Skp,
)
from bina.ui.tulisan import angka


@dataclass(frozen=True, slots=True)
class IndikatorRencana:
    """An indicator (IKI). `kunci` is the same in every version of the plan."""

    id: int
    kunci: UUID
    uraian: str
    aspek: str
    target: Decimal | None
    target_teks: str
    satuan: str
    arah: str
    cara_hitung: str

    @property
    def target_cetak(self) -> str:
        """The target as pages and forms write it."""
        return target_words(self)

    @property
    def aspek_cetak(self) -> str:
        return str(Aspek(self.aspek).label) if self.aspek else ""


def target_words(one: IndikatorRencana) -> str:
    """`240 orang`, `95%`, or the words of a target that is no number."""
    if one.target is None:
        return f"{one.target_teks} {one.satuan}".strip()
    return amount(one.target, one.satuan)


def amount(number: Decimal, satuan: str) -> str:
    """A number with its unit, no digit of it lost."""
    exponent = number.normalize().as_tuple().exponent
    words = angka(number, max(-int(exponent), 0))
    return f"{words}%" if satuan == "%" else f"{words} {satuan}".strip()


@dataclass(frozen=True, slots=True)
class HasilRencana:
    """A planned result. Of the pimpinan's result it supports, the title and the name only."""

    id: int
    kunci: UUID
    jenis: str
    urutan: int
    uraian: str
    mendukung_uraian: str
    mendukung_nama: str
    penugasan_dari: str
    manfaat: str
    penerima_manfaat: str
    perspektif: str
    indikator: tuple[IndikatorRencana, ...]


@dataclass(frozen=True, slots=True)
class PerilakuRencana:
    """One of the seven values, with its three printed guides."""

    nilai: str
    label: str
    panduan: tuple[str, ...]
    ekspektasi_khusus: str


@dataclass(frozen=True, slots=True)
class Rencana:
    """One version of a person's SKP, whole. Versions share `rumpun`."""

    skp_id: int
    rumpun: UUID
    versi: int
    pegawai_id: int
    penilai_id: int | None
    penempatan_id: int
    unit_id: int
    mulai: date
    selesai: date
    status: str
    jenis: str
    pendekatan: str
    hasil: tuple[HasilRencana, ...]
    perilaku: tuple[PerilakuRencana, ...]

    @property
    def utama(self) -> tuple[HasilRencana, ...]:
        return tuple(one for one in self.hasil if one.jenis == "utama")

    @property
    def tambahan(self) -> tuple[HasilRencana, ...]:
        return tuple(one for one in self.hasil if one.jenis == "tambahan")


def plans(skp_ids: Iterable[int]) -> dict[int, Rencana]:
    """The plans of these ids, in four queries however many there are."""
    found = Skp.objects.filter(pk__in=list(skp_ids)).with_parts()
    return {one.pk: rencana_of(one) for one in found}


def running_id_of(pegawai_id: int, *, on: date) -> int | None:
    """The plan in force that day: of the position still held first, the definitive one first."""
    return running_ids_of([pegawai_id], on=on).get(pegawai_id)


def running_ids_of(pegawai_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """pegawai id -> that plan, for many people in one query."""
    held = When(in_force(on, "penempatan__"), then=Value(0))
    main = When(penempatan__jenis="definitif", then=Value(0))
    rows = (
        Skp.objects.running(on)
        .filter(pegawai__in=list(pegawai_ids))
        .order_by(
            Case(held, default=Value(1), output_field=IntegerField()).desc(),
            Case(main, default=Value(1), output_field=IntegerField()).desc(),
            "mulai",
            "pk",
        )
    )
    # The best comes last and stays.
    return dict(rows.values_list("pegawai_id", "pk"))


def rencana_of(skp: Skp) -> Rencana:
    """From a record whose parts were fetched (`plans` does); utama before tambahan."""
    hasil = sorted(skp.hasil_kerja.all(), key=_order)
    perilaku = {one.nilai: one for one in skp.perilaku.all()}
    return Rencana(
        skp_id=skp.pk,
        rumpun=skp.rumpun,
        versi=skp.versi,
        pegawai_id=skp.pegawai_id,
        penilai_id=skp.penilai_id,
        penempatan_id=skp.penempatan_id,
        unit_id=skp.penempatan.unit_id,
        mulai=skp.mulai,
        selesai=skp.selesai,
        status=skp.status,
        jenis=skp.jenis,
        pendekatan=skp.pendekatan,
        hasil=tuple(_hasil(one) for one in hasil),
        perilaku=tuple(_perilaku(nilai, perilaku.get(nilai)) for nilai in NilaiPerilaku.values),
    )


def _order(hasil: HasilKerja) -> tuple[bool, int, int]:
    return hasil.jenis != "utama", hasil.urutan, hasil.pk


def _hasil(one: HasilKerja) -> HasilRencana:
    above = one.mendukung
    return HasilRencana(
        id=one.pk,
        kunci=one.kunci,
        jenis=one.jenis,
        urutan=one.urutan,
        uraian=one.uraian,
        mendukung_uraian=above.uraian if above else "",
        mendukung_nama=str(above.skp.pegawai) if above else "",
        penugasan_dari=one.penugasan_dari,
        manfaat=one.manfaat,
        penerima_manfaat=one.penerima_manfaat,
        perspektif=one.perspektif,
        indikator=tuple(_indikator(each) for each in one.indikator.all()),
    )


def _indikator(one: Indikator) -> IndikatorRencana:
    return IndikatorRencana(
        id=one.pk,
        kunci=one.kunci,
        uraian=one.uraian,
        aspek=one.aspek,
        target=one.target,
        target_teks=one.target_teks,
        satuan=one.satuan,
        arah=one.arah,
        cara_hitung=one.cara_hitung,
    )


def _perilaku(nilai: str, one: EkspektasiPerilaku | None) -> PerilakuRencana:
    return PerilakuRencana(
        nilai=nilai,
        label=str(NilaiPerilaku(nilai).label),
        panduan=tuple(PerilakuKerja(Nilai(nilai)).isi()["panduan"]),
        ekspektasi_khusus=one.ekspektasi_khusus if one else "",
    )
