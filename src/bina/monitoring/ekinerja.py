"""Daily progress in the fields and the order of e-Kinerja, so that nobody types it twice.

Which fields, from a reading of the live form (spec ekinerja.md). What e-Kinerja would not take is
marked with the reason, and none is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from bina.monitoring.models import Realisasi

# As e-Kinerja writes them, whatever the language of the page.
FIELDS: Final = (
    *("Rencana Aksi", "Tanggal Kegiatan", "Jam Mulai Kegiatan", "Jam Selesai Kegiatan"),
    *("Kegiatan Harian", "Sumber Data", "Realisasi", "Satuan", "Bukti Dukung"),
)
SOURCE: Final = "ekinerja"
KINDS: Final = ("xlsx", "csv")


@dataclass(frozen=True, slots=True)
class BarisKinerja:
    """One entry as e-Kinerja would have it, and why it would not take it."""

    it: Realisasi
    tautan: tuple[str, ...]
    kurang: tuple[str, ...]

    @property
    def realisasi(self) -> int | str:
        """A whole number where it is one; else what was written, to be mended there."""
        value = _amount(self.it)
        if value is None:
            return self.it.nilai_teks
        return int(value) if value == value.to_integral_value() else f"{value.normalize():f}"

    @property
    def satuan(self) -> str:
        return self.it.satuan or self.it.indikator.satuan

    @property
    def langkah(self) -> str:
        return self.it.rencana_aksi.langkah if self.it.rencana_aksi else ""

    def cells(self) -> list[Any]:
        """The nine fields in their order, then whose line it is and what it lacks."""
        one = self.it
        return [
            self.langkah,
            f"{one.tanggal:%d-%m-%Y}",
            f"{one.jam_mulai:%H:%M}" if one.jam_mulai else "",
            f"{one.jam_selesai:%H:%M}" if one.jam_selesai else "",
            one.uraian,
            SOURCE,
            self.realisasi,
            self.satuan,
            self.tautan[0] if self.tautan else "",
            one.skp.pegawai.orang.nip or "",
            one.skp.pegawai.orang.nama,
            "; ".join(self.kurang),
            " ".join(self.tautan[1:]),
        ]


def rows_of(viewer: Any, *, dari: date, sampai: date, on: date) -> Any:
    """The entries that stand and that this viewer may read, of a period, in order."""
    rows = Realisasi.objects.valid().visible_to(viewer, on=on)
    return rows.filter(tanggal__gte=dari, tanggal__lte=sampai).order_by(
        "skp__pegawai__orang__nama", "skp__pegawai_id", "tanggal", "jam_mulai", "pk"
    )


def as_lines(rows: Iterable[Realisasi]) -> Iterator[BarisKinerja]:
    for one in rows:
        links = tuple(each.url for each in one.bukti.all() if each.url)
        yield BarisKinerja(one, links, tuple(_lacks(one, links)))


def with_all(rows: Any) -> Any:
    """All a line shows, in two queries."""
    return rows.select_related("indikator", "rencana_aksi", "skp__pegawai__orang").prefetch_related(
        "bukti"
    )


def sheet(rows: Any, scope: str) -> Iterator[Sequence[Any]]:
    """What the export says of itself, the heads, the lines; few at a time in memory."""
    yield [scope]
    yield []
    yield [*FIELDS, "NIP", _("Nama"), _("Tidak diterima e-Kinerja karena"), _("Tautan lain")]
    for one in as_lines(with_all(rows).iterator(chunk_size=1000)):
        yield one.cells()


def _amount(one: Realisasi) -> Decimal | None:
    return one.nilai if one.jumlah is None else Decimal(one.jumlah)


def _lacks(one: Realisasi, links: tuple[str, ...]) -> Iterator[str]:
    value = _amount(one)
    if one.rencana_aksi is None:
        yield _("tanpa rencana aksi")
    if one.jam_mulai is None:
        yield _("tanpa jam")
    if not one.uraian:
        yield _("tanpa kegiatan")
    if value is None or value != value.to_integral_value():
        yield _("realisasi bukan bilangan bulat")
    if not links:
        yield _("tanpa tautan bukti")
