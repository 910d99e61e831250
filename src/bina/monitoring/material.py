"""Entries, evidence and feedback of a plan as plain values, for pages and for the appraisal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from bina.core.ahead import Asking
from bina.core.compiled import compiled
from bina.monitoring import janji
from bina.monitoring.models import Bukti, Hubungan, Pembaca, Realisasi, UmpanBalik
from bina.monitoring.progress import Angka
from bina.monitoring.reading import (
    Kemajuan,
    KemajuanHasil,
    amount,
    part_of_plan,
    whole_plan,
)
from bina.planning.door import Rencana
from bina.ui.tulisan import angka, bulan, tanggal


@dataclass(frozen=True, slots=True)
class BuktiCatatan:
    """One piece of evidence; `url` is empty for a file, which its own page hands out."""

    id: int
    judul: str
    url: str
    jenis: str
    ukuran: int

    @property
    def is_berkas(self) -> bool:
        return not self.url


@dataclass(frozen=True, slots=True)
class Catatan:
    """One entry of progress."""

    id: int
    tanggal: date
    nilai: Decimal | None
    teks: str
    satuan: str
    uraian: str
    indikator: str
    indikator_kunci: UUID
    hasil_kunci: UUID
    oleh_id: int
    alasan_batal: str
    bukti: tuple[BuktiCatatan, ...]
    jumlah: int | None = None
    satuan_jumlah: str = ""
    jam: tuple[time, time] | None = None
    langkah: str = ""

    @property
    def capaian(self) -> str:
        return amount(self.nilai, self.satuan) or self.teks or self.banyaknya

    @property
    def banyaknya(self) -> str:
        """The whole quantity of a line of the diary."""
        return "" if self.jumlah is None else f"{angka(self.jumlah)} {self.satuan_jumlah}".strip()


@dataclass(frozen=True, slots=True)
class UmpanBalikTerbaca:
    """Feedback as its readers see it. `kunci` names it among what is suggested for a dialogue:
    of hidden givers only a whole group has a name."""

    kunci: str
    tanggal: date
    tertutup: bool
    oleh: str
    hubungan: str
    hubungan_label: str
    sifat: str
    sifat_label: str
    situasi: str
    perilaku: str
    dampak: str
    pembaca: str
    hasil_kunci: UUID | None
    nilai_perilaku: str

    @property
    def isi(self) -> str:
        return "\n".join([self.situasi, self.perilaku, self.dampak])

    @property
    def kapan(self) -> str:
        return bulan(self.tanggal) if self.tertutup else tanggal(self.tanggal)


@dataclass(frozen=True, slots=True)
class HasilPeriode:
    """A result in a period: figures, entries with their evidence, feedback."""

    kemajuan: KemajuanHasil
    catatan: tuple[Catatan, ...] = ()
    umpan_balik: tuple[UmpanBalikTerbaca, ...] = ()

    @property
    def bukti(self) -> list[BuktiCatatan]:
        return [each for one in self.catatan for each in one.bukti]


@dataclass(frozen=True, slots=True)
class Bahan:
    """What an appraisal of a period looks at."""

    hasil: tuple[HasilPeriode, ...]
    perilaku: tuple[UmpanBalikTerbaca, ...] = field(default=())
    belum_cukup: tuple[str, ...] = ()

    def umpan_balik_nilai(self, nilai: str) -> list[UmpanBalikTerbaca]:
        return [one for one in self.perilaku if one.nilai_perilaku == nilai]


def material(rencana: Rencana, *, mulai: date, selesai: date) -> Bahan:
    """All of a period that the appraiser may use; the caller has checked who reads the plan.

    Feedback meant for the person alone is not in it, not even the appraiser's own; nor what
    waits for its group, but that there is such.
    """
    entries = Realisasi.objects.valid().of_plan(rencana.rumpun)
    rows = lines(entries.filter(tanggal__gte=mulai, tanggal__lte=selesai))
    said = UmpanBalik.objects.of_plan(rencana.rumpun).filter(pembaca=Pembaca.PENILAI)
    feedback = readable(said.shared().filter(tanggal__gte=mulai, tanggal__lte=selesai))
    return Bahan(
        hasil=tuple(
            HasilPeriode(
                one,
                tuple(row for row in rows if row.hasil_kunci == one.rencana.kunci),
                tuple(said for said in feedback if said.hasil_kunci == one.rencana.kunci),
            )
            for one in part_of_plan(rencana, mulai=mulai, selesai=selesai)
        ),
        perilaku=tuple(one for one in feedback if one.nilai_perilaku),
        belum_cukup=tuple(too_few(said)),
    )


def seen_by(viewer: Any, rencana: Rencana, *, on: date) -> tuple[list[Catatan], Kemajuan]:
    """Every entry of the plan this viewer may read, and the progress they make: a former penilai
    sees how far it was, not how far it is (four queries)."""
    found = [line(one) for one in _entries(viewer, [rencana.rumpun], on)]
    entries: dict[UUID, list[Angka]] = {}
    for one in found:
        if not one.alasan_batal:
            counted = Angka(one.tanggal, one.id, one.nilai, one.teks)
            entries.setdefault(one.indikator_kunci, []).append(counted)
    return found, whole_plan(rencana, entries, on)


def entries_asking(viewer: Any, rumpun: UUID, *, on: date) -> Asking:
    """What `seen_by` will ask."""
    return _entries.asking(viewer, [rumpun], on)


@compiled
def _entries(viewer: Any, rumpun: list[UUID], on: date) -> "QuerySet[Realisasi, Realisasi]":
    rows = Realisasi.objects.of_plan(*rumpun).visible_to(viewer, on=on)
    return rows.filter(tanggal__lte=on).for_list()


def lines(rows: Any) -> list[Catatan]:
    """Entries from a query, with their evidence (three queries)."""
    return [line(one) for one in rows.for_list()]


def readable(rows: Iterable[UmpanBalik]) -> list[UmpanBalikTerbaca]:
    return [
        UmpanBalikTerbaca(
            kunci=_key(one),
            tanggal=one.tanggal,
            tertutup=one.tertutup,
            oleh=_giver(one),
            hubungan=one.hubungan,
            hubungan_label=str(one.get_hubungan_display()),
            sifat=one.sifat,
            sifat_label=str(one.get_sifat_display()),
            situasi=one.situasi,
            perilaku=one.perilaku,
            dampak=one.dampak,
            pembaca=one.pembaca,
            hasil_kunci=one.hasil_kunci,
            nilai_perilaku=one.nilai_perilaku,
        )
        for one in rows
    ]


def too_few(rows: Any) -> list[str]:
    """Of which relations something was given that nobody may read yet: that, and no number."""
    found = set(rows.waiting().order_by().values_list("hubungan", flat=True))
    return [str(one.label) for one in Hubungan if one in found]


def _key(one: UmpanBalik) -> str:
    """A number given one after the other would tell who came when."""
    return f"{one.hubungan}-{one.tanggal:%Y-%m}" if one.tertutup else str(one.pk)


def _giver(one: UmpanBalik) -> str:
    """The pimpinan by name alone, as the design quotes them."""
    named = one.hubungan == Hubungan.PIMPINAN and not one.tertutup
    return str(one.pemberi) if named else janji.oleh(one)


def line(one: Realisasi) -> Catatan:
    return Catatan(
        id=one.pk,
        tanggal=one.tanggal,
        nilai=one.nilai,
        teks=one.nilai_teks,
        satuan=one.indikator.satuan,
        uraian=one.uraian,
        indikator=one.indikator.uraian,
        indikator_kunci=one.indikator.kunci,
        hasil_kunci=one.indikator.hasil.kunci,
        oleh_id=one.dicatat_oleh_id,
        alasan_batal=one.alasan_batal,
        bukti=tuple(_bukti(each) for each in one.bukti.all()),
        jumlah=one.jumlah,
        satuan_jumlah=one.satuan,
        jam=(one.jam_mulai, one.jam_selesai) if one.jam_mulai and one.jam_selesai else None,
        langkah=one.rencana_aksi.langkah if one.rencana_aksi else "",
    )


def _bukti(one: Bukti) -> BuktiCatatan:
    kept = one.berkas
    return BuktiCatatan(
        id=one.pk,
        judul=one.judul,
        url=one.url,
        jenis=_kind(kept.jenis) if kept else "",
        ukuran=kept.ukuran if kept else 0,
    )


def _kind(mime: str) -> str:
    """PDF, JPEG, PNG, XLSX, DOCX: as people call it."""
    short = {"sheet": "XLSX", "document": "DOCX"}
    last = mime.rsplit("/", 1)[-1].rsplit(".", 1)[-1]
    return short.get(last, last.upper())
